/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The pages of a lesson that no step makes, and what frames those of steps. */
#ifndef CONECTA_PLAY_LESSON_PAGES_H
#define CONECTA_PLAY_LESSON_PAGES_H

#include "play/attempt.h"

/* Title, what it is about, how long it takes. */
void lesson_page_title(const struct attempt *attempt, struct view *view);

/* The same without the title and without what only a learner at the program needs. */
void lesson_page_facts(const struct lesson *lesson, struct view *view);

/* What was learnt. */
void lesson_page_last(const struct attempt *attempt, struct view *view);

/* The line above a question that says why it comes now; nothing elsewhere. */
void lesson_page_lead(const struct attempt *attempt, struct view *view);

/* Under a question asked before the lesson, once it is answered. */
void lesson_page_noted(struct view *view);

/* The keys that work on every page of a lesson, behind those of the step. */
void lesson_page_hints(const struct attempt *attempt, struct view *view);

#endif
