/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files and courses, checked by reading them and by the rules of lint. */
#ifndef CONECTA_COMMANDS_LINT_FILES_H
#define CONECTA_COMMANDS_LINT_FILES_H

#include "base/diagnostic.h"
#include "base/today.h"

/* Gets the problems of one file, in no case an empty list; they are gone afterwards. */
typedef void lint_report(void *data, const struct diagnostics *problems);

/* Checks what a path names: a lesson; or a folder or its course.yaml, that is the
 * course with every lesson that it names. Only one lesson at a time is in memory. */
void lint_path(const char *path, struct today today, lint_report *report, void *data);

#endif
