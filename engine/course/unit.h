/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What is translated in one PO file: a module's lessons, or the titles of the
 * course itself and of its modules (the unit "course").
 */
#ifndef CONECTA_COURSE_UNIT_H
#define CONECTA_COURSE_UNIT_H

#include <stdbool.h>

#include "course/course.h"
#include "course/strings.h"

/* The unit of the course's own titles; no module may be called so. */
#define UNIT_COURSE "course"

/* A course opened for its translators. */
struct units {
    const char *folder;
    const struct course *course;
    const struct verb_table *verbs;
    size_t count; /* 1 + modules; the first is the course itself */
};

/* Opens a course; everything belongs to parent, which keeps verbs. NULL, with
 * problems added, when its course file is wrong or a module is called "course". */
struct units *units_open(const void *parent, const char *folder, const struct verb_table *verbs,
                         struct diagnostics *problems);

/* The name of a unit: its PO file is NAME.po. */
const char *unit_name(const struct units *units, size_t unit);

/* How many files a unit has, and the name of one from the course's folder on. */
size_t unit_files(const struct units *units, size_t unit);
const char *unit_file(const struct units *units, size_t unit, size_t index);

/* The strings of a file of the unit as it lies in `folder`, which may be that of
 * the course or of the same course in another language. ret_bytes may be NULL. All
 * belongs to parent. NULL, with problems added, when anything in it is wrong. */
struct strings *unit_strings(const struct units *units, const void *parent, const char *folder,
                             size_t unit, size_t index, struct bytes *ret_bytes,
                             struct diagnostics *problems);

/* FOLDER/NAME.EXTENSION; belongs to parent. */
char *unit_path(const void *parent, const char *folder, const char *name, const char *extension);

#endif
