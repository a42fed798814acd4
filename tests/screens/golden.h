/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Golden files, and screens compared with them line by line. */
#ifndef SCREENS_GOLDEN_H
#define SCREENS_GOLDEN_H

#include <stdbool.h>

#include "text.h"

/* Appends the file; returns false and leaves errno when it cannot be read. */
bool golden_read(const char *path, struct text *text);
/* Replaces the file; returns false and leaves errno when it cannot be written. */
bool golden_write(const char *path, const struct text *text);

/*
 * Whether both have the same lines. Blanks at the end of a line and empty lines at the end of the
 * text, which editors take away, do not count.
 */
bool golden_same(const char *one, const char *other);

/* Appends TITLE and the lines of SHOWN, with `> ` before those in which OTHER differs. */
void golden_show(struct text *text, const char *title, const char *shown, const char *other);

#endif
