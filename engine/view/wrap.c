/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "view/wrap.h"

#include <stdbool.h>
#include <stdint.h>

#include <talloc.h>
#include <unigbrk.h>
#include <unilbrk.h>

#include "base/memory.h"
#include "base/text.h"

struct wrapping {
    const void *parent;
    const char *text;
    size_t length;
    size_t width;
    struct slice *slices;
    size_t count;
};

static void add_slice(struct wrapping *wrapping, size_t start, size_t end)
{
    while (end > start && (wrapping->text[end - 1] == ' ' || wrapping->text[end - 1] == '\n'))
        end--;
    if ((wrapping->count & (wrapping->count - 1)) == 0) {
        size_t room = wrapping->count == 0 ? 1 : wrapping->count * 2;
        wrapping->slices = memory_need(talloc_realloc(wrapping->parent, wrapping->slices,
                                                      struct slice, (unsigned)room));
    }
    wrapping->slices[wrapping->count++] = (struct slice){ .start = start, .length = end - start };
}

/* Cells of a piece, but for the spaces that would hang over the edge. */
static size_t visible_width(const struct wrapping *wrapping, size_t start, size_t end)
{
    while (end > start && (wrapping->text[end - 1] == ' ' || wrapping->text[end - 1] == '\n'))
        end--;
    return text_width(wrapping->text + start, end - start);
}

/* A word that is wider than a line, cut between graphemes; returns where its
 * last piece begins. */
static size_t cut_word(struct wrapping *wrapping, size_t start, size_t end)
{
    const uint8_t *stop = (const uint8_t *)wrapping->text + end;
    size_t begin = start, width = 0;

    for (size_t at = start; at < end;) {
        const uint8_t *here = (const uint8_t *)wrapping->text + at;
        size_t next = (size_t)(u8_grapheme_next(here, stop) - (const uint8_t *)wrapping->text);
        size_t cells = visible_width(wrapping, at, next);
        if (width + cells > wrapping->width && at > begin) {
            add_slice(wrapping, begin, at);
            begin = at;
            width = 0;
        }
        width += cells;
        at = next;
    }
    return begin;
}

static size_t next_break(const char *breaks, size_t at, size_t length)
{
    do
        at++;
    while (at < length && breaks[at] != UC_BREAK_POSSIBLE && breaks[at] != UC_BREAK_MANDATORY);
    return at;
}

struct slice *wrap_text(const void *parent, const char *text, size_t length, size_t width,
                        size_t *ret_count)
{
    struct wrapping wrapping = { .parent = parent, .text = text, .length = length, .width = width };
    char *breaks = memory_need(talloc_array(parent, char, (unsigned)length + 1));
    size_t begin = 0, used = 0;

    u8_possible_linebreaks((const uint8_t *)text, length, "UTF-8", breaks);
    for (size_t at = 0; at < length;) {
        size_t end = next_break(breaks, at, length);
        bool forced = at > 0 && breaks[at] == UC_BREAK_MANDATORY;
        if (at > begin && (forced || used + visible_width(&wrapping, at, end) > width)) {
            add_slice(&wrapping, begin, at);
            begin = at;
            used = 0;
        }
        if (used == 0 && visible_width(&wrapping, at, end) > width) {
            begin = cut_word(&wrapping, at, end);
            used = text_width(text + begin, end - begin);
        } else {
            used += text_width(text + at, end - at);
        }
        at = end;
    }
    add_slice(&wrapping, begin, length);
    talloc_free(breaks);
    *ret_count = wrapping.count;
    return wrapping.slices;
}
