/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The words that a course explains. In a text they are marked as [[PrEP]], or as
 * [[PrEP|this medicine]] where the text says it in another way.
 */
#ifndef CONECTA_COURSE_GLOSSARY_H
#define CONECTA_COURSE_GLOSSARY_H

#include "base/diagnostic.h"
#include "course/record.h"

#define GLOSSARY_FILE "glossary.yaml"

/* The field that holds the word itself. */
#define GLOSSARY_TERM "term"

struct term {
    struct position at;
    struct text term;
    struct text text; /* what it means, one paragraph of Markdown */
};

struct glossary {
    struct position at;
    struct record_list terms;     /* of struct term */
    const struct spelling *index; /* as many as terms, in the order of their folded words */
};

/* Reads the glossary of the course in a folder; it belongs to parent. NULL, with
 * problems added, when there is none or anything in it is wrong. */
struct glossary *glossary_read(const void *parent, const char *folder,
                               struct diagnostics *problems);

/* The same from memory; `file` is only named in problems. */
struct glossary *glossary_parse(const void *parent, const char *file, struct bytes bytes,
                                struct diagnostics *problems);

/* Entry number index, below glossary->terms.count. */
const struct term *glossary_term(const struct glossary *glossary, size_t index);

/* The entry of a term, however its letters are cased, the first one where there are
 * several; NULL when there is none. */
const struct term *glossary_find(const struct glossary *glossary, const char *term);

/* The entry whose term is written so much alike that it may be meant; NULL when none is. */
const struct term *glossary_nearest(const struct glossary *glossary, const char *term);

extern const struct record glossary_record;

#endif
