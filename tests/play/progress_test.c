/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a learner takes from visit to visit, as bytes and back. */
#include "play/progress.h"

#include <stdlib.h>

#include "../support/course.h"
#include "../support/everything.h"
#include "base/language.h"
#include "play/session.h"

/* STORE_BYTES_MAX of store/store.h, which play does not know. */
#define ROOM 32767

static unsigned char bytes[ROOM];

static int start(void **state)
{
    language_start("/nowhere", "/nowhere");
    language_use("en");
    *state = talloc_new(NULL);
    return 0;
}

static int stop(void **state)
{
    language_use("en");
    return talloc_free(*state);
}

static size_t save(const struct progress *progress)
{
    size_t length = progress_write(progress, bytes, sizeof bytes);
    assert_true(length <= sizeof bytes);
    return length;
}

static struct progress *load(const void *parent, size_t length)
{
    struct progress *progress = NULL;
    /* As many bytes as there are, so that one behind them would be noticed. */
    unsigned char *copy = talloc_memdup(parent, bytes, length);
    assert_int_equal(progress_read(parent, copy, length, &progress), PROGRESS_READ);
    memset(copy, 0xA5, length);
    talloc_free(copy);
    return progress;
}

/* An attempt at the lesson with everything, at its end, with all that takes room. */
static struct attempt *played(const void *parent, const char *id)
{
    char *text = talloc_asprintf(parent, "lesson: %s%s", id, strchr(EVERYTHING_LESSON, '\n'));
    struct attempt *attempt = attempt_new(parent, everything_read(parent, text), 3);
    struct random random = {5};
    do
        for (int i = 0; i < 4; i++)
            everything_act(attempt, &random);
    while (attempt->stops[attempt->at].kind != STOP_LAST &&
           everything_do(attempt, EVENT_ON, 0) == OUTCOME_CHANGED);
    return attempt;
}

/* An id as long as ids may be. */
static char *id_of(const void *parent, size_t index)
{
    return talloc_asprintf(parent, "%063zu", index);
}

/* Something to finish that takes nothing with it. */
static void finish(struct progress *progress, const char *id)
{
    void *memory = talloc_new(progress);
    char *text = talloc_asprintf(memory,
                                 "lesson: %s\ntitle: T\nminutes: 1\nsteps:\n"
                                 "  - read: One.\n",
                                 id);
    progress_finish(progress, attempt_new(memory, lesson_of(memory, text), 1));
    talloc_free(memory);
}

static void add_finished(struct progress *progress, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        char *id = id_of(progress, i);
        finish(progress, id);
        if (i % 2)
            progress_cast(progress, id);
    }
}

static void nothing_is_little(void **state)
{
    struct progress *progress = load(*state, save(progress_new(*state)));
    assert_int_equal(progress->count, 0);
    assert_null(progress->language);
    assert_int_equal(progress->look, 0);
    assert_null(progress_find(progress, "one"));
    assert_true(save(progress) < 8);
}

static void marks_come_back(void **state)
{
    struct progress *progress = progress_new(*state);
    progress_set_language(progress, "uk");
    progress->look = 3;
    add_finished(progress, 200);
    progress_cast(progress, "cast-only");
    progress = load(*state, save(progress));
    assert_string_equal(progress->language, "uk");
    assert_int_equal(progress->look, 3);
    assert_int_equal(progress->count, 201);
    for (size_t i = 0; i < 200; i++) {
        const struct progress_lesson *lesson = progress_find(progress, id_of(*state, i));
        assert_non_null(lesson);
        assert_true(lesson->finished);
        assert_int_equal(lesson->cast, i % 2);
        assert_null(lesson->kept);
    }
    assert_false(progress_find(progress, "cast-only")->finished);
    assert_true(progress_find(progress, "cast-only")->cast);
}

static void finishing_ends_what_was_begun(void **state)
{
    struct progress *progress = progress_new(*state);
    progress_keep(progress, played(*state, "one"));
    finish(progress, "one");
    assert_null(progress_find(progress, "one")->kept);
    progress_keep(progress, played(*state, "one"));
    progress = load(*state, save(progress));
    assert_true(progress_find(progress, "one")->finished);
    assert_non_null(progress_find(progress, "one")->kept);
}

