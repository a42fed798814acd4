/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "terminal/lines.h"

#include <stdint.h>
#include <string.h>

#include <talloc.h>
#include <unistr.h>

#include "base/language.h"
#include "base/memory.h"

static void add(struct line_events *events, enum event_kind kind, unsigned number)
{
    events->events[events->count++] = (struct event){ kind, number };
}

/* The numbers of a line, each from 1 to most, none twice; -1 when there is
 * anything else in it. */
static int read_numbers(const char *line, size_t most, unsigned *numbers, size_t room)
{
    size_t count = 0;

    line += strspn(line, " ,");
    while (*line) {
        size_t digits = strspn(line, "0123456789");
        if (digits < 1 || digits > 3 || count == room)
            return -1;
        unsigned number = 0;
        for (size_t i = 0; i < digits; i++)
            number = number * 10 + (unsigned)(line[i] - '0');
        if (number < 1 || number > most)
            return -1;
        for (size_t i = 0; i < count; i++)
            if (numbers[i] == number)
                return -1;
        numbers[count++] = number;
        line += digits;
        if (*line && !strchr(" ,", *line))
            return -1;
        line += strspn(line, " ,");
    }
    return (int)count;
}

/* A line says the whole answer: what was ticked before does not count. */
static void add_all(struct line_events *events, const unsigned *numbers, size_t count)
{
    add(events, EVENT_CLEAR, 0);
    for (size_t i = 0; i < count; i++)
        add(events, EVENT_PICK, numbers[i]);
    add(events, EVENT_ENTER, 0);
}

static bool understand_numbers(const struct view *view, const char *line,
                               struct line_events *events)
{
    unsigned numbers[LINES_EVENTS - 2];
    int count = read_numbers(line, view->options, numbers, LINES_EVENTS - 2);

    if (count < 1)
        return false;
    switch (view->input) {
    case INPUT_PICK:
        if (count != 1)
            return false;
        add(events, EVENT_PICK, numbers[0]);
        return true;
    case INPUT_ORDER:
        if ((size_t)count != view->options)
            return false;
        add_all(events, numbers, (size_t)count);
        return true;
    case INPUT_TICK:
        add_all(events, numbers, (size_t)count);
        return true;
    case INPUT_SEARCH:
    case INPUT_WORDS:
        if (count != 1)
            return false;
        add(events, EVENT_PICK, numbers[0]);
        return true;
    case INPUT_NUMBER:
    case INPUT_TEXT:
    case INPUT_NONE:
        break;
    }
    return false;
}

/* The line is the whole answer: what was typed before does not count. */
static bool understand_text(const struct view *view, const char *line,
                            struct line_events *events)
{
    const uint8_t *at = (const uint8_t *)line, *end = at + strlen(line);

    if (view->input == INPUT_NUMBER && line[strspn(line, "0123456789")])
        return false;
    add(events, EVENT_CLEAR, 0);
    while (at < end) {
        ucs4_t character;
        int used = u8_mbtoucr(&character, at, (size_t)(end - at));
        if (used <= 0 || events->count == LINES_EVENTS - 1)
            return false;
        add(events, EVENT_CHARACTER, character);
        at += used;
    }
    if (view->input != INPUT_SEARCH)
        add(events, EVENT_ENTER, 0);
    return true;
}

static bool is_typed(const struct view *view)
{
    return view->input == INPUT_NUMBER || view->input == INPUT_TEXT;
}

static enum event_kind understand_sign(const char *line, const struct view *view)
{
    static const struct {
        const char *sign;
        enum event_kind event;
    } signs[] = {
        { "0", EVENT_BACK },     { "<", EVENT_BACK },     { "?", EVENT_HELP },
        { ".", EVENT_LEAVE },    { "*", EVENT_LANGUAGE }, { "-", EVENT_UP_LEVEL },
        { "+", EVENT_TERMS },
    };
    /* Zero can be an answer. */
    size_t first = view->input == INPUT_NUMBER ? 1 : 0;

    if (!*line)
        return view->input == INPUT_NONE ? EVENT_ENTER : EVENT_ON;
    for (size_t i = first; i < sizeof signs / sizeof signs[0]; i++)
        if (strcmp(line, signs[i].sign) == 0)
            return signs[i].event;
    return EVENT_NONE;
}

