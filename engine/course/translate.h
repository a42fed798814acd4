/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A file of a course in another language, in memory.
 *
 * This is all that a preview of a translation needs:
 *
 *     struct po *po = po_new(memory, course_id, "uk");
 *     if (po_add(po, "hiv-sti.po", problems) &&
 *         translate_lesson(memory, "a.yaml", bytes, verbs, po, problems, &translation))
 *             lesson_parse(memory, "a.yaml", translation.yaml, verbs, …);
 *
 * translation.yaml is the lesson with every string that has a good translation in
 * the new language and the others as they were. A learner only ever sees it when
 * translation_complete; who translates may look at it earlier.
 */
#ifndef CONECTA_COURSE_TRANSLATE_H
#define CONECTA_COURSE_TRANSLATE_H

#include <stdbool.h>

#include "base/file.h"
#include "course/po.h"
#include "course/strings.h"

/* How far a file is translated. A string that was reworded since is fuzzy or
 * untranslated, whatever the PO file says. */
struct translation {
    size_t strings;
    size_t untranslated;
    size_t fuzzy;
    size_t wrong;      /* lost something of the original: see course/compare.h */
    const char *waits; /* a file that it needs and that is not complete; NULL: none */
    struct bytes yaml;
    const struct lesson *lesson;   /* the original, and its texts; of a lesson only */
    const struct strings *texts;
};

/* Translates a lesson, without looking at what it needs. False, with problems added, when the lesson itself cannot be
 * read. What is wrong in a translation is added to problems and counted, and ends
 * nothing. `file` is only named. All belongs to parent. */
bool translate_lesson(const void *parent, const char *file, struct bytes bytes,
                      const struct verb_table *verbs, struct po *po,
                      struct diagnostics *problems, struct translation *ret_translation);

/* Puts the good translations into the nodes of strings, and counts; yaml is left
 * alone. */
void translate_strings(const void *parent, const struct strings *strings, struct po *po,
                       struct diagnostics *problems, struct translation *ret_translation);

/* The comment that heads a file made from `bytes`: the comment lines that these
 * begin with, and where the file comes from. Belongs to parent. */
char *translate_heading(const void *parent, struct bytes bytes);

/* Every string is translated, none is fuzzy, none lost anything, and what it needs is
 * complete too. */
bool translation_complete(const struct translation *translation);

#endif
