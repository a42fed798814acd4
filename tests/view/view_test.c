/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "view/view.h"

#include <stdlib.h>

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

static void a_new_view_is_empty(void **state)
{
    const struct view *view = *state;
    assert_int_equal(view->count, 0);
    assert_int_equal(view->options, 0);
    assert_int_equal(view->focus, 0);
    assert_int_equal(view->news, 0);
    assert_int_equal(view->input, INPUT_NONE);
    assert_int_equal(view->hint_count, 0);
}

static void the_text_of_a_block_is_a_copy(void **state)
{
    struct view *view = *state;
    char text[] = "now";
    struct block *block = view_add(view, BLOCK_HEADING, text, STYLE_BOLD);
    memcpy(text, "yes", 3);
    assert_int_equal(block->kind, BLOCK_HEADING);
    assert_int_equal(block->mark, MARK_NONE);
    assert_null(block->aside);
    assert_string_equal(block->text.text, "now");
    assert_int_equal(seen_style(&block->text, "now"), STYLE_BOLD);
}

static void a_plain_text_is_no_markdown(void **state)
{
    struct view *view = *state;
    assert_string_equal(view_add(view, BLOCK_PARAGRAPH, "*a* 100%d", STYLE_PLAIN)->text.text,
                        "*a* 100%d");
    assert_string_equal(
        view_addf(view, BLOCK_PARAGRAPH, STYLE_PLAIN, "%s: %zu", "*a*", (size_t)3)->text.text,
        "*a*: 3");
}

static void many_blocks_keep_their_order(void **state)
{
    struct view *view = *state;
    for (size_t i = 0; i < 300; i++)
        view_addf(view, BLOCK_PARAGRAPH, STYLE_PLAIN, "%zu", i);
    assert_int_equal(view->count, 300);
    for (size_t i = 0; i < 300; i++)
        assert_int_equal(strtoul(view->blocks[i].text.text, NULL, 10), i);
}

static void a_gap_is_never_first_and_never_double(void **state)
{
    struct view *view = *state;
    view_gap(view);
    assert_int_equal(view->count, 0);
    view_add(view, BLOCK_PARAGRAPH, "a", STYLE_PLAIN);
    view_gap(view);
    view_gap(view);
    assert_int_equal(view->count, 2);
    assert_int_equal(view->blocks[1].kind, BLOCK_GAP);
}

static void options_are_numbered_from_one(void **state)
{
    struct view *view = *state;
    for (unsigned i = 1; i <= 12; i++) {
        view_add(view, BLOCK_PARAGRAPH, "between", STYLE_PLAIN);
        assert_int_equal(view_option(view, "x", MARK_OPEN)->number, i);
    }
    assert_int_equal(view->options, 12);
    assert_int_equal(view->count, 24);
    assert_int_equal(seen_option(view, 12)->mark, MARK_OPEN);
}

static void an_option_may_hold_inline_markdown(void **state)
{
    struct view *view = *state;
    const struct block *block = markdown_option(view, "**No**, never", MARK_NONE);
    assert_string_equal(block->text.text, "No, never");
    assert_int_equal(seen_style(&block->text, "No"), STYLE_BOLD);
    assert_int_equal(seen_style(&block->text, ", never"), STYLE_PLAIN);
}

static void news_begin_behind_a_gap(void **state)
{
    struct view *view = *state;
    view_add(view, BLOCK_PARAGRAPH, "old", STYLE_PLAIN);
    view_begin_news(view, 1);
    view_add(view, BLOCK_PARAGRAPH, "new", STYLE_PLAIN);
    assert_int_equal(view->news, 2);
    assert_int_equal(view->blocks[1].kind, BLOCK_GAP);
    assert_string_equal(view->blocks[view->news].text.text, "new");
}

static void a_verdict_has_a_sign_a_word_and_a_style(void **state)
{
    struct view *view = *state;
    view_verdict(view, MARK_RIGHT, "Right.");
    view_verdict(view, MARK_WRONG, "Not quite.");
    assert_int_equal(view->blocks[0].kind, BLOCK_VERDICT);
    assert_int_equal(view->blocks[0].mark, MARK_RIGHT);
    assert_true(seen_style(&view->blocks[0].text, "Right.") & STYLE_RIGHT);
    assert_int_equal(view->blocks[1].mark, MARK_WRONG);
    assert_true(seen_style(&view->blocks[1].text, "Not") & STYLE_WRONG);
}

static void a_hint_is_said_once(void **state)
{
    struct view *view = *state;
    view_hint(view, EVENT_ENTER, "answer");
    view_hint(view, EVENT_BACK, "back");
    view_hint(view, EVENT_ENTER, "go on");
    assert_int_equal(view->hint_count, 2);
    assert_string_equal(seen_hint(view, EVENT_ENTER), "answer");
    assert_string_equal(seen_hint(view, EVENT_BACK), "back");
}

static void no_more_hints_than_there_is_room_for(void **state)
{
    struct view *view = *state;
    for (int kind = EVENT_NONE; kind <= EVENT_LEAVE; kind++)
        view_hint(view, (enum event_kind)kind, "x");
    assert_int_equal(view->hint_count, VIEW_HINTS);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_new_view_is_empty, make, drop),
        cmocka_unit_test_setup_teardown(the_text_of_a_block_is_a_copy, make, drop),
        cmocka_unit_test_setup_teardown(a_plain_text_is_no_markdown, make, drop),
        cmocka_unit_test_setup_teardown(many_blocks_keep_their_order, make, drop),
        cmocka_unit_test_setup_teardown(a_gap_is_never_first_and_never_double, make, drop),
        cmocka_unit_test_setup_teardown(options_are_numbered_from_one, make, drop),
        cmocka_unit_test_setup_teardown(an_option_may_hold_inline_markdown, make, drop),
        cmocka_unit_test_setup_teardown(news_begin_behind_a_gap, make, drop),
        cmocka_unit_test_setup_teardown(a_verdict_has_a_sign_a_word_and_a_style, make, drop),
        cmocka_unit_test_setup_teardown(a_hint_is_said_once, make, drop),
        cmocka_unit_test_setup_teardown(no_more_hints_than_there_is_room_for, make, drop),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
