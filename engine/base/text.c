/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/text.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <talloc.h>
#include <unicase.h>
#include <unictype.h>
#include <uninorm.h>
#include <unistr.h>
#include <uniwidth.h>

#include "base/memory.h"

static const uint8_t *bytes_of(const char *text)
{
    return (const uint8_t *)text;
}

/* Most of what is looked at, and quickly told. */
static bool is_plain_ascii(char byte)
{
    return byte >= 0x20 && byte < 0x7F;
}

/* The same number in each byte. */
#define EIGHT_TIMES(byte) (UINT64_C(0x0101010101010101) * (byte))

/* Eight bytes at a time; what is below 0x20 or above 0x7E sets the highest bit. */
static size_t plain_words_length(const char *text, size_t length)
{
    size_t plain = 0;
    for (uint64_t word; plain + sizeof word <= length; plain += sizeof word) {
        memcpy(&word, text + plain, sizeof word);
        uint64_t outside = word | (word - EIGHT_TIMES(0x20)) | (word + EIGHT_TIMES(0x01));
        if (outside & EIGHT_TIMES(0x80))
            break;
    }
    return plain;
}

static size_t plain_length(const char *text, size_t length)
{
    size_t plain = plain_words_length(text, length);
    while (plain < length && is_plain_ascii(text[plain]))
        plain++;
    return plain;
}

size_t text_width(const char *text, size_t length)
{
    if (plain_length(text, length) == length)
        return length;
    int width = u8_width(bytes_of(text), length, "UTF-8");
    return width > 0 ? (size_t)width : 0;
}

size_t text_length(const char *text)
{
    return u8_mbsnlen(bytes_of(text), strlen(text));
}

size_t text_characters(const char *text, size_t count)
{
    size_t offset = 0;
    while (count-- > 0 && text[offset]) {
        offset++;
        while (((unsigned char)text[offset] & 0xC0) == 0x80)
            offset++;
    }
    return offset;
}

size_t text_cut(const char *text, size_t length, size_t limit)
{
    if (length <= limit)
        return length;
    while (limit > 0 && ((unsigned char)text[limit] & 0xC0) == 0x80)
        limit--;
    return limit;
}

size_t text_mark_length(const char *text, size_t length)
{
    static const char mark[] = "\xEF\xBB\xBF";
    size_t mark_length = sizeof mark - 1;
    return length >= mark_length && memcmp(text, mark, mark_length) == 0 ? mark_length : 0;
}

/* Files in English are long and seldom have anything else: eight bytes at a time. */
static size_t ascii_length(const char *text, size_t length)
{
    size_t offset = 0;
    for (uint64_t word; offset + sizeof word <= length; offset += sizeof word) {
        memcpy(&word, text + offset, sizeof word);
        if (word & EIGHT_TIMES(0x80))
            break;
    }
    return offset;
}

const char *text_invalid(const char *text, size_t length)
{
    size_t ascii = ascii_length(text, length);
    return (const char *)u8_check(bytes_of(text) + ascii, length - ascii);
}

static bool is_printable(ucs4_t character)
{
    const uint32_t refused = UC_CATEGORY_MASK_Cc | UC_CATEGORY_MASK_Cf | UC_CATEGORY_MASK_Cs |
                             UC_CATEGORY_MASK_Zl | UC_CATEGORY_MASK_Zp;

    if (character == '\n' || character == '\t')
        return true;
    return !uc_is_general_category_withtable(character, refused) &&
           !uc_is_property_not_a_character(character);
}

const char *text_unprintable(const char *text, size_t length)
{
    size_t offset = plain_length(text, length);
    while (offset < length) {
        ucs4_t character;
        int used = u8_mbtouc(&character, bytes_of(text) + offset, length - offset);
        if (!is_printable(character))
            return text + offset;
        offset += (size_t)used;
        offset += plain_length(text + offset, length - offset);
    }
    return NULL;
}

char *text_clean(const void *parent, const char *text, size_t length)
{
    char *copy = memory_need(talloc_array(parent, char, (unsigned)length + 1));
    size_t out = 0;
    size_t offset = 0;
    while (offset < length) {
        ucs4_t character;
        int used = u8_mbtoucr(&character, bytes_of(text) + offset, length - offset);
        if (used <= 0) {
            copy[out++] = '?';
            offset++;
            continue;
        }
        if (character == '\t') {
            copy[out++] = ' ';
        } else if (is_printable(character)) {
            memcpy(copy + out, text + offset, (size_t)used);
            out += (size_t)used;
        }
        offset += (size_t)used;
    }
    copy[out] = '\0';
    return copy;
}

