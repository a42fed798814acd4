/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Plain lines: for screen readers, and for scripts. */
#include "terminal/terminal.h"

#include <stdio.h>
#include <string.h>

#include <talloc.h>

#include "base/language.h"
#include "base/memory.h"
#include "terminal/lines.h"
#include "view/layout.h"

/* A longer line is no answer; what is too much is dropped. */
#define LINE_BYTES 1024

struct plain {
    struct terminal terminal;
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
    talloc_free(plain->view);
    plain->view = view;
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
    talloc_free(layout);
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

/* False at the end of input. */
static bool read_line(char *line, size_t room)
{
    size_t length = 0;
    int byte = getchar();

    if (byte == EOF)
        return false;
    for (; byte != EOF && byte != '\n'; byte = getchar())
        if (length + 1 < room)
            line[length++] = (char)byte;
    while (length > 0 && strchr(" \r\t", line[length - 1]))
        length--;
    line[length] = '\0';
    return true;
}

static struct event next(struct terminal *terminal)
{
    struct plain *plain = (struct plain *)terminal;
    char line[LINE_BYTES];

    while (plain->taken == plain->events.count) {
        draw(terminal);
        print_prompt(plain);
        if (!read_line(line, sizeof line)) {
            putchar('\n');
            return (struct event){ EVENT_LEAVE, 0 };
        }
        plain->taken = 0;
        plain->events.count = 0;
        if (!lines_understand(plain->view, line + strspn(line, " \t"), &plain->events))
            /* TRANSLATORS: the line that was typed means nothing here; what can be typed
             * follows. */
            printf("%s\n", _("This could not be understood."));
    }
    return plain->events.events[plain->taken++];
}

struct terminal *terminal_open_lines(const void *parent, unsigned width)
{
    static const struct terminal_kind kind = { .show = show, .draw = draw, .next = next };

    struct plain *plain = memory_need(talloc_zero(parent, struct plain));
    plain->terminal.kind = &kind;
    plain->width = width ? width : LAYOUT_UNBROKEN;
    return &plain->terminal;
}
