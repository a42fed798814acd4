/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A course opened for reading: heads of lessons are read when they come into
 * view and kept, lessons when they are played. A course of a thousand lessons
 * opens as fast as one of twenty.
 */
#ifndef CONECTA_COURSE_LIBRARY_H
#define CONECTA_COURSE_LIBRARY_H

#include "base/diagnostic.h"
#include "course/course.h"
#include "course/glossary.h"
#include "course/lesson.h"

/* What a list shows of a lesson. */
struct head {
    const char *id;
    const char *title;
    long minutes;
};

struct library {
    const char *folder;
    const struct course *course;
    const struct verb_table *verbs;
    struct slot **slots; /* a list for each module, filled as needed */
    const struct glossary *glossary;
    bool glossary_looked_for;
};

/* Opens the course in a folder; the library belongs to parent and keeps verbs.
 * NULL, with problems added, when its course file is missing or wrong. */
struct library *library_open(const void *parent, const char *folder,
                             const struct verb_table *verbs, struct diagnostics *problems);

/* The head of a lesson, or NULL when its file cannot be read. It is looked for
 * once and belongs to the library. */
const struct head *library_head(struct library *library, size_t module, size_t lesson);

/* What a marked word means, or NULL when the course does not explain it. The
 * glossary is read when it is needed first; one with mistakes explains nothing. */
const struct term *library_term(struct library *library, const char *term);

/* The whole lesson; it belongs to parent. NULL, with problems added, when it
 * cannot be read or anything in it is wrong. */
struct lesson *library_lesson(const struct library *library, const void *parent, size_t module,
                              size_t lesson, struct diagnostics *problems);

/* Where the lesson with this id stands. False when there is none, with nothing
 * changed. Reads as many heads as it must. */
bool library_find(struct library *library, const char *id, size_t *ret_module,
                  size_t *ret_lesson);

#endif