/* Of a finished lesson her plan stays, and nothing else. */
static void a_plan_stays(void **state)
{
    struct progress *progress = progress_new(*state);
    struct attempt *attempt = attempt_new(*state, everything_read(*state, EVERYTHING_LESSON), 3);
    progress_finish(progress, attempt);
    assert_null(progress_find(progress, "all")->taken);
    while (attempt->stops[attempt->at].kind != STOP_LAST) {
        struct view *view = view_new(attempt);
        attempt_show(attempt, view);
        if (view->options)
            everything_do(attempt, EVENT_PICK, 1);
        everything_do(attempt, EVENT_ON, 0);
    }
    progress_finish(progress, attempt);
    progress = load(*state, save(progress));
    const struct progress_lesson *lesson = progress_find(progress, "all");
    assert_null(lesson->kept);
    struct attempt *again = attempt_new(*state, attempt->lesson, 8);
    struct attempt *fresh = attempt_new(*state, attempt->lesson, 8);
    kept_give(again, lesson->taken);
    assert_int_equal(again->at, 0);
    for (size_t i = 0; i < again->count; i++) {
        const struct step *step = again->stops[i].step;
        if (!step)
            continue;
        bool plan = strcmp(step->verb->name, "plan") == 0;
        const void *as = plan ? attempt->stops[i].state : fresh->stops[i].state;
        assert_memory_equal(again->stops[i].state, as, activity_of(step)->state_size);
        assert_true(!plan || *(const char *)as == 1);
    }
}

/* 200 lessons with the longest ids, and ten begun and played with to their ends. */
static void two_hundred_lessons_fit_with_ten_begun(void **state)
{
    struct progress *progress = progress_new(*state);
    add_finished(progress, 200);
    for (size_t i = 200; i < 210; i++)
        progress_keep(progress, played(*state, id_of(*state, i)));
    size_t wanted = progress_write(progress, NULL, SIZE_MAX);
    if (getenv("CONECTA_SIZES"))
        print_message("200 finished, 10 begun: %zu bytes\n", wanted);
    assert_true(wanted <= ROOM);
    progress = load(*state, save(progress));
    for (size_t i = 200; i < 210; i++)
        assert_non_null(progress_find(progress, id_of(*state, i))->kept->answers);
}

static void count_parts(const struct progress *progress, size_t *ret_answers, size_t *ret_places)
{
    *ret_answers = *ret_places = 0;
    for (size_t i = 0; i < progress->count; i++) {
        const struct kept *kept = progress->lessons[i].kept;
        *ret_places += kept != NULL;
        *ret_answers += kept && kept->answers;
    }
}

/* The less room there is, the less is there: first answers go, then places, then marks,
 * each time those of the lesson touched longest ago; the last one goes last. */
static void what_does_not_fit_goes_from_the_oldest(void **state)
{
    struct progress *progress = progress_new(*state);
    size_t answers, places, earlier = 0;
    for (size_t i = 0; i < 6; i++) {
        finish(progress, id_of(*state, i));
        progress_keep(progress, played(*state, id_of(*state, i)));
    }
    progress_keep(progress, played(*state, id_of(*state, 0)));
    size_t whole = progress_write(progress, NULL, SIZE_MAX);
    for (size_t room = 32; room <= whole; room++) {
        unsigned char *tight = talloc_size(*state, room);
        struct progress *some = NULL;
        size_t length = progress_write(progress, tight, room);
        assert_true(length <= room);
        assert_int_equal(progress_read(*state, tight, length, &some), PROGRESS_READ);
        count_parts(some, &answers, &places);
        assert_true(answers <= 1 || places == 6);
        assert_true(places <= 1 || some->count == 6);
        assert_true(some->count <= 1 || answers >= 1);
        assert_true(some->count + places + answers >= earlier);
        earlier = some->count + places + answers;
        for (size_t i = 0; i < some->count; i++) {
            const struct kept *kept = some->lessons[i].kept;
            assert_int_equal(kept && kept->answers, i >= some->count - answers);
            assert_int_equal(kept != NULL, i >= some->count - places);
        }
        if (some->count)
            assert_string_equal(some->lessons[some->count - 1].id, id_of(some, 0));
        talloc_free(some);
        talloc_free(tight);
    }
    assert_int_equal(earlier, 18);
}