static bool understand_answer(const struct view *view, const char *line,
                              struct line_events *events)
{
    if (is_typed(view))
        return understand_text(view, line, events);
    if (understand_numbers(view, line, events))
        return true;
    return (view->input == INPUT_SEARCH || view->input == INPUT_WORDS) &&
           understand_text(view, line, events);
}

bool lines_understand(const struct view *view, const char *line, struct line_events *ret_events)
{
    struct line_events events = { .count = 0 };
    enum event_kind sign = understand_sign(line, view);

    if (sign != EVENT_NONE)
        add(&events, sign, 0);
    else if (!understand_answer(view, line, &events))
        return false;
    *ret_events = events;
    return true;
}

static const char *unit_of(const struct view *view)
{
    for (size_t i = 0; i < view->count; i++)
        if (view->blocks[i].kind == BLOCK_FIELD)
            return view->blocks[i].aside;
    return NULL;
}

static const char *ask_number(const void *parent, const struct view *view)
{
    const char *unit = unit_of(view);
    if (!unit)
        /* TRANSLATORS: asks for input: an answer that is a number. */
        return _("Type the number, or ? for help. A line with < goes back.");
    return memory_need(talloc_asprintf(
        parent,
        /* TRANSLATORS: asks for input; %s is what is counted, such as "days". */
        _("Type the number (%s), or ? for help. A line with < goes back."), unit));
}

static const char *ask_words(const void *parent, const struct view *view)
{
    if (view->options == 0)
        /* TRANSLATORS: asks for input: the words that open what somebody has saved. */
        return _("Type a word, or all five in one line, or ? for help.");
    return memory_need(talloc_asprintf(
        parent,
        /* TRANSLATORS: asks for input: the words that open what somebody has saved, or the number
         * of an option. */
        _("Type a word, or all five in one line, or a number from 1 to %zu, or ? for help."),
        view->options));
}

static const char *ask(const void *parent, const struct view *view)
{
    switch (view->input) {
    case INPUT_PICK:
        return memory_need(talloc_asprintf(
            /* TRANSLATORS: asks for input: the number of an option. */
            parent, _("Type a number from 1 to %zu, or ? for help."), view->options));
    case INPUT_TICK:
        /* TRANSLATORS: asks for input: the numbers of several options. */
        return _("Type the numbers of all that fit, such as: 1 3. Or ? for help.");
    case INPUT_ORDER:
        /* TRANSLATORS: asks for input: all numbers in an order. */
        return _("Type all the numbers in the right order, such as: 2 1 3. Or ? for help.");
    case INPUT_NUMBER:
        return ask_number(parent, view);
    case INPUT_TEXT:
        return view_has_hint(view, EVENT_ON)
                   /* TRANSLATORS: asks for input: an answer in words. */
                   ? _("Type your answer, or ? for help.")
                   /* TRANSLATORS: asks for input: a line that nobody wants to see. */
                   : _("Type something if you like, and press Enter. Or ? for help.");
    case INPUT_SEARCH:
        return memory_need(talloc_asprintf(
            /* TRANSLATORS: asks for input: the number of an option, or a word. */
            parent, _("Type a number from 1 to %zu, a word to search for, or ? for help."),
            view->options));
    case INPUT_WORDS:
        return ask_words(parent, view);
    case INPUT_NONE:
        break;
    }
    if (!view_has_hint(view, EVENT_HELP))
        /* TRANSLATORS: asks for input, at the end of the help. */
        return _("Press Enter to go back.");
    /* TRANSLATORS: asks for input: nothing but Enter. */
    return _("Press Enter to go on, or type ? for help.");
}

const char *lines_prompt(const void *parent, const struct view *view)
{
    if (!view_has_hint(view, EVENT_ON))
        return ask(parent, view);
    return memory_need(talloc_asprintf(
        parent, "%s %s", ask(parent, view),
        /* TRANSLATORS: behind "Type a number …": how to skip a question. */
        _("Enter alone goes on without an answer.")));
}
