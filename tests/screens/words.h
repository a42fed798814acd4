/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Splits the rest of a command into words as a shell does, as far as a test needs it:
 *
 *   'text'   is taken as it stands
 *   "text"   the same, but $NAME counts, and \ before " \ or $ makes that character plain
 *   $NAME    and ${NAME} stand for the value of a variable, which is not split again
 *   \c       outside quotes is a plain c
 */
#ifndef SCREENS_WORDS_H
#define SCREENS_WORDS_H

#include <stdbool.h>

#include "string-list.h"
#include "text.h"

/*
 * Adds the words of LINE to RET_WORDS. A name is looked up in VARIABLES, then in the environment
 * of this program. Returns false and appends the reason to RET_PROBLEM for a quote without an end
 * and for a variable without a value; RET_WORDS then has the words before it.
 */
bool words_split(const char *line, const struct strings *variables, struct strings *ret_words,
                 struct text *ret_problem);

#endif
