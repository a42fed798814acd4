/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keys of the screen to events, and the names that the last line gives them. */
#ifndef CONECTA_TERMINAL_KEYS_H
#define CONECTA_TERMINAL_KEYS_H

#include <stdbool.h>
#include <stdint.h>
#include <wchar.h>

#include "view/event.h"
#include "view/view.h"

/* Esc so often within so many milliseconds leaves at once. */
#define KEYS_LEAVE_COUNT 3
#define KEYS_LEAVE_MS 2000

struct keys {
    int64_t escapes[KEYS_LEAVE_COUNT]; /* when Esc was pressed last, in ms; the newest last */
    enum input input; /* of the page: into a field characters are typed */
};

/* The event of a key: a character, or one of curses' codes when is_code. But for
 * typing not a single letter means anything, so that no keyboard layout matters. */
struct event keys_event(struct keys *keys, wint_t key, bool is_code, int64_t now_ms);

/* What to press for an event on this page, such as "Enter" or "1-4". Belongs to
 * parent or to the program. */
const char *keys_name(const void *parent, enum event_kind kind, const struct view *view);

#endif
