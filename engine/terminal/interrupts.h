/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Signals, seen only between two events: nothing is interrupted half-way. */
#ifndef CONECTA_TERMINAL_INTERRUPTS_H
#define CONECTA_TERMINAL_INTERRUPTS_H

#include <stdbool.h>

/* From now on SIGINT, SIGTERM, SIGHUP and SIGWINCH are only delivered inside
 * interrupts_wait and interrupts_leave. */
void interrupts_catch(void);

/* Waits until a file can be read, or a signal came. */
void interrupts_wait(int file);

/* Somebody told the program to end, or its terminal has gone away. */
bool interrupts_leave(void);

/* The window has another size; true once for each change. */
bool interrupts_resized(void);

#endif
