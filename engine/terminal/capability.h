/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What terminfo says of this terminal. */
#ifndef CONECTA_TERMINAL_CAPABILITY_H
#define CONECTA_TERMINAL_CAPABILITY_H

enum capability {
    CAPABILITY_SCREEN,  /* can place text */
    CAPABILITY_LINES,   /* can only write line after line */
    CAPABILITY_UNKNOWN, /* TERM is not set or says nothing known here */
};

/* Looks TERM up; to be called before curses is started, which would exit. */
enum capability capability_check(int file);

/* How many colours it has, before curses is started; 0: none, -1: nothing is known of it. */
int capability_colours(int file);

/* Erases what was written above the screen, where there is no second screen
 * that the program wrote on and where the terminal can. */
void capability_erase_scrollback(void);

#endif
