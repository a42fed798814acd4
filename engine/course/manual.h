/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The part of the manual page conecta-lesson(5) that lists fields, in the mdoc
 * language. The prose around it is docs/conecta-lesson.5.in.
 *
 * Manual pages here are in English, whatever language the interface has: a
 * release holds the same page wherever it was built.
 */
#ifndef CONECTA_COURSE_MANUAL_H
#define CONECTA_COURSE_MANUAL_H

#include "course/format.h"

/* Sections for the fields of each kind of file, the limits, and what goes to the
 * translators. The string belongs to parent. */
char *manual_write(const void *parent, const struct format *formats, size_t count);

#endif
