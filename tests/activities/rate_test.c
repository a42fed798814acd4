/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "../support/doing.h"

#define STEPS                       \
    "  - rate: How sure are you?\n" \
    "    id: sure\n"                \
    "    low: not sure at all\n"    \
    "    high: very sure\n"

static struct doing begin(void)
{
    return doing_new(STEPS, 1);
}

static void every_number_has_words(void **state)
{
    struct doing doing = begin();
    (void)state;
    struct view *view = doing_view(&doing);
    assert_seen(view, "How sure are you?\n");
    assert_int_equal(view->options, 5);
    assert_string_equal(seen_option(view, 1)->text.text, "not sure at all");
    assert_string_equal(seen_option(view, 2)->text.text, "between 1 and 3");
    assert_string_equal(seen_option(view, 3)->text.text, "in the middle");
    assert_string_equal(seen_option(view, 4)->text.text, "between 3 and 5");
    assert_string_equal(seen_option(view, 5)->text.text, "very sure");
    assert_int_equal(view->input, INPUT_PICK);
    assert_fits(layout_new(view, view, 38, &signs_ascii), 38);
    doing_free(&doing);
}

static void an_answer_goes_on_and_can_be_changed(void **state)
{
    struct doing doing = begin();
    (void)state;
    assert_int_equal(doing_pick(&doing, 4), OUTCOME_DONE);
    assert_int_equal(doing.focus, 4);
    struct view *view = doing_view(&doing);
    assert_string_equal(seen_option(view, 4)->aside, "your answer");
    assert_int_equal(seen_option(view, 4)->mark, MARK_NONE);
    assert_int_equal(doing_pick(&doing, 2), OUTCOME_DONE);
    view = doing_view(&doing);
    assert_string_equal(seen_option(view, 2)->aside, "your answer");
    assert_null(seen_option(view, 4)->aside);
    doing_free(&doing);
}

static void enter_space_and_a_line_take_a_number(void **state)
{
    struct doing doing = begin();
    (void)state;
    doing.focus = 3;
    assert_int_equal(doing_press(&doing, EVENT_ENTER), OUTCOME_DONE);
    assert_non_null(seen_option(doing_view(&doing), 3)->aside);
    doing.focus = 5;
    assert_int_equal(doing_press(&doing, EVENT_SPACE), OUTCOME_DONE);
    assert_non_null(seen_option(doing_view(&doing), 5)->aside);
    assert_int_equal(doing_type(&doing, "1"), OUTCOME_DONE);
    assert_non_null(seen_option(doing_view(&doing), 1)->aside);
    doing_free(&doing);
}

static void other_events_change_nothing(void **state)
{
    struct doing doing = begin();
    (void)state;
    char *before = doing_text(&doing);
    assert_int_equal(doing_pick(&doing, 0), OUTCOME_IGNORED);
    assert_int_equal(doing_pick(&doing, 6), OUTCOME_IGNORED);
    assert_int_equal(doing_press(&doing, EVENT_BACK), OUTCOME_IGNORED);
    assert_int_equal(doing_press(&doing, EVENT_CLEAR), OUTCOME_IGNORED);
    assert_string_equal(doing_text(&doing), before);
    doing_free(&doing);
}

static void nothing_is_right_or_wrong(void **state)
{
    struct doing doing = begin();
    (void)state;
    assert_null(doing.activity->answer);
    assert_null(doing.activity->recall);
    assert_true(doing.activity->verb.counted);
    assert_false(doing.activity->verb.comparable);
    /* Going on without an answer is offered, though there is nothing to miss. */
    assert_non_null(seen_hint(doing_view(&doing), EVENT_ON));
    doing_free(&doing);
}

static void the_state_is_plain_data(void **state)
{
    struct doing doing = begin();
    (void)state;
    doing_pick(&doing, 5);
    char *before = doing_text(&doing);
    doing_move_state(&doing);
    assert_string_equal(doing_text(&doing), before);
    doing_free(&doing);
}

static void both_ends_need_words(void **state)
{
    (void)state;
    assert_refused("  - rate: x\n    id: x\n    low: a\n", "'high' is missing");
    assert_refused("  - rate: x\n    id: x\n    high: a\n", "'low' is missing");
    assert_refused("  - rate: x\n    low: a\n    high: b\n", "'id' is missing");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_number_has_words),
        cmocka_unit_test(an_answer_goes_on_and_can_be_changed),
        cmocka_unit_test(enter_space_and_a_line_take_a_number),
        cmocka_unit_test(other_events_change_nothing),
        cmocka_unit_test(nothing_is_right_or_wrong),
        cmocka_unit_test(the_state_is_plain_data),
        cmocka_unit_test(both_ends_need_words),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
