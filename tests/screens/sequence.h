/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Stands before libvterm 0.1.4 and makes up for two things that it does with control sequences: of
 * several private modes in one sequence it sees only the first (so it misses the cursor that
 * `cvvis` of xterm, ESC [ ? 12 ; 25 h, makes visible), and it ignores ESC [ 3 J.
 */
#ifndef SCREENS_SEQUENCE_H
#define SCREENS_SEQUENCE_H

#include <stdbool.h>
#include <stddef.h>

#include "text.h"

/* A sequence of which the end has not come; {0} at first. */
struct sequence {
    char bytes[64];
    size_t length;
};

/*
 * Takes the next byte from the program, and appends to TEXT what the terminal gets now: nothing in
 * the middle of a sequence, all of it at its end. Returns whether that was one that erases the
 * scrollback.
 */
bool sequence_take(struct sequence *sequence, char byte, struct text *text);

#endif
