/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Strings that stand in a list more than once. */
#ifndef CONECTA_BASE_REPEATS_H
#define CONECTA_BASE_REPEATS_H

#include <stddef.h>

/* Gets the index of the first of several equal strings, and that of a later one. */
typedef void repeats_found(void *data, size_t first, size_t later);

/* Finds every string that equals an earlier one; NULL equals nothing. They come by
 * their bytes, equal ones by their place. Long lists take no longer than sorting. */
void repeats_each(const char *const *strings, size_t count, repeats_found *found, void *data);

#endif
