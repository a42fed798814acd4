/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "../support/doing.h"

#define BEGINNING "  - decide: A car stops.\n    id: story\n    rev: 1\n    scenes:\n"
#define STREET                                                                     \
    "      - id: street\n"                                                         \
    "        text: Two officers get out.\n"                                        \
    "        choices:\n"                                                           \
    "          - {id: ask, text: Ask why, then: He looks at you., next: answer}\n" \
    "          - {id: stay, text: Wait, next: street}\n"
#define ANSWER "      - id: answer\n        text: He gives a reason.\n        end: yes\n"

static struct doing begin(void)
{
    return doing_new(BEGINNING STREET ANSWER, 1);
}

/* A story that has begun. */
static struct doing begun(void)
{
    struct doing doing = begin();
    assert_int_equal(doing_press(&doing, EVENT_ENTER), OUTCOME_CHANGED);
    return doing;
}

static void the_introduction_comes_first(void **state)
{
    struct doing doing = begin();
    (void)state;
    assert_string_equal(doing_text(&doing), "A car stops.\n");
    assert_int_equal(doing_view(&doing)->input, INPUT_NONE);
    assert_int_equal(doing_pick(&doing, 1), OUTCOME_IGNORED);
    assert_int_equal(doing_press(&doing, EVENT_BACK), OUTCOME_IGNORED);
    assert_int_equal(doing_press(&doing, EVENT_SPACE), OUTCOME_CHANGED);
    assert_string_equal(doing_text(&doing), "Two officers get out.\n\n  1. Ask why\n  2. Wait\n");
    struct view *view = doing_view(&doing);
    assert_int_equal(view->input, INPUT_PICK);
    assert_int_equal(view->focus, 1);
    doing_free(&doing);
}

static void a_decision_leads_on_and_says_what_it_did(void **state)
{
    struct doing doing = begun();
    (void)state;
    assert_int_equal(doing_pick(&doing, 1), OUTCOME_CHANGED);
    assert_string_equal(doing_text(&doing), "| Ask why\n| He looks at you.\n\n"
                                            "He gives a reason.\n\n"
                                            "  1. Go on with the lesson\n"
                                            "  2. Go back and decide differently\n");
    doing_free(&doing);
}

static void enter_and_space_decide_what_is_focused(void **state)
{
    const enum event_kind keys[] = {EVENT_ENTER, EVENT_SPACE};
    (void)state;
    for (size_t i = 0; i < 2; i++) {
        struct doing doing = begun();
        doing.focus = 2;
        assert_int_equal(doing_press(&doing, keys[i]), OUTCOME_CHANGED);
        assert_seen(doing_view(&doing), "| Wait\n");
        assert_int_equal(doing_view(&doing)->focus, 1);
        doing_free(&doing);
    }
}

static void other_numbers_are_no_decision(void **state)
{
    struct doing doing = begun();
    (void)state;
    assert_int_equal(doing_pick(&doing, 0), OUTCOME_IGNORED);
    assert_int_equal(doing_pick(&doing, 3), OUTCOME_IGNORED);
    doing_pick(&doing, 1);
    assert_int_equal(doing_pick(&doing, 0), OUTCOME_IGNORED);
    assert_int_equal(doing_pick(&doing, 3), OUTCOME_IGNORED);
    assert_seen(doing_view(&doing), "He gives a reason.");
    doing_free(&doing);
}

static void the_end_goes_on_or_back(void **state)
{
    struct doing doing = begun();
    (void)state;
    char *street = doing_text(&doing);
    doing_pick(&doing, 1);
    assert_int_equal(doing_pick(&doing, 2), OUTCOME_CHANGED);
    assert_string_equal(doing_text(&doing), street);
    doing_pick(&doing, 1);
    assert_int_equal(doing_pick(&doing, 1), OUTCOME_DONE);
    assert_seen(doing_view(&doing), "He gives a reason.");
    assert_int_equal(doing_type(&doing, "1"), OUTCOME_DONE);
    doing_free(&doing);
}

