/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Out of memory is the one failure that no caller can mend: the program puts
 * the terminal back, says so and stops.
 */
#ifndef CONECTA_BASE_MEMORY_H
#define CONECTA_BASE_MEMORY_H

#include <stdbool.h>

/* Returns block, or never returns when block is NULL. */
void *memory_need_block(const void *block);

/* What an allocation gave, with the type it had. */
#define memory_need(block) ((__typeof__(block))memory_need_block(block))

/* What to do before the program stops for want of memory, such as giving the
 * terminal back. It must not allocate. NULL: nothing. */
void memory_on_exhaustion(void (*prepare)(void));

/* Frees a talloc tree and overwrites all that was in it first; NULL: nothing. What was
 * freed or moved earlier is beyond reach. */
void memory_wipe(void *tree);

/* Frees a talloc tree: wiped when it was secret. */
void memory_release(void *tree, bool secret);

#endif
