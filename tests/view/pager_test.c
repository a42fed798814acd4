/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "view/pager.h"

#include "../support/seen.h"

/* A page with `before` lines of text, then options of one line each. */
struct page {
    struct view *view;
    struct layout *layout;
    struct pager pager;
};

static void lay(struct page *page, size_t width)
{
    page->layout = layout_new(page->view, page->view, width, &signs_ascii);
}

static struct page page_new(unsigned number, size_t before, size_t options)
{
    struct page page = {.view = view_new(NULL)};
    page.view->page = number;
    for (size_t i = 0; i < before; i++)
        view_addf(page.view, BLOCK_PARAGRAPH, STYLE_PLAIN, "line %zu", i);
    for (size_t i = 0; i < options; i++)
        view_option(page.view, "option", MARK_NONE);
    page.view->focus = options > 0;
    lay(&page, 40);
    return page;
}

static void page_free(struct page *page)
{
    talloc_free(page->view);
}

static void show(struct page *page, size_t height)
{
    pager_show(&page->pager, page->view, page->layout, height);
}

static bool take(struct page *page, enum event_kind kind)
{
    return pager_take(&page->pager, page->view, page->layout, (struct event){kind, 0});
}

static bool in_sight(const struct page *page, size_t line)
{
    return line >= page->pager.top && line < page->pager.top + page->pager.height;
}

static bool focus_in_sight(const struct page *page)
{
    size_t first, last;
    layout_find_option(page->layout, page->view->focus, &first, &last);
    return in_sight(page, first) && in_sight(page, last);
}

static void a_new_page_begins_at_its_top(void **state)
{
    struct page page = page_new(1, 50, 0);
    (void)state;
    show(&page, 10);
    take(&page, EVENT_LAST);
    assert_int_equal(page.pager.top, 40);
    page.view->page = 2;
    show(&page, 10);
    assert_int_equal(page.pager.top, 0);
    page_free(&page);
}

static void the_same_page_keeps_its_place(void **state)
{
    struct page page = page_new(1, 50, 0);
    (void)state;
    show(&page, 10);
    take(&page, EVENT_PAGE_DOWN);
    size_t top = page.pager.top;
    show(&page, 10);
    assert_int_equal(page.pager.top, top);
    show(&page, 20);
    assert_int_equal(page.pager.top, top);
    page_free(&page);
}

static void a_page_is_never_shown_past_its_end(void **state)
{
    struct page page = page_new(1, 30, 0);
    (void)state;
    show(&page, 10);
    take(&page, EVENT_LAST);
    show(&page, 25);
    assert_int_equal(page.pager.top, 5);
    show(&page, 40);
    assert_int_equal(page.pager.top, 0);
    page_free(&page);
}

static void signs_say_where_there_is_more(void **state)
{
    struct page page = page_new(1, 30, 0);
    (void)state;
    show(&page, 10);
    assert_false(pager_more_above(&page.pager));
    assert_true(pager_more_below(&page.pager, page.layout));
    take(&page, EVENT_PAGE_DOWN);
    assert_true(pager_more_above(&page.pager));
    assert_true(pager_more_below(&page.pager, page.layout));
    take(&page, EVENT_LAST);
    assert_true(pager_more_above(&page.pager));
    assert_false(pager_more_below(&page.pager, page.layout));
    show(&page, 30);
    assert_false(pager_more_above(&page.pager));
    assert_false(pager_more_below(&page.pager, page.layout));
    page_free(&page);
}

static void a_short_page_moves_for_no_key(void **state)
{
    struct page page = page_new(1, 5, 0);
    (void)state;
    show(&page, 10);
    for (int kind = EVENT_NONE; kind <= EVENT_LEAVE; kind++) {
        assert_false(take(&page, (enum event_kind)kind));
        assert_int_equal(page.pager.top, 0);
    }
    page_free(&page);
}

