/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The terminal: what kind, how large, which colours. */
#include "commands/doctor.h"

#include <stdbool.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "base/language.h"
#include "terminal/capability.h"
#include "terminal/paint.h"

#define COLOURS_ENOUGH 8

static bool is_terminal(void)
{
    return isatty(STDIN_FILENO) && isatty(STDOUT_FILENO);
}

static const char *kind(void)
{
    const char *name = getenv("TERM");
    return name ? name : "";
}

static struct finding no_terminal(void)
{
    return (struct finding){
        FINDING_LOOK,
        /* TRANSLATORS: 'conecta doctor' runs in a pipe, such as in a script. */
        _("The input or the output is no terminal, so nothing can be said about a screen."),
        /* TRANSLATORS: advice; both are commands. */
        _("Type 'conecta doctor' in a terminal, alone. Without one only 'conecta --plain' works."),
    };
}

static struct finding unknown_terminal(const struct visit *visit)
{
    return (struct finding){
        FINDING_WRONG,
        /* TRANSLATORS: %s is what the variable TERM holds; may be empty. */
        doctor_say(visit, _("The kind of this terminal is not known: TERM is '%s'."), kind()),
        /* TRANSLATORS: advice; 'export TERM=xterm' is a command, ncurses-term a package. */
        _("In a window, type 'export TERM=xterm' and try again; or install the package "
          "ncurses-term. 'conecta --plain' works with any terminal."),
    };
}

static struct finding terminal_of_lines(const struct visit *visit)
{
    return (struct finding){
        FINDING_LOOK,
        /* TRANSLATORS: %s is the kind of a terminal, such as "dumb". */
        doctor_say(visit, _("This terminal (%s) can only write line after line."), kind()),
        /* TRANSLATORS: advice; 'conecta --plain' is a command. */
        _("Use 'conecta --plain', or another terminal."),
    };
}

struct finding doctor_terminal(const struct visit *visit)
{
    if (!is_terminal())
        return no_terminal();
    switch (capability_check(STDOUT_FILENO)) {
    case CAPABILITY_UNKNOWN:
        return unknown_terminal(visit);
    case CAPABILITY_LINES:
        return terminal_of_lines(visit);
    default:
        return (struct finding){
            FINDING_FINE,
            /* TRANSLATORS: %s is the kind of a terminal, such as "xterm". */
            doctor_say(visit, _("This terminal (%s) can show pages."), kind()),
            NULL,
        };
    }
}

struct finding doctor_size(const struct visit *visit)
{
    struct winsize size;

    if (!is_terminal() || ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col == 0)
        return (struct finding){.text = NULL};
    if (size.ws_col >= PAINT_LEAST_COLUMNS && size.ws_row >= PAINT_LEAST_ROWS)
        return (struct finding){
            FINDING_FINE,
            /* TRANSLATORS: the size of a window in characters, such as 80 × 24. */
            doctor_say(visit, _("The window is large enough: %d × %d characters."), size.ws_col,
                       size.ws_row),
            NULL,
        };
    return (struct finding){
        FINDING_WRONG,
        /* TRANSLATORS: sizes of windows in characters; the last two are the least size. */
        doctor_say(visit, _("The window is too small: %d × %d characters; %d × %d are needed."),
                   size.ws_col, size.ws_row, PAINT_LEAST_COLUMNS, PAINT_LEAST_ROWS),
        /* TRANSLATORS: advice when the window is too small. */
        _("Make the window larger, or its letters smaller."),
    };
}

/* Nothing is told by colour alone, so none are no fault. */
struct finding doctor_colours(const struct visit *visit)
{
    struct finding finding = {.state = FINDING_FINE};
    int colours = is_terminal() ? capability_colours(STDOUT_FILENO) : -1;
    const char *unwanted = getenv("NO_COLOR");

    if (colours < 0)
        return finding;
    if (unwanted && *unwanted)
        /* TRANSLATORS: NO_COLOR is a variable; F3 is a key. */
        finding.text = _("There are no colours, because NO_COLOR is set; F3 brings them.");
    else if (colours < COLOURS_ENOUGH)
        /* TRANSLATORS: about the terminal. */
        finding.text = _("There are no colours; everything can be seen without them.");
    else
        finding.text = doctor_say(
            visit,
            /* TRANSLATORS: how many colours the terminal has, such as 8 or 256. */
            P_("There is %d colour.", "There are %d colours.", (unsigned long)colours), colours);
    return finding;
}
