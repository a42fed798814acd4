/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The least that a program like Conecta can do: the same libraries in memory, one page of 80x24 on
 * the screen, and a bar that follows the arrow keys.
 */
#include "config.h"

#include <locale.h>

#include <curses.h>
#include <gettext-po.h>
#include <jansson.h>
#ifdef HAVE_SECCOMP
#include <seccomp.h>
#endif
#include <md4c.h>
#include <talloc.h>
#include <unilbrk.h>
#include <yaml.h>

/* Row of the first entry; cells of the bar. */
#define FIRST 2
#define BAR 24

/* One symbol of each, so that the loader has the same work to do and no linker leaves one out. */
typedef void any_function(void);
extern any_function *const volatile loaded[];
any_function *const volatile loaded[] = {
    (any_function *)json_string,
#ifdef HAVE_SECCOMP
    (any_function *)seccomp_init,
#endif
    (any_function *)md_parse,
    (any_function *)po_file_free,
    (any_function *)talloc_named_const,
    (any_function *)u8_width_linebreaks,
    (any_function *)yaml_parser_parse,
};

static int entries(void)
{
    return LINES - FIRST - 2;
}

static void paint_page(void)
{
    attron(A_REVERSE);
    mvhline(0, 0, ' ' | A_REVERSE, COLS);
    mvaddstr(0, 1, "A bare program of curses");
    attroff(A_REVERSE);
    for (int i = 0; i < entries(); i++)
        mvprintw(FIRST + i, 4, "%2d  Bench-entry number %d", i + 1, i + 1);
    mvaddstr(LINES - 1, 1, "Down: the next entry   Up: the one before   q: leave");
}

static void mark(int entry, bool marked)
{
    mvchgat(FIRST + entry, 8, BAR, marked ? A_REVERSE : A_NORMAL, 0, NULL);
    move(FIRST + entry, 8);
}

static int next_entry(int entry, int key)
{
    if (key == KEY_DOWN)
        return (entry + 1) % entries();
    if (key == KEY_UP)
        return (entry + entries() - 1) % entries();
    return entry;
}

int main(void)
{
    int entry = 0;

    setlocale(LC_ALL, "");
    initscr();
    raw();
    noecho();
    keypad(stdscr, TRUE);
    start_color();
    use_default_colors();
    paint_page();
    mark(entry, true);
    for (int key = getch(); key != 'q' && key != ERR; key = getch()) {
        mark(entry, false);
        entry = next_entry(entry, key);
        mark(entry, true);
    }
    endwin();
    return 0;
}
