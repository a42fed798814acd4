/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Random learners in the lessons of the course: whatever is pressed, there is a
 * page to see, it fits the screen, and the way out works. */
#include <stdio.h>
#include <stdlib.h>

#include "../support/seen.h"
#include "activities/activity.h"
#include "base/language.h"
#include "base/random.h"
#include "course/library.h"
#include "play/session.h"

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
};

#define walk_fail(walk, what)                                                                    \
    fail_msg("walk with seed %llu, step %u: %s", (unsigned long long)(walk)->seed, (walk)->step, \
             (what))

static unsigned long walks_wanted(void)
{
    const char *wanted = getenv("CONECTA_WALKS");
    return wanted && *wanted ? strtoul(wanted, NULL, 10) : WALKS;
}

static void check_view(const struct walk *walk, const struct view *view)
{
    if (!view->title || !*view->title)
        walk_fail(walk, "a page without a title");
    if (view->count == 0)
        walk_fail(walk, "an empty page");
    if (view->focus > view->options)
        walk_fail(walk, "the focus is on an option that is not there");
    if (view->input != INPUT_NONE && view->focus == 0)
        walk_fail(walk, "options without a focus");
    if (view->step > view->steps && view->steps > 0)
        walk_fail(walk, "past the end of the row");
    if (view->news >= view->count)
        walk_fail(walk, "news that are not there");
    if (view->hint_count == 0)
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

/* At once, and by going up until the program asks whether to leave. */
static void check_the_way_out(struct walk *walk)
{
    const struct event leave = {EVENT_LEAVE, 0}, up = {EVENT_UP_LEVEL, 0};
    if (!(session_handle(walk->session, leave) & SESSION_LEAVE))
        walk_fail(walk, "leaving at once does not leave");
    for (int i = 0; i < 6 && walk->session->overlay != OVERLAY_LEAVE; i++)
        session_handle(walk->session, up);
    if (walk->session->overlay != OVERLAY_LEAVE)
        walk_fail(walk, "no way up leads out");
    if (!(session_handle(walk->session, (struct event){EVENT_PICK, 2}) & SESSION_LEAVE))
        walk_fail(walk, "\"Leave\" does not leave");
}

static void take_walk(uint64_t seed, struct library *library)
{
    struct walk walk = {.seed = seed, .memory = talloc_new(NULL)};
    struct random random = {seed};

    language_use(languages[random_below(&random, language_count)].code);
    walk.session = session_new(walk.memory, CONTROLS_KEYS, seed % 2, seed);
    session_enter(walk.session, library);
    for (; walk.step < STEPS; walk.step++) {
        struct view *view = session_view(walk.session, walk.memory);
        check_view(&walk, view);
        if (random_below(&random, LAID_OUT_ONE_IN) == 0)
            check_layout(&walk, view);
        /* "Leave" ends a session, but not this walk. */
        session_handle(walk.session, choose_event(&random, view));
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

/* The course of the screen tests has every activity, and a lesson that is broken. */
static void random_learners_find_it_with_every_activity(void **state)
{
    void *memory = talloc_new(NULL);
    const char *folder =
        talloc_asprintf(memory, "%s/screens/course", folder_in("CONECTA_TEST_DATA"));
    (void)state;
    take_walks(open_course(memory, folder));
    talloc_free(memory);
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
