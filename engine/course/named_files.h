/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The files that a lesson names, such as a directory of services. */
#ifndef CONECTA_COURSE_NAMED_FILES_H
#define CONECTA_COURSE_NAMED_FILES_H

#include "course/lesson.h"

struct named_file {
    const char *name;            /* from the course's folder on */
    const struct record *record; /* what it holds */
};

struct named_files {
    struct named_file *items;
    size_t count;
};

/* Adds a file unless it is there already. What is added belongs to parent, but for
 * the record. */
void named_files_add(const void *parent, struct named_files *files, const char *name,
                     const struct record *record);

bool named_files_have(const struct named_files *files, const char *name);

/* Adds those of a lesson that was read; `name` is the lesson's own, from the course's
 * folder on. */
void named_files_add_lesson(const void *parent, struct named_files *files,
                            const struct lesson *lesson, const char *name);

#endif
