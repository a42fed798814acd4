/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "../support/doing.h"

#define QUESTION                                       \
    "  - number: How many days does PEP take?\n"       \
    "    id: pep\n"                                    \
    "    rev: 1\n"                                     \
    "    answer: 28\n"                                 \
    "    why: It is taken every day for four weeks.\n"

static struct doing begin(const char *more)
{
    char *steps = talloc_asprintf(NULL, "%s%s", QUESTION, more);
    struct doing doing = doing_new(steps, 1);
    talloc_free(steps);
    return doing;
}

static void type(struct doing *doing, const char *keys)
{
    for (; *keys; keys++) {
        const struct turn turn = doing_turn(doing);
        doing->activity->handle(&turn, (struct event){EVENT_CHARACTER, (unsigned char)*keys});
    }
}

static void a_field_waits_for_digits(void **state)
{
    struct doing doing = begin("    unit: days\n");
    (void)state;
    struct view *view = doing_view(&doing);
    assert_int_equal(view->input, INPUT_NUMBER);
    assert_non_null(seen_block(view, BLOCK_FIELD));
    assert_string_equal(seen_block(view, BLOCK_FIELD)->aside, "days");
    type(&doing, "x2y8 ");
    assert_string_equal(seen_block(doing_view(&doing), BLOCK_FIELD)->text.text, "28");
    assert_int_equal(doing_answer(&doing), ANSWER_NONE);
    doing_free(&doing);
}

static void enter_answers_only_what_was_typed(void **state)
{
    struct doing doing = begin("    unit: days\n");
    (void)state;
    assert_int_equal(doing_press(&doing, EVENT_ENTER), OUTCOME_IGNORED);
    type(&doing, "28");
    assert_int_equal(doing_press(&doing, EVENT_ENTER), OUTCOME_CHANGED);
    assert_int_equal(doing_answer(&doing), ANSWER_RIGHT);
    assert_seen(doing_view(&doing), "28 days  your answer");
    assert_seen(doing_view(&doing), "+ Right.");
    assert_seen(doing_view(&doing),
                "The right answer: 28 days — It is taken every day for four weeks.");
    assert_settled(&doing);
    doing_free(&doing);
}

static void what_is_near_enough_is_right(void **state)
{
    static const struct {
        const char *typed;
        enum answer answer;
    } rows[] = {
        {"25", ANSWER_WRONG}, {"26", ANSWER_RIGHT}, {"28", ANSWER_RIGHT}, {"30", ANSWER_RIGHT},
        {"31", ANSWER_WRONG}, {"0", ANSWER_WRONG},  {"028", ANSWER_RIGHT},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct doing doing = begin("    within: 2\n");
        doing_type(&doing, rows[i].typed);
        assert_int_equal(doing_answer(&doing), rows[i].answer);
        doing_free(&doing);
    }
}

static void a_slip_can_be_erased(void **state)
{
    struct doing doing = begin("");
    (void)state;
    type(&doing, "29");
    assert_int_equal(doing_press(&doing, EVENT_ERASE), OUTCOME_CHANGED);
    type(&doing, "8");
    doing_press(&doing, EVENT_ENTER);
    assert_int_equal(doing_answer(&doing), ANSWER_RIGHT);
    doing_free(&doing);
}

static void an_empty_field_has_nothing_to_erase(void **state)
{
    struct doing doing = begin("");
    (void)state;
    assert_int_equal(doing_press(&doing, EVENT_ERASE), OUTCOME_IGNORED);
    doing_free(&doing);
}

static void a_number_has_an_end(void **state)
{
    struct doing doing = begin("");
    (void)state;
    type(&doing, "99999999999999999999");
    assert_string_equal(seen_block(doing_view(&doing), BLOCK_FIELD)->text.text, "999999999");
    doing_press(&doing, EVENT_ENTER);
    assert_int_equal(doing_answer(&doing), ANSWER_WRONG);
    doing_free(&doing);
}

static void before_the_lesson_nothing_is_said(void **state)
{
    struct doing doing = begin("");
    (void)state;
    doing.turn.quiet = true;
    type(&doing, "5");
    assert_int_equal(doing_press(&doing, EVENT_ENTER), OUTCOME_DONE);
    assert_not_seen(doing_view(&doing), "28");
    assert_not_seen(doing_view(&doing), "Not quite");
    doing_free(&doing);
}

static void recall_is_the_question_and_its_number(void **state)
{
    struct doing doing = begin("    unit: days\n");
    (void)state;
    assert_string_equal(doing_recall(&doing), "How many days does PEP take? — 28 days");
    doing_free(&doing);
}

/* Only what she said with Enter is an answer. */
static void leaving_the_page_wipes_what_was_no_answer(void **state)
{
    struct doing doing = begin("");
    (void)state;
    type(&doing, "31");
    doing.activity->leave(doing.turn.state);
    assert_string_equal(seen_block(doing_view(&doing), BLOCK_FIELD)->text.text, "");
    assert_int_equal(((const char *)doing.turn.state)[1], 0);
    type(&doing, "28");
    doing_press(&doing, EVENT_ENTER);
    doing.activity->leave(doing.turn.state);
    assert_int_equal(doing_answer(&doing), ANSWER_RIGHT);
    assert_seen(doing_view(&doing), "28");
    doing_free(&doing);
}

static void the_answer_must_be_a_number(void **state)
{
    (void)state;
    assert_refused("  - number: How many?\n    id: x\n    answer: many\n    why: w\n",
                   "'answer' must be a whole number from 0 to 999999999");
    assert_refused("  - number: How many?\n    id: x\n    answer: -1\n    why: w\n",
                   "'answer' must be a whole number");
    assert_refused("  - number: How many?\n    id: x\n    why: w\n", "'answer' is missing");
    assert_refused("  - number: How many?\n    id: x\n    answer: 1\n", "'why' is missing");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_field_waits_for_digits),
        cmocka_unit_test(enter_answers_only_what_was_typed),
        cmocka_unit_test(what_is_near_enough_is_right),
        cmocka_unit_test(a_slip_can_be_erased),
        cmocka_unit_test(an_empty_field_has_nothing_to_erase),
        cmocka_unit_test(a_number_has_an_end),
        cmocka_unit_test(before_the_lesson_nothing_is_said),
        cmocka_unit_test(recall_is_the_question_and_its_number),
        cmocka_unit_test(leaving_the_page_wipes_what_was_no_answer),
        cmocka_unit_test(the_answer_must_be_a_number),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
