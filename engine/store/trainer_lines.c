/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/trainer_lines.h"

#include <stdlib.h>
#include <string.h>

#include <sodium.h>
#include <talloc.h>

#include "base/memory.h"
#include "base/text.h"

static bool begins_with(const char *text, const char *beginning)
{
    return strncmp(text, beginning, strlen(beginning)) == 0;
}

static char *take_line(const void *parent, const char *bytes, size_t length)
{
    while (length > 0 && strchr(" \t\r", bytes[length - 1]))
        length--;
    return memory_need(talloc_strndup(parent, bytes, length));
}

/* False when there are too many lines. */
static bool split(const void *parent, const char *bytes, size_t length, struct trainer_lines *lines)
{
    lines->count = 0;
    while (length > 0) {
        const char *end = memchr(bytes, '\n', length);
        size_t line = end ? (size_t)(end - bytes) : length;
        size_t taken = end ? line + 1 : line;
        char *text = take_line(parent, bytes, line);
        bytes += taken;
        length -= taken;
        if (!*text)
            continue;
        if (lines->count == TRAINER_LINES)
            return false;
        lines->line[lines->count++] = text;
    }
    return true;
}

static enum trainer_state judge_version(const char *text)
{
    char *end;
    long version = strtol(text, &end, 10);

    if (*text != ' ' || *end || version < TRAINER_VERSION)
        return TRAINER_DAMAGED;
    return version > TRAINER_VERSION ? TRAINER_NEWER : TRAINER_READ;
}

static enum trainer_state judge_first(const char *line, const char *kind)
{
    if (begins_with(line, kind))
        return judge_version(line + strlen(kind));
    if (begins_with(line, TRAINER_PUBLIC) || begins_with(line, TRAINER_SECRET))
        return TRAINER_OTHER;
    return TRAINER_NO_KEY;
}

enum trainer_state trainer_lines_read(const void *parent, const char *bytes, size_t length,
                                      const char *kind, struct trainer_lines *ret_lines)
{
    size_t mark = text_mark_length(bytes, length);
    const char *end = memchr(bytes, '\n', length);
    size_t first = end ? (size_t)(end - bytes) : length;

    if (first < mark)
        return TRAINER_NO_KEY;
    char *line = take_line(NULL, bytes + mark, first - mark);
    enum trainer_state state = judge_first(line, kind);
    talloc_free(line);
    if (state != TRAINER_READ)
        return state;
    if (memchr(bytes, '\0', length) || !split(parent, bytes + mark, length - mark, ret_lines))
        return TRAINER_DAMAGED;
    return TRAINER_READ;
}

const char *trainer_line_value(const struct trainer_lines *lines, size_t index, const char *name)
{
    size_t length = strlen(name);
    const char *line = index < lines->count ? lines->line[index] : "";

    return begins_with(line, name) && line[length] == ' ' ? line + length + 1 : NULL;
}

bool trainer_line_bytes(const char *value, unsigned char *ret_bytes, size_t length)
{
    size_t got = 0;

    return value && strlen(value) == 2 * length &&
           sodium_hex2bin(ret_bytes, length, value, 2 * length, NULL, &got, NULL) == 0 &&
           got == length;
}
