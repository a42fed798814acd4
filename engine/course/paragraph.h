/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Long text in pieces for translators: paragraphs separated by blank lines. A
 * fenced block is one piece, whatever blank lines it has.
 */
#ifndef CONECTA_COURSE_PARAGRAPH_H
#define CONECTA_COURSE_PARAGRAPH_H

#include <stdbool.h>
#include <stddef.h>

/* Bytes start … start + length - 1 of a text. Every line of them begins with
 * `indent` spaces that belong to the text around, such as a list. */
struct paragraph {
    size_t start;
    size_t length;
    size_t indent;
};

/* The first paragraph at or behind byte `from`. False when there is none. */
bool paragraph_next(const char *text, size_t from, struct paragraph *ret_paragraph);

/* The paragraph without its indent; the string belongs to parent. */
char *paragraph_text(const void *parent, const char *text, const struct paragraph *paragraph);

/* Lines with the indent put before each; the string belongs to parent. */
char *paragraph_indent(const void *parent, const char *lines, size_t indent);

#endif
