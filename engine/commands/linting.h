/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the parts of lint share while they run. */
#ifndef CONECTA_COMMANDS_LINTING_H
#define CONECTA_COMMANDS_LINTING_H

#include "commands/lint_files.h"
#include "course/course.h"
#include "course/lint.h"

struct linting {
    const struct lint_wishes *wishes;
    lint_report *report;
    void *data;
};

/* Reports the problems of one file, if there are any, and frees the list. */
void linting_hand_over(const struct linting *linting, struct diagnostics *problems);

/* The same, after each of them got its line of the file. */
void linting_hand_over_of(const struct linting *linting, const char *file,
                          struct diagnostics *problems);

/* Something of a course that nothing else in it may be called. */
struct lint_name {
    const char *text; /* NULL: it could not be read */
    const char *file; /* where it stands */
    struct position at;
};

/* What a course gives to its lessons. */
struct lint_around {
    struct lint_words *words;             /* as in struct lint */
    const struct lint_editions *editions; /* as in struct lint */
    bool incomplete;                      /* a lesson could not be read */
    const char **others; /* files beside lessons, such as directories, that were reported */
    size_t other_count;
};

/* Checks a lesson. `name` is that from the course's folder on. The result is its id, which
 * belongs to parent, as what is added to `around` does. Parent and name are NULL where
 * there is no course. */
struct lint_name lint_lesson(const struct linting *linting, struct lint_around *around,
                             const void *parent, const char *file, const char *name);

/* Checks a course with all that belongs to it. */
void lint_course(const struct linting *linting, const char *folder);

/* Warns of lessons that lie in the folders of a course and that course.yaml does not
 * name; `files` are those that it names. */
void lint_unnamed(const struct linting *linting, const char *folder, const struct course *course,
                  const struct lint_name *files, size_t count);

/* The glossary of the course in a folder, there or not: a course in another language, whose
 * folder is COURSE-LL, has that of COURSE, as when it is played. Belongs to parent. */
char *lint_glossary_path(const void *parent, const char *folder);

/* Checks the glossary of a course, as far as it can be told without the
 * lessons. NULL: there is none, or it has mistakes; *ret_missing says which. */
const struct glossary *lint_glossary(const struct linting *linting, const void *parent,
                                     const char *path, bool *ret_missing);

/* The words of a glossary, none of them used yet; belongs to parent. The glossary may be
 * NULL. */
struct lint_words *lint_words_new(const void *parent, const struct glossary *glossary);

#endif
