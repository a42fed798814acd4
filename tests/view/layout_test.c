/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "view/layout.h"

#include "../support/seen.h"
#include "view/markdown.h"

static int make(void **state)
{
    *state = view_new(NULL);
    return 0;
}

static int drop(void **state)
{
    talloc_free(*state);
    return 0;
}

static void assert_drawn_with(struct view *view, size_t width, const struct signs *signs,
                              const char *expected)
{
    assert_string_equal(seen_lines(layout_new(view, view, width, signs)), expected);
}

static void assert_drawn(struct view *view, size_t width, const char *expected)
{
    assert_drawn_with(view, width, &signs_ascii, expected);
}

static void an_empty_view_has_no_lines(void **state)
{
    assert_int_equal(layout_new(*state, *state, 40, &signs_ascii)->count, 0);
}

static void paragraphs_and_gaps_are_lines(void **state)
{
    struct view *view = *state;
    view_add(view, BLOCK_HEADING, "A title", STYLE_HEADING);
    view_gap(view);
    view_add(view, BLOCK_PARAGRAPH, "one two three four", STYLE_PLAIN);
    assert_drawn(view, 9, "A title\n\none two\nthree\nfour\n");
}

static void a_line_knows_its_block_and_option(void **state)
{
    struct view *view = *state;
    view_add(view, BLOCK_PARAGRAPH, "one two", STYLE_PLAIN);
    view_option(view, "three four", MARK_NONE);
    const struct layout *layout = layout_new(view, view, 10, &signs_ascii);
    assert_int_equal(layout->count, 3);
    assert_int_equal(layout->lines[0].block, 0);
    assert_int_equal(layout->lines[0].option, 0);
    assert_int_equal(layout->lines[1].block, 1);
    assert_int_equal(layout->lines[1].option, 1);
    assert_int_equal(layout->lines[2].option, 1);
}

static void styles_are_cut_where_lines_are(void **state)
{
    struct view *view = *state;
    markdown_paragraph(view, "one **two three** four");
    const struct layout *layout = layout_new(view, view, 8, &signs_ascii);
    assert_string_equal(seen_lines(layout), "one two\nthree\nfour\n");
    assert_int_equal(layout->lines[0].count, 2);
    assert_int_equal(layout->lines[0].segments[0].style, STYLE_PLAIN);
    assert_int_equal(layout->lines[0].segments[1].style, STYLE_BOLD);
    assert_int_equal(layout->lines[1].segments[0].style, STYLE_BOLD);
    assert_int_equal(layout->lines[2].segments[0].style, STYLE_PLAIN);
}

static void options_have_a_gutter_a_number_and_hang(void **state)
{
    struct view *view = *state;
    view_option(view, "Yes", MARK_NONE);
    view_option(view, "one two three", MARK_NONE);
    assert_drawn(view, 14, "  1. Yes\n  2. one two\n     three\n");
}

static void numbers_of_a_long_list_stand_in_a_column(void **state)
{
    struct view *view = *state;
    for (int i = 0; i < 10; i++)
        view_option(view, "x", MARK_NONE);
    const char *text = seen_text(view, 40);
    assert_non_null(strstr(text, "   1. x\n"));
    assert_non_null(strstr(text, "  10. x\n"));
}

static void boxes_and_marks_stand_before_the_text(void **state)
{
    struct view *view = *state;
    view_option(view, "a", MARK_OPEN);
    view_option(view, "b", MARK_TICKED);
    view_option(view, "c", MARK_RIGHT);
    view_option(view, "d", MARK_WRONG);
    assert_drawn(view, 40, "  1. [ ] a\n  2. [x] b\n  3. + c\n  4. x d\n");
    assert_drawn_with(view, 40, &signs_unicode, "  1. [ ] a\n  2. [x] b\n  3. ✓ c\n  4. ✗ d\n");
}

static void read_aloud_there_is_no_gutter_and_no_box(void **state)
{
    struct view *view = *state;
    view_option(view, "a", MARK_OPEN);
    view_option(view, "b", MARK_TICKED)->aside = "your answer";
    view_verdict(view, MARK_RIGHT, "Right.");
    assert_drawn_with(view, LAYOUT_UNBROKEN, &signs_none, "1. a\n2. b  (your answer)\nRight.\n");
}

