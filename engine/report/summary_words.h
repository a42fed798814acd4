/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What a summary says in words, the same in every format for people, in the language of the
 * interface; and what of it may be shown at all. What belongs to parent is one clean line: ids
 * and texts may come from a batch that somebody forged.
 */
#ifndef CONECTA_REPORT_SUMMARY_WORDS_H
#define CONECTA_REPORT_SUMMARY_WORDS_H

#include "report/summary.h"

/* A text from a lesson or a batch on one line, without what must not reach a terminal. NULL
 * stays NULL. */
char *summary_line(const void *parent, const char *text);

char *summary_lesson_title(const void *parent, const struct lesson_figures *lesson);
char *summary_item_title(const void *parent, const struct item_figures *item);
char *summary_option_title(const void *parent, const struct option_figures *option);

/* The name of a language in that language, or its code. */
char *summary_language(const void *parent, const char *code);

/* The verdict as a sentence. */
const char *summary_verdict(const struct item_figures *item);

/* The verdicts that ask the trainer to do something, the worst first; ends with VERDICT_FINE. */
extern const enum verdict summary_asking[];

/* Whether the verdict on a question is one of them. */
bool summary_asks(const struct item_figures *item);

struct summary_place {
    size_t lesson, item; /* indexes */
};

/* Moves place to the first question at it or behind it that has this verdict, in a lesson as it
 * is now: an earlier version was changed already. False: there is none. */
bool summary_find(const struct summary *summary, enum verdict verdict,
                  struct summary_place *place);

/* "40 completions" */
char *summary_completions(const void *parent, size_t count);

/* "92% right of 40 answers (likely 80% to 97%)" */
char *summary_facility(const void *parent, const struct facility *facility);

/* "2 skipped it" */
char *summary_skipped(const void *parent, size_t skipped);

/* How well a question tells the strong from the weak. */
char *summary_discrimination(const void *parent, const struct item_figures *item);

/* Whether enough answered again after the lesson. */
bool summary_after(const struct item_figures *item);

/* Whether the averages before and after a lesson may be shown, with or without a gain. */
bool summary_compares(const struct lesson_figures *lesson);

/* Sentences about what a lesson changed, where summary_compares(). */
char *summary_gain(const void *parent, const struct lesson_figures *lesson);

/* Whether the page is about anything yet. */
bool summary_is_empty(const struct summary *summary);

/* What no format shows yet. */
const char *summary_not_ready(void);

/* What figures like these cannot say: sentences by number, NULL after the last. */
const char *summary_limit(size_t index);

#endif
