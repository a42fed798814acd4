/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "picture.h"

#include <string.h>

/* As many as a cell can have: six attributes and two colours. */
#define MARKS 8

static void append_header(const struct emulator *emulator, struct text *text)
{
    int rows, columns;
    VTermPos cursor;

    emulator_size(emulator, &rows, &columns);
    vterm_state_get_cursorpos(vterm_obtain_state(emulator->vterm), &cursor);
    text_format(text, "%dx%d cursor ", columns, rows);
    if (emulator->cursor_visible)
        text_format(text, "%d,%d\n", cursor.row, cursor.col);
    else
        text_append_string(text, "hidden\n");
}

void picture_text(const struct emulator *emulator, struct text *text)
{
    int rows, columns;

    emulator_size(emulator, &rows, &columns);
    append_header(emulator, text);
    for (int row = 0; row < rows; row++) {
        emulator_row(emulator, row, text);
        text_append_string(text, "\n");
    }
}

/* Returns FIRST and those after it for the colours 0 to 7, OTHER for all others. */
static char colour_mark(const VTermColor *colour, char first, char other)
{
    if (VTERM_COLOR_IS_INDEXED(colour) && colour->indexed.idx < 8)
        return (char)(first + colour->indexed.idx);
    return other;
}

/* Writes the marks of a cell, one below the other, and a NUL behind them. */
static void cell_marks(const VTermScreenCell *cell, char marks[MARKS + 1])
{
    const VTermScreenCellAttrs *attributes = &cell->attrs;
    size_t count = 0;

    if (attributes->bold)
        marks[count++] = 'b';
    if (attributes->underline)
        marks[count++] = 'u';
    if (attributes->italic)
        marks[count++] = 'i';
    if (attributes->blink)
        marks[count++] = 'k';
    if (attributes->reverse)
        marks[count++] = 'r';
    if (attributes->strike)
        marks[count++] = 's';
    if (!VTERM_COLOR_IS_DEFAULT_FG(&cell->fg))
        marks[count++] = colour_mark(&cell->fg, '0', '+');
    if (!VTERM_COLOR_IS_DEFAULT_BG(&cell->bg))
        marks[count++] = colour_mark(&cell->bg, 'A', '*');
    marks[count] = '\0';
}

/* Appends one of the lines of marks; returns whether a cell of the row has a mark that deep. */
static bool append_marks(const struct emulator *emulator, int row, size_t depth, struct text *text)
{
    int rows, columns, width;
    VTermScreenCell cell;
    bool some = false;

    emulator_size(emulator, &rows, &columns);
    for (int column = 0; column < columns; column += width) {
        char marks[MARKS + 1];
        bool marked;

        width = emulator_cell(emulator, row, column, &cell);
        cell_marks(&cell, marks);
        marked = strlen(marks) > depth;
        for (int i = 0; i < width; i++)
            text_append_character(text, marked ? (uint32_t)marks[depth] : ' ');
        some = some || marked;
    }
    return some;
}

static void append_all_marks(const struct emulator *emulator, int row, struct text *text)
{
    for (size_t depth = 0; depth < MARKS; depth++) {
        size_t start = text->length;

        text_append_string(text, " ");
        if (!append_marks(emulator, row, depth, text)) {
            text_cut(text, start);
            return;
        }
        text_trim(text, start);
        text_append_string(text, "\n");
    }
}

void picture_attributes(const struct emulator *emulator, struct text *text)
{
    int rows, columns;

    emulator_size(emulator, &rows, &columns);
    append_header(emulator, text);
    for (int row = 0; row < rows; row++) {
        text_append_string(text, "|");
        emulator_row(emulator, row, text);
        text_append_string(text, "\n");
        append_all_marks(emulator, row, text);
    }
}
