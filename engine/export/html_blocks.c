/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "export/html_blocks.h"

#include <string.h>

#include "base/html.h"
#include "base/text.h"

#define LISTS 16

/* A list that is open, with its last entry. */
struct list {
    unsigned depth;
    char kind; /* 'u'nordered, '1' numbered, 'A' lettered */
};

struct writing {
    struct buffer *out;
    const struct sheet *sheet;
    size_t step;
    struct list lists[LISTS];
    size_t count;
    bool quoted;
};

static size_t count_marked(const struct rich *rich)
{
    size_t count = 0;
    for (size_t i = 0; i < rich->run_count; i++)
        count += (rich->runs[i].style & STYLE_TERM) != 0;
    return count;
}

/* Elements around a run, the outer ones first. */
static const struct {
    unsigned style;
    const char *open, *close;
} elements[] = {
    { STYLE_QUIET, "<span class=\"quiet\">", "</span>" },
    { STYLE_BOLD, "<strong>", "</strong>" },
    { STYLE_EMPHASIS, "<em>", "</em>" },
};

#define ELEMENTS (sizeof elements / sizeof elements[0])

static void put_run(struct buffer *out, const struct rich *rich, const struct run *run, size_t term)
{
    for (size_t i = 0; i < ELEMENTS; i++)
        if (run->style & elements[i].style)
            buffer_put(out, elements[i].open);
    if (term > 0)
        buffer_format(out, "<a href=\"#word-%zu\">", term);
    html_text(out, rich->text + run->start, run->length);
    if (term > 0)
        buffer_put(out, "</a>");
    for (size_t i = ELEMENTS; i > 0; i--)
        if (run->style & elements[i - 1].style)
            buffer_put(out, elements[i - 1].close);
}

/* When marked words touch each other they have one run: then none is told apart. */
void html_rich(struct buffer *out, const struct sheet *sheet, const struct rich *rich)
{
    bool told_apart = count_marked(rich) == rich->term_count;
    size_t marked = 0;

    for (size_t i = 0; i < rich->run_count; i++) {
        size_t term = 0;
        if (told_apart && (rich->runs[i].style & STYLE_TERM))
            term = sheet_term(sheet, rich->terms[marked++]);
        put_run(out, rich, &rich->runs[i], term);
    }
}

static void close_list(struct writing *writing)
{
    char kind = writing->lists[--writing->count].kind;
    buffer_put(writing->out, kind == 'u' ? "</li>\n</ul>\n" : "</li>\n</ol>\n");
}

/* Leaves the lists that are deeper than this. */
static void close_lists(struct writing *writing, unsigned depth)
{
    while (writing->count > 0 && writing->lists[writing->count - 1].depth > depth)
        close_list(writing);
}

static void close_quote(struct writing *writing)
{
    if (writing->quoted)
        buffer_put(writing->out, "</blockquote>\n");
    writing->quoted = false;
}

static char kind_of(const struct block *block)
{
    return block->kind == BLOCK_OPTION ? 'A' : block->number > 0 ? '1' : 'u';
}

static void open_list(struct writing *writing, unsigned depth, char kind)
{
    writing->lists[writing->count++] = (struct list){ depth, kind };
    buffer_put(writing->out, kind == 'u'   ? "\n<ul>\n"
                             : kind == 'A' ? "\n<ol type=\"A\">\n"
                                           : "\n<ol>\n");
}

/* Goes to the list that an entry of this depth and kind belongs to. */
static void enter_list(struct writing *writing, unsigned depth, char kind)
{
    close_lists(writing, depth);
    struct list *last = writing->count > 0 ? &writing->lists[writing->count - 1] : NULL;

    if (last && last->depth == depth && last->kind == kind) {
        buffer_put(writing->out, "</li>\n");
        return;
    }
    if (last && last->depth == depth)
        close_list(writing);
    if (writing->count == LISTS)
        close_list(writing);
    open_list(writing, depth, kind);
}

static void put_mark(struct writing *writing, enum mark mark)
{
    switch (mark) {
    case MARK_RIGHT:
        buffer_put(writing->out, "<span class=\"right\">✓</span> ");
        break;
    case MARK_WRONG:
        buffer_put(writing->out, "<span class=\"wrong\">✗</span> ");
        break;
    case MARK_OPEN:
    case MARK_TICKED:
        buffer_put(writing->out, "<span class=\"box\">☐</span> ");
        break;
    case MARK_NONE:
        break;
    }
}

