/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "terminal/capability.h"

#include <stdio.h>

#include <curses.h>
#include <term.h>

enum capability capability_check(int file)
{
    int error;
    if (setupterm(NULL, file, &error) != OK)
        return error == 1 ? CAPABILITY_LINES : CAPABILITY_UNKNOWN;
    enum capability found = cursor_address && clear_screen ? CAPABILITY_SCREEN
                                                           : CAPABILITY_LINES;
    /* Curses reads the description again for itself. */
    del_curterm(cur_term);
    return found;
}

int capability_colours(int file)
{
    int error;
    if (setupterm(NULL, file, &error) != OK)
        return -1;
    int colours = tigetnum("colors");
    del_curterm(cur_term);
    return colours < 0 ? 0 : colours;
}

void capability_erase_scrollback(void)
{
    if (exit_ca_mode)
        return;
    char *erase = tigetstr("E3");
    if (erase && erase != (char *)-1)
        putp(erase);
    fflush(stdout);
}
