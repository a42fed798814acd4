/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "../support/doing.h"

#define QUESTION                                                \
    "  - choose-all: Which fluids?\n"                           \
    "    id: fluids\n"                                          \
    "    rev: 1\n"                                              \
    "    options:\n"                                            \
    "      - {id: a, text: Blood, right: yes, why: It does.}\n" \
    "      - {id: b, text: Tears, why: They do not.}\n"         \
    "      - {id: c, text: Semen, right: yes, why: So does it.}\n"
#define HINTS "    hints: [Two of them., Not the eyes.]\n"

static struct doing begin(const char *more)
{
    char *steps = talloc_asprintf(NULL, "%s%s", QUESTION, more);
    struct doing doing = doing_new(steps, 1);
    talloc_free(steps);
    return doing;
}

static void the_question_is_shown(void **state)
{
    struct doing doing = begin("");
    (void)state;
    assert_string_equal(doing_text(&doing), "Which fluids?\n\n  1. [ ] Blood\n  2. [ ] Tears\n"
                                            "  3. [ ] Semen\n\n"
                                            "Tick everything that fits, then press Enter.\n");
    struct view *view = doing_view(&doing);
    assert_int_equal(view->input, INPUT_TICK);
    assert_int_equal(view->focus, 1);
    assert_non_null(seen_hint(view, EVENT_SPACE));
    assert_non_null(seen_hint(view, EVENT_PICK));
    assert_non_null(seen_hint(view, EVENT_ENTER));
    assert_int_equal(doing_answer(&doing), ANSWER_NONE);
    doing_free(&doing);
}

static void digits_and_space_tick_and_untick(void **state)
{
    struct doing doing = begin("");
    (void)state;
    assert_int_equal(doing_pick(&doing, 3), OUTCOME_CHANGED);
    assert_int_equal(seen_option(doing_view(&doing), 3)->mark, MARK_TICKED);
    assert_int_equal(doing_view(&doing)->focus, 3);
    assert_int_equal(doing_press(&doing, EVENT_SPACE), OUTCOME_CHANGED);
    assert_int_equal(seen_option(doing_view(&doing), 3)->mark, MARK_OPEN);
    assert_int_equal(doing_pick(&doing, 4), OUTCOME_IGNORED);
    assert_int_equal(doing_pick(&doing, 0), OUTCOME_IGNORED);
    assert_int_equal(doing_answer(&doing), ANSWER_NONE);
    doing_free(&doing);
}

static void clear_takes_every_tick_back(void **state)
{
    struct doing doing = begin("");
    (void)state;
    doing_pick(&doing, 1);
    doing_pick(&doing, 2);
    assert_int_equal(doing_press(&doing, EVENT_CLEAR), OUTCOME_CHANGED);
    for (unsigned i = 1; i <= 3; i++)
        assert_int_equal(seen_option(doing_view(&doing), i)->mark, MARK_OPEN);
    doing_free(&doing);
}

static void enter_without_a_tick_ticks(void **state)
{
    struct doing doing = begin("");
    (void)state;
    doing.focus = 2;
    assert_int_equal(doing_press(&doing, EVENT_ENTER), OUTCOME_CHANGED);
    assert_int_equal(seen_option(doing_view(&doing), 2)->mark, MARK_TICKED);
    assert_int_equal(doing_answer(&doing), ANSWER_NONE);
    doing_free(&doing);
}

static void every_right_option_and_no_other_is_right(void **state)
{
    (void)state;
    for (unsigned ticks = 1; ticks < 8; ticks++) {
        struct doing doing = begin("");
        for (unsigned i = 0; i < 3; i++)
            if (ticks & 1u << i)
                doing_pick(&doing, i + 1);
        assert_int_equal(doing_press(&doing, EVENT_ENTER), OUTCOME_CHANGED);
        assert_int_equal(doing_answer(&doing), ticks == 5 ? ANSWER_RIGHT : ANSWER_WRONG);
        assert_int_equal(seen_block(doing_view(&doing), BLOCK_VERDICT)->mark,
                         ticks == 5 ? MARK_RIGHT : MARK_WRONG);
        assert_settled(&doing);
        doing_free(&doing);
    }
}

static void the_solution_gives_every_reason(void **state)
{
    struct doing doing = begin("");
    (void)state;
    doing_pick(&doing, 1);
    doing_pick(&doing, 2);
    doing_press(&doing, EVENT_ENTER);
    assert_seen(doing_view(&doing), "+ Fits: Blood — It does.\n");
    assert_seen(doing_view(&doing), "x Does not fit: Tears — They do not.  you ticked it\n");
    assert_seen(doing_view(&doing), "+ Fits: Semen — So does it.  you did not tick it\n");
    assert_int_equal(doing_view(&doing)->input, INPUT_NONE);
    assert_int_equal(doing_view(&doing)->focus, 0);
    doing_free(&doing);
}

static void a_line_says_the_whole_answer(void **state)
{
    struct doing doing = begin("");
    (void)state;
    doing_pick(&doing, 2);
    assert_int_equal(doing_type(&doing, "3, 1"), OUTCOME_CHANGED);
    assert_int_equal(doing_answer(&doing), ANSWER_RIGHT);
    doing_free(&doing);
}

