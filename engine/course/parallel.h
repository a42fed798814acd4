/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A course written in a second language from the start, as translations. */
#ifndef CONECTA_COURSE_PARALLEL_H
#define CONECTA_COURSE_PARALLEL_H

#include "course/po.h"
#include "course/strings.h"

/* Puts into po what `other` says for each of the strings: the same file with the
 * same structure in another language. Problems are added, with both places, for
 * each text that has no counterpart or another number of paragraphs. */
void parallel_match(const struct strings *strings, const struct strings *other, struct po *po,
                    struct diagnostics *problems);

#endif
