/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "../support/doing.h"

#define STEPS                                                               \
    "  - match: Who helps with what?\n"                                     \
    "    id: who\n"                                                         \
    "    pairs:\n"                                                          \
    "      - {id: a, left: A test, right: AIDS centre, why: It is free.}\n" \
    "      - {id: b, left: A fine, right: Lawyer, why: Law is her work.}\n" \
    "      - {id: c, left: A fire, right: Fire brigade, why: They have water.}\n"

static const char *const rights[] = {"AIDS centre", "Lawyer", "Fire brigade"};

static struct doing begin(uint64_t seed)
{
    return doing_new(STEPS, seed);
}

static bool is_offered(struct doing *doing, const char *text)
{
    const struct view *view = doing_view(doing);
    for (size_t i = 1; i <= view->options; i++)
        if (strcmp(seen_option(view, i)->text.text, text) == 0)
            return true;
    return false;
}

static void lefts_are_asked_one_by_one(void **state)
{
    struct doing doing = begin(1);
    (void)state;
    struct view *view = doing_view(&doing);
    assert_seen(view, "Who helps with what?");
    assert_seen(view, "1 of 3\nA test\n");
    assert_int_equal(view->options, 3);
    assert_int_equal(view->input, INPUT_PICK);
    assert_int_equal(view->focus, 1);
    assert_int_equal(view->news, 0);
    assert_int_equal(doing_pick_text(&doing, "AIDS centre"), OUTCOME_CHANGED);
    view = doing_view(&doing);
    assert_seen(view, "2 of 3\nA fine\n");
    assert_int_not_equal(view->news, 0);
    assert_int_equal(doing_answer(&doing), ANSWER_NONE);
    assert_not_seen(view, "It is free.");
    doing_free(&doing);
}

static void what_is_taken_is_offered_no_more(void **state)
{
    struct doing doing = begin(1);
    (void)state;
    doing_pick_text(&doing, "Lawyer");
    assert_int_equal(doing_view(&doing)->options, 2);
    assert_false(is_offered(&doing, "Lawyer"));
    assert_true(is_offered(&doing, "AIDS centre"));
    assert_true(is_offered(&doing, "Fire brigade"));
    assert_int_equal(doing_pick(&doing, 3), OUTCOME_IGNORED);
    assert_int_equal(doing_pick(&doing, 0), OUTCOME_IGNORED);
    doing_free(&doing);
}

static void the_last_one_goes_without_saying(void **state)
{
    struct doing doing = begin(2);
    (void)state;
    doing_pick_text(&doing, "AIDS centre");
    doing_pick_text(&doing, "Lawyer");
    assert_int_equal(doing_answer(&doing), ANSWER_RIGHT);
    struct view *view = doing_view(&doing);
    assert_int_equal(seen_block(view, BLOCK_VERDICT)->mark, MARK_RIGHT);
    assert_seen(view, "+ A fire → Fire brigade — They have water.\n");
    assert_null(seen_block(view, BLOCK_OPTION));
    assert_settled(&doing);
    doing_free(&doing);
}

static void mistakes_have_a_sign_and_a_word(void **state)
{
    struct doing doing = begin(1);
    (void)state;
    doing_pick_text(&doing, "Lawyer");
    doing_pick_text(&doing, "AIDS centre");
    assert_int_equal(doing_answer(&doing), ANSWER_WRONG);
    struct view *view = doing_view(&doing);
    assert_int_equal(seen_block(view, BLOCK_VERDICT)->mark, MARK_WRONG);
    assert_seen(view, "x A test → AIDS centre — It is free.  you took another one\n");
    assert_seen(view, "x A fine → Lawyer — Law is her work.  you took another one\n");
    assert_seen(view, "+ A fire → Fire brigade — They have water.\n");
    assert_int_equal(view->input, INPUT_NONE);
    assert_settled(&doing);
    doing_free(&doing);
}

static void enter_and_space_take_the_focused_right(void **state)
{
    struct doing doing = begin(1);
    (void)state;
    doing.focus = seen_number(doing_view(&doing), "AIDS centre");
    assert_int_equal(doing_press(&doing, EVENT_ENTER), OUTCOME_CHANGED);
    assert_int_equal(doing.focus, 1);
    doing.focus = seen_number(doing_view(&doing), "Lawyer");
    assert_int_equal(doing_press(&doing, EVENT_SPACE), OUTCOME_CHANGED);
    assert_int_equal(doing_answer(&doing), ANSWER_RIGHT);
    doing_free(&doing);
}

static void a_line_matches_one(void **state)
{
    struct doing doing = begin(3);
    (void)state;
    for (size_t i = 0; i < 2; i++) {
        char line[2] = {(char)('0' + seen_number(doing_view(&doing), rights[i])), 0};
        doing_type(&doing, line);
    }
    assert_int_equal(doing_answer(&doing), ANSWER_RIGHT);
    doing_free(&doing);
}

static void back_takes_the_last_one_back(void **state)
{
    struct doing doing = begin(1);
    (void)state;
    char *before = doing_text(&doing);
    assert_null(seen_hint(doing_view(&doing), EVENT_BACK));
    assert_int_equal(doing_press(&doing, EVENT_BACK), OUTCOME_IGNORED);
    doing_pick_text(&doing, "Fire brigade");
    assert_non_null(seen_hint(doing_view(&doing), EVENT_BACK));
    doing.focus = 2;
    assert_int_equal(doing_press(&doing, EVENT_BACK), OUTCOME_CHANGED);
    assert_int_equal(doing.focus, 1);
    assert_string_equal(doing_text(&doing), before);
    doing_pick_text(&doing, "AIDS centre");
    doing_pick_text(&doing, "Lawyer");
    assert_int_equal(doing_answer(&doing), ANSWER_RIGHT);
    doing_free(&doing);
}

