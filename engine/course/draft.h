/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A lesson as its translator has it so far: read with a PO file each time, and
 * shown with the strings that are not translated yet as they were written. A
 * learner never sees that; see course/translate_course.h.
 */
#ifndef CONECTA_COURSE_DRAFT_H
#define CONECTA_COURSE_DRAFT_H

#include "course/glossary.h"
#include "course/lesson.h"

struct draft {
    const char *po;        /* file with the strings of the lesson */
    const char *course_po; /* course.po beside it, with the glossary; need not be there */
    const char *course;    /* id of the course, or NULL: what the PO file says */
    const char *folder;    /* of the course, or of the lesson where it has none */
    size_t left;           /* strings of the lesson that were not translated when it was
                            * read last */
    struct glossary *glossary; /* in the other language, as far as it goes; NULL: none */
};

/* course may be NULL. Nothing is read yet; all is copied and belongs to parent. */
struct draft *draft_new(const void *parent, const char *po, const char *course,
                        const char *folder);

/* Reads the lesson with the PO file, and the glossary. The lesson says the language of
 * the PO file and belongs to parent. NULL, with problems added, when one of the two
 * files is wrong, or when a translation lost something of its original. */
struct lesson *draft_read(struct draft *draft, const void *parent, const char *path,
                          const struct verb_table *verbs, struct diagnostics *problems);

#endif
