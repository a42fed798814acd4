/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "course/paragraph.h"

#include <string.h>

#include <talloc.h>

#include "base/memory.h"

static size_t line_length(const char *line)
{
    return strcspn(line, "\n");
}

static bool is_blank(const char *line)
{
    return strspn(line, " ") >= line_length(line);
}

static size_t next_line(const char *text, size_t at)
{
    at += line_length(text + at);
    return text[at] ? at + 1 : at;
}

/* How many signs of a fence begin the line; 0: none do. */
static size_t fence_signs(const char *line, char *ret_sign)
{
    line += strspn(line, " ");
    *ret_sign = *line;
    if (*line != '`' && *line != '~')
        return 0;
    size_t signs = strspn(line, *line == '`' ? "`" : "~");
    return signs >= 3 ? signs : 0;
}

/* Behind the fenced block that begins at `at`; the same place where none does. */
static size_t skip_fence(const char *text, size_t at)
{
    char sign, other;
    size_t signs = fence_signs(text + at, &sign);

    if (signs == 0)
        return at;
    for (at = next_line(text, at); text[at]; at = next_line(text, at))
        if (fence_signs(text + at, &other) >= signs && other == sign)
            return next_line(text, at);
    return at;
}

static size_t smallest_indent(const char *text, size_t start, size_t end)
{
    size_t smallest = strspn(text + start, " ");
    for (size_t at = start; at < end; at = next_line(text, at)) {
        size_t indent = strspn(text + at, " ");
        if (!is_blank(text + at) && indent < smallest)
            smallest = indent;
    }
    return smallest;
}

bool paragraph_next(const char *text, size_t from, struct paragraph *ret_paragraph)
{
    size_t start = from;
    while (text[start] && is_blank(text + start))
        start = next_line(text, start);
    if (!text[start])
        return false;

    size_t end = start;
    while (text[end] && !is_blank(text + end)) {
        size_t behind = skip_fence(text, end);
        end = behind == end ? next_line(text, end) : behind;
    }
    size_t length = end - start;
    while (length > 0 && strchr("\n ", text[start + length - 1]))
        length--;
    *ret_paragraph = (struct paragraph){ start, length,
                                         smallest_indent(text, start, start + length) };
    return true;
}

char *paragraph_text(const void *parent, const char *text, const struct paragraph *paragraph)
{
    char *lines = memory_need(talloc_strdup(parent, ""));
    size_t end = paragraph->start + paragraph->length;

    for (size_t at = paragraph->start; at < end; at = next_line(text, at)) {
        size_t stop = next_line(text, at) < end ? next_line(text, at) : end;
        size_t spaces = strspn(text + at, " ");
        size_t skipped = spaces < paragraph->indent ? spaces : paragraph->indent;
        lines = memory_need(talloc_strndup_append_buffer(lines, text + at + skipped,
                                                         stop - at - skipped));
    }
    return lines;
}

char *paragraph_indent(const void *parent, const char *lines, size_t indent)
{
    char *text = memory_need(talloc_strdup(parent, ""));

    for (size_t at = 0; lines[at]; at = next_line(lines, at)) {
        int spaces = is_blank(lines + at) ? 0 : (int)indent;
        text = memory_need(talloc_asprintf_append_buffer(
            text, "%*s%.*s", spaces, "", (int)(next_line(lines, at) - at), lines + at));
    }
    return text;
}

