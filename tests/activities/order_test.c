/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "../support/doing.h"

#define STEPS                                               \
    "  - order: Using a condom\n"                           \
    "    id: condom\n"                                      \
    "    rev: 1\n"                                          \
    "    items:\n"                                          \
    "      - {id: a, text: Date, why: An old one tears.}\n" \
    "      - {id: b, text: Open, why: Not with teeth.}\n"   \
    "      - {id: c, text: Pinch, why: No air.}\n"          \
    "      - {id: d, text: Roll, why: To the end.}\n"

static const char *const right[] = {"Date", "Open", "Pinch", "Roll"};

static struct doing begin(uint64_t seed)
{
    return doing_new(STEPS, seed);
}

static void place(struct doing *doing, const char *const *texts, size_t count)
{
    for (size_t i = 0; i < count; i++)
        assert_int_equal(doing_pick_text(doing, texts[i]), OUTCOME_CHANGED);
}

static void the_items_are_shown_mixed(void **state)
{
    (void)state;
    for (uint64_t seed = 0; seed < 200; seed++) {
        struct doing doing = begin(seed);
        struct view *view = doing_view(&doing);
        assert_int_equal(view->options, 4);
        bool sorted = true;
        for (unsigned i = 0; i < 4; i++) {
            sorted &= seen_number(view, right[i]) == i + 1;
            assert_null(seen_option(view, i + 1)->aside);
        }
        assert_false(sorted);
        assert_int_equal(view->input, INPUT_ORDER);
        assert_int_equal(view->focus, 1);
        assert_seen(view, "Using a condom");
        assert_not_seen(view, "An old one tears.");
        assert_int_equal(doing_answer(&doing), ANSWER_NONE);
        doing_free(&doing);
    }
}

static void a_random_order_stays_the_same(void **state)
{
    struct doing doing = begin(3);
    (void)state;
    char *first = doing_text(&doing);
    assert_string_equal(doing_text(&doing), first);
    doing_pick(&doing, 2);
    doing_press(&doing, EVENT_BACK);
    assert_string_equal(doing_text(&doing), first);
    doing_free(&doing);
}

static void what_is_picked_comes_next(void **state)
{
    struct doing doing = begin(3);
    (void)state;
    place(&doing, right, 2);
    struct view *view = doing_view(&doing);
    assert_string_equal(seen_option(view, seen_number(view, "Date"))->aside, "→ 1");
    assert_string_equal(seen_option(view, seen_number(view, "Open"))->aside, "→ 2");
    assert_null(seen_option(view, seen_number(view, "Roll"))->aside);
    assert_int_equal(doing_pick(&doing, 0), OUTCOME_IGNORED);
    assert_int_equal(doing_pick(&doing, 5), OUTCOME_IGNORED);
    doing_free(&doing);
}

static void only_a_whole_order_is_an_answer(void **state)
{
    struct doing doing = begin(3);
    (void)state;
    place(&doing, right, 3);
    doing.focus = seen_number(doing_view(&doing), "Roll");
    assert_int_equal(doing_press(&doing, EVENT_ENTER), OUTCOME_CHANGED);
    assert_int_equal(doing_answer(&doing), ANSWER_NONE);
    struct view *view = doing_view(&doing);
    assert_string_equal(seen_option(view, seen_number(view, "Roll"))->aside, "→ 4");
    assert_int_equal(doing_press(&doing, EVENT_ENTER), OUTCOME_CHANGED);
    assert_int_equal(doing_answer(&doing), ANSWER_RIGHT);
    doing_free(&doing);
}

static void enter_and_space_take_what_is_focused(void **state)
{
    struct doing doing = begin(3);
    (void)state;
    doing.focus = 3;
    assert_int_equal(doing_press(&doing, EVENT_SPACE), OUTCOME_CHANGED);
    doing.focus = 2;
    assert_int_equal(doing_press(&doing, EVENT_ENTER), OUTCOME_CHANGED);
    struct view *view = doing_view(&doing);
    assert_string_equal(seen_option(view, 3)->aside, "→ 1");
    assert_string_equal(seen_option(view, 2)->aside, "→ 2");
    doing_free(&doing);
}

static void a_second_pick_takes_it_back(void **state)
{
    struct doing doing = begin(3);
    (void)state;
    place(&doing, right, 2);
    doing_pick_text(&doing, "Date");
    struct view *view = doing_view(&doing);
    assert_null(seen_option(view, seen_number(view, "Date"))->aside);
    assert_string_equal(seen_option(view, seen_number(view, "Open"))->aside, "→ 1");
    doing_free(&doing);
}

static void back_takes_back_until_there_is_nothing(void **state)
{
    struct doing doing = begin(3);
    (void)state;
    char *first = doing_text(&doing);
    assert_null(seen_hint(doing_view(&doing), EVENT_BACK));
    place(&doing, right, 2);
    assert_non_null(seen_hint(doing_view(&doing), EVENT_BACK));
    assert_int_equal(doing_press(&doing, EVENT_BACK), OUTCOME_CHANGED);
    assert_int_equal(doing_press(&doing, EVENT_BACK), OUTCOME_CHANGED);
    doing.focus = 1;
    assert_string_equal(doing_text(&doing), first);
    assert_int_equal(doing_press(&doing, EVENT_BACK), OUTCOME_IGNORED);
    doing_free(&doing);
}

