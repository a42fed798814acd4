/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Boxes that a learner ticks: what `choose-all` and `plan` share. */
#ifndef CONECTA_ACTIVITIES_TICKING_H
#define CONECTA_ACTIVITIES_TICKING_H

#include "activities/activity.h"

/* Plain data, for the state of an activity. Zeroed, nothing is ticked. */
struct ticks {
    unsigned char ticked[ACTIVITY_LIST_MAX]; /* by place */
};

/* Takes what ticks and unticks boxes, of which there are count. OUTCOME_DONE: Enter
 * was pressed with something ticked. */
enum outcome ticking_handle(const struct turn *turn, struct ticks *ticks, size_t count,
                            struct event event);

/* Says in a view what keys do here, and focuses a box. */
void ticking_show_keys(const struct turn *turn, const struct ticks *ticks, struct view *view);

#endif
