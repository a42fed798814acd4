/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The course that a lesson's file belongs to. */
#ifndef CONECTA_COMMANDS_EXPORT_COURSE_H
#define CONECTA_COMMANDS_EXPORT_COURSE_H

#include "base/diagnostic.h"
#include "course/glossary.h"

struct export_course {
    const char *language;            /* of its lessons */
    const struct glossary *glossary; /* NULL: it explains no words */
};

/* Looks for course.yaml in the folder of the file and in those around it. Where there
 * is none, the lesson is in English. Everything belongs to parent. False, with problems
 * added, when the course or its glossary has mistakes. */
bool export_find_course(const void *parent, const char *file, struct export_course *ret_course,
                        struct diagnostics *problems);

#endif
