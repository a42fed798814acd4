/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How activities are asked and answered, whatever they ask. */
#ifndef CONECTA_ACTIVITIES_ANSWERING_H
#define CONECTA_ACTIVITIES_ANSWERING_H

#include "activities/activity.h"

/* On a page that has nothing left to do: Enter and Space go on to the next one. */
enum outcome activity_go_on(struct event event);

/* The number of the option that an event picks: a digit names it, Enter and Space
 * take the focused one. 0: the event picks none. */
size_t activity_picked(const struct turn *turn, struct event event);

/* Says whether an answer was right. `otherwise` is for one that was not; NULL:
 * nothing but that. */
void activity_show_verdict(struct view *view, bool right, const char *otherwise);

/* A question is asked part by part: adds part number `index`, from 0, of `count` and its
 * text, as what is new on the page. */
void activity_show_part(struct view *view, unsigned index, size_t count, const char *text);

/* The answers of a question in GIFT, zeroed; they belong to parent. */
struct gift_answer *activity_gift_answers(const void *parent, struct gift_question *question,
                                          size_t count);

/* A line of Markdown without its marks; belongs to parent. */
const char *activity_plain(const void *parent, const struct text *line);

/* A page and smaller questions as a list of it; belongs to parent. */
const char *activity_page_with(const void *parent, const struct step *step,
                               const struct text_list *prompts);

/* Adds smaller questions as a list. */
void activity_show_prompts(struct view *view, const struct text_list *prompts);

#endif
