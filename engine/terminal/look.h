/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How styles look on a screen. Eight colours are enough, none are too. */
#ifndef CONECTA_TERMINAL_LOOK_H
#define CONECTA_TERMINAL_LOOK_H

#include <stdbool.h>

#include <curses.h>

#include "view/rich.h"

enum look {
    LOOK_DEFAULT,  /* a few colours on those of the terminal */
    LOOK_CONTRAST, /* white and yellow on black */
    LOOK_MONO,     /* no colours */
    LOOK_COUNT,
};

/* What the screen can do and the environment asks for (NO_COLOR). Curses has
 * been started. */
enum look look_first(void);

/* The look after this one; a screen without colours has only one. */
enum look look_next(enum look look);

/* Whether this screen can have it: one without colours has only LOOK_MONO. */
bool look_possible(enum look look);

/* Makes a look the one that look_attributes speaks of. */
void look_use(enum look look);

/* The attributes of a style, as bits of enum style. */
chtype look_attributes(enum look look, unsigned style);

/* Of the first line of the screen, and of the screen's background. */
chtype look_title(enum look look);
chtype look_background(enum look look);

#endif
