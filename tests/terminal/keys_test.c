/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "terminal/keys.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>
#include <curses.h>
#include <talloc.h>

#include "base/language.h"

static struct event press(wint_t key)
{
    struct keys keys = {.input = INPUT_NONE};
    return keys_event(&keys, key, false, 1000);
}

static struct event press_code(wint_t code)
{
    struct keys keys = {.input = INPUT_NONE};
    return keys_event(&keys, code, true, 1000);
}

static void no_letter_means_anything(void **state)
{
    static const wint_t ranges[][2] = {
        {'A', 'Z'},       {'a', 'z'}, {0x00C0, 0x024F}, /* Latin */
        {0x0370, 0x03FF},                               /* Greek */
        {0x0400, 0x052F}, /* Cyrillic, with Ґ Є І Ї Ё and their small letters */
        {0x0530, 0x058F}, /* Armenian */
        {0x10A0, 0x10FF}, /* Georgian */
    };
    (void)state;
    for (size_t i = 0; i < sizeof ranges / sizeof ranges[0]; i++)
        for (wint_t letter = ranges[i][0]; letter <= ranges[i][1]; letter++)
            assert_int_equal(press(letter).kind, EVENT_NONE);
}

static void digits_pick(void **state)
{
    (void)state;
    for (unsigned digit = 1; digit <= 9; digit++) {
        struct event event = press('0' + digit);
        assert_int_equal(event.kind, EVENT_PICK);
        assert_int_equal(event.number, digit);
    }
    assert_int_equal(press('0').kind, EVENT_NONE);
}

static void keys_have_their_events(void **state)
{
    (void)state;
    assert_int_equal(press_code(KEY_UP).kind, EVENT_UP);
    assert_int_equal(press_code(KEY_DOWN).kind, EVENT_DOWN);
    assert_int_equal(press_code(KEY_LEFT).kind, EVENT_BACK);
    assert_int_equal(press_code(KEY_BACKSPACE).kind, EVENT_BACK);
    assert_int_equal(press(0x7F).kind, EVENT_BACK);
    assert_int_equal(press('\b').kind, EVENT_BACK);
    assert_int_equal(press_code(KEY_RIGHT).kind, EVENT_ON);
    assert_int_equal(press_code(KEY_PPAGE).kind, EVENT_PAGE_UP);
    assert_int_equal(press_code(KEY_NPAGE).kind, EVENT_PAGE_DOWN);
    assert_int_equal(press_code(KEY_HOME).kind, EVENT_FIRST);
    assert_int_equal(press_code(KEY_END).kind, EVENT_LAST);
    assert_int_equal(press_code(KEY_ENTER).kind, EVENT_ENTER);
    assert_int_equal(press('\r').kind, EVENT_ENTER);
    assert_int_equal(press('\n').kind, EVENT_ENTER);
    assert_int_equal(press(' ').kind, EVENT_SPACE);
    assert_int_equal(press('?').kind, EVENT_HELP);
    assert_int_equal(press_code(KEY_F(1)).kind, EVENT_HELP);
    assert_int_equal(press_code(KEY_F(2)).kind, EVENT_LANGUAGE);
    assert_int_equal(press_code(KEY_F(3)).kind, EVENT_LOOK);
    assert_int_equal(press(27).kind, EVENT_UP_LEVEL);
    assert_int_equal(press(24).kind, EVENT_LEAVE); /* Ctrl-X */
    assert_int_equal(press(3).kind, EVENT_LEAVE);  /* Ctrl-C */
}

/* Curses numbers its codes where letters of other scripts have theirs. */
static void a_code_is_no_character(void **state)
{
    (void)state;
    assert_int_equal(press(KEY_UP).kind, EVENT_NONE);
    assert_int_equal(press(KEY_F(2)).kind, EVENT_NONE);
    assert_int_equal(press_code('1').kind, EVENT_NONE);
    assert_int_equal(press_code(27).kind, EVENT_NONE);
    assert_int_equal(press_code(KEY_RESIZE).kind, EVENT_NONE);
    assert_int_equal(press_code(KEY_MOUSE).kind, EVENT_NONE);
}