static void the_gutter_has_room_for_the_focus(void **state)
{
    const struct signs *const all[] = {&signs_unicode, &signs_ascii};
    (void)state;
    for (size_t i = 0; i < 2; i++)
        assert_int_equal(text_width(all[i]->focus, strlen(all[i]->focus)) + 1, LAYOUT_GUTTER);
}

static void an_aside_stands_behind_the_last_line(void **state)
{
    struct view *view = *state;
    view_option(view, "one two three", MARK_NONE)->aside = "12 min";
    assert_drawn(view, 40, "  1. one two three  12 min\n");
    assert_drawn(view, 26, "  1. one two three  12 min\n");
    assert_drawn(view, 20, "  1. one two three\n     12 min\n");
    assert_drawn(view, 16, "  1. one two\n     three\n     12 min\n");
    assert_drawn(view, 18, "  1. one two three\n     12 min\n");
}

static void an_aside_is_quiet_and_part_of_its_option(void **state)
{
    struct view *view = *state;
    view_option(view, "one two three", MARK_NONE)->aside = "12 min";
    const struct layout *layout = layout_new(view, view, 20, &signs_ascii);
    const struct line *last = &layout->lines[layout->count - 1];
    assert_int_equal(last->option, 1);
    assert_int_equal(last->segments[last->count - 1].style, STYLE_QUIET);
}

static void an_aside_wider_than_the_line_is_broken(void **state)
{
    struct view *view = *state;
    view_option(view, "one", MARK_NONE)->aside = "an aside that is much too long for this";
    assert_fits(layout_new(view, view, 20, &signs_ascii), 20);
}

static void items_have_bullets_or_numbers_and_are_indented(void **state)
{
    struct view *view = *state;
    markdown_page(view, "- one two three\n  1. four\n     - five\n- six");
    assert_drawn(view, 12, "- one two\n  three\n  1. four\n    - five\n- six\n");
}

static void a_marked_item_needs_no_bullet(void **state)
{
    struct view *view = *state;
    struct block *block = view_add(view, BLOCK_ITEM, "a", STYLE_PLAIN);
    block->depth = 1;
    block->mark = MARK_RIGHT;
    block = view_add(view, BLOCK_ITEM, "b", STYLE_PLAIN);
    block->depth = 1;
    block->number = 2;
    block->mark = MARK_WRONG;
    assert_drawn(view, 40, "+ a\nx 2. b\n");
}

static void a_quote_has_its_bar_on_every_line(void **state)
{
    struct view *view = *state;
    markdown_page(view, "> one two three four");
    assert_drawn(view, 9, "| one two\n| three\n| four\n");
    assert_drawn_with(view, 9, &signs_unicode, "│ one two\n│ three\n│ four\n");
}

static void a_verdict_has_its_sign(void **state)
{
    struct view *view = *state;
    view_verdict(view, MARK_WRONG, "Not quite.");
    assert_drawn_with(view, 40, &signs_unicode, "✗ Not quite.\n");
}

static void a_drawing_is_cut_not_broken(void **state)
{
    struct view *view = *state;
    view_add(view, BLOCK_DRAWING, "+--------+\n|  дом   |\n\n漢字漢字漢\n", STYLE_PLAIN);
    assert_drawn(view, 40, "+--------+\n|  дом   |\n\n漢字漢字漢\n");
    assert_drawn(view, 5, "+----\n|  до\n\n漢字\n");
}

static void unbroken_lines_are_never_broken(void **state)
{
    struct view *view = *state;
    char *text = talloc_strdup(view, "");
    for (int i = 0; i < 2000; i++)
        text = talloc_strdup_append_buffer(text, "word ");
    view_add(view, BLOCK_PARAGRAPH, text, STYLE_PLAIN);
    assert_int_equal(layout_new(view, view, LAYOUT_UNBROKEN, &signs_none)->count, 1);
}

