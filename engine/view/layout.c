/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "view/layout.h"

#include <stdbool.h>
#include <string.h>

#include <talloc.h>

#include "base/memory.h"
#include "base/text.h"
#include "base/wrap.h"

/* What stands before the text of a block on its first line; following lines are
 * indented as far. */
#define PREFIX_SEGMENTS 4

struct prefix {
    struct segment segments[PREFIX_SEGMENTS];
    size_t count;
    size_t cells;
    bool repeated; /* on every line, as the bar beside a quote is */
};

struct laying {
    struct layout *layout;
    const struct view *view;
    const struct signs *signs;
    size_t width;
};

static const char spaces[] = "                                ";

static void prefix_add(struct prefix *prefix, const char *text, size_t length, unsigned style)
{
    if (length == 0 || prefix->count == PREFIX_SEGMENTS)
        return;
    prefix->segments[prefix->count++] =
        (struct segment){ .text = text, .length = length, .style = style };
    prefix->cells += text_width(text, length);
}

static void prefix_add_text(struct prefix *prefix, const char *text, unsigned style)
{
    prefix_add(prefix, text, strlen(text), style);
}

static void prefix_add_spaces(struct prefix *prefix, size_t count)
{
    prefix_add(prefix, spaces, count < sizeof spaces ? count : sizeof spaces - 1, STYLE_PLAIN);
}

static const char *mark_sign(const struct signs *signs, enum mark mark)
{
    switch (mark) {
    case MARK_RIGHT:
        return signs->right;
    case MARK_WRONG:
        return signs->wrong;
    case MARK_OPEN:
        return signs->open;
    case MARK_TICKED:
        return signs->ticked;
    case MARK_NONE:
        break;
    }
    return "";
}

static unsigned mark_style(enum mark mark)
{
    return mark == MARK_RIGHT ? STYLE_RIGHT : mark == MARK_WRONG ? STYLE_WRONG : STYLE_PLAIN;
}

/* However deep a list is in others, its text has room. */
static void prefix_add_depth(const struct laying *laying, struct prefix *prefix, unsigned depth)
{
    size_t cells = (size_t)depth * 2;
    prefix_add_spaces(prefix, cells < laying->width / 3 ? cells : laying->width / 3);
}

static void add_number(struct laying *laying, struct prefix *prefix, unsigned number,
                       const char *format, unsigned style)
{
    const char *text = memory_need(talloc_asprintf(laying->layout, format, number));
    prefix_add_text(prefix, text, style);
}

static void add_sign(struct prefix *prefix, const char *sign, unsigned style)
{
    if (!*sign)
        return;
    prefix_add_text(prefix, sign, style);
    prefix_add_spaces(prefix, 1);
}

/* Numbers of one list are equally wide, so that its texts stand in a column. */
static void prefix_option(struct laying *laying, struct prefix *prefix, const struct block *block)
{
    if (*laying->signs->focus)
        prefix_add_spaces(prefix, LAYOUT_GUTTER);
    add_number(laying, prefix, block->number, laying->view->options > 9 ? "%2u. " : "%u. ",
               STYLE_KEY);
    add_sign(prefix, mark_sign(laying->signs, block->mark), mark_style(block->mark));
}

static void prefix_item(struct laying *laying, struct prefix *prefix, const struct block *block)
{
    if (block->depth > 1)
        prefix_add_depth(laying, prefix, block->depth - 1);
    const char *sign = mark_sign(laying->signs, block->mark);
    add_sign(prefix, sign, mark_style(block->mark));
    if (block->number)
        add_number(laying, prefix, block->number, "%u. ", STYLE_PLAIN);
    else if (!*sign)
        add_sign(prefix, laying->signs->bullet, STYLE_PLAIN);
}

static struct prefix prefix_of(struct laying *laying, const struct block *block)
{
    struct prefix prefix = { .count = 0 };

    switch (block->kind) {
    case BLOCK_OPTION:
        prefix_option(laying, &prefix, block);
        break;
    case BLOCK_FIELD:
        prefix_add_spaces(&prefix, LAYOUT_GUTTER);
        break;
    case BLOCK_ITEM:
        prefix_item(laying, &prefix, block);
        break;
    case BLOCK_QUOTE:
        add_sign(&prefix, laying->signs->quote, STYLE_QUIET);
        prefix.repeated = true;
        break;
    case BLOCK_VERDICT:
        add_sign(&prefix, mark_sign(laying->signs, block->mark),
                 mark_style(block->mark) | STYLE_BOLD);
        break;
    case BLOCK_PARAGRAPH:
        prefix_add_depth(laying, &prefix, block->depth);
        break;
    default:
        break;
    }
    return prefix;
}

static bool can_be_focused(const struct block *block)
{
    return block->kind == BLOCK_OPTION || block->kind == BLOCK_FIELD;
}

static struct line *add_line(struct laying *laying, size_t block, size_t segments)
{
    struct layout *layout = laying->layout;
    if ((layout->count & (layout->count - 1)) == 0) {
        size_t room = layout->count == 0 ? 1 : layout->count * 2;
        layout->lines =
            memory_need(talloc_realloc(layout, layout->lines, struct line, (unsigned)room));
    }
    struct line *line = &layout->lines[layout->count++];
    *line = (struct line){
        .segments = memory_need(talloc_array(layout, struct segment, (unsigned)segments)),
        .block = block,
        .option = can_be_focused(&laying->view->blocks[block])
                      ? laying->view->blocks[block].number
                      : 0,
    };
    return line;
}

static void add_segment(struct line *line, const char *text, size_t length, unsigned style)
{
    line->segments[line->count++] =
        (struct segment){ .text = text, .length = length, .style = style };
}

