/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Text that grows at its end, in steps large enough that many small pieces cost no
 * more than a few large ones. */
#ifndef CONECTA_BASE_BUFFER_H
#define CONECTA_BASE_BUFFER_H

#include <stddef.h>

struct buffer {
    char *text;    /* ended by a NUL that length does not count; moves when it grows */
    size_t length;
    size_t room;   /* bytes that text has, with the NUL */
};

/* An empty buffer, whose text belongs to parent. */
struct buffer buffer_new(const void *parent);

/* Adds these bytes. */
void buffer_add(struct buffer *buffer, const char *bytes, size_t length);

/* Adds a text. */
void buffer_put(struct buffer *buffer, const char *text);

/* Adds what printf would print. */
void buffer_format(struct buffer *buffer, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

#endif
