/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The questions of a lesson as GIFT, for Moodle. */
#ifndef CONECTA_EXPORT_GIFT_FILE_H
#define CONECTA_EXPORT_GIFT_FILE_H

#include "base/diagnostic.h"
#include "course/lesson.h"

/* The text; it belongs to parent. What GIFT has no place for gets a warning with its
 * place in `file`. */
char *gift_file_write(const void *parent, const struct lesson *lesson, const char *file,
                      struct diagnostics *problems);

#endif
