/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "words/phrase.h"

#include <stdbool.h>
#include <string.h>

#include <sodium.h>
#include <unictype.h>
#include <unistr.h>

/* A word of the line where it stands. */
struct piece {
    const char *at;
    size_t length;
};

/* Draws among the words that are left and counts past those that are taken, so
 * that no draw is ever thrown away and any uniform() ends. */
void phrase_choose(const struct words *list, uint32_t (*uniform)(uint32_t limit),
                   size_t ret_chosen[PHRASE_WORDS])
{
    size_t taken[PHRASE_WORDS] = {0}; /* ascending */

    for (size_t i = 0; i < PHRASE_WORDS; i++) {
        size_t word = uniform((uint32_t)(list->count - i));
        size_t place = 0;
        while (place < i && taken[place] <= word) {
            place++;
            word++;
        }
        memmove(taken + place + 1, taken + place, (i - place) * sizeof *taken);
        taken[place] = word;
        ret_chosen[i] = word;
    }
    sodium_memzero(taken, sizeof taken);
}

void phrase_write(const struct words *list, const size_t chosen[PHRASE_WORDS],
                  char ret_phrase[PHRASE_BYTES])
{
    char *end = ret_phrase;

    memset(ret_phrase, 0, PHRASE_BYTES);
    for (size_t i = 0; i < PHRASE_WORDS; i++) {
        const char *word = list->word[chosen[i]];
        size_t length = strlen(word);
        if (i > 0)
            *end++ = ' ';
        memcpy(end, word, length);
        end += length;
    }
}

/* Marks and apostrophes belong to the word they stand in. */
static bool is_in_word(ucs4_t character)
{
    return uc_is_general_category_withtable(character, UC_CATEGORY_MASK_L | UC_CATEGORY_MASK_M) ||
           character == '\'' || character == '`' || character == 0x00B4 || character == 0x2018 ||
           character == 0x2019 || character == 0x2032;
}

static bool is_letter(ucs4_t character)
{
    return uc_is_general_category_withtable(character, UC_CATEGORY_MASK_L);
}

/* The next word at or after *line, which is moved past it; its length is 0 at the end. */
static struct piece next_piece(const char **line)
{
    struct piece piece = {.at = NULL, .length = 0};
    const uint8_t *at = (const uint8_t *)*line;
    ucs4_t character;

    for (int used; (used = u8_strmbtouc(&character, at)) != 0; at += used) {
        if (used < 0) {
            used = 1;
            character = 0xFFFD;
        }
        if (piece.at && !is_in_word(character))
            break;
        if (!piece.at && is_letter(character))
            piece.at = (const char *)at;
    }
    *line = (const char *)at;
    if (piece.at)
        piece.length = (size_t)(*line - piece.at);
    return piece;
}

/* The pieces of a line, the first five of which are kept. */
static size_t split(const char *line, struct piece pieces[PHRASE_WORDS])
{
    size_t count = 0;
    for (struct piece piece; (piece = next_piece(&line)).length > 0; count++)
        if (count < PHRASE_WORDS)
            pieces[count] = piece;
    return count;
}

/* How well a list fits: by the words that it has, then by those typed in full,
 * because four letters alone may begin another word in another language. */
static size_t fit(const struct words *list, const struct piece *pieces, size_t count)
{
    size_t points = 0;
    for (size_t i = 0; i < count; i++) {
        if (words_meant(list, pieces[i].at, pieces[i].length) >= 0)
            points += PHRASE_WORDS + 1;
        if (words_find(list, pieces[i].at, pieces[i].length) >= 0)
            points++;
    }
    return points;
}

static const struct words *fitting_list(const char *language, const struct piece *pieces,
                                        size_t count)
{
    const struct words *best = words_of(language);
    size_t best_fit = fit(best, pieces, count);

    for (const struct words *const *list = words_lists(); *list; list++) {
        size_t points = fit(*list, pieces, count);
        if (points > best_fit) {
            best_fit = points;
            best = *list;
        }
    }
    return best;
}

enum phrase_result phrase_read(const char *line, const char *language,
                               struct phrase_typed *ret_typed)
{
    struct piece pieces[PHRASE_WORDS];
    size_t count = split(line, pieces);
    size_t kept = count < PHRASE_WORDS ? count : PHRASE_WORDS;
    const struct words *list = fitting_list(language, pieces, kept);

    *ret_typed = (struct phrase_typed){.list = list, .count = count, .nearest = -1};
    for (size_t i = 0; i < kept; i++) {
        int index = words_meant(list, pieces[i].at, pieces[i].length);
        if (index < 0) {
            ret_typed->wrong = i;
            ret_typed->wrong_at = pieces[i].at;
            ret_typed->wrong_length = pieces[i].length;
            ret_typed->nearest = words_nearest(list, pieces[i].at, pieces[i].length);
            return PHRASE_WRONG_WORD;
        }
        ret_typed->chosen[i] = (size_t)index;
    }
    if (count == PHRASE_WORDS)
        return PHRASE_UNDERSTOOD;
    return count < PHRASE_WORDS ? PHRASE_TOO_SHORT : PHRASE_TOO_LONG;
}
