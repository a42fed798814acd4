/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/wrap.h"

#include <stdbool.h>
#include <stdint.h>

#include <talloc.h>
#include <unigbrk.h>
#include <unilbrk.h>
#include <unistr.h>

#include "base/memory.h"
#include "base/text.h"

struct wrapping {
    const void *parent;
    const char *text;
    size_t width;
    char *breaks; /* what UAX 14 says of each byte */
    struct slice *slices;
    size_t count;
};

static size_t without_spaces(const struct wrapping *wrapping, size_t start, size_t end)
{
    while (end > start && wrapping->text[end - 1] == ' ')
        end--;
    return end;
}

static void add_slice(struct wrapping *wrapping, size_t start, size_t end)
{
    if ((wrapping->count & (wrapping->count - 1)) == 0) {
        size_t room = wrapping->count == 0 ? 1 : wrapping->count * 2;
        wrapping->slices = memory_need(talloc_realloc(wrapping->parent, wrapping->slices,
                                                      struct slice, (unsigned)room));
    }
    wrapping->slices[wrapping->count++] =
        (struct slice){ .start = start, .length = without_spaces(wrapping, start, end) - start };
}

/* Cells of a piece, but for the spaces that would hang over the edge. */
static size_t visible_width(const struct wrapping *wrapping, size_t start, size_t end)
{
    return text_width(wrapping->text + start, without_spaces(wrapping, start, end) - start);
}

/* A word that is wider than a line, cut between graphemes; returns where its
 * last piece begins. */
static size_t cut_word(struct wrapping *wrapping, size_t start, size_t end)
{
    const uint8_t *text = (const uint8_t *)wrapping->text;
    size_t begin = start, width = 0;

    for (size_t at = start; at < end;) {
        size_t next = (size_t)(u8_grapheme_next(text + at, text + end) - text);
        if (at > begin && width + visible_width(wrapping, at, next) > wrapping->width) {
            add_slice(wrapping, begin, at);
            begin = at;
            width = 0;
        }
        width += text_width(wrapping->text + at, next - at);
        at = next;
    }
    return begin;
}

/* An option of a command, such as --plain, is typed as it stands. UAX 14 would leave its hyphens
 * at the end of the line. */
static bool begins_option(const struct wrapping *wrapping, size_t at)
{
    size_t begin = at;
    while (begin > 0 && wrapping->text[begin - 1] == '-')
        begin--;
    return begin < at &&
           (begin == 0 || wrapping->text[begin - 1] == ' ' || wrapping->text[begin - 1] == '\'');
}

static size_t next_break(const struct wrapping *wrapping, size_t at, size_t end)
{
    do
        at++;
    while (at < end &&
           (wrapping->breaks[at] != UC_BREAK_POSSIBLE || begins_option(wrapping, at)));
    return at;
}

/* A text that no line end divides. */
static void wrap_line(struct wrapping *wrapping, size_t start, size_t end)
{
    size_t begin = start, used = 0;

    for (size_t at = start; at < end;) {
        size_t stop = next_break(wrapping, at, end);
        size_t visible = visible_width(wrapping, at, stop);
        if (at > begin && used + visible > wrapping->width) {
            add_slice(wrapping, begin, at);
            begin = at;
            used = 0;
        }
        if (used == 0 && visible > wrapping->width) {
            begin = cut_word(wrapping, at, stop);
            used = text_width(wrapping->text + begin, stop - begin);
        } else {
            used += text_width(wrapping->text + at, stop - at);
        }
        at = stop;
    }
    add_slice(wrapping, begin, end);
}

static bool ends_line(const struct wrapping *wrapping, size_t at)
{
    return wrapping->breaks[at] == UC_BREAK_MANDATORY;
}

struct slice *wrap_text(const void *parent, const char *text, size_t length, size_t width,
                        size_t *ret_count)
{
    struct wrapping wrapping = { .parent = parent, .text = text, .width = width };
    const uint8_t *bytes = (const uint8_t *)text;

    wrapping.breaks = memory_need(talloc_array(parent, char, (unsigned)length + 1));
    u8_possible_linebreaks(bytes, length, "UTF-8", wrapping.breaks);
    for (size_t start = 0, end = 0; start < length || wrapping.count == 0; start = end) {
        while (end < length && !ends_line(&wrapping, end))
            end++;
        wrap_line(&wrapping, start, end);
        if (end < length)
            end += (size_t)u8_mblen(bytes + end, length - end);
    }
    talloc_free(wrapping.breaks);
    *ret_count = wrapping.count;
    return wrapping.slices;
}
