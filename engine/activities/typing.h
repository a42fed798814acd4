/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a learner types into the field of a page. */
#ifndef CONECTA_ACTIVITIES_TYPING_H
#define CONECTA_ACTIVITIES_TYPING_H

#include <stdbool.h>
#include <stddef.h>

#include "activities/activity.h"
#include "view/event.h"
#include "view/view.h"

/* Zeroed it is an empty field. Plain data, for the state of an activity. */
struct typed {
    char text[VIEW_TYPED * 4 + 1]; /* UTF-8, ended by NUL */
};

/* Takes what is typed into a field of at most `most` characters, VIEW_TYPED or
 * fewer; false when the event is not about typing, or brings nothing. With
 * INPUT_NUMBER only digits are taken. */
bool typing_handle(struct typed *typed, struct event event, enum input input, size_t most);

/* The same for a question: OUTCOME_DONE when Enter closes a field that is not
 * empty. */
enum outcome typing_answer(struct typed *typed, struct event event, enum input input,
                           size_t most);

/* Adds the field to a page; unit is what a number counts, or NULL. */
void typing_show(const struct typed *typed, struct view *view, enum input input,
                 const char *unit);

bool typing_is_empty(const struct typed *typed);

#endif
