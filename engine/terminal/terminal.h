/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Where views are drawn and events come from. There are two kinds: a curses
 * screen, and plain lines on standard input and output.
 */
#ifndef CONECTA_TERMINAL_TERMINAL_H
#define CONECTA_TERMINAL_TERMINAL_H

#include <stdbool.h>

#include "base/watch.h"
#include "play/session.h"
#include "view/event.h"
#include "view/view.h"

struct terminal;

struct terminal_kind {
    /* Takes the view over and shows it, at the latest before it waits. */
    void (*show)(struct terminal *terminal, struct view *view);

    /* Shows it now, for who has something to do before waiting. */
    void (*draw)(struct terminal *terminal);

    /* Waits for the learner. EVENT_LEAVE when she is gone: end of input, a
     * signal, the keys for leaving at once. EVENT_IDLE when she has been silent for long. */
    struct event (*next)(struct terminal *terminal);

    /* Whether she wants to leave, for who cannot come back to `next` yet. Takes what she
     * presses meanwhile, and `next` returns it later. */
    bool (*leaves)(struct terminal *terminal);
};

/* Every kind's struct begins with this one. Freeing it with talloc gives the
 * terminal back as it was, without anything of the lesson on it. */
struct terminal {
    const struct terminal_kind *kind;
    struct watch *watch; /* a save gives EVENT_RELOAD, on a screen; NULL: none */
    int awaited;         /* when this file can be read, EVENT_READY comes; -1: none */
    bool patient;        /* however long she is silent */
};

/* NULL, with a problem added, where there is no terminal that can place text. */
struct terminal *terminal_open_screen(const void *parent, struct diagnostics *problems);

/* Lines are broken at width cells; 0: not at all. */
struct terminal *terminal_open_lines(const void *parent, unsigned width);

/* Lets the session and the terminal talk until the learner leaves. */
void terminal_run(struct terminal *terminal, struct session *session);

#endif
