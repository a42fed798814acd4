/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "view/markdown.h"

#include <stdio.h>

#include "../support/seen.h"

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

static const char *line_of(const void *parent, const char *source)
{
    struct rich rich = {.text = NULL};
    markdown_line(parent, source, STYLE_PLAIN, &rich);
    return rich.text;
}

/* One line for each block: what it is, then its text. */
static char *outline(struct view *view)
{
    static const char *const kinds[] = {
        [BLOCK_HEADING] = "heading", [BLOCK_PARAGRAPH] = "paragraph",
        [BLOCK_ITEM] = "item",       [BLOCK_QUOTE] = "quote",
        [BLOCK_DRAWING] = "drawing", [BLOCK_OPTION] = "option",
        [BLOCK_VERDICT] = "verdict", [BLOCK_GAP] = "gap",
    };
    char *text = talloc_strdup(view, "");
    for (size_t i = 0; i < view->count; i++) {
        const struct block *block = &view->blocks[i];
        if (block->kind == BLOCK_GAP)
            text = talloc_asprintf_append_buffer(text, "gap\n");
        else if (block->kind == BLOCK_ITEM)
            text = talloc_asprintf_append_buffer(text, "item %u/%u: %s\n", block->depth,
                                                 block->number, block->text.text);
        else
            text = talloc_asprintf_append_buffer(text, "%s: %s\n", kinds[block->kind],
                                                 block->text.text);
    }
    return text;
}

static void assert_page(void **state, const char *source, const char *expected)
{
    struct view *view = *state;
    markdown_page(view, source);
    assert_string_equal(outline(view), expected);
}

static void bold_and_emphasis_are_styles(void **state)
{
    struct view *view = *state;
    const struct rich *text = &markdown_paragraph(view, "a **b *c*** _d_ e")->text;
    assert_string_equal(text->text, "a b c d e");
    assert_int_equal(seen_style(text, "a"), STYLE_PLAIN);
    assert_int_equal(seen_style(text, "b"), STYLE_BOLD);
    assert_int_equal(seen_style(text, "c"), STYLE_BOLD | STYLE_EMPHASIS);
    assert_int_equal(seen_style(text, "d"), STYLE_EMPHASIS);
    assert_int_equal(seen_style(text, "e"), STYLE_PLAIN);
}

static void a_style_is_added_to_those_of_the_text(void **state)
{
    struct rich rich = {.text = NULL};
    markdown_line(*state, "a *b*", STYLE_QUIET, &rich);
    assert_int_equal(seen_style(&rich, "a"), STYLE_QUIET);
    assert_int_equal(seen_style(&rich, "b"), STYLE_QUIET | STYLE_EMPHASIS);
}

static void lines_are_added_behind_each_other(void **state)
{
    struct rich rich = {.text = NULL};
    markdown_line(*state, "**a**", STYLE_PLAIN, &rich);
    rich_add(*state, &rich, " — ", strlen(" — "), STYLE_PLAIN);
    markdown_line(*state, "b", STYLE_PLAIN, &rich);
    assert_string_equal(rich.text, "a — b");
    assert_int_equal(seen_style(&rich, "a"), STYLE_BOLD);
    assert_int_equal(seen_style(&rich, "b"), STYLE_PLAIN);
}

static void paragraphs_have_a_gap_between_them(void **state)
{
    assert_page(state, "One.\n\nTwo.\n\n\n\nThree.\n",
                "paragraph: One.\ngap\nparagraph: Two.\ngap\nparagraph: Three.\n");
}

static void a_broken_line_is_one_paragraph(void **state)
{
    assert_page(state, "one\ntwo\nthree", "paragraph: one two three\n");
}

static void a_hard_break_is_a_new_line_of_the_paragraph(void **state)
{
    struct view *view = *state;
    assert_page(state, "one  \ntwo\\\nthree", "paragraph: one\ntwo\nthree\n");
    assert_string_equal(seen_text(view, 40), "one\ntwo\nthree\n");
}

