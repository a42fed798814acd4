/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "../support/doing.h"

#define STEPS                                                          \
    "  - sort: Who may know?\n"                                        \
    "    id: who\n"                                                    \
    "    rev: 1\n"                                                     \
    "    groups:\n"                                                    \
    "      - {id: must, text: Must be told}\n"                         \
    "      - {id: need-not, text: Need not}\n"                         \
    "    items:\n"                                                     \
    "      - {id: a, text: Employer, group: need-not, why: No law.}\n" \
    "      - {id: b, text: Neighbour, group: need-not, why: Never.}\n" \
    "      - {id: c, text: Partner, group: must, why: The law.}\n"

static struct doing begin(uint64_t seed)
{
    return doing_new(STEPS, seed);
}

/* The item that is asked now; NULL when all are sorted. */
static const char *asked(struct doing *doing)
{
    static const char *const items[] = {"Employer\n", "Neighbour\n", "Partner\n"};
    const char *text = doing_text(doing);
    for (size_t i = 0; i < 3; i++)
        if (strstr(text, items[i]))
            return items[i];
    return NULL;
}

static unsigned right_group(struct doing *doing)
{
    return strcmp(asked(doing), "Partner\n") == 0 ? 1 : 2;
}

static void items_are_asked_one_by_one(void **state)
{
    struct doing doing = begin(1);
    (void)state;
    for (unsigned i = 1; i <= 3; i++) {
        struct view *view = doing_view(&doing);
        char *count = talloc_asprintf(view, "%u of 3\n", i);
        assert_seen(view, count);
        assert_seen(view, "Who may know?");
        assert_int_equal(view->options, 2);
        assert_int_equal(view->input, INPUT_PICK);
        assert_int_equal(view->focus, 1);
        assert_int_equal(view->news > 0, i > 1);
        assert_int_equal(doing_answer(&doing), ANSWER_NONE);
        assert_not_seen(view, "No law.");
        assert_int_equal(doing_pick(&doing, right_group(&doing)), OUTCOME_CHANGED);
    }
    assert_int_equal(doing_answer(&doing), ANSWER_RIGHT);
    assert_null(seen_block(doing_view(&doing), BLOCK_OPTION));
    assert_settled(&doing);
    doing_free(&doing);
}

static void the_solution_gives_every_group_and_reason(void **state)
{
    struct doing doing = begin(1);
    (void)state;
    for (int i = 0; i < 3; i++)
        doing_pick(&doing, 2);
    assert_int_equal(doing_answer(&doing), ANSWER_WRONG);
    struct view *view = doing_view(&doing);
    assert_int_equal(seen_block(view, BLOCK_VERDICT)->mark, MARK_WRONG);
    assert_seen(view, "+ Employer → Need not — No law.\n");
    assert_seen(view, "+ Neighbour → Need not — Never.\n");
    assert_seen(view, "x Partner → Must be told — The law.  you sorted it elsewhere\n");
    assert_int_equal(view->input, INPUT_NONE);
    assert_settled(&doing);
    doing_free(&doing);
}

static void enter_and_space_take_the_focused_group(void **state)
{
    struct doing doing = begin(1);
    (void)state;
    for (int i = 0; i < 3; i++) {
        doing.focus = right_group(&doing);
        assert_int_equal(doing_press(&doing, i == 1 ? EVENT_SPACE : EVENT_ENTER), OUTCOME_CHANGED);
        assert_int_equal(doing.focus, 1);
    }
    assert_int_equal(doing_answer(&doing), ANSWER_RIGHT);
    doing_free(&doing);
}

static void a_line_sorts_one_item(void **state)
{
    struct doing doing = begin(1);
    (void)state;
    for (int i = 0; i < 3; i++)
        doing_type(&doing, right_group(&doing) == 1 ? "1" : "2");
    assert_int_equal(doing_answer(&doing), ANSWER_RIGHT);
    doing_free(&doing);
}

static void other_numbers_are_no_group(void **state)
{
    struct doing doing = begin(1);
    (void)state;
    char *before = doing_text(&doing);
    assert_int_equal(doing_pick(&doing, 0), OUTCOME_IGNORED);
    assert_int_equal(doing_pick(&doing, 3), OUTCOME_IGNORED);
    assert_string_equal(doing_text(&doing), before);
    doing_free(&doing);
}

static void back_asks_the_item_before_again(void **state)
{
    struct doing doing = begin(1);
    (void)state;
    const char *first = asked(&doing);
    assert_null(seen_hint(doing_view(&doing), EVENT_BACK));
    assert_int_equal(doing_press(&doing, EVENT_BACK), OUTCOME_IGNORED);
    doing_pick(&doing, 1);
    assert_non_null(seen_hint(doing_view(&doing), EVENT_BACK));
    assert_int_equal(doing_press(&doing, EVENT_BACK), OUTCOME_CHANGED);
    assert_string_equal(asked(&doing), first);
    for (int i = 0; i < 3; i++)
        doing_pick(&doing, right_group(&doing));
    assert_int_equal(doing_answer(&doing), ANSWER_RIGHT);
    doing_free(&doing);
}

static void a_random_order_stays_the_same(void **state)
{
    bool differs = false;
    (void)state;
    struct doing first = begin(0);
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
    for (int i = 0; i < 3; i++) {
        char *before = doing_text(&doing);
        doing_move_state(&doing);
        assert_string_equal(doing_text(&doing), before);
        doing_pick(&doing, right_group(&doing));
    }
    char *before = doing_text(&doing);
    doing_move_state(&doing);
    assert_string_equal(doing_text(&doing), before);
    assert_int_equal(doing_answer(&doing), ANSWER_RIGHT);
    doing_free(&doing);
}

static void recall_names_each_group_and_its_items(void **state)
{
    struct doing doing = begin(1);
    (void)state;
    assert_string_equal(doing_recall(&doing),
                        "Who may know? — Must be told: Partner. Need not: Employer; Neighbour");
    doing_free(&doing);
}

static void an_unknown_group_is_refused(void **state)
{
    (void)state;
    assert_refused("  - sort: x\n"
                   "    id: x\n"
                   "    rev: 1\n"
                   "    groups:\n"
                   "      - {id: a, text: A}\n"
                   "      - {id: b, text: B}\n"
                   "    items:\n"
                   "      - {id: i, text: I, group: a, why: w}\n"
                   "      - {id: j, text: J, group: c, why: w}\n",
                   "no group of this step");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(items_are_asked_one_by_one),
        cmocka_unit_test(the_solution_gives_every_group_and_reason),
        cmocka_unit_test(enter_and_space_take_the_focused_group),
        cmocka_unit_test(a_line_sorts_one_item),
        cmocka_unit_test(other_numbers_are_no_group),
        cmocka_unit_test(back_asks_the_item_before_again),
        cmocka_unit_test(a_random_order_stays_the_same),
        cmocka_unit_test(the_state_is_plain_data),
        cmocka_unit_test(recall_names_each_group_and_its_items),
        cmocka_unit_test(an_unknown_group_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
