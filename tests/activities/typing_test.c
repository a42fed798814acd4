/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "activities/typing.h"

#include <string.h>

#include "../support/seen.h"

static bool put(struct typed *typed, unsigned character)
{
    return typing_handle(typed, (struct event){EVENT_CHARACTER, character}, INPUT_TEXT,
                         VIEW_TYPED);
}

static bool erase(struct typed *typed)
{
    return typing_handle(typed, (struct event){EVENT_ERASE, 0}, INPUT_TEXT, VIEW_TYPED);
}

static void characters_of_every_width_are_taken_and_erased(void **state)
{
    static const unsigned characters[] = {'a', 0x436, 0x6F22, 0x1F600};
    struct typed typed = {.text = ""};
    (void)state;
    for (size_t i = 0; i < 4; i++)
        assert_true(put(&typed, characters[i]));
    assert_string_equal(typed.text, "aж漢😀");
    for (size_t i = 0; i < 4; i++)
        assert_true(erase(&typed));
    assert_true(typing_is_empty(&typed));
    assert_false(erase(&typed));
    /* Nothing of it is left behind the end either. */
    for (size_t i = 0; i < sizeof typed; i++)
        assert_int_equal(typed.text[i], 0);
}

static void what_must_not_reach_a_terminal_is_not_taken(void **state)
{
    static const unsigned refused[] = {0, 7, '\t', '\n', 27, 0x7F, 0x9B, 0x202E, 0xD800, 0x110000};
    struct typed typed = {.text = ""};
    (void)state;
    for (size_t i = 0; i < sizeof refused / sizeof refused[0]; i++)
        assert_false(put(&typed, refused[i]));
    assert_true(typing_is_empty(&typed));
}

static void a_field_is_full_at_its_limit(void **state)
{
    struct typed typed = {.text = ""};
    (void)state;
    for (size_t i = 0; i < VIEW_TYPED; i++)
        assert_true(put(&typed, 0x1F600));
    assert_false(put(&typed, 'x'));
    assert_int_equal(strlen(typed.text), 4 * VIEW_TYPED);
}

static void a_space_does_not_begin_it(void **state)
{
    struct typed typed = {.text = ""};
    (void)state;
    assert_false(put(&typed, ' '));
    assert_true(put(&typed, 'a'));
    assert_true(put(&typed, ' '));
}

static void other_events_are_left_alone(void **state)
{
    struct typed typed = {.text = "a"};
    (void)state;
    for (int kind = EVENT_NONE; kind <= EVENT_LEAVE; kind++)
        if (kind != EVENT_CHARACTER && kind != EVENT_ERASE && kind != EVENT_CLEAR)
            assert_false(typing_handle(&typed, (struct event){(enum event_kind)kind, 'x'},
                                       INPUT_TEXT, VIEW_TYPED));
    assert_string_equal(typed.text, "a");
}

static void the_field_is_focused_and_stands_out(void **state)
{
    struct typed typed = {.text = "28"};
    struct view *view = view_new(NULL);
    (void)state;
    typing_show(&typed, view, INPUT_NUMBER, "days");
    assert_int_equal(view->focus, 1);
    assert_int_equal(view->input, INPUT_NUMBER);
    struct layout *layout = layout_new(view, view, 40, &signs_unicode);
    assert_string_equal(seen_lines(layout), "  28  days\n");
    assert_int_equal(layout->lines[0].option, 1);
    /* Lines have a prompt of their own. */
    assert_int_equal(layout_new(view, view, 40, &signs_none)->count, 0);
    talloc_free(view);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(characters_of_every_width_are_taken_and_erased),
        cmocka_unit_test(what_must_not_reach_a_terminal_is_not_taken),
        cmocka_unit_test(a_field_is_full_at_its_limit),
        cmocka_unit_test(a_space_does_not_begin_it),
        cmocka_unit_test(other_events_are_left_alone),
        cmocka_unit_test(the_field_is_focused_and_stands_out),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
