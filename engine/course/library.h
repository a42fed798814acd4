/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A course opened for reading: heads of lessons are read when they come into
 * view and kept, lessons when they are played. A course of a thousand lessons
 * opens as fast as one of twenty.
 *
 * The course may lie in other languages beside its own, in folders of their own. A
 * lesson is there when it is complete in that language, so what is found is used.
 */
#ifndef CONECTA_COURSE_LIBRARY_H
#define CONECTA_COURSE_LIBRARY_H

#include "base/diagnostic.h"
#include "course/course.h"
#include "course/draft.h"
#include "course/glossary.h"
#include "course/lesson.h"

/* What a list shows of a lesson. */
struct head {
    const char *id;
    const char *title;
    long minutes;
};

/* The glossary, which a course need not have. */
struct explanations {
    const struct glossary *glossary; /* NULL: not read yet, none, or not readable */
    bool looked_for;
};

struct library {
    const char *folder;
    const struct course *course;
    const struct verb_table *verbs;
    struct slot **slots; /* a list for each module, filled as needed */
    struct explanations explanations; /* in the language it was written in */
    struct edition *editions; /* the course in other languages */
    size_t edition_count;
    const struct edition *spoken; /* NULL: the course as it was written */
    struct draft *draft;          /* of the only lesson, in a preview; NULL: none */
};

/* Opens the course in a folder; the library belongs to parent and keeps verbs.
 * NULL, with problems added, when its course file is missing or wrong. */
struct library *library_open(const void *parent, const char *folder,
                             const struct verb_table *verbs, struct diagnostics *problems);

/* Tells the library where the course lies in another language. Nothing is read, and
 * nothing has to be there. */
void library_add_edition(struct library *library, const char *language, const char *folder);

/* From now on titles, heads and lessons come in this language where they exist in it,
 * else as they were written. Heads that were handed out are no longer valid. */
void library_speak(struct library *library, const char *language);

/* The title of the course, and of a module. */
const char *library_title(const struct library *library);
const char *library_module_title(const struct library *library, size_t module);

/* The file of a lesson as it was written; belongs to parent. */
char *library_path(const struct library *library, const void *parent, size_t module,
                   size_t lesson);

/* The head of a lesson, or NULL when its file cannot be read. It is looked for
 * once and belongs to the library. */
const struct head *library_head(struct library *library, size_t module, size_t lesson);

/* What a marked word means, or NULL when the course does not explain it in this
 * language. The glossary is read when it is needed first; one with mistakes explains
 * nothing. */
const struct term *library_term(struct library *library, const char *language,
                                const char *term);

/* The whole lesson, which says its language; it belongs to parent. NULL, with problems
 * added, when it cannot be read or anything in it is wrong. A mistake in another
 * language is no problem: the lesson then comes as it was written. */
struct lesson *library_lesson(const struct library *library, const void *parent, size_t module,
                              size_t lesson, struct diagnostics *problems);

/* Where the lesson with this id stands. False when there is none, with nothing
 * changed. Reads as many heads as it must. */
bool library_find(struct library *library, const char *id, size_t *ret_module,
                  size_t *ret_lesson);

#endif
