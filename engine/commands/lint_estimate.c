/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "commands/lint_estimate.h"

#include <string.h>

#include "course/texts.h"

/* Cells that a list in a list, a number or a quote may take from a line. */
#define INDENT 12

/* More than any screen has. */
#define MANY ((size_t)1 << 20)

struct estimate {
    size_t width;
    size_t lines;
};

struct paragraph {
    size_t cells;
    size_t word;    /* cells of the one that is read now */
    size_t longest; /* of its words */
};

/* At most: characters above the Latin, Greek and Cyrillic ones may be wide. */
static size_t cells_of(char byte)
{
    unsigned char value = (unsigned char)byte;
    if (value < 0x80)
        return 1;
    return value < 0xC0 ? 0 : value < 0xE1 ? 1 : 2;
}

static void end_word(struct paragraph *paragraph)
{
    if (paragraph->word > paragraph->longest)
        paragraph->longest = paragraph->word;
    paragraph->word = 0;
}

/* The lines of a paragraph and the gap below it; 0 for an empty one. A line is broken
 * only where the next word does not fit any more. */
static size_t end_paragraph(struct paragraph *paragraph, size_t width)
{
    end_word(paragraph);
    size_t least = paragraph->longest < width ? width - paragraph->longest : 0;
    size_t lines = paragraph->cells <= 1       ? 0
                   : paragraph->cells <= width ? 2
                   : least                     ? paragraph->cells / least + 2
                                               : MANY;
    *paragraph = (struct paragraph){ .cells = 0 };
    return lines;
}

/* Whether the line that begins here goes on with a paragraph; others may begin a
 * block of their own. */
static bool goes_on(const char *line)
{
    return (*line >= 'a' && *line <= 'z') || (*line >= 'A' && *line <= 'Z') ||
           (unsigned char)*line >= 0x80;
}

/* Of code every line counts. */
static bool begins_fence(const char *line)
{
    return strncmp(line, "```", 3) == 0 || strncmp(line, "~~~", 3) == 0;
}

/* A line of a page ends before `next`: does its paragraph? Headings and forced
 * breaks take one line only. */
static bool ends_line(const char *line, const char *next)
{
    bool forced = next - line > 1 && (next[-2] == ' ' || next[-2] == '\\');
    return forced || *line == '#' || !goes_on(next);
}

/* The gap below the last paragraph does not count. */
static size_t lines_of(const char *text, size_t width, bool page)
{
    struct paragraph paragraph = { .cells = 0 };
    const char *line = text;
    size_t lines = 0;

    /* Most texts are short, and as wide as they have bytes at most. */
    if (strlen(text) <= width && !strchr(text, '\n'))
        return 1;
    for (const char *byte = text; *byte; byte++) {
        size_t cells = cells_of(*byte);
        paragraph.cells += cells;
        if (*byte != ' ' && *byte != '\n') {
            paragraph.word += cells;
            continue;
        }
        end_word(&paragraph);
        if (!page || *byte != '\n' || !byte[1])
            continue;
        if (begins_fence(line) || begins_fence(byte + 1))
            return MANY;
        if (ends_line(line, byte + 1))
            lines += end_paragraph(&paragraph, width);
        line = byte + 1;
    }
    lines += end_paragraph(&paragraph, width);
    return lines > 0 ? lines - 1 : 0;
}

static size_t source_lines(const char *text)
{
    size_t lines = 1;
    for (const char *end = text; (end = strchr(end, '\n')); end++)
        lines++;
    return lines;
}

static void add_text(void *data, const struct field *field, const struct text *text)
{
    struct estimate *estimate = data;
    bool page = field->type == FIELD_PAGE;

    if (field->flags & FIELD_LATER)
        return;
    if (field->type == FIELD_DRAWING)
        estimate->lines += source_lines(text->bytes);
    else
        estimate->lines += lines_of(text->bytes, estimate->width, page);
}

size_t lint_estimate(const struct record *record, const void *fields, size_t width)
{
    struct estimate estimate = { .width = width - INDENT };
    texts_each(record, fields, add_text, &estimate);
    return estimate.lines;
}