static void only_some_keys_ever_move_a_page(void **state)
{
    static const enum event_kind others[] = {
        EVENT_NONE,     EVENT_PICK, EVENT_CLEAR,    EVENT_ON,   EVENT_BACK,
        EVENT_UP_LEVEL, EVENT_HELP, EVENT_LANGUAGE, EVENT_LOOK, EVENT_LEAVE};
    struct page page = page_new(1, 50, 3);
    (void)state;
    show(&page, 10);
    for (size_t i = 0; i < sizeof others / sizeof others[0]; i++)
        assert_false(take(&page, others[i]));
    assert_int_equal(page.pager.top, 0);
    page_free(&page);
}

static void a_page_turn_keeps_one_line(void **state)
{
    struct page page = page_new(1, 50, 0);
    (void)state;
    show(&page, 10);
    assert_true(take(&page, EVENT_PAGE_DOWN));
    assert_int_equal(page.pager.top, 9);
    assert_true(take(&page, EVENT_PAGE_UP));
    assert_int_equal(page.pager.top, 0);
    assert_false(take(&page, EVENT_PAGE_UP));
    page_free(&page);
}

static void home_and_end_go_to_the_ends(void **state)
{
    struct page page = page_new(1, 50, 0);
    (void)state;
    show(&page, 10);
    assert_true(take(&page, EVENT_LAST));
    assert_int_equal(page.pager.top, 40);
    assert_false(take(&page, EVENT_LAST));
    assert_true(take(&page, EVENT_FIRST));
    assert_int_equal(page.pager.top, 0);
    assert_false(take(&page, EVENT_FIRST));
    page_free(&page);
}

static void without_options_arrows_move_by_a_line(void **state)
{
    struct page page = page_new(1, 12, 0);
    (void)state;
    show(&page, 10);
    assert_true(take(&page, EVENT_DOWN));
    assert_int_equal(page.pager.top, 1);
    assert_true(take(&page, EVENT_DOWN));
    assert_false(take(&page, EVENT_DOWN));
    assert_true(take(&page, EVENT_UP));
    assert_int_equal(page.pager.top, 1);
    page_free(&page);
}

static void arrows_move_the_focus_where_it_is_in_sight(void **state)
{
    struct page page = page_new(1, 4, 4);
    (void)state;
    show(&page, 10);
    assert_false(take(&page, EVENT_DOWN));
    page.view->focus = 2;
    show(&page, 10);
    assert_false(take(&page, EVENT_UP));
    assert_int_equal(page.pager.top, 0);
    page_free(&page);
}

static void arrows_scroll_to_a_focus_that_is_not_in_sight(void **state)
{
    struct page page = page_new(1, 20, 3);
    (void)state;
    show(&page, 10);
    for (size_t i = 1; i <= 11; i++) {
        assert_true(take(&page, EVENT_DOWN));
        assert_int_equal(page.pager.top, i);
    }
    assert_true(focus_in_sight(&page));
    assert_false(take(&page, EVENT_DOWN));
    page_free(&page);
}

static void behind_the_last_option_arrows_show_the_rest(void **state)
{
    struct page page = page_new(1, 2, 2);
    (void)state;
    for (size_t i = 0; i < 10; i++)
        view_add(page.view, BLOCK_PARAGRAPH, "rest", STYLE_PLAIN);
    lay(&page, 40);
    page.view->focus = 2;
    show(&page, 10);
    for (size_t i = 1; i <= 4; i++)
        assert_true(take(&page, EVENT_DOWN));
    assert_false(take(&page, EVENT_DOWN));
    page_free(&page);
}

static void before_the_first_option_arrows_show_the_beginning(void **state)
{
    struct page page = page_new(1, 20, 3);
    (void)state;
    show(&page, 10);
    take(&page, EVENT_LAST);
    assert_int_equal(page.pager.top, 13);
    for (size_t i = 1; i <= 13; i++)
        assert_true(take(&page, EVENT_UP));
    assert_int_equal(page.pager.top, 0);
    assert_false(take(&page, EVENT_UP));
    page_free(&page);
}

