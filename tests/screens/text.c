/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void *memory_resize(void *memory, size_t size)
{
    void *resized = realloc(memory, size);

    if (resized == NULL) {
        fputs("screen: out of memory\n", stderr);
        exit(2);
    }
    return resized;
}

static void text_reserve(struct text *text, size_t more)
{
    size_t needed = text->length + more + 1;

    if (needed <= text->room)
        return;
    text->room = needed < 64 ? 64 : 2 * needed;
    text->bytes = memory_resize(text->bytes, text->room);
}

void text_append(struct text *text, const char *bytes, size_t length)
{
    text_reserve(text, length);
    if (length > 0)
        memcpy(text->bytes + text->length, bytes, length);
    text->length += length;
    text->bytes[text->length] = '\0';
}

void text_append_string(struct text *text, const char *string)
{
    text_append(text, string, strlen(string));
}

/* Returns the bits of CHARACTER that belong into a continuation byte. */
static char continuation(uint32_t character, unsigned int shift)
{
    return (char)(0x80 | ((character >> shift) & 0x3f));
}

void text_append_character(struct text *text, uint32_t character)
{
    char bytes[4];
    size_t length = 0;

    if (character > 0x10ffff || (character >= 0xd800 && character <= 0xdfff))
        character = 0xfffd;
    if (character < 0x80)
        bytes[length++] = (char)character;
    else if (character < 0x800)
        bytes[length++] = (char)(0xc0 | (character >> 6));
    else if (character < 0x10000)
        bytes[length++] = (char)(0xe0 | (character >> 12));
    else
        bytes[length++] = (char)(0xf0 | (character >> 18));
    if (character >= 0x10000)
        bytes[length++] = continuation(character, 12);
    if (character >= 0x800)
        bytes[length++] = continuation(character, 6);
    if (character >= 0x80)
        bytes[length++] = continuation(character, 0);
    text_append(text, bytes, length);
}

void text_format(struct text *text, const char *format, ...)
{
    va_list arguments;
    int length;

    va_start(arguments, format);
    length = vsnprintf(NULL, 0, format, arguments);
    va_end(arguments);
    if (length < 0)
        return;
    text_reserve(text, (size_t)length);
    va_start(arguments, format);
    vsnprintf(text->bytes + text->length, (size_t)length + 1, format, arguments);
    va_end(arguments);
    text->length += (size_t)length;
}

void text_trim(struct text *text, size_t start)
{
    size_t length = text->length;

    while (length > start && text->bytes[length - 1] == ' ')
        length--;
    text_cut(text, length);
}

void text_cut(struct text *text, size_t length)
{
    text->length = length;
    if (text->bytes != NULL)
        text->bytes[length] = '\0';
}

const char *text_string(const struct text *text)
{
    return text->bytes != NULL ? text->bytes : "";
}

void text_free(struct text *text)
{
    free(text->bytes);
    *text = (struct text){0};
}