/* A copy of the ASCII letters of a word, without capitals; NULL when it has others. */
static char *fold_ascii(const void *parent, const char *text)
{
    size_t length = strlen(text);
    char *copy = memory_need(talloc_strndup(parent, text, length));

    for (size_t i = 0; i < length; i++) {
        if ((unsigned char)text[i] >= 0x80) {
            talloc_free(copy);
            return NULL;
        }
        if (text[i] >= 'A' && text[i] <= 'Z')
            copy[i] = (char)(text[i] - 'A' + 'a');
    }
    return copy;
}

char *text_fold(const void *parent, const char *text)
{
    char *ascii = fold_ascii(parent, text);
    if (ascii)
        return ascii;
    size_t length = 0;
    uint8_t *folded = u8_casefold(bytes_of(text), strlen(text), "", UNINORM_NFC, NULL, &length);
    char *copy = memory_need(talloc_strndup(parent, folded ? (const char *)folded : "", length));
    free(folded);
    return copy;
}

char *text_sentence(const void *parent, const char *message)
{
    char *clean = text_clean(NULL, message, strlen(message));
    size_t length = strlen(clean);
    uint8_t capital[6];
    ucs4_t first = 0;
    int used = length ? u8_mbtouc(&first, (const uint8_t *)clean, length) : 0;
    int written = used > 0 ? u8_uctomb(capital, uc_totitle(first), sizeof capital) : 0;
    const char *stop = length && strchr(".!?", clean[length - 1]) ? "" : ".";

    char *sentence = memory_need(talloc_asprintf(parent, "%.*s%s%s", written, (const char *)capital,
                                                 clean + used, length ? stop : ""));
    talloc_free(clean);
    return sentence;
}

bool text_same_letters(const char *one, const char *other)
{
    int order = 1;
    if (u8_casecmp(bytes_of(one), strlen(one), bytes_of(other), strlen(other), "", UNINORM_NFC,
                   &order) != 0)
        return false;
    return order == 0;
}

static size_t smaller(size_t one, size_t other)
{
    return one < other ? one : other;
}

/* The characters of a word; TEXT_WORD_MAX + 1 when there are more, or the word is
 * not UTF-8. */
static size_t read_word(const char *word, ucs4_t *characters)
{
    const uint8_t *at = bytes_of(word);
    size_t count = 0;

    while (*at) {
        int used = u8_strmbtouc(&characters[count], at);
        if (used <= 0 || ++count > TEXT_WORD_MAX)
            return TEXT_WORD_MAX + 1;
        at += used;
    }
    return count;
}

size_t text_distance(const char *one_word, const char *other_word, size_t limit)
{
    ucs4_t one[TEXT_WORD_MAX + 1], other[TEXT_WORD_MAX + 1];
    size_t rows[3][TEXT_WORD_MAX + 1];
    size_t *before = rows[0], *last = rows[1], *row = rows[2];
    size_t one_length = read_word(one_word, one), other_length = read_word(other_word, other);

    if (one_length > TEXT_WORD_MAX || other_length > TEXT_WORD_MAX)
        return limit + 1;
    for (size_t j = 0; j <= other_length; j++)
        before[j] = last[j] = j;
    for (size_t i = 1; i <= one_length; i++) {
        row[0] = i;
        for (size_t j = 1; j <= other_length; j++) {
            size_t replaced = last[j - 1] + (one[i - 1] != other[j - 1]);
            row[j] = smaller(replaced, smaller(last[j], row[j - 1]) + 1);
            if (i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1])
                row[j] = smaller(row[j], before[j - 2] + 1);
        }
        size_t *oldest = before;
        before = last;
        last = row;
        row = oldest;
    }
    return smaller(last[other_length], limit + 1);
}

int text_nearest(const char *wrong, const char *const *words)
{
    size_t best_distance = strlen(wrong) < 5 ? 2 : 3; /* one slip, or two in a longer word */
    int best = -1;
    for (int i = 0; words[i]; i++) {
        size_t distance = text_distance(wrong, words[i], best_distance);
        if (distance < best_distance) {
            best_distance = distance;
            best = i;
        }
    }
    return best;
}
