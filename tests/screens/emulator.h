/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A terminal without glass: libvterm, plus what libvterm 0.1.4 leaves out. Rows and columns count
 * from 0.
 */
#ifndef SCREENS_EMULATOR_H
#define SCREENS_EMULATOR_H

#include <stdbool.h>
#include <stddef.h>
#include <vterm.h>

#include "sequence.h"
#include "string-list.h"
#include "text.h"

struct emulator {
    VTerm *vterm;
    VTermScreen *screen;
    VTerm *ruler;              /* a second terminal that only measures characters */
    struct strings scrollback; /* lines that left the main screen at its top, oldest first */
    struct text reply;         /* what the terminal wants to tell the program; the caller empties */
    struct sequence sequence;  /* a control sequence that has only half arrived */
    bool cursor_visible;
    bool alternate; /* the alternate screen is shown */
};

/* Returns a cleared terminal, to be freed with emulator_free(). */
struct emulator *emulator_new(int rows, int columns);
/* Takes NULL as well. */
void emulator_free(struct emulator *emulator);

/* Shows what the program wrote; sequences and characters may be cut anywhere. */
void emulator_write(struct emulator *emulator, const char *bytes, size_t length);
void emulator_resize(struct emulator *emulator, int rows, int columns);
void emulator_size(const struct emulator *emulator, int *ret_rows, int *ret_columns);

/* Whether the arrow keys have to send ESC O A instead of ESC [ A (DECCKM). */
bool emulator_application_cursor(struct emulator *emulator);

/*
 * Gives the cell at a place and returns the number of columns it takes, 1 or 2. A cell without a
 * character has chars[0] == 0, also where only one half of a wide character is left.
 */
int emulator_cell(const struct emulator *emulator, int row, int column, VTermScreenCell *ret_cell);

/* Appends a row of the screen without its trailing blanks. */
void emulator_row(const struct emulator *emulator, int row, struct text *text);
/* Whether a row contains TEXT. */
bool emulator_shows(const struct emulator *emulator, const char *text);
/* Whether a line of the scrollback contains TEXT. */
bool emulator_remembers(const struct emulator *emulator, const char *text);
/* Whether every row is blank. */
bool emulator_blank(const struct emulator *emulator);

#endif
