/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The screen as text, the form in which golden files keep it. The first line is the size and the
 * cursor, `80x24 cursor ROW,COLUMN` (from 0) or `80x24 cursor hidden`; every line ends in a line
 * feed and has no trailing blanks.
 */
#ifndef SCREENS_PICTURE_H
#define SCREENS_PICTURE_H

#include "emulator.h"
#include "text.h"

/* Appends the first line and every row. A wide character stands once, as its two columns show. */
void picture_text(const struct emulator *emulator, struct text *text);

/*
 * Appends the first line and every row with `|` before it. Below a row stand lines that begin with
 * a blank, as many as its most decorated cell needs, with a mark in the columns of that cell:
 *
 *   b bold, u underline, i italic, k blink, r reverse, s struck through,
 *   0-7 the foreground colour, + another one than these, A-H the background colour 0-7, * another
 *
 * A wide character has its marks in both columns. libvterm 0.1.4 does not know faint text.
 */
void picture_attributes(const struct emulator *emulator, struct text *text);

#endif
