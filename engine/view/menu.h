/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A list to choose from, in pages short enough for a digit each. Only what is
 * on the page is ever asked for, so a list may be as long as it likes.
 */
#ifndef CONECTA_VIEW_MENU_H
#define CONECTA_VIEW_MENU_H

#include <stdbool.h>
#include <stddef.h>

#include "view/view.h"

/* Entries of a page when there are several; "later" and "earlier" follow them. */
#define MENU_PAGE 7
/* A list up to this long is one page. */
#define MENU_SHORT 9

struct menu {
    size_t count; /* entries in the list */
    size_t first; /* index of the first entry on the page */
    size_t focus; /* number on the page, from 1 */
};

/* A list of count entries, with the one at `index` on its page and focused. */
struct menu menu_new(size_t count, size_t index);

/* Adds one option for each entry of the page: add is called with the index of
 * each and adds its option, then come the options that turn pages. */
void menu_show(const struct menu *menu, struct view *view,
               void (*add)(const void *data, size_t index, struct view *view), const void *data);

enum menu_result {
    MENU_IGNORED,
    MENU_CHANGED,
    MENU_CHOSEN, /* *ret_index is set */
};

enum menu_result menu_handle(struct menu *menu, struct event event, size_t *ret_index);

#endif
