/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "emulator.h"

#include <stdlib.h>
#include <string.h>

/* libvterm marks the second half of a wide character with this. */
static const uint32_t second_half = (uint32_t)-1;

static void append_cell(struct text *text, const VTermScreenCell *cell)
{
    if (cell->chars[0] == 0)
        text_append_character(text, ' ');
    for (size_t i = 0; i < VTERM_MAX_CHARS_PER_CELL && cell->chars[i] != 0; i++)
        text_append_character(text, cell->chars[i]);
}

static int keep_line(int columns, const VTermScreenCell *cells, void *user)
{
    struct emulator *emulator = user;
    struct text line = {0};

    for (int column = 0; column < columns; column++)
        if (cells[column].chars[0] != second_half)
            append_cell(&line, &cells[column]);
    text_trim(&line, 0);
    strings_add(&emulator->scrollback, text_string(&line));
    text_free(&line);
    return 1;
}

static int keep_property(VTermProp property, VTermValue *value, void *user)
{
    struct emulator *emulator = user;

    if (property == VTERM_PROP_CURSORVISIBLE)
        emulator->cursor_visible = value->boolean;
    else if (property == VTERM_PROP_ALTSCREEN)
        emulator->alternate = value->boolean;
    return 1;
}

/* A callback and not libvterm's own buffer: that one drops what exceeds its size. */
static void keep_reply(const char *bytes, size_t length, void *user)
{
    struct emulator *emulator = user;

    text_append(&emulator->reply, bytes, length);
}

static const VTermScreenCallbacks callbacks = {
    .sb_pushline = keep_line,
    .settermprop = keep_property,
};

/* libvterm starts in Latin-1 and with nothing reset. */
static VTerm *new_vterm(int rows, int columns)
{
    VTerm *vterm = vterm_new(rows, columns);

    vterm_set_utf8(vterm, 1);
    return vterm;
}

struct emulator *emulator_new(int rows, int columns)
{
    struct emulator *emulator = memory_resize(NULL, sizeof *emulator);

    *emulator = (struct emulator){.cursor_visible = true};
    emulator->ruler = new_vterm(1, 4);
    vterm_state_reset(vterm_obtain_state(emulator->ruler), 1);
    emulator->vterm = new_vterm(rows, columns);
    vterm_output_set_callback(emulator->vterm, keep_reply, emulator);
    emulator->screen = vterm_obtain_screen(emulator->vterm);
    vterm_screen_set_callbacks(emulator->screen, &callbacks, emulator);
    vterm_screen_enable_altscreen(emulator->screen, 1);
    vterm_screen_reset(emulator->screen, 1);
    return emulator;
}

void emulator_free(struct emulator *emulator)
{
    if (emulator == NULL)
        return;
    vterm_free(emulator->vterm);
    vterm_free(emulator->ruler);
    strings_free(&emulator->scrollback);
    text_free(&emulator->reply);
    free(emulator);
}

static void write_now(struct emulator *emulator, struct text *bytes)
{
    if (bytes->length > 0)
        vterm_input_write(emulator->vterm, bytes->bytes, bytes->length);
    text_cut(bytes, 0);
}

void emulator_write(struct emulator *emulator, const char *bytes, size_t length)
{
    struct text ready = {0};

    for (size_t i = 0; i < length; i++) {
        if (!sequence_take(&emulator->sequence, bytes[i], &ready))
            continue;
        write_now(emulator, &ready);
        strings_free(&emulator->scrollback);
    }
    write_now(emulator, &ready);
    text_free(&ready);
}

void emulator_resize(struct emulator *emulator, int rows, int columns)
{
    vterm_set_size(emulator->vterm, rows, columns);
}

void emulator_size(const struct emulator *emulator, int *ret_rows, int *ret_columns)
{
    vterm_get_size(emulator->vterm, ret_rows, ret_columns);
}

/*
 * libvterm does not tell the mode, but its own key translation obeys it. Asking by DECRQM would
 * put bytes into the middle of a sequence that has only half arrived.
 */
bool emulator_application_cursor(struct emulator *emulator)
{
    size_t before = emulator->reply.length;
    bool application;

    vterm_keyboard_key(emulator->vterm, VTERM_KEY_UP, VTERM_MOD_NONE);
    application = strcmp(emulator->reply.bytes + before, "\033OA") == 0;
    text_cut(&emulator->reply, before);
    return application;
}

/*
 * Returns how many columns libvterm gives to a character. Its table is not public, and that of
 * the C library may be of another version of Unicode: so the character is printed and the cursor
 * asked. Nothing below U+1100 is wide.
 */
static int natural_width(const struct emulator *emulator, uint32_t character)
{
    struct text text = {0};
    VTermPos cursor;

    if (character < 0x1100)
        return 1;
    text_append_string(&text, "\r");
    text_append_character(&text, character);
    vterm_input_write(emulator->ruler, text.bytes, text.length);
    vterm_state_get_cursorpos(vterm_obtain_state(emulator->ruler), &cursor);
    text_free(&text);
    return cursor.col;
}

/*
 * libvterm 0.1.4 leaves a torn wide character as it is: printing over its first half makes the new
 * character wide, printing over the second leaves the old one beside it. A terminal blanks the
 * half that is left, and so does this.
 */
static void repair_cell(const struct emulator *emulator, VTermScreenCell *cell)
{
    int natural;

    if (cell->chars[0] == second_half) {
        memset(cell->chars, 0, sizeof cell->chars);
        cell->width = 1;
    }
    natural = natural_width(emulator, cell->chars[0]);
    if (cell->width == 2 && natural < 2)
        cell->width = 1;
    else if (cell->width == 1 && natural == 2)
        memset(cell->chars, 0, sizeof cell->chars);
}

int emulator_cell(const struct emulator *emulator, int row, int column, VTermScreenCell *ret_cell)
{
    VTermPos place = {.row = row, .col = column};

    vterm_screen_get_cell(emulator->screen, place, ret_cell);
    repair_cell(emulator, ret_cell);
    return ret_cell->width;
}

void emulator_row(const struct emulator *emulator, int row, struct text *text)
{
    size_t start = text->length;
    VTermScreenCell cell;
    int rows, columns;

    emulator_size(emulator, &rows, &columns);
    for (int column = 0; column < columns;) {
        column += emulator_cell(emulator, row, column, &cell);
        append_cell(text, &cell);
    }
    text_trim(text, start);
}

bool emulator_shows(const struct emulator *emulator, const char *text)
{
    struct text row = {0};
    bool found = false;
    int rows, columns;

    emulator_size(emulator, &rows, &columns);
    for (int i = 0; i < rows && !found; i++) {
        text_cut(&row, 0);
        emulator_row(emulator, i, &row);
        found = strstr(text_string(&row), text) != NULL;
    }
    text_free(&row);
    return found;
}

bool emulator_remembers(const struct emulator *emulator, const char *text)
{
    for (size_t i = 0; i < emulator->scrollback.count; i++)
        if (strstr(emulator->scrollback.items[i], text) != NULL)
            return true;
    return false;
}

bool emulator_blank(const struct emulator *emulator)
{
    struct text all = {0};
    bool blank;
    int rows, columns;

    emulator_size(emulator, &rows, &columns);
    for (int i = 0; i < rows; i++)
        emulator_row(emulator, i, &all);
    blank = all.length == 0;
    text_free(&all);
    return blank;
}
