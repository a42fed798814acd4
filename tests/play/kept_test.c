/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A lesson is put aside and goes on: as it was, or changed meanwhile. */
#include "play/kept.h"

#include <unistr.h>

#include "../support/everything.h"

#define KEPT_MAX 32767

/* Through bytes, as if it came from the store. */
static struct kept *through_bytes(const void *parent, const struct attempt *attempt, bool answers)
{
    static unsigned char bytes[KEPT_MAX];
    struct kept *kept = kept_new(parent, attempt);
    struct octets_out out = {bytes, sizeof bytes, 0};
    kept_write(&out, kept, answers);
    talloc_free(kept);
    assert_true(out.length <= sizeof bytes);
    struct octets_in in = {bytes, out.length, false};
    kept = kept_read(parent, &in);
    assert_non_null(kept);
    assert_int_equal(in.length, 0);
    return kept;
}

static struct attempt *put_aside(const struct attempt *attempt, const struct lesson *lesson)
{
    return kept_resume(lesson, lesson, through_bytes(attempt, attempt, true));
}

static const char *step_id(const struct attempt *attempt)
{
    const struct step *step = attempt->stops[attempt->at].step;
    return step && step->id.bytes ? step->id.bytes : "";
}

static void assert_same_rows(struct attempt *one, struct attempt *other)
{
    size_t at = one->at;
    assert_int_equal(other->at, at);
    assert_int_equal(other->count, one->count);
    assert_int_equal(other->collected, one->collected);
    for (size_t i = 0; i < one->count; i++) {
        one->at = other->at = i;
        char *before = everything_seen(one), *after = everything_seen(other);
        assert_string_equal(after, before);
        talloc_free(before);
        talloc_free(after);
    }
    one->at = other->at = at;
}

/* Whatever she did on the way, every page is as it was, the ones to come too. */
static void it_goes_on_at_every_stop(void **state)
{
    void *memory = talloc_new(NULL);
    const struct lesson *lesson = everything_read(memory, EVERYTHING_LESSON);
    (void)state;
    for (uint64_t seed = 1; seed <= 6; seed++) {
        struct random random = {seed};
        struct attempt *attempt = attempt_new(memory, lesson, seed * 1000);
        enum outcome outcome = OUTCOME_CHANGED;
        size_t stops = 0;
        for (; outcome != OUTCOME_DONE; stops++) {
            for (size_t acts = random_below(&random, 5); acts > 0; acts--)
                everything_act(attempt, &random);
            attempt_pause(attempt);
            struct attempt *again = put_aside(attempt, lesson);
            assert_int_equal(again->resumed, RESUMED_WHOLE);
            assert_same_rows(attempt, again);
            talloc_free(attempt);
            attempt = again;
            outcome = everything_do(attempt, EVENT_ON, 0);
        }
        assert_true(attempt->collected);
        assert_true(stops > 10);
        talloc_free(attempt);
    }
    talloc_free(memory);
}

/* Goes to the step with this id, for the first time. */
static void go_to(struct attempt *attempt, const char *id)
{
    while (strcmp(step_id(attempt), id) != 0)
        assert_int_equal(everything_do(attempt, EVENT_ON, 0), OUTCOME_CHANGED);
}

static void pick_text(struct attempt *attempt, const char *text)
{
    struct view *view = view_new(attempt);
    attempt_show(attempt, view);
    everything_do(attempt, EVENT_PICK, seen_number(view, text));
    talloc_free(view);
}

/* With the first question answered wrong, then right, and the number right. */
static struct attempt *answered(const void *memory)
{
    struct attempt *attempt = attempt_new(memory, everything_read(memory, EVERYTHING_LESSON), 7);
    go_to(attempt, "one");
    pick_text(attempt, "Wrong b");
    pick_text(attempt, "Right a");
    go_to(attempt, "many");
    everything_do(attempt, EVENT_CHARACTER, '7');
    everything_do(attempt, EVENT_CHARACTER, '2');
    everything_do(attempt, EVENT_ENTER, 0);
    return attempt;
}