static void other_control_characters_mean_nothing(void **state)
{
    (void)state;
    for (wint_t key = 0; key < 32; key++) {
        if (strchr("\b\t\n\r\x03\x18\x1B", (int)key) && key)
            continue;
        assert_int_equal(press(key).kind, EVENT_NONE);
    }
}

static enum event_kind escape_at(struct keys *keys, int64_t when)
{
    return keys_event(keys, 27, false, when).kind;
}

static void three_escapes_within_two_seconds_leave(void **state)
{
    struct keys keys = {.input = INPUT_NONE};
    (void)state;
    assert_int_equal(escape_at(&keys, 5000), EVENT_UP_LEVEL);
    assert_int_equal(escape_at(&keys, 5900), EVENT_UP_LEVEL);
    assert_int_equal(escape_at(&keys, 6999), EVENT_LEAVE);
    struct keys fast = {.input = INPUT_NONE};
    assert_int_equal(escape_at(&fast, 7000), EVENT_UP_LEVEL);
    assert_int_equal(escape_at(&fast, 7000), EVENT_UP_LEVEL);
    assert_int_equal(escape_at(&fast, 7000), EVENT_LEAVE);
}

static void slower_escapes_only_go_up(void **state)
{
    struct keys keys = {.input = INPUT_NONE};
    (void)state;
    for (int64_t when = 5000; when < 60000; when += KEYS_LEAVE_MS / 2 + 1)
        assert_int_equal(escape_at(&keys, when), EVENT_UP_LEVEL);
}

static void the_last_three_escapes_count(void **state)
{
    struct keys keys = {.input = INPUT_NONE};
    (void)state;
    assert_int_equal(escape_at(&keys, 5000), EVENT_UP_LEVEL);
    assert_int_equal(escape_at(&keys, 8000), EVENT_UP_LEVEL);
    assert_int_equal(escape_at(&keys, 8100), EVENT_UP_LEVEL);
    assert_int_equal(escape_at(&keys, 8200), EVENT_LEAVE);
}

/* Somebody in a hurry hits other keys as well. */
static void keys_between_escapes_do_not_matter(void **state)
{
    struct keys keys = {.input = INPUT_NONE};
    (void)state;
    escape_at(&keys, 5000);
    keys_event(&keys, 'x', false, 5100);
    escape_at(&keys, 5200);
    keys_event(&keys, KEY_UP, true, 5300);
    assert_int_equal(escape_at(&keys, 5400), EVENT_LEAVE);
}

static void soon_after_the_computer_started_one_escape_does_not_leave(void **state)
{
    struct keys keys = {.input = INPUT_NONE};
    (void)state;
    assert_int_equal(escape_at(&keys, 1), EVENT_UP_LEVEL);
    assert_int_equal(escape_at(&keys, 2), EVENT_UP_LEVEL);
    assert_int_equal(escape_at(&keys, 3), EVENT_LEAVE);
}

static void names_say_what_to_press(void **state)
{
    struct view *view = view_new(NULL);
    (void)state;
    assert_string_equal(keys_name(view, EVENT_ENTER, view), "Enter");
    assert_string_equal(keys_name(view, EVENT_UP_LEVEL, view), "Esc");
    assert_string_equal(keys_name(view, EVENT_HELP, view), "?");
    assert_string_equal(keys_name(view, EVENT_LANGUAGE, view), "F2");
    assert_string_equal(keys_name(view, EVENT_SPACE, view), "Space");
    view->options = 4;
    assert_string_equal(keys_name(view, EVENT_PICK, view), "1-4");
    view->options = 12;
    assert_string_equal(keys_name(view, EVENT_PICK, view), "1-9");
    talloc_free(view);
}

static void one_option_is_no_range(void **state)
{
    struct view *view = view_new(NULL);
    (void)state;
    view->options = 1;
    assert_string_equal(keys_name(view, EVENT_PICK, view), "1");
    talloc_free(view);
}

