/* SPDX-License-Identifier: GPL-3.0-or-later */
/* GIFT questions as a lesson. */
#ifndef CONECTA_COURSE_GIFT_LESSON_H
#define CONECTA_COURSE_GIFT_LESSON_H

#include "course/gift.h"

/* Writes a lesson with these questions as YAML; it belongs to parent. What has no
 * verb here is left out, and what an author must still write is missing in the
 * lesson: each gets a warning with its place in `file`. */
char *gift_write_lesson(const void *parent, const struct gift *gift, const char *id,
                        const char *file, struct diagnostics *problems);

#endif
