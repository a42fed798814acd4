/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Finding a word without typing letters: a range of a list parts into at most
 * nine smaller ones, those part again, until there is one word. Four choices
 * reach every word of a list of up to 6,561. The same list always parts alike.
 * A range may also come from words_complete: a few letters, then choices.
 */
#ifndef CONECTA_WORDS_WALK_H
#define CONECTA_WORDS_WALK_H

#include <stddef.h>

#include "words/words.h"

/* A digit for each. */
#define WALK_CHOICES 9
/* Two beginnings, a dash between them, NUL. */
#define WALK_LABEL_BYTES (2 * WORDS_BYTES + 2)

/* Parts a range; returns how many choices there are, in the order of the list.
 * None for a range of one word: that is the word. */
size_t walk_part(const struct words *list, struct words_range range,
                 struct words_range ret_choices[WALK_CHOICES]);

/* What to call a range: a word, or as much of its first and its last word as sets
 * them off from their neighbours: "а–бо". */
void walk_label(const struct words *list, struct words_range range,
                char ret_label[WALK_LABEL_BYTES]);

#endif
