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
    struct record_list terms; /* of struct term */
};

/* Reads the glossary of the course in a folder; it belongs to parent. NULL, with
 * problems added, when there is none or anything in it is wrong. */
struct glossary *glossary_read(const void *parent, const char *folder,
                               struct diagnostics *problems);

/* The entry of a term, however its letters are cased; NULL when there is none. */
const struct term *glossary_find(const struct glossary *glossary, const char *term);

extern const struct record glossary_record;

#endif
