/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the events and the page of a word_entry share; for no other file. */
#ifndef CONECTA_PLAY_WORD_ENTRY_INSIDE_H
#define CONECTA_PLAY_WORD_ENTRY_INSIDE_H

#include <stdbool.h>
#include <stddef.h>

#include "play/word_entry.h"

/* What can be chosen now. */
struct word_choices {
    struct words_range ranges[WALK_CHOICES];
    size_t count;
    const struct words *lists[WALK_CHOICES]; /* after the ranges: other lists, or those that
                                              * have what was typed as a whole word */
    size_t list_count;
};

/* Nothing is typed, chosen or taken yet. */
bool word_entry_is_new(const struct word_entry *entry);

/* The words of a list that begin with what is typed: all when nothing is. */
struct words_range word_entry_fitting(const struct words *list, const struct word_entry *entry);

/* The words that can still be meant, none when no word begins so. */
struct words_range word_entry_range(const struct word_entry *entry);

/* The index of what is typed in a list that has it as a whole word, or -1. */
int word_entry_whole_word(const struct words *list, const struct word_entry *entry);

/* As secret as the words; the caller wipes it. */
struct word_choices word_entry_choices(const struct word_entry *entry);

#endif
