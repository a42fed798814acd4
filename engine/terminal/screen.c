/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The curses screen. */
#include "terminal/terminal.h"

#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <time.h>
#include <unistd.h>

#include <curses.h>
#include <talloc.h>

#include "base/language.h"
#include "base/memory.h"
#include "base/text.h"
#include "terminal/capability.h"
#include "terminal/interrupts.h"
#include "terminal/keys.h"
#include "terminal/look.h"
#include "terminal/paint.h"

/* An Esc that nothing follows for so long is the key, not the beginning of a
 * longer one. Leaving fast is counted from there. */
#define ESCAPE_MS 40

struct screen {
    struct terminal terminal;
    struct paint paint;
    struct keys keys;
    SCREEN *curses;
    bool drawn; /* what is on the screen is what there is to see */
};

static int64_t now_ms(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

static void show(struct terminal *terminal, struct view *view)
{
    struct screen *screen = (struct screen *)terminal;
    paint_take(&screen->paint, view);
    screen->keys.input = view->input;
    screen->drawn = false;
}

static void resize(struct screen *screen)
{
    struct winsize size;
    if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_row > 0 && size.ws_col > 0)
        resizeterm(size.ws_row, size.ws_col);
    paint_layout(&screen->paint);
    clearok(curscr, TRUE);
    screen->drawn = false;
}

/* A key that is there already; false when there is none. */
static bool read_key(struct screen *screen, struct event *event)
{
    wint_t key;
    int kind = get_wch(&key);
    if (kind == ERR)
        return false;
    *event = keys_event(&screen->keys, key, kind == KEY_CODE_YES, now_ms());
    return true;
}

/* What concerns the screen alone; true when that was all of it. */
static bool handle_here(struct screen *screen, struct event event)
{
    if (event.kind == EVENT_LOOK) {
        screen->paint.look = look_next(screen->paint.look);
        look_use(screen->paint.look);
        screen->drawn = false;
        return true;
    }
    if (!paint_scroll(&screen->paint, event))
        return false;
    screen->drawn = false;
    return true;
}

static void draw(struct terminal *terminal)
{
    struct screen *screen = (struct screen *)terminal;
    if (!screen->drawn)
        paint_draw(&screen->paint);
    screen->drawn = true;
}

/* Nothing is drawn while keys are waiting: only the last page would be seen.
 * True when the file that is watched was saved. */
static bool wait_for_key(struct screen *screen)
{
    struct watch *watch = screen->terminal.watch;

    draw(&screen->terminal);
    interrupts_wait(STDIN_FILENO, watch ? watch_descriptor(watch) : -1,
                    watch ? watch_patience(watch) : -1);
    if (interrupts_resized())
        resize(screen);
    return watch && watch_saved(watch);
}

static struct event next(struct terminal *terminal)
{
    struct screen *screen = (struct screen *)terminal;

    for (;;) {
        struct event event;
        if (interrupts_leave())
            return (struct event){ EVENT_LEAVE, 0 };
        if (!read_key(screen, &event)) {
            if (wait_for_key(screen))
                return (struct event){ EVENT_RELOAD, 0 };
        } else if (event.kind == EVENT_LEAVE || !handle_here(screen, event)) {
            return event;
        }
    }
}

/* On a console without a second screen the lesson would stay, also above. */
static void erase_traces(void)
{
    bkgdset(' ');
    erase();
    refresh();
    capability_erase_scrollback();
}

static int close_screen(struct screen *screen)
{
    erase_traces();
    endwin();
    delscreen(screen->curses);
    memory_on_exhaustion(NULL);
    return 0;
}

static void give_back(void)
{
    endwin();
}

static bool refuse(struct diagnostics *problems, const char *message)
{
    static const struct position nowhere = { 0, 0 };
    diagnostics_add(problems, SEVERITY_ERROR, NULL, nowhere, "%s", message);
    diagnostics_advise(problems, "%s",
                       /* TRANSLATORS: advice when there is no usable terminal; 'conecta --plain'
                        * is a command. */
                       _("start 'conecta --plain' to read and answer in plain lines"));
    return false;
}

static bool check_terminal(struct diagnostics *problems)
{
    if (!isatty(STDIN_FILENO) || !isatty(STDOUT_FILENO))
        return refuse(problems,
                      /* TRANSLATORS: input or output is a file or pipe. */
                      _("there is no terminal here"));
    switch (capability_check(STDOUT_FILENO)) {
    case CAPABILITY_SCREEN:
        return true;
    case CAPABILITY_LINES:
        return refuse(problems,
                      /* TRANSLATORS: the terminal can only write line after line. */
                      _("this terminal cannot show a page"));
    case CAPABILITY_UNKNOWN:
        break;
    }
    return refuse(problems,
                  /* TRANSLATORS: TERM is the variable that names the kind of terminal. */
                  _("the kind of this terminal (TERM) is not known here"));
}

/* Fonts of the text console have few signs. */
static const struct signs *choose_signs(void)
{
    const char *name = getenv("TERM");
    bool console = strcmp(name, "linux") == 0 || strncmp(name, "vt", 2) == 0;
    return console ? &signs_ascii : &signs_unicode;
}

static void start_curses(struct screen *screen)
{
    raw();
    noecho();
    nonl();
    keypad(stdscr, TRUE);
    nodelay(stdscr, TRUE);
    set_escdelay(ESCAPE_MS);
    if (has_colors()) {
        start_color();
        use_default_colors();
    }
    screen->paint.look = look_first();
    look_use(screen->paint.look);
}

struct terminal *terminal_open_screen(const void *parent, struct diagnostics *problems)
{
    static const struct terminal_kind kind = { .show = show, .draw = draw, .next = next };

    if (!check_terminal(problems))
        return NULL;
    struct screen *screen = memory_need(talloc_zero(parent, struct screen));
    screen->terminal.kind = &kind;
    screen->paint.parent = screen;
    screen->paint.signs = choose_signs();
    interrupts_catch();
    screen->curses = newterm(NULL, stdout, stdin);
    if (!screen->curses) {
        refuse(problems, _("this terminal cannot show a page"));
        talloc_free(screen);
        return NULL;
    }
    memory_on_exhaustion(give_back);
    talloc_set_destructor(screen, close_screen);
    start_curses(screen);
    return &screen->terminal;
}
