/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "../support/doing.h"
#include "view/pager.h"

#define STEM "  - choose: Can a **mosquito** pass on HIV?\n    id: mosquito\n    rev: 1\n"
#define OPTIONS                                                   \
    "    options:\n"                                              \
    "      - {id: a, text: Always, why: HIV dies in it.}\n"       \
    "      - {id: b, text: Never, right: yes, why: It cannot.}\n" \
    "      - {id: c, text: Sometimes, why: Not even once.}\n"     \
    "      - {id: d, text: At night, why: Nor at night.}\n"
#define HINTS "    hints: [Think of children., Think of blood.]\n"

static struct doing begin(const char *more)
{
    char *steps = talloc_asprintf(NULL, "%s%s%s", STEM, OPTIONS, more);
    struct doing doing = doing_new(steps, 1);
    talloc_free(steps);
    return doing;
}

static void the_question_is_shown(void **state)
{
    struct doing doing = begin("");
    (void)state;
    assert_string_equal(doing_text(&doing), "Can a mosquito pass on HIV?\n\n  1. Always\n"
                                            "  2. Never\n  3. Sometimes\n  4. At night\n");
    struct view *view = doing_view(&doing);
    assert_int_equal(view->input, INPUT_PICK);
    assert_int_equal(view->focus, 1);
    assert_int_equal(view->options, 4);
    assert_int_equal(view->news, 0);
    assert_non_null(seen_hint(view, EVENT_ENTER));
    assert_non_null(seen_hint(view, EVENT_PICK));
    assert_int_equal(doing_answer(&doing), ANSWER_NONE);
    doing_free(&doing);
}

static void a_digit_answers(void **state)
{
    struct doing doing = begin("");
    (void)state;
    assert_int_equal(doing_pick(&doing, 2), OUTCOME_CHANGED);
    assert_int_equal(doing_answer(&doing), ANSWER_RIGHT);
    assert_string_equal(doing_text(&doing),
                        "Can a mosquito pass on HIV?\n\n  1. Always\n"
                        "  2. + Never  your answer\n  3. Sometimes\n  4. At night\n\n+ Right.\n"
                        "Never — It cannot.\n");
    doing_free(&doing);
}

static void enter_and_space_answer_what_is_focused(void **state)
{
    const enum event_kind keys[] = {EVENT_ENTER, EVENT_SPACE};
    (void)state;
    for (size_t i = 0; i < 2; i++) {
        struct doing doing = begin("");
        doing.focus = 2;
        assert_int_equal(doing_view(&doing)->focus, 2);
        assert_int_equal(doing_press(&doing, keys[i]), OUTCOME_CHANGED);
        assert_int_equal(doing_answer(&doing), ANSWER_RIGHT);
        doing_free(&doing);
    }
}

static void a_line_answers(void **state)
{
    struct doing doing = begin("");
    (void)state;
    assert_int_equal(doing_type(&doing, "2"), OUTCOME_CHANGED);
    assert_int_equal(doing_answer(&doing), ANSWER_RIGHT);
    doing_free(&doing);
}

static void a_wrong_answer_without_hints_shows_both_reasons(void **state)
{
    struct doing doing = begin("");
    (void)state;
    doing_pick(&doing, 3);
    assert_int_equal(doing_answer(&doing), ANSWER_WRONG);
    struct view *view = doing_view(&doing);
    assert_int_equal(seen_option(view, 3)->mark, MARK_WRONG);
    assert_non_null(seen_option(view, 3)->aside);
    assert_int_equal(seen_option(view, 2)->mark, MARK_RIGHT);
    assert_int_equal(seen_option(view, 1)->mark, MARK_NONE);
    assert_int_equal(seen_block(view, BLOCK_VERDICT)->mark, MARK_WRONG);
    const char *text = doing_text(&doing);
    const char *hers = strstr(text, "Sometimes — Not even once.");
    const char *right = strstr(text, "The right answer: Never — It cannot.");
    assert_non_null(hers);
    assert_non_null(right);
    assert_true(hers < right);
    assert_int_equal(view->input, INPUT_NONE);
    assert_int_equal(view->focus, 0);
    assert_settled(&doing);
    doing_free(&doing);
}

