/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * How long nobody has pressed a key, counted while the laptop sleeps, too. A laptop
 * that was closed and is opened again has been alone.
 */
#ifndef CONECTA_TERMINAL_IDLE_H
#define CONECTA_TERMINAL_IDLE_H

#include <stdbool.h>

/* After so many seconds the screen says that it will be covered, and is covered. In a file
 * of their own: a test cannot wait for three minutes. */
extern const int idle_warning;
extern const int idle_limit;

enum idle_state {
    IDLE_NOT,
    IDLE_WARNING, /* once */
    IDLE_OVER,
};

struct idle {
    int file; /* can be read when idle_look has something to say; -1: time is not counted */
    bool warned;
    long minutes; /* of talking that were granted */
};

/* Begins to count. */
void idle_open(struct idle *idle);

/* A key was pressed, or a page is shown on which so many minutes are for talking. */
void idle_restart(struct idle *idle, long minutes);

/* Never waits. */
enum idle_state idle_look(struct idle *idle);

void idle_close(struct idle *idle);

#endif
