/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What a text holds that its translation must hold too, as a bag of words: in
 * another language they may come in another order.
 */
#ifndef CONECTA_COURSE_MARKUP_H
#define CONECTA_COURSE_MARKUP_H

#include <stdbool.h>
#include <stddef.h>

struct marks {
    char **items;
    size_t count;
};

struct marks *marks_new(const void *parent);

/* Adds a copy of a word. */
void marks_add(struct marks *marks, const char *word);

/* A word that is oftener in `wanted` than in `found`; NULL: there is none. */
const char *marks_missing(const struct marks *wanted, const struct marks *found);

/* The Markdown of a text: each mark with those around it, such as "item of a list >
 * bold". Without `blocks`, only what can stand inside a line. */
struct marks *markup_read(const void *parent, const char *text, bool blocks);

/* Numbers: each row of digits, so that 0.5 and 0,5 are the same; thousands are one, so
 * that 2,304 and 2 304 and 2304 are. */
struct marks *marks_numbers(const void *parent, const char *text);

/* Placeholders of printf, such as %s, %1$s, %zu. "5% of" has none. */
struct marks *marks_placeholders(const void *parent, const char *text);

/* The marked words of a text: what stands in [[…]], up to a '|'. */
struct marks *marks_terms(const void *parent, const char *text);

/* Gets a term that a text marks, as it stands in the glossary, and the place of its
 * first letter in the text. */
typedef void markup_term(void *data, const char *term, const char *place);

/* Finds the terms that a learner sees marked: none in code, none that a backslash or
 * the end of a line keeps from being one. */
void markup_terms(const char *text, markup_term *found, void *data);

#endif
