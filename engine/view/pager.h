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

struct pager {
    size_t top;    /* index of the first line shown */
    size_t height; /* lines that the screen has for the page */
    unsigned page; /* of the view shown last */
    size_t focus;  /* of the view shown last */
    size_t news;   /* of the view shown last */
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
