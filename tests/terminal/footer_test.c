/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "terminal/footer.h"

#include "../support/seen.h"
#include "base/language.h"

static int make(void **state)
{
    struct view *view = view_new(NULL);
    view->options = 4;
    view_hint(view, EVENT_ENTER, "answer");
    view_hint(view, EVENT_PICK, "answer");
    view_hint(view, EVENT_ON, "skip");
    view_hint(view, EVENT_BACK, "back");
    view_hint(view, EVENT_UP_LEVEL, "lessons");
    view_hint(view, EVENT_HELP, "help");
    *state = view;
    return 0;
}

static int drop(void **state)
{
    talloc_free(*state);
    return 0;
}

static const char *footer(struct view *view, bool more, size_t width)
{
    return footer_text(view, view, more, width).text;
}

static void everything_is_named_where_there_is_room(void **state)
{
    assert_string_equal(footer(*state, false, 200),
                        "Enter/1-4 answer   → skip   ← back   Esc lessons   ? help");
}

static void a_line_that_fits_exactly_is_whole(void **state)
{
    static const char whole[] = "Enter/1-4 answer  → skip  ← back  Esc lessons  ? help";
    size_t width = text_width(whole, strlen(whole));
    assert_string_equal(footer(*state, false, width), whole);
    assert_string_not_equal(footer(*state, false, width - 1), whole);
}

static void a_narrow_line_has_narrower_gaps(void **state)
{
    assert_non_null(strstr(footer(*state, false, 59), "answer  → skip"));
    assert_non_null(strstr(footer(*state, false, 60), "answer   → skip"));
}

static void more_below_is_said_first(void **state)
{
    const char *text = footer(*state, true, 200);
    assert_int_equal(
        strncmp(text, "↓ more   Enter/1-4 answer", strlen("↓ more   Enter/1-4 answer")), 0);
}

static void the_most_important_stay_and_help_is_always_there(void **state)
{
    for (size_t width = 6; width <= 120; width++)
        for (int more = 0; more < 2; more++) {
            const char *text = footer(*state, more, width);
            size_t cells = text_width(text, strlen(text));
            if (cells > width)
                fail_msg("%zu cells, not %zu: \"%s\"", cells, width, text);
            const char *help = strstr(text, "? help");
            assert_non_null(help);
            assert_string_equal(help, "? help");
        }
    assert_string_equal(footer(*state, false, 25), "Enter/1-4 answer  ? help");
    assert_string_equal(footer(*state, true, 15), "↓ more  ? help");
}

static void keys_stand_out(void **state)
{
    struct rich text = footer_text(*state, *state, false, 200);
    assert_true(seen_style(&text, "Enter") & STYLE_KEY);
    assert_true(seen_style(&text, "?") & STYLE_KEY);
    assert_int_equal(seen_style(&text, "answer"), STYLE_PLAIN);
}

static void nothing_to_name_is_an_empty_line(void **state)
{
    struct view *view = view_new(*state);
    assert_string_equal(footer(view, false, 80), "");
}

static void cyrillic_is_counted_in_cells(void **state)
{
    struct view *view = view_new(*state);
    view_hint(view, EVENT_ENTER, "ответить");
    view_hint(view, EVENT_HELP, "справка");
    assert_string_equal(footer(view, false, 25), "Enter ответить  ? справка");
    assert_string_equal(footer(view, false, 24), "? справка");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(everything_is_named_where_there_is_room, make, drop),
        cmocka_unit_test_setup_teardown(a_line_that_fits_exactly_is_whole, make, drop),
        cmocka_unit_test_setup_teardown(a_narrow_line_has_narrower_gaps, make, drop),
        cmocka_unit_test_setup_teardown(more_below_is_said_first, make, drop),
        cmocka_unit_test_setup_teardown(the_most_important_stay_and_help_is_always_there, make,
                                        drop),
        cmocka_unit_test_setup_teardown(keys_stand_out, make, drop),
        cmocka_unit_test_setup_teardown(nothing_to_name_is_an_empty_line, make, drop),
        cmocka_unit_test_setup_teardown(cyrillic_is_counted_in_cells, make, drop),
    };
    language_start("/nowhere", "/nowhere");
    return cmocka_run_group_tests(tests, NULL, NULL);
}
