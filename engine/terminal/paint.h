/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A view on a curses screen: title line, page in one column, line of keys. */
#ifndef CONECTA_TERMINAL_PAINT_H
#define CONECTA_TERMINAL_PAINT_H

#include <stdbool.h>

#include "terminal/look.h"
#include "view/layout.h"
#include "view/pager.h"
#include "view/view.h"

/* Smaller screens only get a sentence that says so. */
#define PAINT_LEAST_COLUMNS 40
#define PAINT_LEAST_ROWS 12

/* Longer lines are hard to read. */
#define PAINT_COLUMN 72

/* What a screen of this size has for a page. */
size_t paint_width(int columns);
size_t paint_height(int rows);

struct paint {
    const void *parent;
    const struct signs *signs;
    enum look look;
    const char *call; /* in the place of the last line; NULL: none */
    struct view *view; /* NULL before the first page */
    struct layout *layout;
    struct pager pager;
};

/* Makes view, which must belong to parent, the one to draw; frees the last one. */
void paint_take(struct paint *paint, struct view *view);

/* Lays the view out anew, after the screen changed its size. */
void paint_layout(struct paint *paint);

/* True when the event only moved the page. */
bool paint_scroll(struct paint *paint, struct event event);

/* Draws; the cursor is left on the focused option. */
void paint_draw(struct paint *paint);

#endif
