/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * UTF-8 text: how wide it is, whether it may reach a terminal, how alike two
 * words are. Lengths are bytes, widths are terminal cells.
 */
#ifndef CONECTA_BASE_TEXT_H
#define CONECTA_BASE_TEXT_H

#include <stdbool.h>
#include <stddef.h>

/* Cells that the first length bytes take. Control characters take none. */
size_t text_width(const char *text, size_t length);

/* The characters (code points) of a UTF-8 text. */
size_t text_length(const char *text);

/* Bytes that the first count characters (code points) take, at most all. */
size_t text_characters(const char *text, size_t count);

/* The largest number of bytes up to limit that does not cut a character. */
size_t text_cut(const char *text, size_t length, size_t limit);

/* The bytes of a byte order mark at the beginning, which some editors write; 0
 * when there is none. */
size_t text_mark_length(const char *text, size_t length);

/* The first byte that is not UTF-8, or NULL when all of it is. */
const char *text_invalid(const char *text, size_t length);

/* The first character that must not reach a terminal, or NULL: a control or
 * format character other than newline and tab, or what is no character at all.
 * Bidirectional overrides, zero width spaces and byte order marks are among them.
 * The text is valid UTF-8. */
const char *text_unprintable(const char *text, size_t length);

/* A copy without such characters, with tabs as spaces and bytes that are not
 * UTF-8 as '?'. Every text from outside goes through here, or was refused by
 * text_unprintable, before a terminal sees it. The copy belongs to parent. */
char *text_clean(const void *parent, const char *text, size_t length);

/* A UTF-8 text in one case: two texts are the same but for upper and lower case when
 * theirs are the same bytes. Belongs to parent; "" when it is not UTF-8. */
char *text_fold(const void *parent, const char *text);

/* A message such as "the disk is full" as a sentence on a page: clean, with a capital letter
 * and a full stop. Belongs to parent. */
char *text_sentence(const void *parent, const char *message);

/* Whether two UTF-8 texts are the same but for upper and lower case. */
bool text_same_letters(const char *one, const char *other);

/* How many insertions, deletions, replacements and swaps of neighbours lead
 * from one word to the other (optimal string alignment), at most limit + 1.
 * Both have at most TEXT_WORD_MAX characters; longer ones are limit + 1 apart. */
size_t text_distance(const char *one, const char *other, size_t limit);

#define TEXT_WORD_MAX 63

/* The index in words of the one nearest to `wrong`, near enough to be meant; -1
 * when none is. words ends with NULL. */
int text_nearest(const char *wrong, const char *const *words);

#endif