static void add_prefix(struct line *line, const struct prefix *prefix, bool first)
{
    if (first || prefix->repeated)
        for (size_t i = 0; i < prefix->count; i++)
            line->segments[line->count++] = prefix->segments[i];
    else if (prefix->cells > 0)
        add_segment(line, spaces,
                    prefix->cells < sizeof spaces ? prefix->cells : sizeof spaces - 1,
                    STYLE_PLAIN);
}

/* The part of each run that lies in the slice. */
static void add_slice(struct line *line, const struct rich *rich, const struct slice *slice)
{
    size_t slice_end = slice->start + slice->length;
    for (size_t i = 0; i < rich->run_count; i++) {
        const struct run *run = &rich->runs[i];
        size_t start = run->start > slice->start ? run->start : slice->start;
        size_t end = run->start + run->length;
        end = end < slice_end ? end : slice_end;
        if (start < end)
            add_segment(line, rich->text + start, end - start, run->style);
    }
}

static size_t room_behind(const struct laying *laying, const struct prefix *prefix)
{
    return laying->width > prefix->cells + 1 ? laying->width - prefix->cells : 1;
}

static void lay_aside(struct laying *laying, size_t index, const struct prefix *prefix,
                      const char *aside)
{
    size_t count;
    struct slice *slices = wrap_text(laying->layout, aside, strlen(aside),
                                     room_behind(laying, prefix), &count);
    for (size_t i = 0; i < count; i++) {
        struct line *line = add_line(laying, index, PREFIX_SEGMENTS + 1);
        add_prefix(line, prefix, false);
        add_segment(line, aside + slices[i].start, slices[i].length, STYLE_QUIET);
    }
    talloc_free(slices);
}

/* An aside follows the last line of the text, or stands on lines of its own. */
static void add_aside(struct laying *laying, size_t index, const struct prefix *prefix,
                      struct line *line, size_t cells)
{
    const char *aside = laying->view->blocks[index].aside;
    /* Read aloud, two spaces are nothing. */
    if (!*laying->signs->focus)
        aside = memory_need(talloc_asprintf(laying->layout, "(%s)", aside));
    if (cells + 2 + text_width(aside, strlen(aside)) > laying->width) {
        lay_aside(laying, index, prefix, aside);
        return;
    }
    add_segment(line, spaces, 2, STYLE_PLAIN);
    add_segment(line, aside, strlen(aside), STYLE_QUIET);
}

static void lay_text(struct laying *laying, size_t index)
{
    const struct block *block = &laying->view->blocks[index];
    const struct prefix prefix = prefix_of(laying, block);
    size_t count;
    struct slice *slices = wrap_text(laying->layout, block->text.text, block->text.length,
                                     room_behind(laying, &prefix), &count);

    for (size_t i = 0; i < count; i++) {
        struct line *line =
            add_line(laying, index, PREFIX_SEGMENTS + block->text.run_count + 2);
        add_prefix(line, &prefix, i == 0);
        add_slice(line, &block->text, &slices[i]);
        if (i + 1 == count && block->aside)
            add_aside(laying, index, &prefix, line,
                      prefix.cells + text_width(block->text.text + slices[i].start,
                                                slices[i].length));
    }
    talloc_free(slices);
}

/* A drawing keeps its lines; what is too wide for the screen is cut. */
static void lay_drawing(struct laying *laying, size_t index)
{
    const char *text = laying->view->blocks[index].text.text;
    while (*text) {
        size_t length = strcspn(text, "\n");
        size_t shown = length;
        while (text_width(text, shown) > laying->width)
            shown = text_cut(text, shown, shown - 1);
        struct line *line = add_line(laying, index, 1);
        add_segment(line, text, shown, STYLE_PLAIN);
        text += length + (text[length] == '\n');
    }
}

static void lay_block(struct laying *laying, size_t index)
{
    switch (laying->view->blocks[index].kind) {
    case BLOCK_GAP:
        add_line(laying, index, 1);
        break;
    case BLOCK_DRAWING:
        lay_drawing(laying, index);
        break;
    case BLOCK_FIELD:
        if (laying->signs->focus[0])
            lay_text(laying, index);
        break;
    case BLOCK_KEYS:
        if (!laying->signs->focus[0])
            break;
        add_line(laying, index, 1);
        lay_text(laying, index);
        break;
    default:
        lay_text(laying, index);
        break;
    }
}

struct layout *layout_new(const void *parent, const struct view *view, size_t width,
                          const struct signs *signs)
{
    struct layout *layout = memory_need(talloc_zero(parent, struct layout));
    layout->width = width;
    struct laying laying = { .layout = layout, .view = view, .signs = signs, .width = width };

    for (size_t i = 0; i < view->count; i++)
        lay_block(&laying, i);
    return layout;
}

void layout_find_option(const struct layout *layout, size_t option, size_t *ret_first,
                        size_t *ret_last)
{
    size_t lines = 0;

    *ret_first = *ret_last = 0;
    for (size_t i = 0; i < layout->count && option > 0; i++) {
        if (layout->lines[i].option != option)
            continue;
        if (lines++ == 0)
            *ret_first = i;
        *ret_last = i;
    }
}

char *layout_text(const void *parent, const struct layout *layout)
{
    char *text = memory_need(talloc_strdup(parent, ""));

    for (size_t i = 0; i < layout->count; i++) {
        const struct line *line = &layout->lines[i];
        for (size_t j = 0; j < line->count; j++)
            text = memory_need(talloc_strndup_append_buffer(text, line->segments[j].text,
                                                            line->segments[j].length));
        text = memory_need(talloc_strdup_append_buffer(text, "\n"));
    }
    return text;
}