static void back_takes_decisions_back_to_the_introduction(void **state)
{
    struct doing doing = begun();
    (void)state;
    doing_pick(&doing, 2);
    doing_pick(&doing, 1);
    assert_int_equal(doing_press(&doing, EVENT_BACK), OUTCOME_CHANGED);
    assert_seen(doing_view(&doing), "| Wait\n");
    assert_int_equal(doing_press(&doing, EVENT_BACK), OUTCOME_CHANGED);
    assert_not_seen(doing_view(&doing), "| Wait\n");
    assert_int_equal(doing_press(&doing, EVENT_BACK), OUTCOME_CHANGED);
    assert_string_equal(doing_text(&doing), "A car stops.\n");
    assert_int_equal(doing_press(&doing, EVENT_BACK), OUTCOME_IGNORED);
    doing_free(&doing);
}

static void each_scene_is_a_page_of_its_own(void **state)
{
    struct doing doing = begin();
    (void)state;
    unsigned introduction = doing_view(&doing)->page;
    doing_press(&doing, EVENT_ENTER);
    unsigned street = doing_view(&doing)->page;
    doing_pick(&doing, 2);
    unsigned again = doing_view(&doing)->page;
    doing_pick(&doing, 1);
    unsigned end = doing_view(&doing)->page;
    assert_int_not_equal(introduction, street);
    assert_int_not_equal(street, again);
    assert_int_not_equal(again, end);
    doing_free(&doing);
}

/* How many decisions can be taken back after so many. */
static int taken_back_after(int decisions)
{
    struct doing doing = begun();
    int count = 0;
    for (int i = 0; i < decisions; i++)
        assert_int_equal(doing_pick(&doing, 2), OUTCOME_CHANGED);
    assert_seen(doing_view(&doing), "| Wait\n");
    while (count <= decisions && doing_press(&doing, EVENT_BACK) == OUTCOME_CHANGED)
        count++;
    assert_string_equal(doing_text(&doing), "A car stops.\n");
    doing_free(&doing);
    return count - 1;
}

static void a_way_round_and_round_ends_well(void **state)
{
    int before = 0;
    (void)state;
    for (int decisions = 1; decisions <= 100; decisions++) {
        int count = taken_back_after(decisions);
        assert_int_equal(count, count > before ? decisions : before);
        before = count;
    }
    assert_true(before >= 10);
    assert_int_equal(taken_back_after(1000), before);
}

static void the_state_is_plain_data(void **state)
{
    struct doing doing = begun();
    (void)state;
    doing_pick(&doing, 2);
    doing_pick(&doing, 1);
    char *before = doing_text(&doing);
    doing_move_state(&doing);
    assert_string_equal(doing_text(&doing), before);
    doing_press(&doing, EVENT_BACK);
    doing_move_state(&doing);
    assert_seen(doing_view(&doing), "| Wait\n");
    doing_free(&doing);
}

static void nothing_is_right_or_wrong(void **state)
{
    struct doing doing = begin();
    (void)state;
    assert_null(doing.activity->answer);
    assert_null(doing.activity->recall);
    doing_free(&doing);
}

static void a_story_that_does_not_hold_is_refused(void **state)
{
    (void)state;
    assert_refused(BEGINNING STREET "      - {id: other, text: Other., end: yes}\n",
                   "no scene of this story");
    assert_refused(BEGINNING STREET ANSWER "      - {id: island, text: Nobody., end: yes}\n",
                   "no choice leads to this scene");
    assert_refused(BEGINNING STREET "      - {id: answer, text: He waits.}\n",
                   "stops here without an end");
    assert_refused(BEGINNING STREET
                   "      - {id: answer, text: x, end: yes, choices: [{id: a, text: b, next: "
                   "street}]}\n",
                   "ends the story and offers choices");
    assert_refused(BEGINNING STREET
                   "      - {id: answer, text: x, choices: [{id: a, text: b, next: street}]}\n",
                   "no way leads from this scene");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_introduction_comes_first),
        cmocka_unit_test(a_decision_leads_on_and_says_what_it_did),
        cmocka_unit_test(enter_and_space_decide_what_is_focused),
        cmocka_unit_test(other_numbers_are_no_decision),
        cmocka_unit_test(the_end_goes_on_or_back),
        cmocka_unit_test(back_takes_decisions_back_to_the_introduction),
        cmocka_unit_test(each_scene_is_a_page_of_its_own),
        cmocka_unit_test(a_way_round_and_round_ends_well),
        cmocka_unit_test(the_state_is_plain_data),
        cmocka_unit_test(nothing_is_right_or_wrong),
        cmocka_unit_test(a_story_that_does_not_hold_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
