/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "words/walk.h"

#include <stdbool.h>
#include <string.h>

#include "base/text.h"

static size_t larger(size_t one, size_t other)
{
    return one > other ? one : other;
}

static size_t smaller(size_t one, size_t other)
{
    return one < other ? one : other;
}

static size_t power(size_t base, size_t exponent)
{
    size_t product = 1;
    while (exponent-- > 0)
        product *= base;
    return product;
}

/* How many choices one after the other it takes to reach each of count words. */
static size_t levels_for(size_t count)
{
    size_t levels = 0;
    while (power(WALK_CHOICES, levels) < count)
        levels++;
    return levels;
}

/* As few choices at a time as lead there in so many levels: less to read. */
static size_t choices_for(size_t count, size_t levels)
{
    size_t choices = 1;
    while (power(choices, levels) < count)
        choices++;
    return choices;
}

/* Bytes that two words have in common. */
static size_t shared_by(const char *one, const char *other)
{
    size_t shared = 0;
    while (one[shared] && one[shared] == other[shared])
        shared++;
    return text_cut(one, strlen(one), shared);
}

/* Bytes that a word has in common with the one before it in the list. */
static size_t shared_with_previous(const struct words *list, size_t index)
{
    if (index == 0 || index == list->count)
        return 0;
    return shared_by(list->word[index], list->word[index - 1]);
}

/* Where it is best to part between low and high: at a new letter rather than
 * inside one, so that labels are short; else as near to `even` as can be. */
static size_t best_cut(const struct words *list, size_t low, size_t high, size_t even)
{
    size_t best = even;
    size_t best_shared = shared_with_previous(list, even);

    for (size_t away = 1; even - low >= away || high - even >= away; away++) {
        const size_t cuts[] = {even >= low + away ? even - away : even, smaller(even + away, high)};
        for (size_t i = 0; i < 2; i++) {
            size_t shared = shared_with_previous(list, cuts[i]);
            if (shared < best_shared) {
                best_shared = shared;
                best = cuts[i];
            }
        }
    }
    return best;
}

/* Where the first of so many parts ends. No part may be more than `most` words, or
 * it would take a choice more to reach them. */
static size_t cut(const struct words *list, struct words_range left, size_t parts, size_t most)
{
    size_t end = left.first + left.count;
    size_t share = left.count / parts;
    size_t low = left.first + larger(1, share - share / 2);
    size_t high = smaller(left.first + smaller(most, share + share / 2), end - (parts - 1));

    if (left.count > (parts - 1) * most)
        low = larger(low, end - (parts - 1) * most);
    return best_cut(list, low, larger(low, high),
                    smaller(larger(left.first + share, low), larger(low, high)));
}

size_t walk_part(const struct words *list, struct words_range range,
                 struct words_range ret_choices[WALK_CHOICES])
{
    if (range.count <= 1)
        return 0;
    size_t levels = levels_for(range.count);
    size_t parts = choices_for(range.count, levels);
    size_t most = power(WALK_CHOICES, levels - 1);

    for (size_t i = 0; i < parts; i++) {
        size_t after = range.first + range.count;
        size_t next = i + 1 == parts ? after : cut(list, range, parts - i, most);
        ret_choices[i] = (struct words_range){range.first, next - range.first};
        range = (struct words_range){next, after - next};
    }
    return parts;
}

/* Bytes of a word up to and with the letter that sets it off. */
static size_t beginning(const char *word, size_t shared)
{
    return shared + text_characters(word + shared, 1);
}

/* Whether one is the beginning of the other and shorter. */
static bool is_within(const char *one, size_t length, const char *other, size_t other_length)
{
    return length < other_length && memcmp(one, other, length) == 0;
}

void walk_label(const struct words *list, struct words_range range,
                char ret_label[WALK_LABEL_BYTES])
{
    static const char dash[] = "–";
    const char *first = list->word[range.first];
    const char *last = list->word[range.first + range.count - 1];
    size_t first_length = beginning(first, shared_with_previous(list, range.first));
    size_t last_length = beginning(last, shared_with_previous(list, range.first + range.count));
    char *end = ret_label;

    /* "cu–c" would read as if it went back to where c begins. */
    if (is_within(last, last_length, first, first_length))
        last_length = beginning(last, shared_by(first, last));
    if (range.count == 1)
        first_length = last_length = strlen(first);
    memset(ret_label, 0, WALK_LABEL_BYTES);
    memcpy(end, first, first_length);
    if (first_length == last_length && memcmp(first, last, first_length) == 0)
        return;
    end += first_length;
    memcpy(end, dash, sizeof dash - 1);
    memcpy(end + sizeof dash - 1, last, last_length);
}
