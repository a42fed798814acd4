/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether two short texts say the same, however they are spelt. */
#ifndef CONECTA_ACTIVITIES_WORDING_H
#define CONECTA_ACTIVITIES_WORDING_H

#include <stdbool.h>

/* Words of so many letters may have one slip: a letter too much, too few, wrong,
 * or two swapped. Shorter ones would become other words too easily. */
#define WORDING_FORGIVING_LETTERS 5

/* Compares word by word: in Unicode's compatible composed form (NFKC) without
 * case, punctuation and the number of spaces; 'ё' is 'е'. A text that is not
 * UTF-8 matches nothing. */
bool wording_matches(const char *typed, const char *accepted);

/* A text as it is compared: folded as above, its words with one space between
 * them. NULL when it is not UTF-8. Belongs to parent. */
char *wording_fold(const void *parent, const char *text);

#endif
