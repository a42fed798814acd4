/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A program and the terminal that shows it.
 *
 * A look at the screen says nothing while the program has not yet reacted to the last key. So a
 * wait first lets the program *settle*: it has read its input, it sleeps, and all that it wrote is
 * on the screen. What this cannot see: a program that sleeps for a while in the middle of its
 * work, as curses does after Esc (ESCDELAY).
 */
#ifndef SCREENS_SESSION_H
#define SCREENS_SESSION_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "child.h"
#include "emulator.h"

struct session {
    struct emulator *emulator; /* NULL before the first program */
    struct child child;
    bool disturbed; /* since the program settled last it was started, resized, sent something … */
};

enum session_outcome {
    SESSION_HOLDS, /* what was waited for holds */
    SESSION_ENDED, /* the program has ended, and it does not hold */
    SESSION_LATE,  /* the deadline has passed */
};

/* Starts a program in a new terminal, in place of one that has ended. Sets errno on failure. */
bool session_start(struct session *session, char *const *arguments, char *const *environment,
                   int rows, int columns);
/* Whether a program was started and has not ended. */
bool session_runs(const struct session *session);

/* Shows the output that comes within so many milliseconds; returns whether there was some. */
bool session_show(struct session *session, int milliseconds);
/* Waits until the program has settled and HOLDS returns true for the session and for WHAT. */
enum session_outcome session_wait(struct session *session,
                                  bool (*holds)(const struct session *session, const void *what),
                                  const void *what, int64_t deadline);
/* Waits until the program has settled or ended. */
enum session_outcome session_settle(struct session *session, int64_t deadline);
/* Waits until the program has settled and nothing was written for so many milliseconds. */
enum session_outcome session_wait_quiet(struct session *session, int milliseconds,
                                        int64_t deadline);

/* Sends input; returns false when the program does not take it before the deadline. */
bool session_send(struct session *session, const char *bytes, size_t length, int64_t deadline);
bool session_resize(struct session *session, int rows, int columns);
bool session_signal(struct session *session, int number);

/* Kills what still runs and frees the rest; also for a session without a program. */
void session_finish(struct session *session);

#endif
