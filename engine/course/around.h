/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The course around a file: who writes a lesson names the file, not the course. */
#ifndef CONECTA_COURSE_AROUND_H
#define CONECTA_COURSE_AROUND_H

#include "course/library.h"

/* The folder of the course around a file, absolute, and in *ret_name the file's
 * name from there on; both belong to parent. The file need not be there. NULL, with
 * *ret_name untouched, when no course.yaml lies in its folder or above. */
char *course_around(const void *parent, const char *file, const char **ret_name);

/* Opens one lesson as a course that has nothing else: module 0, lesson 0. Titles and
 * language are those of the course around it, if that can be read: of the module that
 * names the lesson, else of the course. Without one there is no language, and the
 * title is the file's name. The lesson itself is not looked at and need not be there.
 * With a PO file the lesson comes in its language: see course/draft.h; NULL: it comes as
 * it was written. Belongs to parent and keeps verbs. */
struct library *library_open_lesson(const void *parent, const char *file, const char *po,
                                    const struct verb_table *verbs);

#endif
