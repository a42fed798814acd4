/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "view/view.h"

#include <stdarg.h>
#include <string.h>

#include <talloc.h>

#include "base/memory.h"

struct view *view_new(const void *parent)
{
    return memory_need(talloc_zero(parent, struct view));
}

static struct block *add_block(struct view *view, enum block_kind kind)
{
    /* Doubling, without keeping the capacity: it is known at powers of two. */
    if ((view->count & (view->count - 1)) == 0) {
        size_t room = view->count == 0 ? 1 : view->count * 2;
        view->blocks =
            memory_need(talloc_realloc(view, view->blocks, struct block, (unsigned)room));
    }
    struct block *block = &view->blocks[view->count++];
    *block = (struct block){ .kind = kind };
    return block;
}

struct block *view_add(struct view *view, enum block_kind kind, const char *text,
                       unsigned style)
{
    struct block *block = add_block(view, kind);
    rich_add(view, &block->text, text, strlen(text), style);
    return block;
}

struct block *view_addf(struct view *view, enum block_kind kind, unsigned style,
                        const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    char *text = memory_need(talloc_vasprintf(view, format, arguments));
    va_end(arguments);
    struct block *block = view_add(view, kind, text, style);
    talloc_free(text);
    return block;
}

void view_gap(struct view *view)
{
    if (view->count > 0 && view->blocks[view->count - 1].kind != BLOCK_GAP)
        view_add(view, BLOCK_GAP, "", STYLE_PLAIN);
}

struct block *view_option(struct view *view, const char *text, enum mark mark)
{
    struct block *block = view_add(view, BLOCK_OPTION, text, STYLE_PLAIN);
    block->mark = mark;
    block->number = (unsigned)++view->options;
    return block;
}

struct block *view_item(struct view *view, enum mark mark)
{
    struct block *block = view_add(view, BLOCK_ITEM, "", STYLE_PLAIN);
    block->mark = mark;
    block->depth = 1;
    return block;
}

void view_field(struct view *view, const char *typed, const char *unit)
{
    struct block *block = view_add(view, BLOCK_FIELD, typed, STYLE_BOLD);
    block->aside = unit;
    block->number = (unsigned)++view->options;
    view->focus = view->options;
}

void view_begin_news(struct view *view, size_t count)
{
    view_gap(view);
    view->news = view->count;
    view->news_count = count;
}

void view_verdict(struct view *view, enum mark mark, const char *text)
{
    unsigned style = STYLE_BOLD | (mark == MARK_RIGHT ? STYLE_RIGHT
                                   : mark == MARK_WRONG ? STYLE_WRONG
                                                        : STYLE_PLAIN);
    view_add(view, BLOCK_VERDICT, text, style)->mark = mark;
}

bool view_has_hint(const struct view *view, enum event_kind event)
{
    for (size_t i = 0; i < view->hint_count; i++)
        if (view->hints[i].event == event)
            return true;
    return false;
}

void view_hint(struct view *view, enum event_kind event, const char *does)
{
    if (!view_has_hint(view, event) && view->hint_count < VIEW_HINTS)
        view->hints[view->hint_count++] = (struct hint){ .event = event, .does = does };
}

void view_hint_early(struct view *view, enum event_kind event, const char *does)
{
    size_t count = view->hint_count;

    view_hint(view, event, does);
    if (view->hint_count == count || count < 2)
        return;
    struct hint hint = view->hints[count];
    memmove(&view->hints[2], &view->hints[1], (count - 1) * sizeof hint);
    view->hints[1] = hint;
}
