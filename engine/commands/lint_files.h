/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files and courses, checked by reading them and by the rules of lint. */
#ifndef CONECTA_COMMANDS_LINT_FILES_H
#define CONECTA_COMMANDS_LINT_FILES_H

#include "base/diagnostic.h"
#include "base/today.h"

/* Gets the problems of one file, in no case an empty list; they are gone afterwards. */
typedef void lint_report(void *data, const struct diagnostics *problems);

struct lint_wishes {
    struct today today;
    const char *po; /* folder with LL/MODULE.po, for the pages of a course in other
                     * languages; NULL: as the course is beside itself in them */
};

/* Checks what a path names: a lesson, a glossary or a directory of services; or a
 * folder or its course.yaml, that is the course with every lesson that it names and its
 * glossary. Only one lesson at a time is in memory. */
void lint_path(const char *path, const struct lint_wishes *wishes, lint_report *report,
               void *data);

#endif