/* More than there is room for, even without any answer. */
static void a_thousand_lessons_never_fail(void **state)
{
    struct progress *progress = progress_new(*state);
    add_finished(progress, 1000);
    progress_keep(progress, played(*state, "last"));
    progress = load(*state, save(progress));
    assert_true(progress->count > 400);
    assert_non_null(progress_find(progress, "last")->kept->answers);
    assert_null(progress_find(progress, id_of(*state, 0)));
    assert_non_null(progress_find(progress, id_of(*state, 999)));
}

static size_t write_several(const void *parent)
{
    struct progress *progress = progress_new(parent);
    progress_set_language(progress, "ru");
    finish(progress, "finished");
    progress_keep(progress, attempt_new(parent, everything_read(parent, EVERYTHING_LESSON), 1));
    progress_keep(progress, played(parent, "played"));
    return save(progress);
}

static void no_part_of_it_is_progress(void **state)
{
    size_t length = write_several(*state);
    for (size_t i = 0; i < length; i++) {
        struct progress *untouched = NULL;
        unsigned char *part = talloc_memdup(*state, bytes, i ? i : 1);
        assert_int_equal(progress_read(*state, part, i, &untouched), PROGRESS_BROKEN);
        assert_null(untouched);
        talloc_free(part);
    }
    struct progress *untouched = NULL;
    unsigned char *longer = talloc_zero_size(*state, length + 1);
    memcpy(longer, bytes, length);
    assert_int_equal(progress_read(*state, longer, length + 1, &untouched), PROGRESS_BROKEN);
    assert_null(untouched);
}

/* A changed bit is found, or is all that is changed in what is read. */
static void a_flipped_bit_is_no_other_bit(void **state)
{
    size_t length = write_several(*state), accepted = 0, refused = 0;
    const char *wanted = getenv("CONECTA_FLIPS");
    size_t stride = wanted ? 8 : 1;
    for (size_t bit = 8; bit < length * 8; bit += stride) {
        struct progress *progress = NULL;
        unsigned char *flipped = talloc_memdup(*state, bytes, length);
        unsigned char *again = talloc_size(*state, length);
        flipped[bit / 8] ^= (unsigned char)(1 << ((bit + bit / 8) % 8));
        enum progress_read result = progress_read(*state, flipped, length, &progress);
        if (result == PROGRESS_READ) {
            assert_int_equal(progress_write(progress, again, length), length);
            assert_memory_equal(again, flipped, length);
        }
        accepted += result == PROGRESS_READ;
        refused += result == PROGRESS_BROKEN;
        talloc_free(progress);
        talloc_free(flipped);
        talloc_free(again);
    }
    assert_true(accepted > 0 && refused > 0);
}

static void a_newer_version_is_told_apart(void **state)
{
    size_t length = write_several(*state);
    struct progress *untouched = NULL;
    bytes[0]++;
    assert_int_equal(progress_read(*state, bytes, length, &untouched), PROGRESS_NEWER);
    bytes[0] = 0;
    assert_int_equal(progress_read(*state, bytes, length, &untouched), PROGRESS_BROKEN);
    assert_null(untouched);
}

