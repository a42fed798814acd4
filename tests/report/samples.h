/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Summaries to write, made up. */
#ifndef CONECTA_TESTS_REPORT_SAMPLES_H
#define CONECTA_TESTS_REPORT_SAMPLES_H

#include "report/summary.h"

/*
 * empty      nobody has finished a lesson yet
 * one        one lesson with a question for each verdict
 * gone       lessons, questions and options that the course has no more, and an earlier version
 * hostile    markup, quotes, newlines, formulas, control and direction characters everywhere
 * huge       1,000 lessons of 12 questions
 * trainer-N  what the learners of a trainer answered in three lessons that all trainers have
 */
extern const char *const sample_names[]; /* without the huge one; ends with NULL */

/* The sample of this name, which belongs to parent; NULL: there is none. */
struct summary *sample_make(const void *parent, const char *name);

#endif
