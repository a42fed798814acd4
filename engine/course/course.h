/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The course file: which modules there are, and which lessons in them. */
#ifndef CONECTA_COURSE_COURSE_H
#define CONECTA_COURSE_COURSE_H

#include "base/diagnostic.h"
#include "course/record.h"

struct course_module {
    struct position at;
    struct text id;
    struct text title;
    struct text_list lessons; /* file names, from the course's folder on */
};

struct course {
    struct position at;
    struct count format;
    struct text id;
    struct text title;
    struct text language; /* ISO 639-1, of the lessons' files */
    struct text licence;
    struct record_list modules; /* struct course_module */
};

/* The name of the course file in the course's folder. */
#define COURSE_FILE "course.yaml"

/* Reads folder/course.yaml; the course belongs to parent. NULL, with problems
 * added, when it is missing or anything in it is wrong. Lessons are not looked at. */
struct course *course_read(const void *parent, const char *folder, struct diagnostics *problems);

/* Module number index, below course->modules.count. */
const struct course_module *course_module(const struct course *course, size_t index);

extern const struct record course_record;

#endif
