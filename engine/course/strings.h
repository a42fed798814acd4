/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Everything a translator translates in a file of a course, found by the tables
 * of fields: what has FIELD_TRANSLATED there is here, and nothing else.
 *
 * A string's context names its place in words that stay the same when something
 * is added before it:
 *
 *     LESSON/title                      a field of the lesson itself
 *     LESSON/STEP/read/2                the second paragraph of a page
 *     LESSON/STEP/options/OPTION/why    a field of an entry of a list
 *     LESSON/STEP/hints/1               an entry of a list of lines
 *     course.yaml/modules/MODULE/title
 *
 * STEP is the step's id. A step without one is VERB#N: the Nth of its verb among
 * those without an id. An entry of a list is named by its id (in general, by the
 * field that must be unique in the list), or #N where it has none.
 */
#ifndef CONECTA_COURSE_STRINGS_H
#define CONECTA_COURSE_STRINGS_H

#include <stddef.h>

#include "course/lesson.h"
#include "course/node.h"
#include "course/paragraph.h"
#include "course/record.h"

struct string {
    const char *context;
    const char *text;
    const char *file;
    size_t line;               /* of the paragraph in the file */
    const struct field *field;
    const char *note;          /* of the step's author; NULL: none */
    struct node *node;         /* which holds the text */
    struct paragraph place;    /* in the node's text */
};

/* Those of one node follow each other, in the order of its text. */
struct strings {
    struct string *items;
    size_t count;
    struct node *root; /* of the file */
};

/* The strings of a lesson that lesson_parse took. Everything belongs to parent.
 * NULL, with problems added, when it is not even YAML. */
struct strings *strings_of_lesson(const void *parent, const char *file, struct bytes bytes,
                                  const struct verb_table *verbs, struct diagnostics *problems);

/* The same of a file that one record describes, such as course.yaml; contexts
 * begin with `name`. */
struct strings *strings_of_record(const void *parent, const char *file, struct bytes bytes,
                                  const char *name, const struct record *record,
                                  struct diagnostics *problems);

#endif