static void what_no_writer_writes_is_refused(void **state)
{
    static const struct {
        const char *bytes;
        size_t length;
        enum progress_read result;
    } rows[] = {
        {"\1\0\0\0\0", 5, PROGRESS_READ},
        {"\1\2ru\0\0\0", 7, PROGRESS_READ},
        {"\1\2r\0\0\0\0", 7, PROGRESS_BROKEN},                /* a NUL in a text */
        {"\1\2R!\0\0\0", 7, PROGRESS_BROKEN},                 /* no language */
        {"\1\20abcdefghijklmnop\0\0\0", 21, PROGRESS_BROKEN}, /* a long one */
        {"\1\0\0\1\0\1a\1", 8, PROGRESS_READ},
        {"\1\0\0\1\0\1a\0", 8, PROGRESS_BROKEN},     /* nothing is said of it */
        {"\1\0\0\1\0\1a\21", 8, PROGRESS_BROKEN},    /* an unknown flag */
        {"\1\0\0\1\0\1A\1", 8, PROGRESS_BROKEN},     /* no id */
        {"\1\0\0\1\0\0\1", 7, PROGRESS_BROKEN},      /* an empty one */
        {"\1\0\0\377\377\1a\1", 8, PROGRESS_BROKEN}, /* so many are not there */
        {"\1\0\0\1\0\1a\4", 8, PROGRESS_BROKEN},     /* begun, and nothing more */
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct progress *progress = NULL;
        unsigned char *copy = talloc_memdup(*state, rows[i].bytes, rows[i].length);
        if (progress_read(*state, copy, rows[i].length, &progress) != rows[i].result)
            fail_msg("row %zu", i);
        talloc_free(copy);
    }
}

static void visits_are_added(void **state)
{
    struct progress *progress = progress_new(*state), *visit = progress_new(*state);
    struct attempt *attempt = played(*state, "both");
    progress_set_language(progress, "ru");
    progress_set_language(visit, "en");
    finish(progress, "before");
    progress_keep(progress, played(*state, "begun-before"));
    progress_keep(progress, played(*state, "finished-now"));
    progress_keep(progress, attempt);
    attempt->at = 2;
    progress_cast(visit, "before");
    finish(visit, "finished-now");
    progress_keep(visit, attempt);
    progress_merge(progress, visit);
    assert_string_equal(progress->language, "ru");
    assert_int_equal(progress->count, 4);
    assert_true(progress_find(progress, "before")->finished);
    assert_true(progress_find(progress, "before")->cast);
    assert_non_null(progress_find(progress, "begun-before")->kept);
    assert_null(progress_find(progress, "finished-now")->kept);
    assert_true(progress_find(progress, "finished-now")->finished);
    assert_int_equal(progress_find(progress, "both")->kept->bookmark.index, 2);
    assert_string_equal(progress->lessons[3].id, "both");
}

/* A learner at the small course of tests/support/course.h. */
struct visit {
    char *folder;
    struct session *session;
};

static void open_session(struct visit *visit)
{
    visit->session = session_new(visit, CONTROLS_KEYS, false, 5);
    session_enter(visit->session, course_open(visit->session, visit->folder));
}

static int open_visit(void **state)
{
    struct visit *visit = talloc_zero(NULL, struct visit);
    language_start("/nowhere", "/nowhere");
    language_use("en");
    visit->folder = course_make(visit);
    open_session(visit);
    *state = visit;
    return 0;
}

static int close_visit(void **state)
{
    struct visit *visit = *state;
    folder_remove(visit->folder);
    return stop(state);
}

static void press(struct visit *visit, enum event_kind kind)
{
    session_handle(visit->session, (struct event){kind, 0});
}

static void pick(struct visit *visit, unsigned number)
{
    session_handle(visit->session, (struct event){EVENT_PICK, number});
}

static char *seen(struct visit *visit)
{
    return seen_text(session_view(visit->session, visit), 72);
}

/* In the first lesson, with its second question answered wrong. */
static void begin_the_first(struct visit *visit)
{
    session_open(visit->session, (struct address){0, 0});
    press(visit, EVENT_ENTER);
    press(visit, EVENT_ON);
    press(visit, EVENT_ENTER);
    pick(visit, 2);
}

/* Leaves the program and comes back. */
static void come_back(struct visit *visit)
{
    size_t length = save(session_progress(visit->session));
    talloc_free(visit->session);
    open_session(visit);
    session_welcome(visit->session, load(visit, length));
}

static void the_next_visit_goes_on(void **state)
{
    struct visit *visit = *state;
    begin_the_first(visit);
    char *before = seen(visit);
    come_back(visit);
    assert_true(session_has_begun(visit->session, (struct address){0, 0}));
    assert_false(session_has_begun(visit->session, (struct address){0, 2}));
    assert_false(session_has_begun(visit->session, (struct address){0, 1}));
    pick(visit, 1);
    assert_non_null(strstr(seen(visit), "The first lesson  5 min · begun\n"));
    pick(visit, 1);
    assert_string_equal(seen(visit), before);
}

