/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A line of input to events. */
#ifndef CONECTA_TERMINAL_LINES_H
#define CONECTA_TERMINAL_LINES_H

#include <stdbool.h>
#include <stddef.h>

#include "view/event.h"
#include "view/view.h"

/* No line means more than this. */
#define LINES_EVENTS (VIEW_TYPED + 2)

struct line_events {
    struct event events[LINES_EVENTS];
    size_t count;
};

/* What a line means on this page; false when it means nothing. */
bool lines_understand(const struct view *view, const char *line, struct line_events *ret_events);

/* What can be typed on this page, in a sentence. Belongs to parent or to the
 * program. */
const char *lines_prompt(const void *parent, const struct view *view);

#endif