static void headings_have_their_style(void **state)
{
    struct view *view = *state;
    assert_page(state, "# One\ntext\n\n### Two\n\nmore",
                "heading: One\ngap\nparagraph: text\ngap\nheading: Two\ngap\nparagraph: more\n");
    assert_true(seen_style(&view->blocks[0].text, "One") & STYLE_HEADING);
    assert_int_equal(seen_style(&view->blocks[2].text, "text"), STYLE_PLAIN);
}

static void a_list_is_set_off_and_its_items_are_not(void **state)
{
    assert_page(state, "Such as:\n\n- one\n- two\n- **three**\n\nThen.",
                "paragraph: Such as:\ngap\nitem 1/0: one\nitem 1/0: two\nitem 1/0: three\n"
                "gap\nparagraph: Then.\n");
}

static void an_ordered_list_counts_on(void **state)
{
    assert_page(state, "3. three\n4. four\n9. five",
                "item 1/3: three\nitem 1/4: four\nitem 1/5: five\n");
}

static void lists_in_lists_are_deeper(void **state)
{
    assert_page(state, "- a\n  1. b\n  2. c\n     - d\n- e\n",
                "item 1/0: a\nitem 2/1: b\nitem 2/2: c\nitem 3/0: d\nitem 1/0: e\n");
}

static void a_list_goes_on_behind_an_inner_one(void **state)
{
    assert_page(state, "1. a\n   1. x\n   2. y\n2. b\n",
                "item 1/1: a\nitem 2/1: x\nitem 2/2: y\nitem 1/2: b\n");
}

static void two_lists_count_each_from_its_own_number(void **state)
{
    assert_page(state, "1. a\n2. b\n\ntext\n\n1. c\n",
                "item 1/1: a\nitem 1/2: b\ngap\nparagraph: text\ngap\nitem 1/1: c\n");
}

static void a_second_paragraph_of_an_item_has_no_mark(void **state)
{
    struct view *view = *state;
    assert_page(state, "- one\n\n  still one\n\n- two",
                "item 1/0: one\ngap\nparagraph: still one\nitem 1/0: two\n");
    assert_int_equal(view->blocks[2].depth, 1);
}

static void an_empty_item_does_not_mark_what_follows(void **state)
{
    struct view *view = *state;
    markdown_page(view, "-\n\nNo item.");
    const struct block *last = &view->blocks[view->count - 1];
    assert_string_equal(last->text.text, "No item.");
    assert_int_equal(last->kind, BLOCK_PARAGRAPH);
}

static void a_heading_in_an_item_is_one_block(void **state)
{
    struct view *view = *state;
    markdown_page(view, "- # One\n- two");
    for (size_t i = 0; i < view->count; i++)
        assert_true(view->blocks[i].kind == BLOCK_GAP || view->blocks[i].text.length > 0);
}

static void quotes_are_quotes(void **state)
{
    assert_page(state, "She says:\n\n> No.\n> Not now.\n\nThen.",
                "paragraph: She says:\ngap\nquote: No. Not now.\ngap\nparagraph: Then.\n");
}

static void raw_html_stays_text(void **state)
{
    struct view *view = *state;
    markdown_page(view, "a <b>c</b> <img src=x>\n\n<script>alert(1)</script>");
    assert_seen(view, "a <b>c</b> <img src=x>");
    assert_seen(view, "<script>alert(1)</script>");
}

static void of_links_and_images_the_text_is_shown(void **state)
{
    struct view *view = *state;
    markdown_page(view, "See [the law](https://example.org) and ![a drawing](x.png).");
    assert_seen(view, "See the law and a drawing.");
}

static void code_is_kept_line_by_line(void **state)
{
    struct view *view = *state;
    markdown_page(view, "```\na  b\n  c\n```\n");
    assert_int_equal(view->blocks[0].kind, BLOCK_DRAWING);
    assert_string_equal(seen_text(view, 40), "a  b\n  c\n");
}

