/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "view/menu.h"

#include "../support/seen.h"

static void add(const void *data, size_t index, struct view *view)
{
    view_option(view, talloc_asprintf(view, "%s %zu", (const char *)data, index), MARK_NONE);
}

static struct view *view_of(const void *parent, const struct menu *menu)
{
    struct view *view = view_new(parent);
    menu_show(menu, view, add, "entry");
    return view;
}

static enum menu_result press(struct menu *menu, enum event_kind kind, size_t *index)
{
    return menu_handle(menu, (struct event){kind, 0}, index);
}

static enum menu_result pick(struct menu *menu, unsigned number, size_t *index)
{
    return menu_handle(menu, (struct event){EVENT_PICK, number}, index);
}

static int make(void **state)
{
    *state = talloc_new(NULL);
    return 0;
}

static int drop(void **state)
{
    talloc_free(*state);
    return 0;
}

static void a_short_list_is_one_page(void **state)
{
    for (size_t count = 1; count <= MENU_SHORT; count++) {
        const struct menu menu = menu_new(count, 0);
        struct view *view = view_of(*state, &menu);
        assert_int_equal(view->options, count);
        assert_int_equal(view->focus, 1);
        assert_int_equal(view->input, INPUT_PICK);
        assert_not_seen(view, "in the list");
        assert_not_seen(view, " of ");
    }
}

static void a_digit_chooses(void **state)
{
    struct menu menu = menu_new(MENU_SHORT, 0);
    size_t index = 99;
    (void)state;
    for (unsigned number = 1; number <= MENU_SHORT; number++) {
        assert_int_equal(pick(&menu, number, &index), MENU_CHOSEN);
        assert_int_equal(index, number - 1);
        assert_int_equal(menu.focus, number);
    }
}

static void a_number_that_is_not_there_chooses_nothing(void **state)
{
    struct menu menu = menu_new(3, 0);
    size_t index = 99;
    (void)state;
    assert_int_equal(pick(&menu, 0, &index), MENU_IGNORED);
    assert_int_equal(pick(&menu, 4, &index), MENU_IGNORED);
    assert_int_equal(pick(&menu, 4000000000u, &index), MENU_IGNORED);
    assert_int_equal(index, 99);
    assert_int_equal(menu.focus, 1);
}

static void enter_and_space_choose_what_is_focused(void **state)
{
    const enum event_kind keys[] = {EVENT_ENTER, EVENT_SPACE, EVENT_ON};
    (void)state;
    for (size_t i = 0; i < 3; i++) {
        struct menu menu = menu_new(5, 0);
        size_t index = 99;
        assert_int_equal(press(&menu, EVENT_DOWN, &index), MENU_CHANGED);
        assert_int_equal(press(&menu, EVENT_DOWN, &index), MENU_CHANGED);
        assert_int_equal(press(&menu, keys[i], &index), MENU_CHOSEN);
        assert_int_equal(index, 2);
    }
}

static void the_focus_goes_round(void **state)
{
    struct menu menu = menu_new(3, 0);
    size_t index;
    press(&menu, EVENT_UP, &index);
    assert_int_equal(view_of(*state, &menu)->focus, 3);
    press(&menu, EVENT_DOWN, &index);
    assert_int_equal(view_of(*state, &menu)->focus, 1);
}

static void an_entry_can_be_focused_from_the_start(void **state)
{
    struct menu menu = menu_new(8, 5);
    assert_int_equal(view_of(*state, &menu)->focus, 6);
    menu = menu_new(20, 9);
    struct view *view = view_of(*state, &menu);
    assert_string_equal(seen_option(view, view->focus)->text.text, "entry 9");
}

static void a_long_list_comes_in_pages(void **state)
{
    struct menu menu = menu_new(16, 0);
    size_t index = 99;
    struct view *view = view_of(*state, &menu);
    assert_string_equal(seen_text(view, 72),
                        "  1. entry 0\n  2. entry 1\n  3. entry 2\n  4. entry 3\n  5. entry 4\n"
                        "  6. entry 5\n  7. entry 6\n  8. Later in the list\n\n1 to 7 of 16\n");
    unsigned first_page = view->page;

    assert_int_equal(pick(&menu, 8, &index), MENU_CHANGED);
    view = view_of(*state, &menu);
    assert_string_equal(seen_text(view, 72),
                        "  1. entry 7\n  2. entry 8\n  3. entry 9\n  4. entry 10\n"
                        "  5. entry 11\n  6. entry 12\n  7. entry 13\n  8. Later in the list\n"
                        "  9. Earlier in the list\n\n8 to 14 of 16\n");
    assert_int_equal(view->focus, 1);
    assert_int_not_equal(view->page, first_page);

    assert_int_equal(pick(&menu, 8, &index), MENU_CHANGED);
    view = view_of(*state, &menu);
    assert_string_equal(seen_text(view, 72), "  1. entry 14\n  2. entry 15\n"
                                             "  3. Earlier in the list\n\n15 to 16 of 16\n");
    assert_int_equal(pick(&menu, 2, &index), MENU_CHOSEN);
    assert_int_equal(index, 15);
    assert_int_equal(pick(&menu, 4, &index), MENU_IGNORED);
    assert_int_equal(pick(&menu, 3, &index), MENU_CHANGED);
    assert_int_equal(pick(&menu, 9, &index), MENU_CHANGED);
    assert_seen(view_of(*state, &menu), "1 to 7 of 16");
}