static const struct stop *stop_of(const struct attempt *attempt, enum stop_kind kind,
                                  const char *id)
{
    for (size_t i = 0; i < attempt->count; i++) {
        const struct step *step = attempt->stops[i].step;
        if (attempt->stops[i].kind == kind && step && step->id.bytes &&
            strcmp(step->id.bytes, id) == 0)
            return &attempt->stops[i];
    }
    fail_msg("there is no stop %s", id);
    return NULL;
}

static void what_changed_begins_afresh(void **state)
{
    static const struct {
        const char *from, *to, *id;
        enum answer one; /* of the question that was answered wrong at first */
    } rows[] = {
        /* A page before, a page removed, a question moved away. */
        {"steps:\n", "steps:\n  - read: A new page.\n", "many", ANSWER_WRONG},
        {"  - read: The first page.\n", "", "many", ANSWER_WRONG},
        {"  - read: A page between.\n", "", "many", ANSWER_WRONG},
        {"before-after: [cmp]\n", "", "many", ANSWER_WRONG},
        /* The question itself. */
        {"id: one\n    rev: 1", "id: one\n    rev: 2", "many", ANSWER_NONE},
        {"      - {id: c, text: Wrong c, why: Why c.}\n", "", "many", ANSWER_NONE},
        {"      - {id: c, text: Wrong c", "      - {id: d, text: Wrong c", "many", ANSWER_NONE},
        {"    shuffle: yes\n    hints: [A hint.]\n", "", "many", ANSWER_NONE},
        {"choose: Which one?", "choose-all: Which one?", "many", ANSWER_NONE},
        /* The question where she is. */
        {"id: many\n    rev: 1", "id: many\n    rev: 2", "many", ANSWER_WRONG},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        void *memory = talloc_new(NULL);
        struct attempt *attempt = answered(memory);
        assert_string_equal(step_id(attempt), "many");
        struct attempt *again =
            put_aside(attempt, everything_changed(memory, rows[i].from, rows[i].to));
        assert_int_equal(again->resumed, RESUMED_CHANGED);
        assert_string_equal(step_id(again), rows[i].id);
        assert_int_equal(stop_answer(stop_of(again, STOP_STEP, "one")), rows[i].one);
        assert_int_equal(stop_answer(&again->stops[again->at]),
                         i + 1 < sizeof rows / sizeof rows[0] ? ANSWER_RIGHT : ANSWER_NONE);
        /* From now on this is how the lesson is. */
        struct attempt *third = put_aside(again, again->lesson);
        assert_int_equal(third->resumed, RESUMED_WHOLE);
        assert_same_rows(again, third);
        talloc_free(memory);
    }
}

