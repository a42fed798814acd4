/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the keys of a terminal send. */
#ifndef SCREENS_KEYS_H
#define SCREENS_KEYS_H

#include <stdbool.h>

struct text;

/*
 * Appends what the key NAME sends: `Up`, `F1`, `Ctrl-X` and so on, or one character for itself.
 * APPLICATION is the cursor mode of the terminal, TERM its type, of which only "linux" differs from
 * the others. Returns false when there is no such key.
 */
bool key_append(const char *name, bool application, const char *term, struct text *text);

#endif
