/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Random learners in the lessons of the course, whose place can be kept: whatever is pressed,
 * there is a page to see, it fits the screen, and the way out works. */
#include <stdio.h>
#include <stdlib.h>

#include "../support/memory_keeper.h"
#include "../support/seen.h"
#include "activities/activity.h"
#include "base/language.h"
#include "base/random.h"
#include "course/library.h"
#include "play/session_inside.h"
#include "terminal/lines.h"

#define WALKS 2000
#define STEPS 200

/* Laying out every page would take most of the time; some of each walk do. */
#define LAID_OUT_ONE_IN 8

static const size_t widths[] = {38, 72};

struct walk {
    uint64_t seed;
    unsigned step;
    void *memory;
    struct session *session;
    struct memory_keeper *keeper;
};

/* How often each page that lies over others was met, so that no walk passes them by. */
static unsigned long met[OVERLAY_NOTICE + 1];

#define walk_fail(walk, what)                                                                    \
    fail_msg("walk with seed %llu, step %u: %s", (unsigned long long)(walk)->seed, (walk)->step, \
             (what))

static unsigned long walks_wanted(void)
{
    const char *wanted = getenv("CONECTA_WALKS");
    return wanted && *wanted ? strtoul(wanted, NULL, 10) : WALKS;
}

/* A field can have the focus as an option can, under a number of its own. */
static bool focus_is_there(const struct view *view)
{
    const struct block *field = seen_block(view, BLOCK_FIELD);
    return view->focus <= view->options || (field && field->number == view->focus);
}

static void check_view(const struct walk *walk, const struct view *view)
{
    if (!view->title || !*view->title)
        walk_fail(walk, "a page without a title");
    if (view->count == 0)
        walk_fail(walk, "an empty page");
    if (!focus_is_there(view))
        walk_fail(walk, "the focus is on an option that is not there");
    /* The words that are shown must not be passed by with Enter. */
    if (view->input != INPUT_NONE && view->focus == 0 && walk->session->overlay != OVERLAY_KEEP)
        walk_fail(walk, "options without a focus");
    if (view->step > view->steps && view->steps > 0)
        walk_fail(walk, "past the end of the row");
    if (view->news >= view->count)
        walk_fail(walk, "news that are not there");
    /* While a key is made there is none but those for leaving at once. */
    if (view->hint_count == 0 && walk->session->overlay != OVERLAY_WAIT)
        walk_fail(walk, "no key is named");
}

static void check_layout(const struct walk *walk, const struct view *view)
{
    for (size_t i = 0; i < sizeof widths / sizeof widths[0]; i++) {
        struct layout *layout = layout_new(walk->memory, view, widths[i], &signs_unicode);
        for (size_t line = 0; line < layout->count; line++) {
            const char *text = seen_line(layout, line);
            if (seen_width(layout, line) > widths[i] || strchr(text, '\n'))
                fail_msg("walk with seed %llu, step %u, width %zu: \"%s\"",
                         (unsigned long long)walk->seed, walk->step, widths[i], text);
        }
        talloc_free(layout);
    }
}

/* Mostly what leads on: a walk that always goes back sees little. */
static struct event choose_event(struct random *random, const struct view *view)
{
    static const enum event_kind likely[] = {EVENT_ENTER, EVENT_ENTER, EVENT_SPACE,
                                             EVENT_DOWN,  EVENT_UP,    EVENT_ON};
    size_t chance = random_below(random, 10);
    if (chance < 5 && view->options > 0)
        return (struct event){EVENT_PICK, 1 + (unsigned)random_below(random, view->options)};
    if (chance < 9)
        return (struct event){likely[random_below(random, sizeof likely / sizeof likely[0])], 0};
    return (struct event){(enum event_kind)random_below(random, EVENT_LEAVE),
                          (unsigned)random_below(random, 11)};
}

/* The keys of all that she can do come from her hands; some things do not. */
static void happen(struct walk *walk, struct random *random)
{
    if (session_awaited(walk->session) >= 0 && random_below(random, 2) == 0)
        session_handle(walk->session, (struct event){EVENT_READY, 0});
    if (random_below(random, 100) == 0)
        session_handle(walk->session, (struct event){EVENT_READY, 0});
    if (random_below(random, 100) == 0)
        session_handle(walk->session, (struct event){EVENT_IDLE, 0});
    if (random_below(random, 20) == 0)
        walk->keeper->failing = (enum memory_keeper_call)random_below(random, KEEPER_FORGET + 2);
    else if (random_below(random, 4) == 0)
        walk->keeper->failing = 0;
}

/* Nobody finds them by chance. */
static void enter_her_words(struct walk *walk, const struct view *view)
{
    struct line_events events;

    if (!lines_understand(view, walk->keeper->owner, &events))
        walk_fail(walk, "her words cannot be typed");
    for (size_t i = 0; i < events.count; i++)
        session_handle(walk->session, events.events[i]);
}

static void act(struct walk *walk, struct random *random, const struct view *view)
{
    met[walk->session->overlay]++;
    if (walk->session->overlay == OVERLAY_WORDS && walk->keeper->any &&
        random_below(random, 4) == 0)
        enter_her_words(walk, view);
    else
        /* "Leave" ends a session, but not this walk. */
        session_handle(walk->session, choose_event(random, view));
    happen(walk, random);
}