static void where_she_is_when_the_lesson_changed(void **state)
{
    static const struct {
        size_t at;
        const char *from, *to, *seen;
    } rows[] = {
        /* Stops: title, cmp, page, one, some, row, pairs, piles, page between, many … */
        {2, "steps:\n", "steps:\n  - read: A new page.\n", "A new page."},
        {2, "before-after: [cmp]\n", "", "The first page."},
        {8, "steps:\n", "steps:\n  - read: A new page.\n", "A page between."},
        {8, "  - read: A page between.\n", "", "Where to?"},
        {8, "  - read: A page between.\n", "  - read: Another.\n  - read: More.\n", "Another."},
        {9, "id: many", "id: much", "How many?"},
        {1, "before-after: [cmp]\n", "", "Compared?"},
        {0, "before-after: [cmp]\n", "", "Everything"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        void *memory = talloc_new(NULL);
        struct attempt *attempt =
            attempt_new(memory, everything_read(memory, EVERYTHING_LESSON), 7);
        while (attempt->at < rows[i].at)
            everything_do(attempt, EVENT_ON, 0);
        struct attempt *again =
            put_aside(attempt, everything_changed(memory, rows[i].from, rows[i].to));
        if (!strstr(everything_seen(again), rows[i].seen))
            fail_msg("row %zu: no \"%s\" in %s", i, rows[i].seen, everything_seen(again));
        talloc_free(memory);
    }
}

static void the_end_stays_the_end(void **state)
{
    void *memory = talloc_new(NULL);
    struct attempt *attempt = answered(memory);
    (void)state;
    while (attempt->stops[attempt->at].kind != STOP_LAST)
        everything_do(attempt, EVENT_ON, 0);
    struct attempt *again = put_aside(
        attempt, everything_changed(memory, "  - read: The last page.\n",
                                    "  - choose: New?\n    id: new\n    rev: 1\n    options:\n"
                                    "      - {id: y, text: Y, right: yes, why: Y.}\n"
                                    "      - {id: n, text: N, why: N.}\n"));
    assert_int_equal(again->resumed, RESUMED_CHANGED);
    assert_int_equal(again->stops[again->at].kind, STOP_LAST);
    /* What is new was not answered, so it comes among what was missed. */
    assert_int_equal(stop_answer(stop_of(again, STOP_AGAIN, "new")), ANSWER_NONE);
    assert_int_equal(stop_answer(stop_of(again, STOP_STEP, "one")), ANSWER_WRONG);
    talloc_free(memory);
}

/* What was found missing once is still asked, though she went back and answered it. */
static void what_comes_again_does_so(void **state)
{
    void *memory = talloc_new(NULL);
    struct attempt *attempt = answered(memory);
    (void)state;
    while (attempt->stops[attempt->at].kind != STOP_LAST)
        everything_do(attempt, EVENT_ON, 0);
    const struct stop *name = stop_of(attempt, STOP_STEP, "name");
    while (&attempt->stops[attempt->at] != name)
        everything_do(attempt, EVENT_BACK, 0);
    for (const char *at = "prep"; *at; at++)
        everything_do(attempt, EVENT_CHARACTER, (unsigned)*at);
    everything_do(attempt, EVENT_ENTER, 0);
    assert_int_equal(stop_answer(name), ANSWER_RIGHT);
    attempt_pause(attempt);
    struct attempt *again = put_aside(attempt, attempt->lesson);
    assert_int_equal(stop_answer(stop_of(again, STOP_AGAIN, "name")), ANSWER_NONE);
    assert_same_rows(attempt, again);
    talloc_free(memory);
}

/* A translation, and a change of words, are the same lesson. */
static void another_language_is_no_change(void **state)
{
    static const char *const words[] = {
        "Which one?",
        "Какой?",
        "Right a",
        "Верно",
        "A page between.",
        "Страница.",
        "What is it called?",
        "Как это называется?",
        "[prep]",
        "[дкп]",
        "A hint.",
        "Подсказка.",
        "Go left",
        "Налево",
        "Begin",
        "Сначала",
        "A friend",
        "Подруга",
        "very",
        "да",
    };
    void *memory = talloc_new(NULL);
    char *text = talloc_strdup(memory, EVERYTHING_LESSON);
    (void)state;
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i += 2) {
        const char *at = strstr(text, words[i]);
        assert_non_null(at);
        text = talloc_asprintf(memory, "%.*s%s%s", (int)(at - text), text, words[i + 1],
                               at + strlen(words[i]));
    }
    struct attempt *attempt = answered(memory);
    struct attempt *again = put_aside(attempt, everything_read(memory, text));
    assert_int_equal(again->resumed, RESUMED_WHOLE);
    assert_int_equal(again->at, attempt->at);
    assert_int_equal(stop_answer(stop_of(again, STOP_STEP, "one")), ANSWER_WRONG);
    everything_do(again, EVENT_BACK, 0);
    assert_non_null(strstr(everything_seen(again), "Страница."));
    talloc_free(memory);
}

static void type(struct attempt *attempt, const char *text)
{
    ucs4_t character;
    for (const uint8_t *at = (const uint8_t *)text; *at;) {
        at += u8_mbtouc(&character, at, strlen((const char *)at));
        everything_do(attempt, EVENT_CHARACTER, character);
    }
}

