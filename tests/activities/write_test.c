/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "../support/doing.h"

#define QUESTION                                      \
    "  - write: Which medicine prevents HIV?\n"       \
    "    id: prep\n"                                  \
    "    rev: 1\n"                                    \
    "    accept: [PrEP, Pre-exposure prophylaxis]\n"  \
    "    why: It is taken before a risk.\n"

static struct doing begin(void)
{
    return doing_new(QUESTION, 1);
}

static void a_text_is_typed_and_compared(void **state)
{
    static const struct {
        const char *typed;
        enum answer answer;
    } rows[] = {
        {"PrEP", ANSWER_RIGHT},
        {"prep!", ANSWER_RIGHT},
        {"pre-exposure  profylaxis", ANSWER_WRONG}, /* two slips in one word */
        {"pre exposure prophylaxys", ANSWER_RIGHT},
        {"pep", ANSWER_WRONG}, /* another medicine: too short for a slip */
        {"condom", ANSWER_WRONG},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct doing doing = begin();
        doing_type(&doing, rows[i].typed);
        assert_int_equal(doing_answer(&doing), rows[i].answer);
        assert_settled(&doing);
        doing_free(&doing);
    }
}

static void the_best_answer_is_told(void **state)
{
    struct doing doing = begin();
    (void)state;
    doing_type(&doing, "condom");
    assert_seen(doing_view(&doing), "condom  your answer");
    assert_seen(doing_view(&doing), "x Not quite.");
    assert_seen(doing_view(&doing), "The right answer: PrEP — It is taken before a risk.");
    doing_free(&doing);
}

/* The bytes of the state are what could be written to a disk one day. */
static void nothing_typed_stays_when_the_page_is_left(void **state)
{
    struct doing doing = begin();
    const char *bytes = doing.turn.state;
    (void)state;
    doing_type(&doing, "condom");
    doing.activity->leave(doing.turn.state);
    for (size_t i = 0; i + 6 <= doing.activity->state_size; i++)
        assert_memory_not_equal(bytes + i, "condom", 6);
    assert_int_equal(doing_answer(&doing), ANSWER_WRONG);
    assert_not_seen(doing_view(&doing), "condom");
    assert_seen(doing_view(&doing), "Not quite.");
    doing_free(&doing);
}

static void keys_are_letters_here(void **state)
{
    struct doing doing = begin();
    (void)state;
    assert_int_equal(doing_view(&doing)->input, INPUT_TEXT);
    assert_int_equal(doing_press(&doing, EVENT_BACK), OUTCOME_IGNORED);
    assert_int_equal(doing_press(&doing, EVENT_ENTER), OUTCOME_IGNORED);
    assert_int_equal(doing_answer(&doing), ANSWER_NONE);
    doing_free(&doing);
}

static void before_the_lesson_nothing_is_said(void **state)
{
    struct doing doing = begin();
    (void)state;
    doing.turn.quiet = true;
    doing_type(&doing, "condom");
    assert_not_seen(doing_view(&doing), "Not quite");
    assert_not_seen(doing_view(&doing), "PrEP");
    doing_free(&doing);
}

static void recall_is_the_question_and_the_best_answer(void **state)
{
    struct doing doing = begin();
    (void)state;
    assert_string_equal(doing_recall(&doing), "Which medicine prevents HIV? — PrEP");
    doing_free(&doing);
}

static void an_answer_must_have_letters(void **state)
{
    (void)state;
    assert_refused("  - write: Which?\n    id: x\n    accept: ['...']\n    why: w\n",
                   "this answer has no letters or digits");
    assert_refused("  - write: Which?\n    id: x\n    why: w\n", "'accept' is missing");
    assert_refused("  - write: Which?\n    id: x\n    accept: []\n    why: w\n",
                   "'accept' needs 1 to 20 entries");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_text_is_typed_and_compared),
        cmocka_unit_test(the_best_answer_is_told),
        cmocka_unit_test(nothing_typed_stays_when_the_page_is_left),
        cmocka_unit_test(keys_are_letters_here),
        cmocka_unit_test(before_the_lesson_nothing_is_said),
        cmocka_unit_test(recall_is_the_question_and_the_best_answer),
        cmocka_unit_test(an_answer_must_have_letters),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