static void put_aside(struct writing *writing, const struct block *block)
{
    if (!block->aside)
        return;
    buffer_put(writing->out, " <span class=\"quiet\">→ ");
    if (block->place > 0)
        buffer_format(writing->out, "<a href=\"#scene-%zu-%u\">", writing->step, block->place);
    html_text(writing->out, block->aside, strlen(block->aside));
    buffer_put(writing->out, block->place > 0 ? "</a></span>" : "</span>");
}

static void put_entry(struct writing *writing, const struct block *block)
{
    char kind = kind_of(block);

    enter_list(writing, block->depth > 0 ? block->depth : 1, kind);
    if (kind == '1')
        buffer_format(writing->out, "<li value=\"%u\">", block->number);
    else
        buffer_put(writing->out, "<li>");
    put_mark(writing, block->mark);
    html_rich(writing->out, writing->sheet, &block->text);
    put_aside(writing, block);
}

static void put_element(struct writing *writing, const char *open, const struct block *block,
                        const char *close)
{
    buffer_put(writing->out, open);
    html_rich(writing->out, writing->sheet, &block->text);
    buffer_put(writing->out, close);
}

/* The heading of a place is below that of its step. */
static void put_heading(struct writing *writing, const struct block *block)
{
    if (block->place == 0) {
        put_element(writing, "<h2>", block, "</h2>\n");
        return;
    }
    buffer_format(writing->out, "<h3 id=\"scene-%zu-%u\">", writing->step, block->place);
    put_element(writing, "", block, "</h3>\n");
}

/* A drawing is never broken: it shrinks until its longest line fits. */
static void put_drawing(struct writing *writing, const char *text)
{
    size_t columns = 20;

    for (const char *line = text; *line;) {
        size_t length = strcspn(line, "\n"), width = text_width(line, length);
        columns = width > columns ? width : columns;
        line += length + (line[length] == '\n');
    }
    buffer_format(writing->out, "<pre style=\"--columns:%zu\">\n", columns);
    for (const char *at = text; *at; at++) {
        const char *entity = html_entity(*at);
        const char piece[] = { *at, '\0' };
        buffer_put(writing->out, entity ? entity : piece);
    }
    buffer_put(writing->out, "</pre>\n");
}

static void put_field(struct writing *writing, const struct block *block)
{
    buffer_put(writing->out, "<p class=\"field\"><span></span>");
    if (block->aside) {
        buffer_put(writing->out, " ");
        html_text(writing->out, block->aside, strlen(block->aside));
    }
    buffer_put(writing->out, "</p>\n");
}

static void put_block(struct writing *writing, const struct block *block)
{
    switch (block->kind) {
    case BLOCK_HEADING:
        put_heading(writing, block);
        break;
    case BLOCK_ITEM:
    case BLOCK_OPTION:
        put_entry(writing, block);
        break;
    case BLOCK_DRAWING:
        put_drawing(writing, block->text.text);
        break;
    case BLOCK_FIELD:
        put_field(writing, block);
        break;
    case BLOCK_PARAGRAPH:
    case BLOCK_QUOTE:
    case BLOCK_VERDICT:
        put_element(writing, "<p>", block, "</p>\n");
        break;
    case BLOCK_KEYS:
    case BLOCK_GAP:
        break;
    }
}

/* What goes on inside of an entry or a quotation stays there; the rest leaves it. */
static void go_to(struct writing *writing, const struct block *block)
{
    bool quote = block->kind == BLOCK_QUOTE;

    if (block->kind == BLOCK_GAP)
        return;
    if (!quote)
        close_quote(writing);
    if (block->kind != BLOCK_ITEM && block->kind != BLOCK_OPTION)
        close_lists(writing, quote ? 0 : block->depth);
    if (quote && !writing->quoted) {
        buffer_put(writing->out, "<blockquote>\n");
        writing->quoted = true;
    }
}

void html_blocks(struct buffer *out, const struct sheet *sheet, size_t step, const struct view *view)
{
    struct writing writing = { .out = out, .sheet = sheet, .step = step };

    for (size_t i = 0; i < view->count; i++) {
        go_to(&writing, &view->blocks[i]);
        put_block(&writing, &view->blocks[i]);
    }
    close_quote(&writing);
    close_lists(&writing, 0);
}