static void an_option_is_found_by_its_number(void **state)
{
    struct view *view = *state;
    size_t first = 9, last = 9;
    view_add(view, BLOCK_PARAGRAPH, "stem", STYLE_PLAIN);
    view_gap(view);
    view_option(view, "one", MARK_NONE);
    view_option(view, "two three four", MARK_NONE);
    view_add(view, BLOCK_PARAGRAPH, "end", STYLE_PLAIN);
    const struct layout *layout = layout_new(view, view, 12, &signs_ascii);
    layout_find_option(layout, 2, &first, &last);
    assert_int_equal(first, 3);
    assert_int_equal(last, 5);
    layout_find_option(layout, 1, &first, &last);
    assert_int_equal(first, 2);
    assert_int_equal(last, 2);
    layout_find_option(layout, 3, &first, &last);
    assert_int_equal(first, 0);
    assert_int_equal(last, 0);
    layout_find_option(layout, 0, &first, &last);
    assert_int_equal(first, 0);
    assert_int_equal(last, 0);
}

static void an_option_that_begins_the_page_is_found(void **state)
{
    struct view *view = *state;
    size_t first = 9, last = 9;
    view_option(view, "one two three", MARK_NONE);
    layout_find_option(layout_new(view, view, 12, &signs_ascii), 1, &first, &last);
    assert_int_equal(first, 0);
    assert_int_equal(last, 1);
}

static void everything_fits_at_every_width(void **state)
{
    struct view *view = *state;
    markdown_page(view, "# Заголовок урока\n\nParagraph with **bold** words, слова и 漢字.\n\n"
                        "- item one\n  - вложенный пункт списка\n\n> quoted words, и слова");
    view_option(view, "Rindfleischetikettierungsüberwachungsaufgabe", MARK_OPEN);
    view_option(view, "Да, это так и есть на самом деле", MARK_TICKED)->aside = "10";
    view_verdict(view, MARK_WRONG, "Not quite, but nearly so.");
    for (size_t width = 12; width <= 100; width++) {
        assert_fits(layout_new(view, view, width, &signs_unicode), width);
        assert_fits(layout_new(view, view, width, &signs_none), width);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(an_empty_view_has_no_lines, make, drop),
        cmocka_unit_test_setup_teardown(paragraphs_and_gaps_are_lines, make, drop),
        cmocka_unit_test_setup_teardown(a_line_knows_its_block_and_option, make, drop),
        cmocka_unit_test_setup_teardown(styles_are_cut_where_lines_are, make, drop),
        cmocka_unit_test_setup_teardown(options_have_a_gutter_a_number_and_hang, make, drop),
        cmocka_unit_test_setup_teardown(numbers_of_a_long_list_stand_in_a_column, make, drop),
        cmocka_unit_test_setup_teardown(boxes_and_marks_stand_before_the_text, make, drop),
        cmocka_unit_test_setup_teardown(read_aloud_there_is_no_gutter_and_no_box, make, drop),
        cmocka_unit_test_setup_teardown(the_gutter_has_room_for_the_focus, make, drop),
        cmocka_unit_test_setup_teardown(an_aside_stands_behind_the_last_line, make, drop),
        cmocka_unit_test_setup_teardown(an_aside_is_quiet_and_part_of_its_option, make, drop),
        cmocka_unit_test_setup_teardown(an_aside_wider_than_the_line_is_broken, make, drop),
        cmocka_unit_test_setup_teardown(items_have_bullets_or_numbers_and_are_indented, make, drop),
        cmocka_unit_test_setup_teardown(a_marked_item_needs_no_bullet, make, drop),
        cmocka_unit_test_setup_teardown(a_quote_has_its_bar_on_every_line, make, drop),
        cmocka_unit_test_setup_teardown(a_verdict_has_its_sign, make, drop),
        cmocka_unit_test_setup_teardown(a_drawing_is_cut_not_broken, make, drop),
        cmocka_unit_test_setup_teardown(unbroken_lines_are_never_broken, make, drop),
        cmocka_unit_test_setup_teardown(an_option_is_found_by_its_number, make, drop),
        cmocka_unit_test_setup_teardown(an_option_that_begins_the_page_is_found, make, drop),
        cmocka_unit_test_setup_teardown(everything_fits_at_every_width, make, drop),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
