/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where a paragraph breaks. */
#ifndef CONECTA_BASE_WRAP_H
#define CONECTA_BASE_WRAP_H

#include <stddef.h>

/* Bytes start … start + length - 1 of a text make one line; spaces and the
 * line end behind it are left out. */
struct slice {
    size_t start;
    size_t length;
};

/* Breaks a UTF-8 text into slices of at most width cells, at least one. They
 * belong to parent. Lines break where Unicode (UAX 14) allows it, and inside a
 * word only when the word alone is wider than the line, between graphemes. A
 * grapheme wider than the line stays whole. */
struct slice *wrap_text(const void *parent, const char *text, size_t length, size_t width,
                        size_t *ret_count);

#endif