static void each_begun_lesson_keeps_its_place(void **state)
{
    struct visit *visit = *state;
    begin_the_first(visit);
    char *first = seen(visit);
    session_open(visit->session, (struct address){1, 4});
    press(visit, EVENT_ENTER);
    char *second = seen(visit);
    /* Also a lesson with mistakes in its file takes no place away. */
    session_open(visit->session, (struct address){0, 1});
    for (int i = 0; i < 2; i++) {
        session_open(visit->session, (struct address){0, 0});
        assert_string_equal(seen(visit), first);
        session_open(visit->session, (struct address){1, 4});
        assert_string_equal(seen(visit), second);
        come_back(visit);
    }
}

static void a_finished_lesson_stays_finished(void **state)
{
    struct visit *visit = *state;
    session_open(visit->session, (struct address){0, 2});
    for (int i = 0; i < 3; i++)
        press(visit, EVENT_ON);
    come_back(visit);
    assert_true(session_has_finished(visit->session, (struct address){0, 2}));
    assert_false(session_has_finished(visit->session, (struct address){0, 0}));
    assert_false(session_has_begun(visit->session, (struct address){0, 2}));
}

static void a_plan_is_there_when_the_lesson_is_opened_again(void **state)
{
    struct visit *visit = *state;
    folder_add(visit->folder, "three.yaml",
               "lesson: three\ntitle: The third lesson\nminutes: 3\nsteps:\n"
               "  - plan: What?\n    items:\n      - {id: a, text: A friend}\n"
               "      - {id: b, text: Money}\n");
    session_open(visit->session, (struct address){0, 2});
    press(visit, EVENT_ENTER);
    pick(visit, 2);
    char *before = seen(visit);
    press(visit, EVENT_ON);
    press(visit, EVENT_ON);
    assert_true(session_has_finished(visit->session, (struct address){0, 2}));
    come_back(visit);
    session_open(visit->session, (struct address){0, 2});
    assert_non_null(strstr(seen(visit), "The third lesson"));
    press(visit, EVENT_ENTER);
    assert_string_equal(seen(visit), before);
}

static void she_is_spoken_to_in_her_language(void **state)
{
    struct visit *visit = *state;
    pick(visit, 1);
    press(visit, EVENT_LANGUAGE);
    pick(visit, 2);
    size_t length = save(session_progress(visit->session));
    language_use("en");
    open_session(visit);
    session_welcome(visit->session, load(visit, length));
    assert_string_equal(language_used(), "ru");
}

/* She gave her words after she had begun something. */
static void what_was_done_before_the_words_stays(void **state)
{
    struct visit *visit = *state;
    begin_the_first(visit);
    session_open(visit->session, (struct address){0, 2});
    size_t length = save(session_progress(visit->session));
    open_session(visit);
    session_open(visit->session, (struct address){1, 4});
    press(visit, EVENT_ENTER);
    char *before = seen(visit);
    session_welcome(visit->session, load(visit, length));
    assert_string_equal(seen(visit), before);
    assert_true(session_has_begun(visit->session, (struct address){0, 0}));
    assert_true(session_has_begun(visit->session, (struct address){0, 2}));
}

static void a_lesson_that_changed_says_so(void **state)
{
    struct visit *visit = *state;
    begin_the_first(visit);
    size_t length = save(session_progress(visit->session));
    char *text = talloc_strdup(visit, COURSE_LESSON_ONE);
    memcpy(strstr(text, "{id: n, text: Once no"), "{id: m", strlen("{id: m"));
    folder_add(visit->folder, "one.yaml", text);
    open_session(visit);
    session_welcome(visit->session, load(visit, length));
    session_open(visit->session, (struct address){0, 0});
    assert_int_equal(visit->session->attempt->resumed, RESUMED_CHANGED);
    assert_non_null(strstr(seen(visit), "Asked once?"));
    assert_null(strstr(seen(visit), "Because not."));
}

