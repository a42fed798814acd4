/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A course as figures need to know it (report/outline.h). */
#ifndef CONECTA_COMMANDS_OUTLINE_COURSE_H
#define CONECTA_COMMANDS_OUTLINE_COURSE_H

#include "base/diagnostic.h"
#include "report/outline.h"

/* Reads all lessons of the course in a folder, in the language of the interface where they exist in
 * it. Belongs to parent. A lesson that cannot be read is left out, with problems added. NULL, with a
 * problem added, when there is no course. */
struct outline *outline_course(const void *parent, const char *folder,
                               struct diagnostics *problems);

#endif
