/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words of a page that the course explains. */
#ifndef CONECTA_PLAY_TERMS_H
#define CONECTA_PLAY_TERMS_H

#include <stdbool.h>

#include "course/library.h"
#include "view/view.h"

/* Whether a page marks a word that the course explains in the page's language (a code,
 * or NULL: that of the course). */
bool terms_any(struct library *library, const char *language, const struct view *page);

/* Adds each of these words once to a view, with what it means, in the order in
 * which the page has them. */
void terms_show(struct library *library, const char *language, const struct view *page,
                struct view *view);

#endif