/* At once, and by going up until the program asks whether to leave. */
static void check_the_way_out(struct walk *walk)
{
    const struct event leave = {EVENT_LEAVE, 0}, up = {EVENT_UP_LEVEL, 0};
    if (!(session_handle(walk->session, leave) & SESSION_LEAVE))
        walk_fail(walk, "leaving at once does not leave");
    if (session_awaited(walk->session) >= 0)
        session_handle(walk->session, (struct event){EVENT_READY, 0});
    for (int i = 0; i < 10 && walk->session->overlay != OVERLAY_LEAVE; i++)
        session_handle(walk->session, up);
    if (walk->session->overlay != OVERLAY_LEAVE)
        walk_fail(walk, "no way up leads out");
    /* It is the last option; before it stands the offer to keep her place, where it can be. */
    unsigned last = session_can_keep(walk->session) ? 3 : 2;
    if (!(session_handle(walk->session, (struct event){EVENT_PICK, last}) & SESSION_LEAVE))
        walk_fail(walk, "\"Leave\" does not leave");
}

static void take_walk(uint64_t seed, struct library *library)
{
    struct walk walk = {.seed = seed, .memory = talloc_new(NULL)};
    struct random random = {seed};

    language_use(languages[random_below(&random, language_count)].code);
    walk.session = session_new(walk.memory, CONTROLS_KEYS, seed % 2, seed);
    walk.keeper = memory_keeper_new(walk.memory);
    session_enter(walk.session, library);
    session_let_keep(walk.session, &walk.keeper->keeper);
    for (; walk.step < STEPS; walk.step++) {
        struct view *view = session_view(walk.session, walk.memory);
        check_view(&walk, view);
        if (random_below(&random, LAID_OUT_ONE_IN) == 0)
            check_layout(&walk, view);
        act(&walk, &random, view);
        talloc_free(view);
    }
    check_the_way_out(&walk);
    talloc_free(walk.memory);
}

static const char *folder_in(const char *variable)
{
    const char *folder = getenv(variable);
    if (!folder)
        fail_msg("%s names no folder", variable);
    return folder;
}

static struct library *open_course(const void *parent, const char *folder)
{
    struct diagnostics *problems = diagnostics_new(parent);
    struct library *library = library_open(parent, folder, activity_verbs(), problems);
    if (!library)
        fail_msg("%s", diagnostic_format(parent, &problems->items[0]));
    return library;
}

/* The course of the program in all its languages, as it is played. */
static struct library *open_own_course(const void *parent)
{
    struct library *library = open_course(parent, folder_in("CONECTA_LESSONS_DIR"));
    const char *folder = folder_in("CONECTA_TRANSLATED_DIR");
    for (size_t i = 0; i < language_count; i++)
        library_add_edition(library, languages[i].code,
                            talloc_asprintf(parent, "%s/lessons-%s", folder, languages[i].code));
    return library;
}

static void take_walks(struct library *library)
{
    unsigned long walks = walks_wanted();
    const char *only = getenv("CONECTA_WALK_SEED");

    if (only)
        take_walk(strtoull(only, NULL, 10), library);
    for (uint64_t seed = 1; !only && seed <= walks; seed++)
        take_walk(seed, library);
}

static void random_learners_always_find_a_page_and_the_way_out(void **state)
{
    void *memory = talloc_new(NULL);
    (void)state;
    take_walks(open_own_course(memory));
    talloc_free(memory);
}

/* A few learners need not see everything. */
static void check_what_was_met(void)
{
    if (walks_wanted() < WALKS || getenv("CONECTA_WALK_SEED"))
        return;
    for (int overlay = OVERLAY_KEEP; overlay <= OVERLAY_NOTICE; overlay++)
        if (met[overlay] == 0)
            fail_msg("no learner met overlay %d", overlay);
}

/* The course of the screen tests has every activity, and a lesson that is broken. */
static void random_learners_find_it_with_every_activity(void **state)
{
    void *memory = talloc_new(NULL);
    const char *folder =
        talloc_asprintf(memory, "%s/screens/course", folder_in("CONECTA_TEST_DATA"));
    (void)state;
    memset(met, 0, sizeof met);
    take_walks(open_course(memory, folder));
    talloc_free(memory);
    check_what_was_met();
}

/* Every page of every lesson, in every language, at both widths. */
static void every_page_of_every_lesson_fits(void **state)
{
    void *memory = talloc_new(NULL);
    struct library *library = open_own_course(memory);
    (void)state;
    for (size_t language = 0; language < language_count; language++) {
        language_use(languages[language].code);
        struct walk walk = {.memory = memory};
        walk.session = session_new(memory, CONTROLS_KEYS, false, 1);
        session_enter(walk.session, library);
        for (size_t module = 0; module < library->course->modules.count; module++)
            for (size_t i = 0; i < course_module(library->course, module)->lessons.count; i++) {
                session_open(walk.session, (struct address){module, i});
                if (walk.session->place != PLACE_LESSON)
                    fail_msg("lesson %zu of module %zu cannot be read", i + 1, module + 1);
                if (strcmp(walk.session->lesson->language, languages[language].code) != 0)
                    fail_msg("lesson %zu of module %zu is not there in %s", i + 1, module + 1,
                             languages[language].name);
                for (unsigned page = 0; walk.session->place == PLACE_LESSON; page++) {
                    struct view *view = session_view(walk.session, memory);
                    check_view(&walk, view);
                    check_layout(&walk, view);
                    session_handle(walk.session, (struct event){EVENT_ON, 0});
                    talloc_free(view);
                }
            }
        talloc_free(walk.session);
    }
    talloc_free(memory);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_page_of_every_lesson_fits),
        cmocka_unit_test(random_learners_always_find_a_page_and_the_way_out),
        cmocka_unit_test(random_learners_find_it_with_every_activity),
    };
    const char *locales = getenv("CONECTA_LOCALE_DIR");
    language_start(locales ? locales : "/nowhere", locales ? locales : "/nowhere");
    return cmocka_run_group_tests(tests, NULL, NULL);
}
