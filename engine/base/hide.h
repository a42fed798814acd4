/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keeps what the program has in its memory from other programs. */
#ifndef CONECTA_BASE_HIDE_H
#define CONECTA_BASE_HIDE_H

/* From now on a crash leaves no core file, and no program of the same account may look into
 * this one, as a debugger does. Not where a test build needs that itself. */
void hide_memory(void);

#endif
