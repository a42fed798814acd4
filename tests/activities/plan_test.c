/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "../support/doing.h"

#define STEPS                                                       \
    "  - plan: What keeps you safe?\n"                              \
    "    items:\n"                                                  \
    "      - {id: friend, text: A friend knows, ask: Who is it?}\n" \
    "      - {id: money, text: Money for a taxi}\n"                 \
    "      - {id: exit, text: A way out, ask: Which door?}\n"

#define LAST \
    "\nNothing of this is kept here. Keep it in your head, or on paper that only you will find.\n"

static struct doing begin(void)
{
    return doing_new(STEPS, 1);
}

static void items_are_ticked_and_unticked(void **state)
{
    struct doing doing = begin();
    (void)state;
    struct view *view = doing_view(&doing);
    assert_seen(view, "What keeps you safe?\n");
    assert_not_seen(view, "Who is it?");
    assert_int_equal(view->input, INPUT_TICK);
    assert_int_equal(seen_option(view, 1)->mark, MARK_OPEN);
    assert_int_equal(doing_pick(&doing, 1), OUTCOME_CHANGED);
    doing.focus = 3;
    assert_int_equal(doing_press(&doing, EVENT_SPACE), OUTCOME_CHANGED);
    view = doing_view(&doing);
    assert_int_equal(seen_option(view, 1)->mark, MARK_TICKED);
    assert_int_equal(seen_option(view, 2)->mark, MARK_OPEN);
    assert_int_equal(seen_option(view, 3)->mark, MARK_TICKED);
    doing_pick(&doing, 1);
    assert_int_equal(seen_option(doing_view(&doing), 1)->mark, MARK_OPEN);
    assert_int_equal(doing_pick(&doing, 4), OUTCOME_IGNORED);
    assert_int_equal(doing_pick(&doing, 0), OUTCOME_IGNORED);
    assert_int_equal(doing_press(&doing, EVENT_BACK), OUTCOME_IGNORED);
    doing_free(&doing);
}

static void what_is_kept_is_not_called_gone(void **state)
{
    struct doing doing = begin();
    (void)state;
    assert_seen(doing_view(&doing), "Nothing is kept.");
    doing.turn.kept = true;
    assert_not_seen(doing_view(&doing), "Nothing is kept.");
    doing_pick(&doing, 1);
    doing_press(&doing, EVENT_ENTER);
    assert_not_seen(doing_view(&doing), "Nothing of this is kept here.");
    assert_seen(doing_view(&doing), "Your plan is kept with your place.");
    doing_free(&doing);
}

static void the_plan_shows_what_is_ticked_and_what_is_left(void **state)
{
    struct doing doing = begin();
    (void)state;
    doing_pick(&doing, 1);
    doing_pick(&doing, 2);
    unsigned page = doing_view(&doing)->page;
    assert_int_equal(doing_press(&doing, EVENT_ENTER), OUTCOME_CHANGED);
    assert_string_equal(doing_text(&doing), "Your plan\n"
                                            "[x] A friend knows\n"
                                            "  Who is it? ________\n"
                                            "[x] Money for a taxi\n"
                                            "\n"
                                            "Perhaps later\n"
                                            "[ ] A way out\n" LAST);
    assert_int_equal(doing_view(&doing)->input, INPUT_NONE);
    assert_int_not_equal(doing_view(&doing)->page, page);
    assert_int_equal(doing_press(&doing, EVENT_ENTER), OUTCOME_DONE);
    assert_int_equal(doing_press(&doing, EVENT_SPACE), OUTCOME_DONE);
    doing_free(&doing);
}

static void a_whole_plan_leaves_nothing(void **state)
{
    struct doing doing = begin();
    (void)state;
    assert_int_equal(doing_type(&doing, "1 2 3"), OUTCOME_CHANGED);
    assert_seen(doing_view(&doing), "[x] A way out\n");
    assert_not_seen(doing_view(&doing), "Perhaps later");
    doing_free(&doing);
}

static void a_line_is_the_whole_answer(void **state)
{
    struct doing doing = begin();
    (void)state;
    doing_pick(&doing, 1);
    doing_type(&doing, "2");
    assert_seen(doing_view(&doing), "[ ] A friend knows\n");
    assert_seen(doing_view(&doing), "[x] Money for a taxi\n");
    doing_free(&doing);
}

static void enter_ticks_when_nothing_is_ticked(void **state)
{
    struct doing doing = begin();
    (void)state;
    doing.focus = 2;
    assert_int_equal(doing_press(&doing, EVENT_ENTER), OUTCOME_CHANGED);
    assert_int_equal(seen_option(doing_view(&doing), 2)->mark, MARK_TICKED);
    doing_free(&doing);
}

static void back_from_the_plan_changes_it(void **state)
{
    struct doing doing = begin();
    (void)state;
    doing_pick(&doing, 1);
    doing_press(&doing, EVENT_ENTER);
    assert_non_null(seen_hint(doing_view(&doing), EVENT_BACK));
    assert_int_equal(doing_press(&doing, EVENT_BACK), OUTCOME_CHANGED);
    assert_int_equal(seen_option(doing_view(&doing), 1)->mark, MARK_TICKED);
    doing_pick(&doing, 3);
    doing_press(&doing, EVENT_ENTER);
    assert_seen(doing_view(&doing), "  Which door? ________\n");
    doing_free(&doing);
}

static void a_shown_plan_stays_as_it_is(void **state)
{
    struct doing doing = begin();
    (void)state;
    doing_pick(&doing, 1);
    doing_press(&doing, EVENT_ENTER);
    char *before = doing_text(&doing);
    for (unsigned number = 0; number <= 12; number++)
        assert_int_equal(doing_pick(&doing, number), OUTCOME_IGNORED);
    assert_int_equal(doing_press(&doing, EVENT_CLEAR), OUTCOME_IGNORED);
    assert_string_equal(doing_text(&doing), before);
    doing_move_state(&doing);
    assert_string_equal(doing_text(&doing), before);
    doing_free(&doing);
}

static void nothing_is_counted(void **state)
{
    struct doing doing = begin();
    (void)state;
    assert_null(doing.activity->answer);
    assert_null(doing.activity->recall);
    assert_false(doing.activity->verb.counted);
    assert_false(doing.activity->verb.comparable);
    assert_non_null(seen_hint(doing_view(&doing), EVENT_ON));
    doing_free(&doing);
}

static void bad_items_are_refused(void **state)
{
    (void)state;
    assert_refused("  - plan: x\n", "'items' is missing");
    assert_refused("  - plan: x\n    items: []\n", "'items' needs 1 to 9 entries");
    assert_refused("  - plan: x\n    items:\n      - {id: a, ask: q}\n", "'text' is missing");
    assert_refused("  - plan: x\n"
                   "    items:\n"
                   "      - {id: a, text: A}\n"
                   "      - {id: a, text: B}\n",
                   "the id 'a' is used twice");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(items_are_ticked_and_unticked),
        cmocka_unit_test(what_is_kept_is_not_called_gone),
        cmocka_unit_test(the_plan_shows_what_is_ticked_and_what_is_left),
        cmocka_unit_test(a_whole_plan_leaves_nothing),
        cmocka_unit_test(a_line_is_the_whole_answer),
        cmocka_unit_test(enter_ticks_when_nothing_is_ticked),
        cmocka_unit_test(back_from_the_plan_changes_it),
        cmocka_unit_test(a_shown_plan_stays_as_it_is),
        cmocka_unit_test(nothing_is_counted),
        cmocka_unit_test(bad_items_are_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
