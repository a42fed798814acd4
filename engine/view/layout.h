/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Blocks to lines of a given width. */
#ifndef CONECTA_VIEW_LAYOUT_H
#define CONECTA_VIEW_LAYOUT_H

#include <stddef.h>

#include "view/signs.h"
#include "view/view.h"

/* A piece of a line in one style. */
struct segment {
    const char *text; /* not ended by NUL */
    size_t length;    /* bytes */
    unsigned style;
};

struct line {
    struct segment *segments;
    size_t count;
    size_t block;    /* index of the view's block that this line shows */
    unsigned option; /* number of the option that it belongs to; 0: none */
};

struct layout {
    size_t width; /* in cells, that no line exceeds */
    struct line *lines;
    size_t count;
};

/* Wide enough that no line is ever broken. */
#define LAYOUT_UNBROKEN ((size_t)1 << 20)

/* Cells before the text of an option: the sign of the focus and a space. */
#define LAYOUT_GUTTER 2

/* Breaks the view into lines of at most width cells, by the Unicode line
 * breaking algorithm; a word that is longer is broken between characters.
 * Belongs to parent and refers to texts of the view and of signs. */
struct layout *layout_new(const void *parent, const struct view *view, size_t width,
                          const struct signs *signs);

/* All lines as one text, without styles, each ended by '\n'; belongs to parent. */
char *layout_text(const void *parent, const struct layout *layout);

/* The first and the last line of an option; both 0 when there is none. */
void layout_find_option(const struct layout *layout, size_t option, size_t *ret_first,
                        size_t *ret_last);

#endif
