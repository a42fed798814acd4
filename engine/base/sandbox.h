/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Shuts the program in: what it has no need of, it cannot do from then on, whatever a
 * file from outside should talk it into. Linux only; where the kernel or the library
 * cannot, everything works as before.
 */
#ifndef CONECTA_BASE_SANDBOX_H
#define CONECTA_BASE_SANDBOX_H

#include <stdbool.h>
#include <stddef.h>

/* What holds from now on. */
struct sandbox {
    bool no_network;  /* no socket can be opened and no program started */
    bool no_writing;  /* files can be made, changed and removed below the folders only */
};

/* Shuts in this thread and those that it starts; it cannot be undone. What is open
 * already stays usable, such as the terminal. Folders that are not there are passed
 * over: nothing can be written below them later. The list ends with NULL. */
struct sandbox sandbox_enter(const char *const writable[]);

#endif
