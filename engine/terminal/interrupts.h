/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Signals, seen only between two events: nothing is interrupted half-way. */
#ifndef CONECTA_TERMINAL_INTERRUPTS_H
#define CONECTA_TERMINAL_INTERRUPTS_H

#include <stdbool.h>
#include <stddef.h>

/* From now on SIGINT, SIGTERM, SIGHUP and SIGWINCH are only delivered inside
 * interrupts_wait and interrupts_leave. */
void interrupts_catch(void);

#define INTERRUPTS_FILES 4

/* Waits until one of count files can be read (-1: no file), a signal came, or so many
 * milliseconds have passed (-1: for ever). The first file is the terminal. */
void interrupts_wait(const int files[], size_t count, int milliseconds);

/* Somebody told the program to end, or its terminal has gone away. */
bool interrupts_leave(void);

/* The window has another size; true once for each change. */
bool interrupts_resized(void);

#endif
