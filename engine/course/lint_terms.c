/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include <talloc.h>

#include "base/language.h"
#include "course/lint.h"
#include "course/markup.h"
#include "course/place.h"
#include "course/texts.h"

#define SIGN "[["

struct search {
    const struct reading *reading;
    struct bytes bytes;
    struct lint_words *words;
    const struct text *text; /* that is looked at */
    bool said;               /* that there is no glossary */
};

/* What comes now is only counted: a hostile file marks very many words. */
static bool only_counts(const struct search *search)
{
    return search->reading->problems->count == DIAGNOSTICS_MAX;
}

static struct position place_of(const struct search *search, const char *term, const char *place)
{
    size_t before = 0;

    if (only_counts(search))
        return search->text->at;
    for (const char *at = search->text->bytes;
         (at = strstr(at, SIGN)) && at + strlen(SIGN) < place; at++)
        before++;
    return place_behind(search->bytes, search->text->at, SIGN, before, term);
}

/* Once a file is enough. */
static void warn_of_no_glossary(struct search *search, const char *term, struct position at)
{
    const struct reading *reading = search->reading;

    if (search->said)
        return;
    search->said = true;
    diagnostics_add(reading->problems, SEVERITY_WARNING, reading->file, at,
                    /* TRANSLATORS: warning; %s is a word that a lesson marks as [[word]]. */
                    _("'%s' is marked, but this course has no glossary"), term);
    diagnostics_advise(reading->problems,
                       /* TRANSLATORS: advice; the words in quotes and with .yaml stay as they
                        * are. */
                       _("write a file %s beside course.yaml, with a 'term' and a 'text' for each "
                         "word; or take the brackets away"),
                       GLOSSARY_FILE);
}

static void warn_of_unknown(const struct search *search, const char *term, struct position at)
{
    const struct reading *reading = search->reading;
    const struct term *nearest =
        only_counts(search) ? NULL : glossary_nearest(search->words->glossary, term);

    diagnostics_add(reading->problems, SEVERITY_WARNING, reading->file, at,
                    /* TRANSLATORS: warning; %s is a word that a lesson marks as [[word]]. */
                    _("the glossary does not explain '%s'"), term);
    if (nearest)
        diagnostics_advise(reading->problems,
                           /* TRANSLATORS: advice; a word of the glossary, then the file
                            * glossary.yaml. */
                           _("did you mean '%1$s'? If not, add the word to %2$s"),
                           nearest->term.bytes, GLOSSARY_FILE);
    else
        diagnostics_advise(reading->problems,
                           /* TRANSLATORS: advice; %s is the file glossary.yaml. */
                           _("add it to %s, or take the brackets away"), GLOSSARY_FILE);
}

static void check_term(void *data, const char *term, const char *place)
{
    struct search *search = data;
    const struct glossary *glossary = search->words->glossary;
    const struct term *known = glossary ? glossary_find(glossary, term) : NULL;

    if (known)
        search->words->used[known - glossary_term(glossary, 0)] = true;
    else if (glossary)
        warn_of_unknown(search, term, place_of(search, term, place));
    else
        warn_of_no_glossary(search, term, place_of(search, term, place));
}

/* Elsewhere the brackets are only brackets. */
static bool has_markup(const struct field *field)
{
    return field->type == FIELD_PAGE || field->type == FIELD_LINE || field->type == FIELD_LINES;
}

static void check_text(void *data, const struct field *field, const struct text *text)
{
    struct search *search = data;

    if (!has_markup(field) || !strstr(text->bytes, SIGN))
        return;
    search->text = text;
    markup_terms(text->bytes, check_term, search);
}

/* Most files mark nothing; one look at all of it costs less than one at each text. */
static bool marks_words(struct bytes bytes)
{
    const char *end = bytes.data + bytes.length;
    const char *sign = memchr(bytes.data, SIGN[0], bytes.length);
    while (sign && sign[1] != SIGN[1])
        sign = memchr(sign + 1, SIGN[0], (size_t)(end - sign) - 1);
    return sign;
}

void lint_terms_of_record(const struct reading *reading, struct bytes bytes,
                          const struct record *record, const void *fields,
                          struct lint_words *words)
{
    struct search search = { .reading = reading, .bytes = bytes, .words = words };
    if (words && marks_words(bytes))
        texts_each(record, fields, check_text, &search);
}

void lint_terms(const struct lint *lint)
{
    struct search search = {
        .reading = lint->reading, .bytes = lint->bytes, .words = lint->words
    };

    if (!lint->words || !marks_words(lint->bytes))
        return;
    texts_each(&lesson_record, lint->lesson, check_text, &search);
    for (size_t i = 0; i < lint->lesson->step_count; i++) {
        const struct step *step = &lint->lesson->steps[i];
        texts_each(step->verb->record, step->fields, check_text, &search);
    }
}
