/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "activities/ticking.h"

#include <string.h>

#include "base/language.h"

static bool any_ticked(const struct ticks *ticks)
{
    return memchr(ticks->ticked, 1, sizeof ticks->ticked) != NULL;
}

static enum outcome toggle(const struct turn *turn, struct ticks *ticks, size_t count,
                           size_t number)
{
    if (number < 1 || number > count)
        return OUTCOME_IGNORED;
    ticks->ticked[number - 1] ^= 1;
    *turn->focus = number;
    return OUTCOME_CHANGED;
}

enum outcome ticking_handle(const struct turn *turn, struct ticks *ticks, size_t count,
                            struct event event)
{
    switch (event.kind) {
    case EVENT_PICK:
        return toggle(turn, ticks, count, event.number);
    case EVENT_SPACE:
        return toggle(turn, ticks, count, *turn->focus);
    case EVENT_CLEAR:
        memset(ticks, 0, sizeof *ticks);
        return OUTCOME_CHANGED;
    case EVENT_ENTER:
        /* Who presses Enter on the first box means to tick it. */
        return any_ticked(ticks) ? OUTCOME_DONE : toggle(turn, ticks, count, *turn->focus);
    default:
        return OUTCOME_IGNORED;
    }
}

void ticking_show_keys(const struct turn *turn, const struct ticks *ticks, struct view *view)
{
    view->input = INPUT_TICK;
    view->focus = *turn->focus;
    view_hint(view, EVENT_ENTER, any_ticked(ticks) ? C_("key", "done") : C_("key", "tick"));
    view_hint(view, EVENT_SPACE, C_("key", "tick"));
    view_hint(view, EVENT_PICK, C_("key", "tick"));
}