static void a_moved_focus_is_scrolled_into_sight(void **state)
{
    struct page page = page_new(1, 20, 9);
    (void)state;
    show(&page, 10);
    take(&page, EVENT_LAST);
    take(&page, EVENT_FIRST);
    page.view->focus = 9;
    show(&page, 10);
    assert_true(focus_in_sight(&page));
    assert_int_equal(page.pager.top, 19);
    page.view->focus = 1;
    show(&page, 10);
    assert_true(focus_in_sight(&page));
    assert_int_equal(page.pager.top, 19);
    page_free(&page);
}

static void enter_turns_pages_before_it_goes_on(void **state)
{
    const enum event_kind keys[] = {EVENT_ENTER, EVENT_SPACE};
    (void)state;
    for (size_t i = 0; i < 2; i++) {
        struct page page = page_new(1, 25, 0);
        show(&page, 10);
        assert_true(take(&page, keys[i]));
        assert_int_equal(page.pager.top, 9);
        assert_true(take(&page, keys[i]));
        assert_int_equal(page.pager.top, 15);
        assert_false(take(&page, keys[i]));
        page_free(&page);
    }
}

static void enter_scrolls_to_an_option_below_before_it_acts(void **state)
{
    struct page page = page_new(1, 25, 3);
    (void)state;
    show(&page, 10);
    for (int i = 0; i < 10 && !focus_in_sight(&page); i++)
        assert_true(take(&page, EVENT_ENTER));
    assert_true(focus_in_sight(&page));
    assert_false(take(&page, EVENT_ENTER));
    page_free(&page);
}

static void enter_scrolls_to_an_option_above_before_it_acts(void **state)
{
    struct page page = page_new(1, 2, 3);
    (void)state;
    for (size_t i = 0; i < 30; i++)
        view_add(page.view, BLOCK_PARAGRAPH, "rest", STYLE_PLAIN);
    lay(&page, 40);
    show(&page, 10);
    take(&page, EVENT_LAST);
    assert_false(focus_in_sight(&page));
    assert_true(take(&page, EVENT_ENTER));
    assert_true(focus_in_sight(&page));
    assert_false(take(&page, EVENT_ENTER));
    page_free(&page);
}

static void an_option_longer_than_the_screen_can_be_chosen(void **state)
{
    struct page page = page_new(1, 0, 0);
    (void)state;
    char *text = talloc_strdup(page.view, "word");
    for (int i = 0; i < 200; i++)
        text = talloc_strdup_append_buffer(text, " word");
    view_option(page.view, text, MARK_NONE);
    page.view->focus = 1;
    lay(&page, 40);
    show(&page, 10);
    for (int i = 0; i < 20 && take(&page, EVENT_ENTER); i++)
        ;
    assert_false(take(&page, EVENT_ENTER));
    page_free(&page);
}

static void news_are_scrolled_into_sight(void **state)
{
    struct page page = page_new(1, 5, 4);
    (void)state;
    show(&page, 10);
    view_begin_news(page.view, 1);
    for (size_t i = 0; i < 4; i++)
        view_add(page.view, BLOCK_PARAGRAPH, "new", STYLE_PLAIN);
    lay(&page, 40);
    show(&page, 10);
    assert_int_equal(page.layout->count, 14);
    assert_int_equal(page.pager.top, 4);
    page_free(&page);
}

/* An answered question has no focus any more; that must not move the page. */
static void news_stay_in_sight_when_the_focus_goes(void **state)
{
    struct page page = page_new(1, 5, 4);
    (void)state;
    show(&page, 10);
    view_begin_news(page.view, 1);
    for (size_t i = 0; i < 4; i++)
        view_add(page.view, BLOCK_PARAGRAPH, "new", STYLE_PLAIN);
    page.view->focus = 0;
    lay(&page, 40);
    show(&page, 10);
    assert_true(in_sight(&page, page.layout->count - 1));
    page_free(&page);
}

static void news_longer_than_the_screen_begin_at_its_top(void **state)
{
    struct page page = page_new(1, 15, 0);
    (void)state;
    show(&page, 10);
    view_begin_news(page.view, 1);
    for (size_t i = 0; i < 30; i++)
        view_add(page.view, BLOCK_PARAGRAPH, "new", STYLE_PLAIN);
    lay(&page, 40);
    show(&page, 10);
    assert_int_equal(page.pager.top, 16);
    page_free(&page);
}

