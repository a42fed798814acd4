/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "activities/typing.h"

#include <stdint.h>
#include <string.h>

#include <unistr.h>

#include "base/text.h"

static bool append(struct typed *typed, unsigned character, enum input input, size_t most)
{
    uint8_t *text = (uint8_t *)typed->text;
    size_t length = strlen(typed->text);
    uint8_t bytes[4];
    int size = u8_uctomb(bytes, character, sizeof bytes);

    if (size <= 0 || character < ' ' || text_unprintable((const char *)bytes, (size_t)size))
        return false;
    if (input == INPUT_NUMBER && (character < '0' || character > '9'))
        return false;
    /* A text does not begin with a space; it would not be seen. */
    if (text_length(typed->text) >= most || (length == 0 && character == ' '))
        return false;
    memcpy(text + length, bytes, (size_t)size);
    text[length + (size_t)size] = '\0';
    return true;
}

static bool erase(struct typed *typed)
{
    size_t length = strlen(typed->text);
    if (length == 0)
        return false;
    /* All bytes to the end, so that nothing stays behind it. */
    size_t kept = text_cut(typed->text, length, length - 1);
    memset(typed->text + kept, 0, length - kept);
    return true;
}

bool typing_handle(struct typed *typed, struct event event, enum input input, size_t most)
{
    switch (event.kind) {
    case EVENT_CHARACTER:
        return append(typed, event.number, input, most);
    case EVENT_ERASE:
        return erase(typed);
    case EVENT_CLEAR:
        memset(typed, 0, sizeof *typed);
        return true;
    default:
        return false;
    }
}

void typing_show(const struct typed *typed, struct view *view, enum input input,
                 const char *unit)
{
    view_gap(view);
    view_field(view, typed->text, unit);
    view->input = input;
}

bool typing_is_empty(const struct typed *typed)
{
    return typed->text[0] == '\0';
}

enum outcome typing_answer(struct typed *typed, struct event event, enum input input,
                           size_t most)
{
    if (typing_handle(typed, event, input, most))
        return OUTCOME_CHANGED;
    return event.kind == EVENT_ENTER && !typing_is_empty(typed) ? OUTCOME_DONE : OUTCOME_IGNORED;
}
