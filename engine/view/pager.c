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

void pager_show(struct pager *pager, const struct view *view, const struct layout *layout,
                size_t height)
{
    bool same_page = pager->page == view->page;
    size_t first, last;

    pager->height = height;
    if (!same_page)
        pager->top = 0;
    if (same_page && view->news && view->news != pager->news) {
        reveal(pager, first_line_of_block(layout, view->news), layout->count - 1);
    } else if (same_page && view->focus && view->focus != pager->focus) {
        layout_find_option(layout, view->focus, &first, &last);
        reveal(pager, first, last);
    }
    pager->page = view->page;
    pager->focus = view->focus;
    pager->news = view->news;
    clamp(pager, layout);
}

static bool move_by(struct pager *pager, const struct layout *layout, long lines)
{
    size_t before = pager->top;
    if (lines < 0)
        pager->top = pager->top > (size_t)-lines ? pager->top - (size_t)-lines : 0;
    else
        pager->top += (size_t)lines;
    clamp(pager, layout);
    return pager->top != before;
}

/* A page turn keeps one line, so that the eye finds its place. */
static long page_lines(const struct pager *pager)
{
    return pager->height > 2 ? (long)pager->height - 1 : 1;
}

static bool focus_is_below(const struct pager *pager, const struct view *view,
                           const struct layout *layout)
{
    size_t first, last;
    layout_find_option(layout, view->focus, &first, &last);
    return last >= pager->top + pager->height && first > pager->top;
}

static bool focus_is_above(const struct pager *pager, const struct view *view,
                           const struct layout *layout)
{
    size_t first, last;
    layout_find_option(layout, view->focus, &first, &last);
    return first < pager->top;
}

/* Up and Down move the focus where there is one to move and it is in sight. */
static bool take_arrow(struct pager *pager, const struct view *view, const struct layout *layout,
                       bool down)
{
    if (view->focus == 0)
        return move_by(pager, layout, down ? 1 : -1);
    if (down && (focus_is_below(pager, view, layout) || view->focus == view->options))
        return move_by(pager, layout, 1);
    if (!down && (focus_is_above(pager, view, layout) || view->focus == 1))
        return move_by(pager, layout, -1);
    return false;
}

/* Enter and Space turn the page as long as something was not seen yet. */
static bool take_on(struct pager *pager, const struct view *view, const struct layout *layout)
{
    bool waiting = view->focus == 0 ? pager_more_below(pager, layout)
                                    : focus_is_below(pager, view, layout);
    return waiting && move_by(pager, layout, page_lines(pager));
}

bool pager_take(struct pager *pager, const struct view *view, const struct layout *layout,
                struct event event)
{
    switch (event.kind) {
    case EVENT_UP:
    case EVENT_DOWN:
        return take_arrow(pager, view, layout, event.kind == EVENT_DOWN);
    case EVENT_PAGE_UP:
        return move_by(pager, layout, -page_lines(pager));
    case EVENT_PAGE_DOWN:
        return move_by(pager, layout, page_lines(pager));
    case EVENT_FIRST:
        return move_by(pager, layout, -(long)layout->count);
    case EVENT_LAST:
        return move_by(pager, layout, (long)layout->count);
    case EVENT_ENTER:
    case EVENT_SPACE:
        return take_on(pager, view, layout);
    default:
        return false;
    }
}
