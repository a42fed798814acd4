/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Everything that somebody reads in a lesson, found by the tables of fields. */
#ifndef CONECTA_COURSE_TEXTS_H
#define CONECTA_COURSE_TEXTS_H

#include <stdbool.h>

#include "course/record.h"

/* Gets one text and the field that it stands in. */
typedef void texts_visit(void *data, const struct field *field, const struct text *text);

/* Visits the texts with FIELD_TRANSLATED of a record and of the lists of records
 * in it. `fields` is the struct of the record, as record_read left it. */
void texts_each(const struct record *record, const void *fields, texts_visit *visit, void *data);

/* Whether the line of Markdown that begins here ends the paragraph before it: a
 * blank line, a heading, an entry of a list, a quote, a fence, the end. */
bool texts_paragraph_ends(const char *line);

#endif