static void rights_are_mixed_and_stay_so(void **state)
{
    bool differs = false;
    struct doing first = begin(0);
    (void)state;
    for (uint64_t seed = 1; seed <= 20; seed++) {
        struct doing doing = begin(seed);
        assert_string_equal(doing_text(&doing), doing_text(&doing));
        differs |= strcmp(doing_text(&doing), doing_text(&first)) != 0;
        doing_free(&doing);
    }
    doing_free(&first);
    assert_true(differs);
}

static void the_state_is_plain_data(void **state)
{
    struct doing doing = begin(4);
    (void)state;
    for (size_t i = 0; i < 2; i++) {
        char *before = doing_text(&doing);
        doing_move_state(&doing);
        assert_string_equal(doing_text(&doing), before);
        doing_pick_text(&doing, rights[i]);
    }
    char *before = doing_text(&doing);
    doing_move_state(&doing);
    assert_string_equal(doing_text(&doing), before);
    assert_int_equal(doing_answer(&doing), ANSWER_RIGHT);
    doing_free(&doing);
}

static void two_pairs_need_one_answer(void **state)
{
    struct doing doing = doing_new("  - match: x\n"
                                   "    id: x\n"
                                   "    pairs:\n"
                                   "      - {id: a, left: L, right: R, why: w}\n"
                                   "      - {id: b, left: M, right: S, why: w}\n",
                                   1);
    (void)state;
    doing_pick_text(&doing, "S");
    assert_int_equal(doing_answer(&doing), ANSWER_WRONG);
    assert_settled(&doing);
    doing_free(&doing);
}

static void nine_pairs_are_matched(void **state)
{
    void *memory = talloc_new(NULL);
    char *steps = talloc_strdup(memory, "  - match: x\n    id: x\n    pairs:\n");
    (void)state;
    for (int i = 1; i <= 9; i++)
        steps = talloc_asprintf_append_buffer(
            steps, "      - {id: p%d, left: left %d, right: right %d, why: w}\n", i, i, i);
    struct doing doing = doing_new(steps, 5);
    for (int i = 1; i <= 8; i++) {
        assert_int_equal(doing_answer(&doing), ANSWER_NONE);
        doing_pick_text(&doing, talloc_asprintf(memory, "right %d", i));
    }
    assert_int_equal(doing_answer(&doing), ANSWER_RIGHT);
    doing_free(&doing);
    talloc_free(memory);
}

static void recall_names_every_pair(void **state)
{
    struct doing doing = begin(1);
    (void)state;
    assert_string_equal(doing_recall(&doing),
                        "Who helps with what? — A test → AIDS centre; A fine → Lawyer; "
                        "A fire → Fire brigade");
    doing_free(&doing);
}

#define PAIRS(first, second) "  - match: x\n    id: x\n    pairs:\n" first second
#define PAIR_A "      - {id: a, left: L, right: R, why: w}\n"

static void sides_that_read_the_same_are_refused(void **state)
{
    (void)state;
    assert_refused(PAIRS(PAIR_A, "      - {id: b, left: M, right: R, why: w}\n"),
                   "another pair has the same 'right'");
    assert_refused(PAIRS(PAIR_A, "      - {id: b, left: L, right: S, why: w}\n"),
                   "another pair has the same 'left'");
    assert_refused(PAIRS(PAIR_A, "      - {id: a, left: M, right: S, why: w}\n"),
                   "the id 'a' is used twice");
    assert_refused(PAIRS(PAIR_A, ""), "'pairs' needs 2 to 9 entries");
    assert_refused(PAIRS(PAIR_A, "      - {id: b, left: M, right: S}\n"), "'why' is missing");
}

static void the_problem_stands_at_the_second_one(void **state)
{
    void *memory = talloc_new(NULL);
    (void)state;
    struct diagnostics *problems =
        lesson_problems(memory, LESSON_HEAD_TEXT "steps:\n" PAIRS(PAIR_A, "      - id: b\n"
                                                                          "        left: M\n"
                                                                          "        right: R\n"
                                                                          "        why: w\n"));
    assert_non_null(problems);
    assert_int_equal(problems->items[0].at.line, 11);
    assert_int_equal(problems->items[0].at.column, 16);
    assert_non_null(problems->items[0].advice);
    talloc_free(memory);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lefts_are_asked_one_by_one),
        cmocka_unit_test(what_is_taken_is_offered_no_more),
        cmocka_unit_test(the_last_one_goes_without_saying),
        cmocka_unit_test(mistakes_have_a_sign_and_a_word),
        cmocka_unit_test(enter_and_space_take_the_focused_right),
        cmocka_unit_test(a_line_matches_one),
        cmocka_unit_test(back_takes_the_last_one_back),
        cmocka_unit_test(rights_are_mixed_and_stay_so),
        cmocka_unit_test(the_state_is_plain_data),
        cmocka_unit_test(two_pairs_need_one_answer),
        cmocka_unit_test(nine_pairs_are_matched),
        cmocka_unit_test(recall_names_every_pair),
        cmocka_unit_test(sides_that_read_the_same_are_refused),
        cmocka_unit_test(the_problem_stands_at_the_second_one),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
