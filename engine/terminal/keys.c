/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "terminal/keys.h"

#include <stddef.h>
#include <string.h>

#include <curses.h>
#include <talloc.h>

#include "base/language.h"
#include "base/memory.h"

struct binding {
    wint_t key;
    enum event_kind event;
};

#define CONTROL(letter) ((letter) & 0x1F)
#define ESCAPE 27

static const struct binding code_bindings[] = {
    { KEY_UP, EVENT_UP },         { KEY_DOWN, EVENT_DOWN },
    { KEY_LEFT, EVENT_BACK },     { KEY_RIGHT, EVENT_ON },
    { KEY_PPAGE, EVENT_PAGE_UP }, { KEY_NPAGE, EVENT_PAGE_DOWN },
    { KEY_HOME, EVENT_FIRST },    { KEY_END, EVENT_LAST },
    { KEY_ENTER, EVENT_ENTER },   { KEY_BACKSPACE, EVENT_BACK },
    { KEY_F(1), EVENT_HELP },     { KEY_F(2), EVENT_LANGUAGE },
    { KEY_F(3), EVENT_LOOK },
};

static const struct binding character_bindings[] = {
    { '\r', EVENT_ENTER },        { '\n', EVENT_ENTER },
    { '\t', EVENT_TERMS },
    { ' ', EVENT_SPACE },         { '?', EVENT_HELP },
    { CONTROL('H'), EVENT_BACK }, { 0x7F, EVENT_BACK },
    { CONTROL('X'), EVENT_LEAVE }, { CONTROL('C'), EVENT_LEAVE },
};

static enum event_kind find(const struct binding *bindings, size_t count, wint_t key)
{
    for (size_t i = 0; i < count; i++)
        if (bindings[i].key == key)
            return bindings[i].event;
    return EVENT_NONE;
}

static enum event_kind escape(struct keys *keys, int64_t now_ms)
{
    memmove(keys->escapes, keys->escapes + 1, sizeof keys->escapes - sizeof keys->escapes[0]);
    keys->escapes[KEYS_LEAVE_COUNT - 1] = now_ms;
    bool often = keys->escapes[0] != 0 && now_ms - keys->escapes[0] <= KEYS_LEAVE_MS;
    return often ? EVENT_LEAVE : EVENT_UP_LEVEL;
}

static bool erases(wint_t key, bool is_code)
{
    return is_code ? key == KEY_BACKSPACE : key == 0x7F || key == CONTROL('H');
}

static bool has_field(enum input input)
{
    return input == INPUT_NUMBER || input == INPUT_TEXT || input == INPUT_SEARCH ||
           input == INPUT_WORDS;
}

/* '?' keeps its meaning: an answer has no need of it. A list that is searched is
 * picked from by digits all the same, and after a word Space is what Enter is. */
static bool is_typed(enum input input, wint_t key, bool is_code)
{
    if ((input == INPUT_SEARCH || input == INPUT_WORDS) && key >= '1' && key <= '9')
        return false;
    if (input == INPUT_WORDS && key == ' ')
        return false;
    return has_field(input) && !is_code && key >= ' ' && key != '?' && key != 0x7F;
}

struct event keys_event(struct keys *keys, wint_t key, bool is_code, int64_t now_ms)
{
    if (has_field(keys->input) && erases(key, is_code))
        return (struct event){ EVENT_ERASE, 0 };
    if (is_typed(keys->input, key, is_code))
        return (struct event){ EVENT_CHARACTER, (unsigned)key };
    if (is_code)
        return (struct event){ find(code_bindings,
                                    sizeof code_bindings / sizeof code_bindings[0], key), 0 };
    if (key == ESCAPE)
        return (struct event){ escape(keys, now_ms), 0 };
    if (key >= '1' && key <= '9')
        return (struct event){ EVENT_PICK, (unsigned)(key - '0') };
    return (struct event){ find(character_bindings,
                                sizeof character_bindings / sizeof character_bindings[0], key),
                           0 };
}

const char *keys_name(const void *parent, enum event_kind kind, const struct view *view)
{
    switch (kind) {
    case EVENT_ENTER:
        return "Enter";
    case EVENT_SPACE:
        return C_("key name", "Space");
    case EVENT_PICK:
        return view->options == 1
                   ? "1"
                   : memory_need(talloc_asprintf(parent, "1-%zu",
                                                 view->options < 9 ? view->options : 9));
    case EVENT_BACK:
        return "←";
    case EVENT_ON:
        return "→";
    case EVENT_UP_LEVEL:
        return "Esc";
    case EVENT_TERMS:
        return "Tab";
    case EVENT_LANGUAGE:
        return "F2";
    case EVENT_HELP:
        return "?";
    default:
        return "";
    }
}
