/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The curses screen. */
#include "terminal/terminal.h"

#include <poll.h>
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
#include "terminal/idle.h"
#include "terminal/interrupts.h"
#include "terminal/keys.h"
#include "terminal/look.h"
#include "terminal/paint.h"

/* An Esc that nothing follows for so long is the key, not the beginning of a
 * longer one. Leaving fast is counted from there. */
#define ESCAPE_MS 40
/* Events that are taken while the program has something else to do. */
#define QUEUE 64

struct screen {
    struct terminal terminal;
    struct paint paint;
    struct keys keys;
    SCREEN *curses;
    bool drawn; /* what is on the screen is what there is to see */
    struct idle idle;
    struct event queue[QUEUE];
    size_t queued;
};

static int64_t now_ms(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

/* Looks are numbered from 1 where 0 means none in particular. */
static void use_look(struct screen *screen, unsigned number)
{
    if (number == 0 || number > LOOK_COUNT || number - 1 == screen->paint.look ||
        !look_possible((enum look)(number - 1)))
        return;
    screen->paint.look = (enum look)(number - 1);
    look_use(screen->paint.look);
}

static void show(struct terminal *terminal, struct view *view)
{
    struct screen *screen = (struct screen *)terminal;
    use_look(screen, view->look);
    paint_take(&screen->paint, view);
    screen->keys.input = view->input;
    screen->drawn = false;
    if (view->minutes != screen->idle.minutes)
        idle_restart(&screen->idle, view->minutes);
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
static bool handle_here(struct screen *screen, struct event *event)
{
    if (event->kind == EVENT_LOOK) {
        event->number = (unsigned)look_next(screen->paint.look) + 1;
        return false;
    }
    if (!paint_scroll(&screen->paint, *event))
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

/* Covering the page while somebody reads slowly would be rude without a word. */
static void warn(struct screen *screen)
{
    /* TRANSLATORS: in the last line of the screen when no key was pressed for two and a half
     * minutes; at most 38 letters. Any key keeps the page. */
    screen->paint.call = _("Still there? Press a key.");
    screen->drawn = false;
}

/* Nothing is drawn while keys are waiting: only the last page would be seen. */
static struct event wait_for_event(struct screen *screen)
{
    struct terminal *terminal = &screen->terminal;
    struct watch *watch = terminal->watch;
    const int files[] = { STDIN_FILENO, watch ? watch_descriptor(watch) : -1, terminal->awaited,
                          terminal->patient ? -1 : screen->idle.file };

    draw(terminal);
    interrupts_wait(files, sizeof files / sizeof files[0], watch ? watch_patience(watch) : -1);
    if (interrupts_resized())
        resize(screen);
    if (watch && watch_saved(watch))
        return (struct event){ EVENT_RELOAD, 0 };
    switch (idle_look(&screen->idle)) {
    case IDLE_OVER:
        screen->paint.call = NULL;
        return (struct event){ EVENT_IDLE, 0 };
    case IDLE_WARNING:
        warn(screen);
        break;
    case IDLE_NOT:
        break;
    }
    return (struct event){ EVENT_NONE, 0 };
}

/* The key that answers the warning is no answer to the page. */
static bool answers_warning(struct screen *screen, struct event event)
{
    bool warned = screen->paint.call != NULL;

    idle_restart(&screen->idle, screen->idle.minutes);
    screen->paint.call = NULL;
    if (warned)
        screen->drawn = false;
    return warned && event.kind != EVENT_LEAVE;
}

/* A key that is there and not for the screen alone; EVENT_NONE: there is none any more. */
static struct event take_key(struct screen *screen)
{
    struct event event;

    while (read_key(screen, &event)) {
        if (answers_warning(screen, event))
            continue;
        if (event.kind == EVENT_LEAVE || !handle_here(screen, &event))
            return event;
    }
    return (struct event){ EVENT_NONE, 0 };
}

static bool awaited_is_there(const struct screen *screen)
{
    struct pollfd input = { .fd = screen->terminal.awaited, .events = POLLIN };
    return input.fd >= 0 && poll(&input, 1, 0) > 0;
}

static struct event take_queued(struct screen *screen)
{
    struct event event = screen->queue[0];
    screen->queued--;
    memmove(screen->queue, screen->queue + 1, screen->queued * sizeof event);
    return event;
}

static struct event next(struct terminal *terminal)
{
    struct screen *screen = (struct screen *)terminal;

    for (;;) {
        if (interrupts_leave())
            return (struct event){ EVENT_LEAVE, 0 };
        if (screen->queued > 0)
            return take_queued(screen);
        struct event event = take_key(screen);
        if (event.kind == EVENT_NONE && awaited_is_there(screen))
            return (struct event){ EVENT_READY, 0 };
        if (event.kind == EVENT_NONE)
            event = wait_for_event(screen);
        if (event.kind != EVENT_NONE)
            return event;
    }
}

static bool leaves(struct terminal *terminal)
{
    struct screen *screen = (struct screen *)terminal;
    bool leaving = interrupts_leave();

    while (!leaving && screen->queued < QUEUE) {
        struct event event = take_key(screen);
        if (event.kind == EVENT_NONE)
            break;
        leaving = event.kind == EVENT_LEAVE;
        screen->queue[screen->queued++] = event;
    }
    return leaving;
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
    idle_close(&screen->idle);
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
    static const struct terminal_kind kind = {
        .show = show, .draw = draw, .next = next, .leaves = leaves };

    if (!check_terminal(problems))
        return NULL;
    struct screen *screen = memory_need(talloc_zero(parent, struct screen));
    screen->terminal.kind = &kind;
    screen->terminal.awaited = -1;
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
    idle_open(&screen->idle);
    return &screen->terminal;
}
