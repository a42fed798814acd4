/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A string that grows. `struct text t = {0}` is an empty one. When memory is short the program
 * stops with a message: this is a test tool, and nothing of its work would be worth keeping.
 */
#ifndef SCREENS_TEXT_H
#define SCREENS_TEXT_H

#include <stddef.h>
#include <stdint.h>

struct text {
    char *bytes; /* followed by a NUL, or NULL as long as nothing was appended */
    size_t length;
    size_t room;
};

/* realloc that stops the program instead of returning NULL. */
void *memory_resize(void *memory, size_t size);

void text_append(struct text *text, const char *bytes, size_t length);
void text_append_string(struct text *text, const char *string);
/* Appends CHARACTER as UTF-8; what is not a Unicode scalar value becomes U+FFFD. */
void text_append_character(struct text *text, uint32_t character);
void text_format(struct text *text, const char *format, ...) __attribute__((format(printf, 2, 3)));
/* Removes the spaces at the end, but none before the byte START. */
void text_trim(struct text *text, size_t start);
/* Shortens the text to LENGTH bytes, which must not be more than it has. */
void text_cut(struct text *text, size_t length);
/* The text as a string, "" for an empty one; valid until the text changes. */
const char *text_string(const struct text *text);
/* Leaves an empty text. */
void text_free(struct text *text);

#endif