static void old_news_do_not_move_the_page_again(void **state)
{
    struct page page = page_new(1, 15, 0);
    (void)state;
    show(&page, 10);
    view_begin_news(page.view, 1);
    view_add(page.view, BLOCK_PARAGRAPH, "new", STYLE_PLAIN);
    lay(&page, 40);
    show(&page, 10);
    take(&page, EVENT_FIRST);
    show(&page, 10);
    assert_int_equal(page.pager.top, 0);
    page_free(&page);
}

static void a_lower_screen_still_shows_the_focus(void **state)
{
    struct page page = page_new(1, 12, 4);
    (void)state;
    page.view->focus = 4;
    show(&page, 20);
    assert_true(focus_in_sight(&page));
    show(&page, 10);
    assert_true(focus_in_sight(&page));
    page_free(&page);
}

static void a_narrower_screen_still_shows_what_was_read(void **state)
{
    struct page page = page_new(1, 0, 0);
    (void)state;
    for (size_t i = 0; i < 30; i++)
        view_addf(page.view, BLOCK_PARAGRAPH, STYLE_PLAIN,
                  "paragraph %zu with enough words to need another line", i);
    lay(&page, 72);
    show(&page, 10);
    for (int i = 0; i < 15; i++)
        take(&page, EVENT_DOWN);
    size_t block = page.layout->lines[page.pager.top].block;
    lay(&page, 38);
    show(&page, 10);
    assert_int_equal(page.layout->lines[page.pager.top].block, block);
    lay(&page, 72);
    show(&page, 10);
    assert_int_equal(page.layout->lines[page.pager.top].block, block);
    page_free(&page);
}

static void an_empty_page_is_no_problem(void **state)
{
    struct page page = page_new(1, 0, 0);
    (void)state;
    show(&page, 10);
    for (int kind = EVENT_NONE; kind <= EVENT_LEAVE; kind++)
        assert_false(take(&page, (enum event_kind)kind));
    assert_int_equal(page.pager.top, 0);
    page_free(&page);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_new_page_begins_at_its_top),
        cmocka_unit_test(the_same_page_keeps_its_place),
        cmocka_unit_test(a_page_is_never_shown_past_its_end),
        cmocka_unit_test(signs_say_where_there_is_more),
        cmocka_unit_test(a_short_page_moves_for_no_key),
        cmocka_unit_test(only_some_keys_ever_move_a_page),
        cmocka_unit_test(a_page_turn_keeps_one_line),
        cmocka_unit_test(home_and_end_go_to_the_ends),
        cmocka_unit_test(without_options_arrows_move_by_a_line),
        cmocka_unit_test(arrows_move_the_focus_where_it_is_in_sight),
        cmocka_unit_test(arrows_scroll_to_a_focus_that_is_not_in_sight),
        cmocka_unit_test(behind_the_last_option_arrows_show_the_rest),
        cmocka_unit_test(before_the_first_option_arrows_show_the_beginning),
        cmocka_unit_test(a_moved_focus_is_scrolled_into_sight),
        cmocka_unit_test(enter_turns_pages_before_it_goes_on),
        cmocka_unit_test(enter_scrolls_to_an_option_below_before_it_acts),
        cmocka_unit_test(enter_scrolls_to_an_option_above_before_it_acts),
        cmocka_unit_test(an_option_longer_than_the_screen_can_be_chosen),
        cmocka_unit_test(news_are_scrolled_into_sight),
        cmocka_unit_test(news_stay_in_sight_when_the_focus_goes),
        cmocka_unit_test(news_longer_than_the_screen_begin_at_its_top),
        cmocka_unit_test(old_news_do_not_move_the_page_again),
        cmocka_unit_test(a_lower_screen_still_shows_the_focus),
        cmocka_unit_test(a_narrower_screen_still_shows_what_was_read),
        cmocka_unit_test(an_empty_page_is_no_problem),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
