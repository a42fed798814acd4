/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Five words of one list, which open a record.
 *
 * A key is derived from the phrase: the words as they are spelled in their list
 * (UTF-8, NFC, lower case), with one space between them. Never from their
 * indexes: some words are spelled alike in Russian and in Ukrainian, so the same
 * five may stand in two lists, and then it does not matter which was meant. It
 * also means that a word may be added to a list; one that was ever handed out
 * must stay.
 *
 * The words of one phrase are all different, because a word twice looks like a
 * mistake. With n words to choose from that is n(n-1)(n-2)(n-3)(n-4) phrases:
 * 2^51.7 for 1,296 words, 2^50.0 for 1,024.
 *
 * Indexes are as secret as the words. Whoever calls keeps both in memory that is
 * wiped; nothing here allocates.
 */
#ifndef CONECTA_WORDS_PHRASE_H
#define CONECTA_WORDS_PHRASE_H

#include <stddef.h>
#include <stdint.h>

#include "words/words.h"

#define PHRASE_WORDS 5
/* Five words, four spaces, NUL. */
#define PHRASE_BYTES (PHRASE_WORDS * WORDS_BYTES)

/* Chooses five different words, all phrases equally likely when uniform(limit)
 * returns 0 … limit-1 equally likely: randombytes_uniform of libsodium does. */
void phrase_choose(const struct words *list, uint32_t (*uniform)(uint32_t limit),
                   size_t ret_chosen[PHRASE_WORDS]);

/* The phrase of five words of a list. All bytes after it are set to 0. */
void phrase_write(const struct words *list, const size_t chosen[PHRASE_WORDS],
                  char ret_phrase[PHRASE_BYTES]);

enum phrase_result {
    PHRASE_UNDERSTOOD,
    PHRASE_WRONG_WORD,
    PHRASE_TOO_SHORT, /* fewer than five words, all of them in the list */
    PHRASE_TOO_LONG,  /* more than five, the first five of them in the list */
};

struct phrase_typed {
    const struct words *list;    /* the list that was taken */
    size_t count;                /* how many words were typed */
    size_t chosen[PHRASE_WORDS]; /* what was understood, as far as the first wrong word */
    size_t wrong;                /* PHRASE_WRONG_WORD: which one, from 0 */
    int nearest;                 /* and the index of the word that may be meant, or -1 */
    const char *wrong_at;        /* and where it stands in the line */
    size_t wrong_length;
};

/* Reads five words from a line; anything but letters separates them, and four
 * letters of a word will do. They are taken from the list that has most of them:
 * a phrase is understood whatever language is spoken now. `language` decides
 * where several lists have as many; it must have a list. */
enum phrase_result phrase_read(const char *line, const char *language,
                               struct phrase_typed *ret_typed);

#endif
