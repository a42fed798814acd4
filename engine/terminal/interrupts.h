/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Signals, seen only between two events: nothing is interrupted half-way. */
#ifndef CONECTA_TERMINAL_INTERRUPTS_H
#define CONECTA_TERMINAL_INTERRUPTS_H

#include <stdbool.h>

/* From now on SIGINT, SIGTERM, SIGHUP and SIGWINCH are only delivered inside
 * interrupts_wait and interrupts_leave. */
void interrupts_catch(void);

/* Waits until one of two files can be read (other: -1, there is no other), a
 * signal came, or so many milliseconds have passed (-1: for ever). */
void interrupts_wait(int file, int other, int milliseconds);

/* Somebody told the program to end, or its terminal has gone away. */
bool interrupts_leave(void);

/* The window has another size; true once for each change. */
bool interrupts_resized(void);

#endif
