/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What is translated in one PO file: a module's lessons with the files that these
 * name, or the titles of the course and of its modules with its glossary (the unit
 * "course").
 */
#ifndef CONECTA_COURSE_UNIT_H
#define CONECTA_COURSE_UNIT_H

#include <stdbool.h>

#include "course/course.h"
#include "course/named_files.h"
#include "course/strings.h"

/* The unit of what belongs to the whole course; no module may be called so. */
#define UNIT_COURSE "course"

/* A course opened for its translators. */
struct units {
    const char *folder;
    const struct course *course;
    const struct verb_table *verbs;
    size_t count; /* 1 + modules; the first is the course itself */
    /* The files of each unit, from the course's folder on; a lesson's record is NULL.
     * What several modules name belongs to the first of them. */
    struct named_files *files;
};

/* Opens a course and reads its lessons once for the files that they name; one that
 * cannot be read names nothing. Everything belongs to parent, which keeps verbs.
 * NULL, with problems added, when its course file is wrong or a module is called "course". */
struct units *units_open(const void *parent, const char *folder, const struct verb_table *verbs,
                         struct diagnostics *problems);

/* The name of a unit: its PO file is NAME.po. */
const char *unit_name(const struct units *units, size_t unit);

/* The strings of such a file as it lies in `folder`, which may be that of the course
 * or of the same course in another language. ret_bytes may be NULL. All belongs to
 * parent. NULL, with problems added, when anything in it is wrong. */
struct strings *unit_strings(const struct units *units, const void *parent, const char *folder,
                             const struct named_file *file, struct bytes *ret_bytes,
                             struct diagnostics *problems);

/* FOLDER/NAME.EXTENSION; belongs to parent. */
char *unit_path(const void *parent, const char *folder, const char *name, const char *extension);

#endif
