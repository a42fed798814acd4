/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/buffer.h"

#include <stdarg.h>
#include <string.h>

#include <talloc.h>

#include "base/memory.h"

#define FIRST_ROOM 256

struct buffer buffer_new(const void *parent)
{
    struct buffer buffer = { .room = FIRST_ROOM };
    buffer.text = memory_need(talloc_array(parent, char, FIRST_ROOM));
    *buffer.text = '\0';
    return buffer;
}

void buffer_add(struct buffer *buffer, const char *bytes, size_t length)
{
    size_t room = buffer->room;

    while (room < buffer->length + length + 1)
        room *= 2;
    if (room > buffer->room)
        buffer->text = memory_need(talloc_realloc(NULL, buffer->text, char, (unsigned)room));
    buffer->room = room;
    memcpy(buffer->text + buffer->length, bytes, length);
    buffer->length += length;
    buffer->text[buffer->length] = '\0';
}

void buffer_put(struct buffer *buffer, const char *text)
{
    buffer_add(buffer, text, strlen(text));
}

void buffer_format(struct buffer *buffer, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    char *text = memory_need(talloc_vasprintf(NULL, format, arguments));
    va_end(arguments);
    buffer_put(buffer, text);
    talloc_free(text);
}