static void other_numbers_are_no_answer(void **state)
{
    struct doing doing = begin("");
    (void)state;
    assert_int_equal(doing_pick(&doing, 0), OUTCOME_IGNORED);
    assert_int_equal(doing_pick(&doing, 5), OUTCOME_IGNORED);
    assert_int_equal(doing_pick(&doing, 4000000000u), OUTCOME_IGNORED);
    assert_int_equal(doing_answer(&doing), ANSWER_NONE);
    doing_free(&doing);
}

static void events_for_others_are_ignored(void **state)
{
    static const enum event_kind others[] = {EVENT_NONE,     EVENT_CLEAR, EVENT_BACK,
                                             EVENT_UP_LEVEL, EVENT_HELP,  EVENT_FIRST,
                                             EVENT_PAGE_DOWN};
    struct doing doing = begin("");
    (void)state;
    for (size_t i = 0; i < sizeof others / sizeof others[0]; i++)
        assert_int_equal(doing_press(&doing, others[i]), OUTCOME_IGNORED);
    assert_int_equal(doing_answer(&doing), ANSWER_NONE);
    doing_free(&doing);
}

static void hints_come_one_at_a_time(void **state)
{
    struct doing doing = begin(HINTS);
    (void)state;
    assert_not_seen(doing_view(&doing), "Think of");
    doing_pick(&doing, 1);
    assert_seen(doing_view(&doing), "Think of children.");
    assert_not_seen(doing_view(&doing), "Think of blood.");
    assert_seen(doing_view(&doing), "Always — HIV dies in it.");
    assert_not_seen(doing_view(&doing), "It cannot.");
    assert_int_equal(doing_view(&doing)->input, INPUT_PICK);
    doing_pick(&doing, 3);
    assert_seen(doing_view(&doing), "Think of blood.");
    assert_not_seen(doing_view(&doing), "Think of children.");
    assert_not_seen(doing_view(&doing), "It cannot.");
    doing_pick(&doing, 4);
    assert_not_seen(doing_view(&doing), "Think of");
    assert_seen(doing_view(&doing), "The right answer: Never — It cannot.");
    assert_settled(&doing);
    doing_free(&doing);
}

static void the_first_answer_counts(void **state)
{
    struct doing doing = begin(HINTS);
    (void)state;
    doing_pick(&doing, 1);
    doing_pick(&doing, 2);
    assert_int_equal(doing_answer(&doing), ANSWER_WRONG);
    assert_int_equal(seen_block(doing_view(&doing), BLOCK_VERDICT)->mark, MARK_RIGHT);
    assert_settled(&doing);
    doing_free(&doing);
}

static void an_option_tried_before_is_no_new_try(void **state)
{
    struct doing doing = begin(HINTS);
    (void)state;
    doing_pick(&doing, 1);
    doing_pick(&doing, 1);
    assert_seen(doing_view(&doing), "Think of children.");
    assert_int_equal(doing_view(&doing)->input, INPUT_PICK);
    doing_free(&doing);
}

static void when_one_is_left_it_is_shown(void **state)
{
    struct doing doing = begin("    hints: [one, two, three, four, five]\n");
    (void)state;
    doing_pick(&doing, 1);
    doing_pick(&doing, 3);
    assert_int_equal(doing_view(&doing)->input, INPUT_PICK);
    doing_pick(&doing, 4);
    assert_seen(doing_view(&doing), "The right answer: Never");
    assert_settled(&doing);
    doing_free(&doing);
}

static void before_the_lesson_nothing_is_said(void **state)
{
    (void)state;
    for (unsigned number = 1; number <= 4; number++) {
        struct doing doing = begin(HINTS);
        doing.turn.quiet = true;
        assert_int_equal(doing_pick(&doing, number), OUTCOME_DONE);
        assert_int_equal(doing_answer(&doing), number == 2 ? ANSWER_RIGHT : ANSWER_WRONG);
        struct view *view = doing_view(&doing);
        assert_null(seen_block(view, BLOCK_VERDICT));
        for (unsigned i = 1; i <= 4; i++)
            assert_int_equal(seen_option(view, i)->mark, MARK_NONE);
        assert_non_null(seen_option(view, number)->aside);
        assert_not_seen(view, "It cannot.");
        assert_not_seen(view, "HIV dies");
        assert_not_seen(view, "Think of");
        assert_settled(&doing);
        doing_free(&doing);
    }
}