static void escapes_are_taken_away(void **state)
{
    assert_string_equal(line_of(*state, "a \\*b\\* 1\\. c"), "a *b* 1. c");
}

static void a_line_that_looks_like_a_block_keeps_its_mark(void **state)
{
    static const char *const lines[] = {
        "1. x", "12) x", "# x",   "### x", "- x",   "+ x",    "* x",    "> x", "-",
        "---",  "===",   "-5 °C", "#1",    "2026",  "2026.",  "1.5 l",  ">5",  "+7",
        "~~~",  "| x |", "=",     "1",     "- - x", "1. - x", "# 1. x", "-x-",
    };
    for (size_t i = 0; i < sizeof lines / sizeof lines[0]; i++)
        assert_string_equal(line_of(*state, lines[i]), lines[i]);
}

static void a_line_of_signs_does_not_vanish(void **state)
{
    assert_string_equal(line_of(*state, "___"), "___");
    assert_string_equal(line_of(*state, "***"), "***");
    assert_string_equal(line_of(*state, "* * *"), "* * *");
    assert_string_equal(line_of(*state, "[a]: b"), "[a]: b");
}

static void a_line_that_begins_with_a_style_has_it(void **state)
{
    struct rich rich = {.text = NULL};
    markdown_line(*state, "*a* b", STYLE_PLAIN, &rich);
    assert_string_equal(rich.text, "a b");
    assert_int_equal(seen_style(&rich, "a"), STYLE_EMPHASIS);
    struct rich bold = {.text = NULL};
    markdown_line(*state, "**a** b", STYLE_PLAIN, &bold);
    assert_string_equal(bold.text, "a b");
    assert_int_equal(seen_style(&bold, "a"), STYLE_BOLD);
}

static void paragraphs_of_a_line_stay_apart(void **state)
{
    assert_string_equal(line_of(*state, "One.\n\nTwo."), "One. Two.");
}

static void spaces_and_newlines_of_a_line_are_folded(void **state)
{
    assert_string_equal(line_of(*state, "  a   b\nc "), "a b c");
    assert_string_equal(line_of(*state, "\n a"), "a");
    assert_string_equal(line_of(*state, ""), "");
}

/* A mark before each of many levels. */
static char *nested(const void *parent, const char *mark, size_t levels)
{
    char *source = talloc_strdup(parent, "");
    for (size_t i = 0; i < levels; i++)
        source = talloc_strdup_append_buffer(source, mark);
    return talloc_strdup_append_buffer(source, "deep");
}

static void hostile_nesting_ends_and_keeps_the_text(void **state)
{
    static const char *const marks[] = {"> ", "- ", "1. ", "999999999. ", "> - ", "*",  "**",
                                        "_",  "[",  "![",  "a`",          "<",    "\\", "# "};
    for (size_t i = 0; i < sizeof marks / sizeof marks[0]; i++) {
        struct view *view = view_new(*state);
        markdown_page(view, nested(view, marks[i], 1200));
        assert_seen(view, "deep");
        struct rich rich = {.text = NULL};
        markdown_line(view, nested(view, marks[i], 1200), STYLE_PLAIN, &rich);
        assert_non_null(strstr(rich.text, "deep"));
        talloc_free(view);
    }
}

static void hostile_nesting_fits_a_screen(void **state)
{
    static const char *const marks[] = {"> ", "- ", "1. ", "999999999. ", "> - "};
    for (size_t i = 0; i < sizeof marks / sizeof marks[0]; i++) {
        struct view *view = view_new(*state);
        markdown_page(view, nested(view, marks[i], 40));
        assert_fits(layout_new(view, view, 38, &signs_unicode), 38);
        talloc_free(view);
    }
}