static struct session *at_the_course(const void *parent, uint64_t seed)
{
    struct session *session = session_new(parent, CONTROLS_KEYS, false, seed);
    session_enter(session, course_open(session, getenv("CONECTA_LESSONS_DIR")));
    return session;
}

static struct address anywhere(const struct session *session, struct random *random)
{
    size_t module = random_below(random, session->library->course->modules.count);
    size_t count = course_module(session->library->course, module)->lessons.count;
    return (struct address){module, random_below(random, count)};
}

/* Something that never opens a page over the lesson. */
static void do_something(struct session *session, struct random *random)
{
    static const enum event_kind kinds[] = {EVENT_ENTER, EVENT_PICK, EVENT_PICK,     EVENT_ON,
                                            EVENT_DOWN,  EVENT_BACK, EVENT_CHARACTER};
    struct event event = {kinds[random_below(random, sizeof kinds / sizeof kinds[0])], 0};
    event.number = 1 + (unsigned)random_below(random, 4);
    if (event.kind == EVENT_CHARACTER)
        event.number = '0' + event.number;
    session_handle(session, event);
}

/* In the lessons of the course: whoever comes back sees what she would have seen. */
static void random_learners_come_back(void **state)
{
    const char *wanted = getenv("CONECTA_WALKS");
    unsigned long walks = wanted && *wanted ? strtoul(wanted, NULL, 10) : 200;
    for (uint64_t seed = 1; seed <= (walks < 200 ? walks : 200); seed++) {
        void *memory = talloc_new(*state);
        struct random random = {seed};
        struct session *session = at_the_course(memory, seed);
        struct address address = {0, 0};
        for (int step = 0; step < 150; step++) {
            if (session->place != PLACE_LESSON || step % 50 == 0) {
                address = anywhere(session, &random);
                session_open(session, address);
            }
            do_something(session, &random);
        }
        session_open(session, address);
        attempt_pause(session->attempt);
        struct session *again = at_the_course(memory, seed + 1000);
        session_welcome(again, load(memory, save(session_progress(session))));
        session_open(again, address);
        for (int step = 0; step < 20; step++) {
            uint64_t now = random.state;
            char *before = seen_text(session_view(session, memory), 72);
            if (strcmp(before, seen_text(session_view(again, memory), 72)) != 0)
                fail_msg("learner %d, step %d: %s", (int)seed, step, before);
            if (session->place != PLACE_LESSON)
                break;
            do_something(session, &random);
            random.state = now;
            do_something(again, &random);
        }
        talloc_free(memory);
    }
}

#define WITH_MEMORY(test) cmocka_unit_test_setup_teardown(test, start, stop)
#define IN_VISIT(test) cmocka_unit_test_setup_teardown(test, open_visit, close_visit)

int main(void)
{
    static const struct CMUnitTest tests[] = {
        WITH_MEMORY(nothing_is_little),
        WITH_MEMORY(marks_come_back),
        WITH_MEMORY(finishing_ends_what_was_begun),
        WITH_MEMORY(a_plan_stays),
        WITH_MEMORY(two_hundred_lessons_fit_with_ten_begun),
        WITH_MEMORY(what_does_not_fit_goes_from_the_oldest),
        WITH_MEMORY(a_thousand_lessons_never_fail),
        WITH_MEMORY(no_part_of_it_is_progress),
        WITH_MEMORY(a_flipped_bit_is_no_other_bit),
        WITH_MEMORY(a_newer_version_is_told_apart),
        WITH_MEMORY(what_no_writer_writes_is_refused),
        WITH_MEMORY(visits_are_added),
        WITH_MEMORY(random_learners_come_back),
        IN_VISIT(the_next_visit_goes_on),
        IN_VISIT(each_begun_lesson_keeps_its_place),
        IN_VISIT(a_finished_lesson_stays_finished),
        IN_VISIT(a_plan_is_there_when_the_lesson_is_opened_again),
        IN_VISIT(she_is_spoken_to_in_her_language),
        IN_VISIT(what_was_done_before_the_words_stays),
        IN_VISIT(a_lesson_that_changed_says_so),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
