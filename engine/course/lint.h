/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Rules on a lesson that can be read: what is of no use in it, and what teaches
 * badly. A rule is one function; the table of all is in commands/lint_rules.c.
 */
#ifndef CONECTA_COURSE_LINT_H
#define CONECTA_COURSE_LINT_H

#include "base/file.h"
#include "base/today.h"
#include "course/glossary.h"
#include "course/lesson.h"

/* What the words that a course marks are looked up in. */
struct lint_words {
    const struct glossary *glossary; /* NULL: the course has none */
    bool *used;                      /* of each term: a text marks it; set by the rule */
};

/* The course in other languages; known to commands/lint_editions.h. */
struct lint_editions;

struct lint {
    const struct reading *reading; /* of the lesson: where problems go */
    const struct lesson *lesson;
    struct bytes bytes; /* of its file */
    struct today today;
    struct lint_words *words;             /* NULL: of no known course, or with mistakes */
    const struct lint_editions *editions; /* NULL: not looked at */
    const char *name;                     /* from the course's folder on; NULL with editions */
};

/* Adds a problem for each place that breaks the rule. */
typedef void lint_rule(const struct lint *lint);

/* Two entries of a list, such as two options, that read the same. */
lint_rule lint_same_texts;

/* Sentences of more than 25 words. A word holds a letter or a digit and ends at
 * a blank. A sentence ends with . ! ? … at the end of a word, and where the
 * paragraph ends. */
lint_rule lint_sentences;

/* Words marked as [[term]] that the glossary does not explain. */
lint_rule lint_terms;

/* The same in the directories of services that a lesson searches. */
lint_rule lint_directory_terms;

/* The same in a file that one record describes, such as a directory of services. */
void lint_terms_of_record(const struct reading *reading, struct bytes bytes,
                          const struct record *record, const void *fields,
                          struct lint_words *words);

/* Terms of a glossary that differ in capital letters only: nobody sees the second. */
void lint_same_terms(const struct reading *reading, const struct glossary *glossary);

/* Terms that no lesson marks. */
void lint_unused_terms(const struct reading *reading, const struct lint_words *words);

/* `review-by` is over. */
lint_rule lint_review_by;

#endif
