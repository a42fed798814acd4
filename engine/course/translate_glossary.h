/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The glossary of a course in another language: the words that are complete in it. */
#ifndef CONECTA_COURSE_TRANSLATE_GLOSSARY_H
#define CONECTA_COURSE_TRANSLATE_GLOSSARY_H

#include "course/translate.h"

struct translated_glossary {
    const char **lacking; /* words, as the original has them, that are not complete */
    size_t lacking_count;
    size_t complete_count;
    struct translation translation; /* its yaml holds the complete words only */
};

/* Translates the strings of a glossary, whose nodes it changes. `heading` stands above
 * the yaml: see translate_heading. What is wrong in a translation is added to problems.
 * Belongs to parent. */
struct translated_glossary *translate_glossary(const void *parent, struct strings *strings,
                                               const char *heading, struct po *po,
                                               struct diagnostics *problems);

/* Whether a text of a lesson marks a word that the glossary explains, but not in the
 * other language. */
bool translated_glossary_lacks(const struct translated_glossary *glossary,
                               const struct strings *lesson);

#endif