static void marked_terms_are_shown_and_noted(void **state)
{
    struct view *view = *state;
    markdown_page(view, "Ask for [[PrEP]].\n\n- [[PEP|this **medicine**]] helps");
    assert_seen(view, "Ask for PrEP.");
    assert_seen(view, "this medicine helps");
    const struct rich *first = &view->blocks[0].text;
    assert_int_equal(first->term_count, 1);
    assert_string_equal(first->terms[0], "PrEP");
    assert_int_equal(seen_style(first, "PrEP"), STYLE_TERM);
    const struct rich *item = &view->blocks[view->count - 1].text;
    assert_int_equal(item->term_count, 1);
    assert_string_equal(item->terms[0], "PEP");
    assert_int_equal(seen_style(item, "medicine"), STYLE_TERM | STYLE_BOLD);
}

static void a_line_has_terms_too(void **state)
{
    struct rich rich = {.text = NULL};
    markdown_line(*state, "[[PrEP]] protects", STYLE_PLAIN, &rich);
    assert_string_equal(rich.text, "PrEP protects");
    assert_int_equal(rich.term_count, 1);
}

static void brackets_that_mark_nothing_stay(void **state)
{
    assert_string_equal(line_of(*state, "a [[ b"), "a [[ b");
    assert_string_equal(line_of(*state, "a [[]] b"), "a [[]] b");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(bold_and_emphasis_are_styles, make, drop),
        cmocka_unit_test_setup_teardown(a_style_is_added_to_those_of_the_text, make, drop),
        cmocka_unit_test_setup_teardown(lines_are_added_behind_each_other, make, drop),
        cmocka_unit_test_setup_teardown(paragraphs_have_a_gap_between_them, make, drop),
        cmocka_unit_test_setup_teardown(a_broken_line_is_one_paragraph, make, drop),
        cmocka_unit_test_setup_teardown(a_hard_break_is_a_new_line_of_the_paragraph, make, drop),
        cmocka_unit_test_setup_teardown(headings_have_their_style, make, drop),
        cmocka_unit_test_setup_teardown(a_list_is_set_off_and_its_items_are_not, make, drop),
        cmocka_unit_test_setup_teardown(an_ordered_list_counts_on, make, drop),
        cmocka_unit_test_setup_teardown(lists_in_lists_are_deeper, make, drop),
        cmocka_unit_test_setup_teardown(a_list_goes_on_behind_an_inner_one, make, drop),
        cmocka_unit_test_setup_teardown(two_lists_count_each_from_its_own_number, make, drop),
        cmocka_unit_test_setup_teardown(a_second_paragraph_of_an_item_has_no_mark, make, drop),
        cmocka_unit_test_setup_teardown(an_empty_item_does_not_mark_what_follows, make, drop),
        cmocka_unit_test_setup_teardown(a_heading_in_an_item_is_one_block, make, drop),
        cmocka_unit_test_setup_teardown(quotes_are_quotes, make, drop),
        cmocka_unit_test_setup_teardown(raw_html_stays_text, make, drop),
        cmocka_unit_test_setup_teardown(of_links_and_images_the_text_is_shown, make, drop),
        cmocka_unit_test_setup_teardown(code_is_kept_line_by_line, make, drop),
        cmocka_unit_test_setup_teardown(escapes_are_taken_away, make, drop),
        cmocka_unit_test_setup_teardown(a_line_that_looks_like_a_block_keeps_its_mark, make, drop),
        cmocka_unit_test_setup_teardown(a_line_of_signs_does_not_vanish, make, drop),
        cmocka_unit_test_setup_teardown(a_line_that_begins_with_a_style_has_it, make, drop),
        cmocka_unit_test_setup_teardown(paragraphs_of_a_line_stay_apart, make, drop),
        cmocka_unit_test_setup_teardown(spaces_and_newlines_of_a_line_are_folded, make, drop),
        cmocka_unit_test_setup_teardown(hostile_nesting_ends_and_keeps_the_text, make, drop),
        cmocka_unit_test_setup_teardown(hostile_nesting_fits_a_screen, make, drop),
        cmocka_unit_test_setup_teardown(marked_terms_are_shown_and_noted, make, drop),
        cmocka_unit_test_setup_teardown(a_line_has_terms_too, make, drop),
        cmocka_unit_test_setup_teardown(brackets_that_mark_nothing_stay, make, drop),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
