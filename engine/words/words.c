/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "words/words.h"

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include <sodium.h>
#include <unicase.h>
#include <unictype.h>
#include <uninorm.h>
#include <unistr.h>

#include "words/lists.h"

/* One letter more than a word can have and be typed with one slip. */
#define LETTERS (WORDS_LETTERS_MAX + 2)

struct letters {
    ucs4_t letter[LETTERS];
    size_t count; /* at most LETTERS: then it is no word, whatever follows */
};

static const struct words *const lists[] = {&words_en, &words_ru, &words_uk, NULL};

const struct words *const *words_lists(void)
{
    return lists;
}

const struct words *words_of(const char *language)
{
    for (size_t i = 0; lists[i]; i++)
        if (strcmp(lists[i]->language, language) == 0)
            return lists[i];
    return NULL;
}

/* The signs that keyboards and spelling correction put where an apostrophe is meant. */
static bool is_apostrophe(ucs4_t character)
{
    return character == '\'' || character == '`' || character == 0x00B4 || character == 0x02BC ||
           character == 0x2018 || character == 0x2019 || character == 0x2032;
}

/* й and ї are letters, so their marks matter; any other mark is only a stress. */
static bool is_mark_of_letter(ucs4_t mark)
{
    return mark == 0x0306 || mark == 0x0308;
}

static void add_mark(struct letters *letters, ucs4_t mark)
{
    if (letters->count == 0 || !is_mark_of_letter(mark))
        return;
    ucs4_t *last = &letters->letter[letters->count - 1];
    ucs4_t composed = uc_composition(*last, mark);
    if (composed)
        *last = composed;
}

static void add_character(struct letters *letters, ucs4_t character)
{
    if (uc_is_general_category_withtable(character, UC_CATEGORY_MASK_M))
        add_mark(letters, character);
    else if (!is_apostrophe(character))
        letters->letter[letters->count++] = uc_tolower(character);
}

static void letters_read(struct letters *letters, const char *typed, size_t length)
{
    const ucs4_t yo = 0x0451, ye = 0x0435;

    letters->count = 0;
    for (size_t offset = 0; offset < length && letters->count < LETTERS;) {
        ucs4_t character;
        offset += (size_t)u8_mbtouc(&character, (const uint8_t *)typed + offset, length - offset);
        add_character(letters, character);
    }
    for (size_t i = 0; i < letters->count; i++)
        if (letters->letter[i] == yo)
            letters->letter[i] = ye;
}

static void letters_wipe(struct letters *letters)
{
    sodium_memzero(letters, sizeof *letters);
}

/* Words of a list are letters as they stand, and no secret by themselves. */
static struct letters letters_of(const struct words *list, size_t index)
{
    struct letters letters = {.count = 0};
    const uint8_t *at = (const uint8_t *)list->word[index];
    ucs4_t letter;

    for (int used; (used = u8_strmbtouc(&letter, at)) > 0; at += used)
        letters.letter[letters.count++] = letter;
    return letters;
}

static bool same(const ucs4_t *one, const ucs4_t *other, size_t count)
{
    return memcmp(one, other, count * sizeof *one) == 0;
}

static bool begins_with(const struct letters *word, const struct letters *typed)
{
    return typed->count <= word->count && same(word->letter, typed->letter, typed->count);
}

/* Whether what is left of both from there on is the same. */
static bool same_rest(const struct letters *one, size_t from, const struct letters *other,
                      size_t other_from)
{
    return one->count >= from && other->count >= other_from &&
           one->count - from == other->count - other_from &&
           same(one->letter + from, other->letter + other_from, one->count - from);
}

static bool swapped_at(const struct letters *one, const struct letters *other, size_t at)
{
    return at + 1 < one->count && at + 1 < other->count &&
           one->letter[at] == other->letter[at + 1] && one->letter[at + 1] == other->letter[at] &&
           same_rest(one, at + 2, other, at + 2);
}

/* A slip is seen at the first letter that differs, so nothing need be tried twice. */
static bool one_slip_away(const struct letters *one, const struct letters *other)
{
    size_t at = 0;
    while (at < one->count && at < other->count && one->letter[at] == other->letter[at])
        at++;
    return same_rest(one, at + 1, other, at + 1) || same_rest(one, at + 1, other, at) ||
           same_rest(one, at, other, at + 1) || swapped_at(one, other, at);
}

static int find(const struct words *list, const struct letters *typed)
{
    for (size_t i = 0; i < list->count; i++) {
        struct letters word = letters_of(list, i);
        if (word.count == typed->count && begins_with(&word, typed))
            return (int)i;
    }
    return -1;
}

static struct words_range complete(const struct words *list, const struct letters *typed)
{
    struct words_range range = {.first = 0, .count = 0};

    for (size_t i = 0; i < list->count; i++) {
        struct letters word = letters_of(list, i);
        if (!begins_with(&word, typed))
            continue;
        if (range.count++ == 0)
            range.first = i;
    }
    return range;
}

int words_find(const struct words *list, const char *typed, size_t length)
{
    struct letters letters;

    letters_read(&letters, typed, length);
    int found = find(list, &letters);
    letters_wipe(&letters);
    return found;
}

struct words_range words_complete(const struct words *list, const char *typed, size_t length)
{
    struct letters letters;

    letters_read(&letters, typed, length);
    struct words_range range = complete(list, &letters);
    letters_wipe(&letters);
    return range;
}

int words_meant(const struct words *list, const char *typed, size_t length)
{
    struct letters letters;

    letters_read(&letters, typed, length);
    int found = find(list, &letters);
    if (found < 0 && letters.count >= WORDS_TOLD_APART) {
        struct words_range range = complete(list, &letters);
        found = range.count == 1 ? (int)range.first : -1;
    }
    letters_wipe(&letters);
    return found;
}

int words_nearest(const struct words *list, const char *typed, size_t length)
{
    struct letters letters;
    int nearest = -1;
    size_t near = 0;

    letters_read(&letters, typed, length);
    for (size_t i = 0; i < list->count; i++) {
        struct letters word = letters_of(list, i);
        if (one_slip_away(&word, &letters)) {
            nearest = (int)i;
            near++;
        }
    }
    letters_wipe(&letters);
    return near == 1 ? nearest : -1;
}