static void hints_come_one_at_a_time(void **state)
{
    struct doing doing = begin(HINTS);
    (void)state;
    doing_pick(&doing, 1);
    doing_press(&doing, EVENT_ENTER);
    assert_seen(doing_view(&doing), "Two of them.");
    assert_not_seen(doing_view(&doing), "Not the eyes.");
    assert_not_seen(doing_view(&doing), "It does.");
    assert_int_equal(doing_view(&doing)->input, INPUT_TICK);
    assert_int_equal(seen_option(doing_view(&doing), 1)->mark, MARK_TICKED);
    doing_press(&doing, EVENT_ENTER);
    assert_seen(doing_view(&doing), "Not the eyes.");
    assert_not_seen(doing_view(&doing), "Two of them.");
    doing_press(&doing, EVENT_ENTER);
    assert_not_seen(doing_view(&doing), "Not the eyes.");
    assert_seen(doing_view(&doing), "Fits: Blood");
    assert_settled(&doing);
    doing_free(&doing);
}

static void the_first_answer_counts(void **state)
{
    struct doing doing = begin(HINTS);
    (void)state;
    doing_pick(&doing, 1);
    doing_press(&doing, EVENT_ENTER);
    doing_pick(&doing, 3);
    doing_press(&doing, EVENT_ENTER);
    assert_int_equal(seen_block(doing_view(&doing), BLOCK_VERDICT)->mark, MARK_RIGHT);
    assert_int_equal(doing_answer(&doing), ANSWER_WRONG);
    assert_settled(&doing);
    doing_free(&doing);
}

/* Ticking must not tell whether the ticks are right. */
static void the_verdict_is_on_what_was_answered(void **state)
{
    struct doing doing = begin(HINTS);
    (void)state;
    doing_pick(&doing, 1);
    doing_press(&doing, EVENT_ENTER);
    doing_pick(&doing, 3);
    const struct block *verdict = seen_block(doing_view(&doing), BLOCK_VERDICT);
    assert_true(!verdict || verdict->mark != MARK_RIGHT);
    doing_free(&doing);
}

static void before_the_lesson_nothing_is_said(void **state)
{
    struct doing doing = begin(HINTS);
    (void)state;
    doing.turn.quiet = true;
    doing_pick(&doing, 1);
    assert_int_equal(doing_press(&doing, EVENT_ENTER), OUTCOME_DONE);
    assert_int_equal(doing_answer(&doing), ANSWER_WRONG);
    struct view *view = doing_view(&doing);
    assert_null(seen_block(view, BLOCK_VERDICT));
    assert_null(seen_block(view, BLOCK_ITEM));
    assert_int_equal(seen_option(view, 1)->mark, MARK_TICKED);
    assert_int_equal(seen_option(view, 2)->mark, MARK_OPEN);
    assert_int_equal(seen_option(view, 3)->mark, MARK_OPEN);
    assert_not_seen(view, "It does.");
    assert_not_seen(view, "Two of them.");
    assert_settled(&doing);
    doing_free(&doing);
}

static void a_random_order_stays_the_same(void **state)
{
    bool differs = false;
    (void)state;
    for (uint64_t seed = 1; seed <= 20; seed++) {
        struct doing doing = doing_new(QUESTION "    shuffle: yes\n", seed);
        char *first = doing_text(&doing);
        assert_string_equal(doing_text(&doing), first);
        differs |= strstr(first, "1. [ ] Blood\n  2. [ ] Tears") == NULL;
        doing_pick_text(&doing, "Blood");
        doing_pick_text(&doing, "Semen");
        doing_press(&doing, EVENT_ENTER);
        assert_int_equal(doing_answer(&doing), ANSWER_RIGHT);
        doing_free(&doing);
    }
    assert_true(differs);
}

static void the_state_is_plain_data(void **state)
{
    struct doing doing = begin(HINTS "    shuffle: yes\n");
    (void)state;
    doing_pick_text(&doing, "Blood");
    doing_press(&doing, EVENT_ENTER);
    char *before = doing_text(&doing);
    doing_move_state(&doing);
    assert_string_equal(doing_text(&doing), before);
    doing_pick_text(&doing, "Semen");
    doing_press(&doing, EVENT_ENTER);
    before = doing_text(&doing);
    doing_move_state(&doing);
    assert_string_equal(doing_text(&doing), before);
    assert_int_equal(doing_answer(&doing), ANSWER_WRONG);
    doing_free(&doing);
}

static void recall_names_every_right_option(void **state)
{
    struct doing doing = begin("");
    (void)state;
    assert_string_equal(doing_recall(&doing), "Which fluids? — Blood; Semen");
    doing_free(&doing);
}

static void a_question_without_a_right_option_is_refused(void **state)
{
    (void)state;
    assert_refused("  - choose-all: Which?\n"
                   "    id: x\n"
                   "    rev: 1\n"
                   "    options:\n"
                   "      - {id: a, text: A, why: x}\n"
                   "      - {id: b, text: B, why: y}\n",
                   "no option of this question");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_question_is_shown),
        cmocka_unit_test(digits_and_space_tick_and_untick),
        cmocka_unit_test(clear_takes_every_tick_back),
        cmocka_unit_test(enter_without_a_tick_ticks),
        cmocka_unit_test(every_right_option_and_no_other_is_right),
        cmocka_unit_test(the_solution_gives_every_reason),
        cmocka_unit_test(a_line_says_the_whole_answer),
        cmocka_unit_test(hints_come_one_at_a_time),
        cmocka_unit_test(the_first_answer_counts),
        cmocka_unit_test(the_verdict_is_on_what_was_answered),
        cmocka_unit_test(before_the_lesson_nothing_is_said),
        cmocka_unit_test(a_random_order_stays_the_same),
        cmocka_unit_test(the_state_is_plain_data),
        cmocka_unit_test(recall_names_every_right_option),
        cmocka_unit_test(a_question_without_a_right_option_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
