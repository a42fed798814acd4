/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "view/pager.h"

static size_t last_top(const struct pager *pager, const struct layout *layout)
{
    return layout->count > pager->height ? layout->count - pager->height : 0;
}

static void clamp(struct pager *pager, const struct layout *layout)
{
    if (pager->top > last_top(pager, layout))
        pager->top = last_top(pager, layout);
}

bool pager_more_above(const struct pager *pager)
{
    return pager->top > 0;
}

bool pager_more_below(const struct pager *pager, const struct layout *layout)
{
    return pager->top + pager->height < layout->count;
}

/* Moves just far enough that lines first … last are seen; their beginning, when
 * they are more than fit. */
static void reveal(struct pager *pager, size_t first, size_t last)
{
    if (last >= pager->top + pager->height)
        pager->top = last + 1 - pager->height;
    if (first < pager->top)
        pager->top = first;
}

static size_t first_line_of_block(const struct layout *layout, size_t block)
{
    for (size_t i = 0; i < layout->count; i++)
        if (layout->lines[i].block >= block)
            return i;
    return 0;
}

static size_t lines_of_block(const struct layout *layout, size_t block)
{
    size_t count = 0;
    for (size_t i = 0; i < layout->count; i++)
        count += layout->lines[i].block == block;
    return count;
}

static struct line_place place_of(const struct layout *layout, size_t line)
{
    if (line >= layout->count)
        return (struct line_place){ 0, 0, 1 };
    size_t block = layout->lines[line].block;
    return (struct line_place){
        .block = block,
        .line = line - first_line_of_block(layout, block),
        .lines = lines_of_block(layout, block),
    };
}

/* The line of a place in a layout of another width. */
static size_t line_of(const struct layout *layout, struct line_place place)
{
    size_t lines = lines_of_block(layout, place.block);
    return first_line_of_block(layout, place.block) + place.line * lines / place.lines;
}

static bool focus_is_above(const struct pager *pager, const struct view *view,
                           const struct layout *layout)
{
    size_t first, last;
    layout_find_option(layout, view->focus, &first, &last);
    bool fits = last - first < pager->height;
    return view->focus && (fits ? first : last) < pager->top;
}

static bool focus_is_below(const struct pager *pager, const struct view *view,
                           const struct layout *layout)
{
    size_t first, last;
    layout_find_option(layout, view->focus, &first, &last);
    return last >= pager->top + pager->height && first > pager->top;
}

static void remember(struct pager *pager, const struct view *view, const struct layout *layout)
{
    pager->width = layout->width;
    pager->place = place_of(layout, pager->top);
    pager->focus_seen = view->focus && !focus_is_above(pager, view, layout) &&
                        !focus_is_below(pager, view, layout);
}

static void reveal_focus(struct pager *pager, const struct view *view,
                         const struct layout *layout)
{
    size_t first, last;
    layout_find_option(layout, view->focus, &first, &last);
    reveal(pager, first, last);
}

/* In another size what she reads stays, and what she is about to choose. */
static void keep_place(struct pager *pager, const struct view *view, const struct layout *layout,
                       size_t height)
{
    bool resized = height != pager->height || layout->width != pager->width;

    pager->height = height;
    if (!resized)
        return;
    pager->top = line_of(layout, pager->place);
    if (pager->focus_seen && view->focus)
        reveal_focus(pager, view, layout);
}

void pager_show(struct pager *pager, const struct view *view, const struct layout *layout,
                size_t height)
{
    if (pager->page != view->page) {
        pager->top = 0;
        pager->height = height;
    } else {
        keep_place(pager, view, layout, height);
        if (view->news && view->news_count != pager->news_count)
            reveal(pager, first_line_of_block(layout, view->news), layout->count - 1);
        else if (view->focus && view->focus != pager->focus)
            reveal_focus(pager, view, layout);
    }
    pager->page = view->page;
    pager->focus = view->focus;
    pager->news_count = view->news_count;
    clamp(pager, layout);
    remember(pager, view, layout);
}

static bool move_by(struct pager *pager, const struct view *view, const struct layout *layout,
                    long lines)
{
    size_t before = pager->top;
    if (lines < 0)
        pager->top = pager->top > (size_t)-lines ? pager->top - (size_t)-lines : 0;
    else
        pager->top += (size_t)lines;
    clamp(pager, layout);
    remember(pager, view, layout);
    return pager->top != before;
}

/* A page turn keeps one line, so that the eye finds its place. */
static long page_lines(const struct pager *pager)
{
    return pager->height > 2 ? (long)pager->height - 1 : 1;
}

/* Up and Down move the focus where there is one to move and it is in sight. */
static bool take_arrow(struct pager *pager, const struct view *view, const struct layout *layout,
                       bool down)
{
    if (view->focus == 0)
        return move_by(pager, view, layout, down ? 1 : -1);
    if (down && (focus_is_below(pager, view, layout) || view->focus == view->options))
        return move_by(pager, view, layout, 1);
    if (!down && (focus_is_above(pager, view, layout) || view->focus == 1))
        return move_by(pager, view, layout, -1);
    return false;
}

/* Enter and Space turn the page as long as something was not seen yet, and go
 * back to an option before they act on it. */
static bool take_on(struct pager *pager, const struct view *view, const struct layout *layout)
{
    bool waiting = view->focus == 0 ? pager_more_below(pager, layout)
                                    : focus_is_below(pager, view, layout);
    if (waiting)
        return move_by(pager, view, layout, page_lines(pager));
    if (!focus_is_above(pager, view, layout))
        return false;
    reveal_focus(pager, view, layout);
    remember(pager, view, layout);
    return true;
}

bool pager_take(struct pager *pager, const struct view *view, const struct layout *layout,
                struct event event)
{
    switch (event.kind) {
    case EVENT_UP:
    case EVENT_DOWN:
        return take_arrow(pager, view, layout, event.kind == EVENT_DOWN);
    case EVENT_PAGE_UP:
        return move_by(pager, view, layout, -page_lines(pager));
    case EVENT_PAGE_DOWN:
        return move_by(pager, view, layout, page_lines(pager));
    case EVENT_FIRST:
        return move_by(pager, view, layout, -(long)layout->count);
    case EVENT_LAST:
        return move_by(pager, view, layout, (long)layout->count);
    case EVENT_ENTER:
    case EVENT_SPACE:
        return take_on(pager, view, layout);
    default:
        return false;
    }
}