/* Typed into every page and left there. What she does there meanwhile is not disturbed. */
static void nothing_typed_is_put_aside(void **state)
{
    static const struct {
        const char *text;
        size_t fields; /* that take it: of words only, or of the number too */
    } markers[] = {{"zqxj", 2}, {"жщъэ", 2}, {"9173", 3}};
    void *memory = talloc_new(NULL);
    (void)state;
    for (size_t i = 0; i < sizeof markers / sizeof markers[0]; i++) {
        const char *text = markers[i].text;
        const struct lesson *lesson = everything_read(memory, EVERYTHING_LESSON);
        struct attempt *attempt = attempt_new(memory, lesson, 7);
        size_t shown = 0;
        while (attempt->stops[attempt->at].kind != STOP_AFTER) {
            type(attempt, text);
            struct kept *kept = kept_new(memory, attempt);
            if (memmem(kept->answers, kept->length, text, strlen(text)))
                fail_msg("\"%s\" is kept at stop %zu", text, attempt->at);
            shown += strstr(everything_seen(attempt), text) != NULL;
            everything_do(attempt, EVENT_ON, 0);
        }
        /* `write` and `reflect` show it; `find` shows it as what is looked for. */
        assert_true(shown >= markers[i].fields);
        talloc_free(attempt);
    }
    talloc_free(memory);
}

static void an_answer_is_put_aside_but_not_its_words(void **state)
{
    void *memory = talloc_new(NULL);
    const struct lesson *lesson = everything_read(memory, EVERYTHING_LESSON);
    struct attempt *attempt = attempt_new(memory, lesson, 7);
    (void)state;
    go_to(attempt, "name");
    type(attempt, "zqxj");
    everything_do(attempt, EVENT_ENTER, 0);
    struct kept *kept = kept_new(memory, attempt);
    assert_null(memmem(kept->answers, kept->length, "zqxj", 4));
    struct attempt *again = kept_resume(memory, lesson, kept);
    assert_int_equal(stop_answer(&again->stops[again->at]), ANSWER_WRONG);
    talloc_free(memory);
}

static void without_answers_the_place_is_left(void **state)
{
    void *memory = talloc_new(NULL);
    struct attempt *attempt = answered(memory);
    (void)state;
    struct attempt *again =
        kept_resume(memory, attempt->lesson, through_bytes(memory, attempt, false));
    assert_int_equal(again->resumed, RESUMED_PLACE);
    assert_string_equal(step_id(again), "many");
    assert_int_equal(stop_answer(&again->stops[again->at]), ANSWER_NONE);
    while (attempt->stops[attempt->at].kind != STOP_LAST)
        everything_do(attempt, EVENT_ON, 0);
    again = kept_resume(memory, attempt->lesson, through_bytes(memory, attempt, false));
    assert_int_equal(again->stops[again->at].kind, STOP_LAST);
    talloc_free(memory);
}

/* Another version of the program, in whose states the same bytes mean something else. */
static void states_of_another_kind_are_not_taken(void **state)
{
    void *memory = talloc_new(NULL);
    struct attempt *attempt = answered(memory);
    struct kept *kept = kept_new(memory, attempt);
    (void)state;
    kept->answers[0]++;
    struct attempt *again = kept_resume(memory, attempt->lesson, kept);
    assert_int_equal(again->resumed, RESUMED_PLACE);
    assert_string_equal(step_id(again), "many");
    assert_int_equal(stop_answer(&again->stops[again->at]), ANSWER_NONE);
    talloc_free(memory);
}

static void an_untouched_lesson_takes_little_room(void **state)
{
    void *memory = talloc_new(NULL);
    const struct lesson *lesson = everything_read(memory, EVERYTHING_LESSON);
    struct octets_out out = {NULL, 0, 0};
    (void)state;
    kept_write(&out, kept_new(memory, attempt_new(memory, lesson, 7)), true);
    assert_true(out.length < 48);
    struct attempt *done = answered(memory);
    out.length = 0;
    kept_write(&out, kept_new(memory, done), true);
    assert_true(out.length < 160);
    talloc_free(memory);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(it_goes_on_at_every_stop),
        cmocka_unit_test(what_changed_begins_afresh),
        cmocka_unit_test(where_she_is_when_the_lesson_changed),
        cmocka_unit_test(the_end_stays_the_end),
        cmocka_unit_test(what_comes_again_does_so),
        cmocka_unit_test(another_language_is_no_change),
        cmocka_unit_test(nothing_typed_is_put_aside),
        cmocka_unit_test(an_answer_is_put_aside_but_not_its_words),
        cmocka_unit_test(without_answers_the_place_is_left),
        cmocka_unit_test(states_of_another_kind_are_not_taken),
        cmocka_unit_test(an_untouched_lesson_takes_little_room),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