static void clear_takes_all_back(void **state)
{
    struct doing doing = begin(3);
    (void)state;
    char *first = doing_text(&doing);
    place(&doing, right, 3);
    assert_int_equal(doing_press(&doing, EVENT_CLEAR), OUTCOME_CHANGED);
    assert_string_equal(doing_text(&doing), first);
    doing_free(&doing);
}

static void the_right_order_is_right(void **state)
{
    struct doing doing = begin(3);
    (void)state;
    place(&doing, right, 4);
    assert_int_equal(doing_press(&doing, EVENT_ENTER), OUTCOME_CHANGED);
    assert_int_equal(doing_answer(&doing), ANSWER_RIGHT);
    assert_string_equal(doing_text(&doing), "Using a condom\n\n+ Right.\n"
                                            "+ 1. Date — An old one tears.\n"
                                            "+ 2. Open — Not with teeth.\n"
                                            "+ 3. Pinch — No air.\n"
                                            "+ 4. Roll — To the end.\n");
    assert_int_equal(doing_view(&doing)->input, INPUT_NONE);
    assert_settled(&doing);
    doing_free(&doing);
}

static void a_wrong_order_says_where_each_item_was(void **state)
{
    static const char *const mixed[] = {"Open", "Date", "Pinch", "Roll"};
    struct doing doing = begin(3);
    (void)state;
    place(&doing, mixed, 4);
    doing_press(&doing, EVENT_ENTER);
    assert_int_equal(doing_answer(&doing), ANSWER_WRONG);
    assert_seen(doing_view(&doing), "x 1. Date — An old one tears.  you had it in place 2\n"
                                    "x 2. Open — Not with teeth.  you had it in place 1\n"
                                    "+ 3. Pinch — No air.\n");
    assert_settled(&doing);
    doing_free(&doing);
}

/* What a line of plain input says is the whole answer, as with other questions. */
static void a_line_with_all_numbers_answers(void **state)
{
    (void)state;
    for (uint64_t seed = 1; seed <= 10; seed++) {
        struct doing doing = begin(seed);
        struct view *view = doing_view(&doing);
        char *line = talloc_asprintf(view, "%u %u %u %u", seen_number(view, right[0]),
                                     seen_number(view, right[1]), seen_number(view, right[2]),
                                     seen_number(view, right[3]));
        doing_pick(&doing, 2);
        assert_int_equal(doing_type(&doing, line), OUTCOME_CHANGED);
        assert_int_equal(doing_answer(&doing), ANSWER_RIGHT);
        doing_free(&doing);
    }
}

static void the_state_is_plain_data(void **state)
{
    struct doing doing = begin(3);
    (void)state;
    place(&doing, right, 2);
    char *before = doing_text(&doing);
    doing_move_state(&doing);
    assert_string_equal(doing_text(&doing), before);
    place(&doing, right + 2, 2);
    doing_move_state(&doing);
    doing_press(&doing, EVENT_ENTER);
    doing_move_state(&doing);
    assert_int_equal(doing_answer(&doing), ANSWER_RIGHT);
    doing_free(&doing);
}

static void recall_is_the_right_order(void **state)
{
    struct doing doing = begin(3);
    (void)state;
    assert_string_equal(doing_recall(&doing), "Using a condom — Date → Open → Pinch → Roll");
    doing_free(&doing);
}

static void the_longest_list_can_be_put_in_order(void **state)
{
    char *steps = talloc_strdup(NULL, "  - order: x\n    id: x\n    rev: 1\n    items:\n");
    (void)state;
    for (int i = 1; i <= ACTIVITY_LIST_MAX; i++)
        steps =
            talloc_asprintf_append_buffer(steps, "      - {id: i%d, text: t%d, why: w}\n", i, i);
    struct doing doing = doing_new(steps, 5);
    for (int i = 1; i <= ACTIVITY_LIST_MAX; i++)
        doing_pick_text(&doing, talloc_asprintf(steps, "t%d", i));
    doing_press(&doing, EVENT_ENTER);
    assert_int_equal(doing_answer(&doing), ANSWER_RIGHT);
    doing_free(&doing);
    talloc_free(steps);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_items_are_shown_mixed),
        cmocka_unit_test(a_random_order_stays_the_same),
        cmocka_unit_test(what_is_picked_comes_next),
        cmocka_unit_test(only_a_whole_order_is_an_answer),
        cmocka_unit_test(enter_and_space_take_what_is_focused),
        cmocka_unit_test(a_second_pick_takes_it_back),
        cmocka_unit_test(back_takes_back_until_there_is_nothing),
        cmocka_unit_test(clear_takes_all_back),
        cmocka_unit_test(the_right_order_is_right),
        cmocka_unit_test(a_wrong_order_says_where_each_item_was),
        cmocka_unit_test(a_line_with_all_numbers_answers),
        cmocka_unit_test(the_state_is_plain_data),
        cmocka_unit_test(recall_is_the_right_order),
        cmocka_unit_test(the_longest_list_can_be_put_in_order),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
