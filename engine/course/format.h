/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A kind of file as its tables of fields describe it: what the writers of the
 * schema and of the manual page work from.
 */
#ifndef CONECTA_COURSE_FORMAT_H
#define CONECTA_COURSE_FORMAT_H

#include <stdbool.h>

#include "course/lesson.h"
#include "course/record.h"

struct format {
    const char *title;              /* of the schema; N_() */
    const char *file;               /* what such a file is called, in English */
    const struct record *root;
    const struct record *step;      /* what every step has; NULL: there are no steps */
    const struct verb_table *verbs; /* NULL with step */
};

/* The fields of a record that go to the translators, those of the records in it
 * as "options.text". Ends with NULL; belongs to parent. */
const char **record_translated(const void *parent, const struct record *record);

#endif
