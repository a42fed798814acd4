/* SPDX-License-Identifier: GPL-3.0-or-later */
/* PO templates of a course, and PO files that begin with what is there already. */
#ifndef CONECTA_COURSE_TEMPLATE_H
#define CONECTA_COURSE_TEMPLATE_H

#include <stdbool.h>

#include "course/unit.h"

struct template_wish {
    const char *out;      /* folder of the files; made when it is missing */
    const char *language; /* NULL: templates, NAME.pot; else NAME.po in that language */
    const char *parallel; /* the folder of the same course written in that language, or of
                           * some of its lessons; NULL: nothing is filled in */
};

/* What was done to one file. */
struct template_done {
    const char *path;
    size_t strings;
    size_t filled; /* translations taken from the parallel course */
    size_t old;    /* strings there that the course says in other words by now */
};

/* Writes the file of a unit.
 *
 * A PO file that exists already keeps all that is in it; only the strings that the
 * parallel course says get that as their translation. It must have been brought up
 * to date with the template before: strings that are not in it are not added.
 *
 * False, with problems added, when it could not be written or a lesson cannot be
 * read. What does not fit together in the parallel course (another number of
 * paragraphs, an option too few) is added to problems, names both places, and is
 * left untranslated. ret_done->path belongs to parent. */
bool template_write(const void *parent, const struct units *units, size_t unit,
                    const struct template_wish *wish, struct diagnostics *problems,
                    struct template_done *ret_done);

/* Whether every lesson has an id of its own, as contexts begin with it. False, with
 * problems added, when two have the same. */
bool template_check_ids(const struct units *units, struct diagnostics *problems);

#endif
