/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A whole course in another language, as files. */
#ifndef CONECTA_COURSE_TRANSLATE_COURSE_H
#define CONECTA_COURSE_TRANSLATE_COURSE_H

#include <stdbool.h>

#include "course/translate.h"
#include "course/unit.h"

enum translated {
    TRANSLATED_COMPLETE,   /* written */
    TRANSLATED_INCOMPLETE, /* and none is there from before */
    TRANSLATED_STALE,      /* not complete now; the last complete one stays */
    TRANSLATED_UNREADABLE, /* the file itself has mistakes */
};

/* What became of one file of the course. */
struct translated_file {
    const char *name;               /* from the course's folder on */
    enum translated state;
    struct translation translation; /* its counts, and what it waits for */
};

struct translated_files {
    struct translated_file *items; /* course.yaml last */
    size_t count;
    size_t incomplete; /* all but the complete ones */
};

/* Reads the PO files of a course that lie in a folder, one for each unit. Those that
 * are missing leave their lessons untranslated. The result belongs to parent. NULL,
 * with problems added, when none is there or one is refused. */
struct po *translate_read_po(const void *parent, const struct units *units, const char *folder,
                             const char *language, struct diagnostics *problems);

/* Writes every lesson that is complete into the folder `out`, and course.yaml, which
 * names the lessons that are there. So what is in `out` is a course of its own. The
 * result belongs to parent. NULL, with a problem added, when something could not be
 * written; what was written before that stays. */
struct translated_files *translate_course(const void *parent, const struct units *units,
                                          struct po *po, const char *out,
                                          struct diagnostics *problems);

#endif
