/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Translations of a course, read from PO files by libgettextpo. Whatever a
 * damaged file holds, what comes out is whole: a file with an error gives none.
 */
#ifndef CONECTA_COURSE_PO_H
#define CONECTA_COURSE_PO_H

#include <stdbool.h>
#include <stddef.h>

#include "base/diagnostic.h"

struct po_entry {
    const char *context;
    const char *source;      /* what was translated: the msgid */
    const char *translation; /* "" when there is none */
    bool fuzzy;              /* nobody has looked at it since the source changed */
    const char *file;
    size_t line;
};

/* The PO files of one course in one language, as if they were one. */
struct po {
    const char *course;   /* its id */
    const char *language; /* code */
    struct po_entry *entries;
    size_t count;
    bool sorted;
};

/* The header fields that say what a file translates. */
#define PO_COURSE "X-Conecta-Course"
#define PO_LANGUAGE "Language"

/* The largest file that is read. */
#define PO_FILE_BYTES ((size_t)64 << 20)

/* No translations yet; course and language are copied. */
struct po *po_new(const void *parent, const char *course, const char *language);

/* The value of a field of a file's header, "" where it is missing; belongs to parent.
 * NULL, with problems added, when the file cannot be read or is damaged. */
char *po_header(const void *parent, const char *path, const char *field,
                struct diagnostics *problems);

/* Adds what a file holds. False, with problems added and nothing else changed, when
 * it cannot be read, is damaged, not in UTF-8, of another course or language, or
 * has plural forms. Not to be called by two threads at once. */
bool po_add(struct po *po, const char *path, struct diagnostics *problems);

/* Adds a copy of an entry; its file is kept, not copied. */
void po_put(struct po *po, const struct po_entry *entry);

/* The entry with this context, or NULL. */
const struct po_entry *po_find(struct po *po, const char *context);

#endif
