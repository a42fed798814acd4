/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Text of one paragraph with styles. */
#ifndef CONECTA_VIEW_RICH_H
#define CONECTA_VIEW_RICH_H

#include <stddef.h>

enum style {
    STYLE_PLAIN = 0,
    STYLE_BOLD = 1 << 0,
    STYLE_EMPHASIS = 1 << 1,
    STYLE_HEADING = 1 << 2,
    STYLE_QUIET = 1 << 3, /* less important than its neighbours */
    STYLE_RIGHT = 1 << 4,
    STYLE_WRONG = 1 << 5,
    STYLE_KEY = 1 << 6, /* the number or key to press */
    STYLE_TERM = 1 << 7, /* a word that the glossary explains */
};

/* Bytes start … start + length - 1 of the text have this style. */
struct run {
    size_t start;
    size_t length;
    unsigned style;
};

/* The runs follow each other without gaps and cover the text. */
struct rich {
    char *text; /* UTF-8, ended by NUL; "" when nothing was added */
    size_t length;
    struct run *runs;
    size_t run_count;
    const char **terms; /* that the text marks, as the glossary has them */
    size_t term_count;
};

/* Adds text at the end. Everything belongs to parent, which must be the same in
 * all calls for one rich text. A zeroed struct is an empty text. */
void rich_add(const void *parent, struct rich *rich, const char *text, size_t length,
              unsigned style);

/* Notes that the text marks a term. Belongs to parent, as the rest. */
void rich_add_term(const void *parent, struct rich *rich, const char *term, size_t length);

#endif
