/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "activities/wording.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <talloc.h>
#include <unicase.h>
#include <unictype.h>
#include <uninorm.h>
#include <unistr.h>

#include "base/memory.h"
#include "base/text.h"

#define YO 0x451
#define YE 0x435

/* Signs inside a word ("не\xCC\x81", "don't") join it; all others part words. */
static bool joins(ucs4_t character)
{
    return character == '\'' || character == 0x2019 || character == 0x2BC;
}

static bool parts(ucs4_t character)
{
    return uc_is_property_white_space(character) ||
           uc_is_general_category_withtable(character, UC_CATEGORY_MASK_P |
                                                           UC_CATEGORY_MASK_S |
                                                           UC_CATEGORY_MASK_Z);
}

/* Folded text to words with one space between them. */
static char *fold_signs(const void *parent, const uint8_t *folded, size_t length)
{
    uint8_t *words = memory_need(talloc_array(parent, uint8_t, (unsigned)length + 1));
    size_t out = 0;

    for (size_t at = 0; at < length;) {
        ucs4_t character;
        at += (size_t)u8_mbtouc(&character, folded + at, length - at);
        if (joins(character))
            continue;
        if (character == YO)
            character = YE;
        if (!parts(character))
            out += (size_t)u8_uctomb(words + out, character, (ptrdiff_t)(length - out));
        else if (out > 0 && words[out - 1] != ' ')
            words[out++] = ' ';
    }
    while (out > 0 && words[out - 1] == ' ')
        out--;
    words[out] = '\0';
    return (char *)words;
}

char *wording_fold(const void *parent, const char *text)
{
    size_t length = strlen(text), folded_length;
    if (text_invalid(text, length))
        return NULL;
    uint8_t *folded = memory_need(
        u8_casefold((const uint8_t *)text, length, "", UNINORM_NFKC, NULL, &folded_length));
    char *words = fold_signs(parent, folded, folded_length);
    free(folded);
    return words;
}

static bool same_word(const char *typed, const char *accepted)
{
    size_t letters = text_length(accepted);
    size_t slips = letters >= WORDING_FORGIVING_LETTERS ? 1 : 0;
    return text_distance(typed, accepted, slips) <= slips;
}

/* Takes the next word off the beginning of a text; NULL when there is none. */
static char *take_word(char **text)
{
    char *word;
    do
        word = strsep(text, " ");
    while (word && !*word);
    return word;
}

static bool same_words(char *typed, char *accepted)
{
    for (;;) {
        char *one = take_word(&typed), *other = take_word(&accepted);
        if (!one || !other)
            return one == other;
        if (strcmp(one, other) != 0 && !same_word(one, other))
            return false;
    }
}

bool wording_matches(const char *typed, const char *accepted)
{
    void *memory = memory_need(talloc_new(NULL));
    char *one = wording_fold(memory, typed), *other = wording_fold(memory, accepted);
    bool same = one && other && *one && same_words(one, other);
    talloc_free(memory);
    return same;
}
