/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A lesson on paper: everything that there is to read, in the order of the file.
 * Knows nothing of the format in which it is written.
 */
#ifndef CONECTA_EXPORT_SHEET_H
#define CONECTA_EXPORT_SHEET_H

#include <stdbool.h>

#include "activities/activity.h"
#include "course/glossary.h"

struct sheet_step {
    struct handout handout;
    struct view *note; /* for the facilitator; NULL: none, or not wanted */
};

struct sheet {
    const struct lesson *lesson;
    struct view *facts; /* what the lesson is about, how long it takes and so on */
    struct sheet_step *steps;
    size_t count;
    const struct term **terms; /* that the lesson marks and the course explains */
    size_t term_count;
    const struct glossary *glossary;
};

/* Its own words are in the language used now. It belongs to parent and keeps the
 * lesson and the glossary; NULL: the course explains nothing. */
struct sheet *sheet_new(const void *parent, const struct lesson *lesson,
                        const struct glossary *glossary, bool notes);

/* The number of a term among those of the sheet, from 1; 0: it is not explained. */
size_t sheet_term(const struct sheet *sheet, const char *term);

#endif
