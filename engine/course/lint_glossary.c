/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "base/language.h"
#include "course/lint.h"

void lint_same_terms(const struct reading *reading, const struct glossary *glossary)
{
    for (size_t i = 0; i < glossary->terms.count; i++) {
        const struct term *term = glossary_term(glossary, i);
        const struct term *first = glossary_find(glossary, term->term.bytes);
        if (first == term)
            continue;
        diagnostics_add(reading->problems, SEVERITY_WARNING, reading->file, term->term.at, "%s",
                        /* TRANSLATORS: warning; the glossary has a word twice, such as "PrEP"
                         * and "prep". */
                        _("the glossary has this word already; capital letters do not matter"));
        diagnostics_advise(reading->problems,
                           /* TRANSLATORS: %zu is a line number. */
                           _("the first one is in line %zu; keep one of them"),
                           first->term.at.line);
    }
}

void lint_unused_terms(const struct reading *reading, const struct lint_words *words)
{
    for (size_t i = 0; i < words->glossary->terms.count; i++) {
        const struct text *term = &glossary_term(words->glossary, i)->term;
        /* One that nobody can find has its own warning. */
        if (words->used[i] ||
            glossary_find(words->glossary, term->bytes) != glossary_term(words->glossary, i))
            continue;
        diagnostics_add(reading->problems, SEVERITY_WARNING, reading->file, term->at,
                        /* TRANSLATORS: warning; %s is a word of the glossary. */
                        _("no lesson of this course marks '%s'"), term->bytes);
        diagnostics_advise(reading->problems,
                           /* TRANSLATORS: advice; %s is a word of the glossary. */
                           _("write [[%s]] where a lesson uses it first, or delete the entry"),
                           term->bytes);
    }
}
