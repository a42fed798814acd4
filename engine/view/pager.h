/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Which lines of a page are on the screen. Keys that only move the page are
 * used up here; what the learner acts on is always seen first.
 */
#ifndef CONECTA_VIEW_PAGER_H
#define CONECTA_VIEW_PAGER_H

#include <stdbool.h>
#include <stddef.h>

#include "view/event.h"
#include "view/layout.h"

/* A line of a page, whatever the width of the screen. */
struct line_place {
    size_t block;
    size_t line;  /* of the block, from 0 */
    size_t lines; /* of the block */
};

struct pager {
    size_t top;    /* index of the first line shown */
    size_t height; /* lines that the screen has for the page */
    size_t width;
    struct line_place place; /* of the first line shown */
    bool focus_seen;    /* the focused option is on the screen */
    unsigned page;      /* this and the next two are of the view shown last */
    size_t focus;
    size_t news_count;
};

/* Keeps the place when the same page is shown again in another size or with
 * another focus; a new page begins at its top, news are scrolled into sight. */
void pager_show(struct pager *pager, const struct view *view, const struct layout *layout,
                size_t height);

/* True when the event moved the page, so that nobody else needs it. An option
 * that is not in sight is scrolled to before Enter acts on it. */
bool pager_take(struct pager *pager, const struct view *view, const struct layout *layout,
                struct event event);

bool pager_more_above(const struct pager *pager);
bool pager_more_below(const struct pager *pager, const struct layout *layout);

#endif