static void a_random_order_stays_the_same(void **state)
{
    bool differs = false;
    (void)state;
    for (uint64_t seed = 1; seed <= 20; seed++) {
        char *steps = talloc_asprintf(NULL, "%s%s    shuffle: yes\n", STEM, OPTIONS);
        struct doing doing = doing_new(steps, seed);
        char *first = doing_text(&doing);
        assert_string_equal(doing_text(&doing), first);
        differs |= strstr(first, "  1. Always\n  2. Never\n") == NULL;
        doing_pick_text(&doing, "Never");
        assert_int_equal(doing_answer(&doing), ANSWER_RIGHT);
        doing_free(&doing);
        talloc_free(steps);
    }
    assert_true(differs);
}

static void the_state_is_plain_data(void **state)
{
    struct doing doing = begin(HINTS "    shuffle: yes\n");
    (void)state;
    char *before = doing_text(&doing);
    doing_move_state(&doing);
    assert_string_equal(doing_text(&doing), before);
    doing_pick_text(&doing, "Always");
    before = doing_text(&doing);
    doing_move_state(&doing);
    assert_string_equal(doing_text(&doing), before);
    doing_pick_text(&doing, "Never");
    doing_move_state(&doing);
    assert_int_equal(doing_answer(&doing), ANSWER_WRONG);
    doing_free(&doing);
}

static void recall_is_the_question_and_its_answer(void **state)
{
    struct doing doing = begin("");
    (void)state;
    assert_string_equal(doing_recall(&doing), "Can a mosquito pass on HIV? — Never");
    doing_free(&doing);
}

static void recall_keeps_the_paragraphs_of_a_stem_apart(void **state)
{
    struct doing doing = doing_new("  - choose: |\n"
                                   "      ## A case\n"
                                   "\n"
                                   "      She says no.\n"
                                   "\n"
                                   "      What now?\n"
                                   "    id: x\n"
                                   "    rev: 1\n" OPTIONS,
                                   1);
    (void)state;
    assert_string_equal(doing_recall(&doing), "A case She says no. What now? — Never");
    doing_free(&doing);
}

/* On a low screen every verdict must be seen, not only the first. */
static void each_verdict_is_scrolled_into_sight(void **state)
{
    struct doing doing = begin(HINTS);
    struct pager pager = {.top = 0};
    (void)state;
    for (unsigned number = 0; number < 4; number++) {
        if (number > 0)
            doing_pick(&doing, number == 2 ? 3 : number == 3 ? 4 : 1);
        struct view *view = doing_view(&doing);
        view->page = 1;
        struct layout *layout = layout_new(view, view, 38, &signs_ascii);
        pager_show(&pager, view, layout, 6);
        for (size_t i = 0; view->news && i < layout->count; i++)
            if (layout->lines[i].block == view->news)
                assert_in_range(i, pager.top, pager.top + pager.height - 1);
        pager_take(&pager, view, layout, (struct event){EVENT_FIRST, 0});
    }
    doing_free(&doing);
}

static void not_exactly_one_right_option_is_refused(void **state)
{
    (void)state;
    assert_refused(STEM "    options:\n"
                        "      - {id: a, text: A, why: x}\n"
                        "      - {id: b, text: B, why: y}\n",
                   "exactly one option");
    assert_refused(STEM "    options:\n"
                        "      - {id: a, text: A, why: x, right: yes}\n"
                        "      - {id: b, text: B, why: y, right: yes}\n",
                   "exactly one option");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_question_is_shown),
        cmocka_unit_test(a_digit_answers),
        cmocka_unit_test(enter_and_space_answer_what_is_focused),
        cmocka_unit_test(a_line_answers),
        cmocka_unit_test(a_wrong_answer_without_hints_shows_both_reasons),
        cmocka_unit_test(other_numbers_are_no_answer),
        cmocka_unit_test(events_for_others_are_ignored),
        cmocka_unit_test(hints_come_one_at_a_time),
        cmocka_unit_test(the_first_answer_counts),
        cmocka_unit_test(an_option_tried_before_is_no_new_try),
        cmocka_unit_test(when_one_is_left_it_is_shown),
        cmocka_unit_test(before_the_lesson_nothing_is_said),
        cmocka_unit_test(a_random_order_stays_the_same),
        cmocka_unit_test(the_state_is_plain_data),
        cmocka_unit_test(recall_is_the_question_and_its_answer),
        cmocka_unit_test(recall_keeps_the_paragraphs_of_a_stem_apart),
        cmocka_unit_test(each_verdict_is_scrolled_into_sight),
        cmocka_unit_test(not_exactly_one_right_option_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
