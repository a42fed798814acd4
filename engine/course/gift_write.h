/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Questions as GIFT again. */
#ifndef CONECTA_COURSE_GIFT_WRITE_H
#define CONECTA_COURSE_GIFT_WRITE_H

#include "course/gift.h"

/* Whether GIFT can say this question: an answer to type that has "->" in it would be
 * read as a pair. */
bool gift_holds(const struct gift_question *question);

/* One question that gift_holds, with an empty line behind it, whose texts are Markdown
 * but for answers to type and the right sides of pairs. gift_parse makes the same
 * question of it, with two exceptions: feedback on the pairs of a GIFT_MATCH becomes
 * feedback on the whole, and instead of weights each right answer counts the same. The
 * text belongs to parent. */
char *gift_write(const void *parent, const struct gift_question *question);

#endif
