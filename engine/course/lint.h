/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Rules on a lesson that can be read: what is of no use in it, and what teaches
 * badly. A rule is one function; the table of all is in commands/lint_rules.c.
 */
#ifndef CONECTA_COURSE_LINT_H
#define CONECTA_COURSE_LINT_H

#include "base/today.h"
#include "course/lesson.h"

struct lint {
    const struct reading *reading; /* of the lesson: where problems go */
    const struct lesson *lesson;
    struct today today;
};

/* Adds a problem for each place that breaks the rule. */
typedef void lint_rule(const struct lint *lint);

/* Two entries of a list, such as two options, that read the same. */
lint_rule lint_same_texts;

/* Sentences of more than 25 words. A word holds a letter or a digit and ends at
 * a blank. A sentence ends with . ! ? … at the end of a word, and where the
 * paragraph ends. */
lint_rule lint_sentences;

/* `review-by` is over. */
lint_rule lint_review_by;

#endif
