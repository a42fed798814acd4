/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where Linux swaps to, from what it says in /proc/swaps. */
#ifndef CONECTA_COMMANDS_SWAP_H
#define CONECTA_COMMANDS_SWAP_H

#include <stdbool.h>

/* The files and devices in the text of /proc/swaps on which memory is written as it is, with a
 * comma and a space between them; belongs to parent. Those of zram are in memory. is_encrypted
 * is asked about each of the others. NULL: there are none. */
char *swap_open_places(const void *parent, const char *swaps,
                       bool (*is_encrypted)(const char *place, const void *data), const void *data);

/* Where a symbolic link leads, or the path itself; belongs to parent. */
char *swap_real_path(const void *parent, const char *path);

#endif
