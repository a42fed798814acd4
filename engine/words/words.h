/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The words that open a learner's record: one list for each language, in the
 * order of its alphabet. Two words of a list never share their first four
 * letters, and one slip never makes one of the other. README.md has all
 * the rules; the tests prove them.
 *
 * What was typed is compared without regard to case, to й and ї being one
 * character or two, to ё or е, to stress marks and to apostrophes. It need not
 * end with NUL, is copied no further than a few letters on the stack, and those
 * are wiped.
 */
#ifndef CONECTA_WORDS_WORDS_H
#define CONECTA_WORDS_WORDS_H

#include <stddef.h>

#define WORDS_LETTERS_MIN 3
#define WORDS_LETTERS_MAX 8
/* So many letters leave one word of a list at most. */
#define WORDS_TOLD_APART 4
/* A word and its NUL; no letter takes more than two bytes. */
#define WORDS_BYTES (2 * WORDS_LETTERS_MAX + 1)

struct words {
    const char *language; /* its code: "ru" */
    size_t count;
    const char (*word)[WORDS_BYTES]; /* UTF-8, NFC, lower case */
};

/* Neighbours in a list: all that begin alike, or a branch of the walk. */
struct words_range {
    size_t first;
    size_t count;
};

/* The list of a language, "ru"; NULL when there is none. Lists are never freed. */
const struct words *words_of(const char *language);

/* All lists, ending with NULL. */
const struct words *const *words_lists(void);

/* The index of the word that was typed in full; -1 when the list has none. */
int words_find(const struct words *list, const char *typed, size_t length);

/* The words that begin with what was typed: all when nothing was, none (count 0)
 * when no word goes on like this. Four letters leave one at most. */
struct words_range words_complete(const struct words *list, const char *typed, size_t length);

/* The index of the word that is meant: typed in full, or four letters of it at
 * least and nothing wrong; -1 when there is none. */
int words_meant(const struct words *list, const char *typed, size_t length);

/* The index of the only word that is one slip away: a letter too many, missing or
 * wrong, or two in the wrong order. -1 when there is none, or more than one. */
int words_nearest(const struct words *list, const char *typed, size_t length);

#endif
