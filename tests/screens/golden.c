/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "golden.h"

#include <stdio.h>
#include <string.h>

/* A line, and where the next one starts. Behind the end of a text there are only empty lines. */
struct line {
    const char *start;
    size_t length; /* without blanks at the end */
    const char *next;
};

static struct line read_line(const char *start)
{
    size_t length = strcspn(start, "\n");
    struct line line = {.start = start, .next = start + length + (start[length] == '\n' ? 1 : 0)};

    while (length > 0 && strchr(" \t\r", start[length - 1]))
        length--;
    line.length = length;
    return line;
}

static bool same_line(const struct line *one, const struct line *other)
{
    return one->length == other->length && memcmp(one->start, other->start, one->length) == 0;
}

bool golden_read(const char *path, struct text *text)
{
    FILE *file = fopen(path, "re");
    char bytes[4096];
    size_t length;
    bool good;

    if (file == NULL)
        return false;
    while ((length = fread(bytes, 1, sizeof bytes, file)) > 0)
        text_append(text, bytes, length);
    good = !ferror(file);
    fclose(file);
    return good;
}

bool golden_write(const char *path, const struct text *text)
{
    FILE *file = fopen(path, "we");
    bool good;

    if (file == NULL)
        return false;
    good = fwrite(text_string(text), 1, text->length, file) == text->length;
    return fclose(file) == 0 && good;
}

bool golden_same(const char *one, const char *other)
{
    while (*one != '\0' || *other != '\0') {
        struct line mine = read_line(one);
        struct line theirs = read_line(other);

        if (!same_line(&mine, &theirs))
            return false;
        one = mine.next;
        other = theirs.next;
    }
    return true;
}

void golden_show(struct text *text, const char *title, const char *shown, const char *other)
{
    text_format(text, "  %s:\n", title);
    while (*shown != '\0') {
        struct line mine = read_line(shown);
        struct line theirs = read_line(other);

        text_append_string(text, same_line(&mine, &theirs) ? "      " : "    > ");
        text_append(text, mine.start, mine.length);
        text_append_string(text, "\n");
        shown = mine.next;
        other = theirs.next;
    }
}
