/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Plain lines: for screen readers, and for scripts. */
#include "terminal/terminal.h"

#include <errno.h>
#include <poll.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include <talloc.h>

#include "base/language.h"
#include "base/memory.h"
#include "terminal/idle.h"
#include "terminal/lines.h"
#include "view/layout.h"

/* A longer line is no answer; what is too much is dropped. */
#define LINE_BYTES 1024

/* What was read and is not taken yet. */
struct waiting_bytes {
    char bytes[LINE_BYTES];
    size_t at, length;
};

struct plain {
    struct terminal terminal;
    struct waiting_bytes input;
    struct idle idle;
    size_t width;
    struct view *view;         /* to be printed, or printed last */
    bool printed;
    unsigned page;             /* printed last */
    struct line_events events; /* of the line read last */
    size_t taken;              /* of these */
};

static void show(struct terminal *terminal, struct view *view)
{
    struct plain *plain = (struct plain *)terminal;
    memory_release(plain->view, plain->view && plain->view->secret);
    plain->view = view;
    idle_restart(&plain->idle, view->minutes);
    plain->printed = false;
}

static void print_title(const struct view *view)
{
    if (view->steps > 0)
        printf("\n--- %s (%zu/%zu)\n\n", view->title, view->step, view->steps);
    else
        printf("\n--- %s\n\n", view->title);
}

static void print_line(const struct line *line)
{
    for (size_t i = 0; i < line->count; i++)
        fwrite(line->segments[i].text, 1, line->segments[i].length, stdout);
    putchar('\n');
}

/* A page that only got something new at its end is not read out again. */
static void print_view(struct plain *plain)
{
    const struct view *view = plain->view;
    bool goes_on = plain->page == view->page && view->news > 0;
    struct layout *layout = layout_new(plain, view, plain->width, &signs_none);

    /* The prompt stands apart by itself. */
    while (layout->count > 0 && layout->lines[layout->count - 1].count == 0)
        layout->count--;
    if (!goes_on)
        print_title(view);
    for (size_t i = 0; i < layout->count; i++)
        if (!goes_on || layout->lines[i].block >= view->news)
            print_line(&layout->lines[i]);
    memory_release(layout, view->secret);
    plain->page = view->page;
    plain->printed = true;
}

static void draw(struct terminal *terminal)
{
    struct plain *plain = (struct plain *)terminal;
    if (!plain->printed)
        print_view(plain);
}

static void print_prompt(struct plain *plain)
{
    printf("\n%s\n> ", lines_prompt(plain->view, plain->view));
    fflush(stdout);
}

/* What comes first: input, or that there was none for too long. Nothing warns of that: a line
 * in between would be read out into what she is listening to. */
static bool wait_for_input(struct plain *plain)
{
    struct pollfd inputs[] = {
        { .fd = STDIN_FILENO, .events = POLLIN },
        { .fd = plain->terminal.patient ? -1 : plain->idle.file, .events = POLLIN },
    };

    for (;;) {
        if (poll(inputs, 2, -1) < 0 || inputs[0].revents)
            return true;
        if (idle_look(&plain->idle) == IDLE_OVER)
            return false;
    }
}

enum got { GOT_BYTE, GOT_END, GOT_NOTHING };

static enum got read_byte(struct plain *plain, char *ret_byte)
{
    struct waiting_bytes *input = &plain->input;

    if (input->at == input->length) {
        if (!wait_for_input(plain))
            return GOT_NOTHING;
        ssize_t count = read(STDIN_FILENO, input->bytes, sizeof input->bytes);
        if (count <= 0)
            return GOT_END;
        input->at = 0;
        input->length = (size_t)count;
        idle_restart(&plain->idle, plain->idle.minutes);
    }
    /* It may be a letter of her words. */
    *ret_byte = input->bytes[input->at];
    input->bytes[input->at++] = '\0';
    return GOT_BYTE;
}

/* GOT_END at the end of input, where a line has begun or not. */
static enum got read_line(struct plain *plain, char *line, size_t room)
{
    size_t length = 0;
    char byte = '\0';
    enum got got = read_byte(plain, &byte);

    if (got != GOT_BYTE)
        return got;
    for (; got == GOT_BYTE && byte != '\n'; got = read_byte(plain, &byte))
        if (length + 1 < room)
            line[length++] = byte;
    while (length > 0 && strchr(" \r\t", line[length - 1]))
        length--;
    line[length] = '\0';
    return got == GOT_NOTHING ? GOT_NOTHING : GOT_BYTE;
}

static void understand(struct plain *plain, const char *line)
{
    plain->taken = 0;
    plain->events.count = 0;
    if (!lines_understand(plain->view, line + strspn(line, " \t"), &plain->events))
        /* TRANSLATORS: the line that was typed means nothing here; what can be typed
         * follows. */
        printf("%s\n", _("This could not be understood."));
}

static void wait_for_awaited(const struct plain *plain)
{
    struct pollfd awaited = { .fd = plain->terminal.awaited, .events = POLLIN };

    while (poll(&awaited, 1, -1) < 0 && errno == EINTR)
        ;
}

static struct event next(struct terminal *terminal)
{
    struct plain *plain = (struct plain *)terminal;
    char line[LINE_BYTES];

    if (terminal->awaited >= 0) {
        draw(terminal);
        fflush(stdout);
        wait_for_awaited(plain);
        return (struct event){ EVENT_READY, 0 };
    }
    while (plain->taken == plain->events.count) {
        draw(terminal);
        print_prompt(plain);
        enum got got = read_line(plain, line, sizeof line);
        if (got != GOT_BYTE) {
            putchar('\n');
            return (struct event){ got == GOT_END ? EVENT_LEAVE : EVENT_IDLE, 0 };
        }
        understand(plain, line);
        explicit_bzero(line, sizeof line);
    }
    return plain->events.events[plain->taken++];
}

/* Signals end the program by themselves. */
static bool leaves(struct terminal *terminal)
{
    (void)terminal;
    return false;
}

static int close_lines(struct plain *plain)
{
    idle_close(&plain->idle);
    return 0;
}

struct terminal *terminal_open_lines(const void *parent, unsigned width)
{
    static const struct terminal_kind kind = {
        .show = show, .draw = draw, .next = next, .leaves = leaves };

    struct plain *plain = memory_need(talloc_zero(parent, struct plain));
    plain->terminal.kind = &kind;
    plain->terminal.awaited = -1;
    idle_open(&plain->idle);
    talloc_set_destructor(plain, close_lines);
    plain->width = width ? width : LAYOUT_UNBROKEN;
    return &plain->terminal;
}