static void on_a_page_with_a_field_characters_are_typed(void **state)
{
    static const wint_t typed[] = {'a', '1', ' ', 0x436, 0x451, '!', '.', '0'};
    struct keys keys = {.input = INPUT_TEXT};
    (void)state;
    for (size_t i = 0; i < sizeof typed / sizeof typed[0]; i++) {
        struct event event = keys_event(&keys, typed[i], false, 1000);
        assert_int_equal(event.kind, EVENT_CHARACTER);
        assert_int_equal(event.number, typed[i]);
    }
    assert_int_equal(keys_event(&keys, 0x7F, false, 1000).kind, EVENT_ERASE);
    assert_int_equal(keys_event(&keys, 8, false, 1000).kind, EVENT_ERASE);
    assert_int_equal(keys_event(&keys, KEY_BACKSPACE, true, 1000).kind, EVENT_ERASE);
}

static void beside_a_field_other_keys_work_as_ever(void **state)
{
    struct keys keys = {.input = INPUT_TEXT};
    (void)state;
    assert_int_equal(keys_event(&keys, '?', false, 1000).kind, EVENT_HELP);
    assert_int_equal(keys_event(&keys, '\r', false, 1000).kind, EVENT_ENTER);
    assert_int_equal(keys_event(&keys, 24, false, 1000).kind, EVENT_LEAVE);
    assert_int_equal(keys_event(&keys, KEY_LEFT, true, 1000).kind, EVENT_BACK);
    assert_int_equal(keys_event(&keys, KEY_RIGHT, true, 1000).kind, EVENT_ON);
    assert_int_equal(keys_event(&keys, 27, false, 1000).kind, EVENT_UP_LEVEL);
}

static void a_list_that_is_searched_is_picked_from_by_digits(void **state)
{
    struct keys keys = {.input = INPUT_SEARCH};
    (void)state;
    assert_int_equal(keys_event(&keys, '2', false, 1000).kind, EVENT_PICK);
    assert_int_equal(keys_event(&keys, 0x43A, false, 1000).kind, EVENT_CHARACTER);
    assert_int_equal(keys_event(&keys, 0x7F, false, 1000).kind, EVENT_ERASE);
}

static void a_word_ends_with_a_space_and_is_picked_by_a_digit(void **state)
{
    struct keys keys = {.input = INPUT_WORDS};
    (void)state;
    assert_int_equal(keys_event(&keys, '9', false, 1000).kind, EVENT_PICK);
    assert_int_equal(keys_event(&keys, ' ', false, 1000).kind, EVENT_SPACE);
    assert_int_equal(keys_event(&keys, 0x43A, false, 1000).kind, EVENT_CHARACTER);
    assert_int_equal(keys_event(&keys, KEY_BACKSPACE, true, 1000).kind, EVENT_ERASE);
    assert_int_equal(keys_event(&keys, KEY_LEFT, true, 1000).kind, EVENT_BACK);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(no_letter_means_anything),
        cmocka_unit_test(digits_pick),
        cmocka_unit_test(keys_have_their_events),
        cmocka_unit_test(a_code_is_no_character),
        cmocka_unit_test(other_control_characters_mean_nothing),
        cmocka_unit_test(three_escapes_within_two_seconds_leave),
        cmocka_unit_test(slower_escapes_only_go_up),
        cmocka_unit_test(the_last_three_escapes_count),
        cmocka_unit_test(keys_between_escapes_do_not_matter),
        cmocka_unit_test(soon_after_the_computer_started_one_escape_does_not_leave),
        cmocka_unit_test(names_say_what_to_press),
        cmocka_unit_test(one_option_is_no_range),
        cmocka_unit_test(on_a_page_with_a_field_characters_are_typed),
        cmocka_unit_test(beside_a_field_other_keys_work_as_ever),
        cmocka_unit_test(a_list_that_is_searched_is_picked_from_by_digits),
        cmocka_unit_test(a_word_ends_with_a_space_and_is_picked_by_a_digit),
    };
    language_start("/nowhere", "/nowhere");
    return cmocka_run_group_tests(tests, NULL, NULL);
}