static void page_keys_turn_pages(void **state)
{
    struct menu menu = menu_new(16, 0);
    size_t index;
    assert_int_equal(press(&menu, EVENT_PAGE_UP, &index), MENU_IGNORED);
    assert_int_equal(press(&menu, EVENT_PAGE_DOWN, &index), MENU_CHANGED);
    assert_seen(view_of(*state, &menu), "8 to 14 of 16");
    assert_int_equal(press(&menu, EVENT_PAGE_DOWN, &index), MENU_CHANGED);
    assert_int_equal(press(&menu, EVENT_PAGE_DOWN, &index), MENU_IGNORED);
    assert_int_equal(press(&menu, EVENT_PAGE_UP, &index), MENU_CHANGED);
    assert_seen(view_of(*state, &menu), "8 to 14 of 16");
}

static void later_and_earlier_can_be_focused(void **state)
{
    struct menu menu = menu_new(16, 7);
    size_t index;
    press(&menu, EVENT_UP, &index);
    struct view *view = view_of(*state, &menu);
    assert_int_equal(view->focus, 9);
    assert_int_equal(press(&menu, EVENT_ENTER, &index), MENU_CHANGED);
    assert_seen(view_of(*state, &menu), "1 to 7 of 16");
}

/* Every entry of a list of any length is reached by turning pages, and no page
 * has more options than there are digits. */
static void every_entry_is_on_one_page(void **state)
{
    for (size_t count = 1; count <= 60; count++) {
        struct menu menu = menu_new(count, 0);
        size_t index, seen = 0;
        do {
            struct view *view = view_of(*state, &menu);
            assert_in_range(view->options, 1, 9);
            for (unsigned number = 1; number <= view->options; number++) {
                struct menu copy = menu;
                if (pick(&copy, number, &index) == MENU_CHOSEN)
                    assert_int_equal(index, seen++);
            }
        } while (press(&menu, EVENT_PAGE_DOWN, &index) == MENU_CHANGED);
        assert_int_equal(seen, count);
    }
}

static void every_entry_can_be_focused_from_the_start(void **state)
{
    for (size_t count = 1; count <= 60; count++)
        for (size_t wanted = 0; wanted < count; wanted++) {
            struct menu menu = menu_new(count, wanted);
            size_t index = 99;
            assert_int_equal(press(&menu, EVENT_ENTER, &index), MENU_CHOSEN);
            assert_int_equal(index, wanted);
        }
    (void)state;
}

static void other_events_are_ignored(void **state)
{
    static const enum event_kind others[] = {EVENT_NONE,     EVENT_CLEAR, EVENT_BACK,
                                             EVENT_UP_LEVEL, EVENT_HELP,  EVENT_LOOK};
    struct menu menu = menu_new(3, 0);
    size_t index = 99;
    (void)state;
    for (size_t i = 0; i < sizeof others / sizeof others[0]; i++)
        assert_int_equal(press(&menu, others[i], &index), MENU_IGNORED);
    assert_int_equal(index, 99);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_short_list_is_one_page, make, drop),
        cmocka_unit_test(a_digit_chooses),
        cmocka_unit_test(a_number_that_is_not_there_chooses_nothing),
        cmocka_unit_test(enter_and_space_choose_what_is_focused),
        cmocka_unit_test_setup_teardown(the_focus_goes_round, make, drop),
        cmocka_unit_test_setup_teardown(an_entry_can_be_focused_from_the_start, make, drop),
        cmocka_unit_test_setup_teardown(a_long_list_comes_in_pages, make, drop),
        cmocka_unit_test_setup_teardown(page_keys_turn_pages, make, drop),
        cmocka_unit_test_setup_teardown(later_and_earlier_can_be_focused, make, drop),
        cmocka_unit_test_setup_teardown(every_entry_is_on_one_page, make, drop),
        cmocka_unit_test(every_entry_can_be_focused_from_the_start),
        cmocka_unit_test(other_events_are_ignored),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
