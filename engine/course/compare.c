/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "course/compare.h"

#include <string.h>

#include <talloc.h>

#include "base/language.h"
#include "base/memory.h"
#include "base/text.h"
#include "course/glossary.h"
#include "course/markup.h"

/* Both sides, and where problems go. */
struct comparison {
    const void *memory;
    const struct string *string;
    const struct po_entry *entry;
    struct po *po;
    struct diagnostics *problems;
};

/* The end of a glossary entry's context. */
#define TERM "/" GLOSSARY_TERM

static bool complain(const struct comparison *comparison, enum severity severity,
                     const char *message)
{
    const struct position at = { comparison->entry->line, 1 };

    diagnostics_add(comparison->problems, severity, comparison->entry->file, at, "%s", message);
    diagnostics_advise(comparison->problems,
                       /* TRANSLATORS: where the original of a translation is: file, line, name. */
                       _("the original is %1$s:%2$zu (%3$s)"), comparison->string->file,
                       comparison->string->line, comparison->string->context);
    return severity == SEVERITY_WARNING;
}

static bool complain_of(const struct comparison *comparison, enum severity severity,
                        const char *format, const char *what)
    __attribute__((format(printf, 3, 0)));

static bool complain_of(const struct comparison *comparison, enum severity severity,
                        const char *format, const char *what)
{
    return complain(comparison, severity,
                    memory_need(talloc_asprintf(comparison->memory, format, what)));
}

/* What can stand in the field at all; YAML or the lesson would refuse it later,
 * with a place that no translator knows. */
static bool check_text(const struct comparison *comparison)
{
    const char *text = comparison->entry->translation;
    size_t length = strlen(text);
    enum field_type type = comparison->string->field->type;

    if (length > NODE_SCALAR_BYTES)
        return complain(comparison, SEVERITY_ERROR,
                        /* TRANSLATORS: of a translation; the limit is 16 KiB. */
                        _("this translation is too long"));
    /* An escape such as "\xff" makes bytes that the file itself could not hold. */
    if (text_invalid(text, length))
        return complain(comparison, SEVERITY_ERROR, _("this is not UTF-8 text"));
    if (text_unprintable(text, length) || strchr(text, '\t'))
        return complain(comparison, SEVERITY_ERROR,
                        /* TRANSLATORS: of a translation: a tab, or what nobody sees. */
                        _("this translation holds a tab or an invisible character"));
    if (!text[strspn(text, " \n")])
        return complain(comparison, SEVERITY_ERROR,
                        /* TRANSLATORS: of a translation. */
                        _("this translation is only spaces"));
    if (type == FIELD_PLAIN && strchr(text, '\n'))
        return complain(comparison, SEVERITY_ERROR,
                        /* TRANSLATORS: of a translation, such as of a title. */
                        _("this translation must be a single line"));
    struct paragraph first;
    if (type == FIELD_PAGE && paragraph_next(text, 0, &first) &&
        paragraph_next(text, first.start + first.length, &first))
        return complain(comparison, SEVERITY_ERROR,
                        /* TRANSLATORS: a translation has a blank line, its original none. */
                        _("this translation has a blank line; it must stay one paragraph"));
    return true;
}

static bool check_markup(const struct comparison *comparison)
{
    enum field_type type = comparison->string->field->type;
    if (type == FIELD_PLAIN || type == FIELD_DRAWING)
        return true;

    bool blocks = type == FIELD_PAGE;
    const struct marks *source =
        markup_read(comparison->memory, comparison->string->text, blocks);
    const struct marks *translation =
        markup_read(comparison->memory, comparison->entry->translation, blocks);
    const char *lost = marks_missing(source, translation);
    const char *added = lost ? NULL : marks_missing(translation, source);

    if (lost)
        return complain_of(comparison, SEVERITY_ERROR,
                           /* TRANSLATORS: %s is a kind of Markdown, such as "bold" or "item of a
                            * list > bold". */
                           _("the translation lost Markdown of the original: %s"), lost);
    if (added)
        return complain_of(comparison, SEVERITY_ERROR,
                           /* TRANSLATORS: %s is a kind of Markdown, such as "bold". */
                           _("the translation has Markdown that the original has not: %s"),
                           added);
    return true;
}

static bool check_numbers(const struct comparison *comparison)
{
    const struct marks *source = marks_numbers(comparison->memory, comparison->string->text);
    const struct marks *translation =
        marks_numbers(comparison->memory, comparison->entry->translation);
    const char *lost = marks_missing(source, translation);
    const char *added = marks_missing(translation, source);

    if (lost)
        return complain_of(comparison, SEVERITY_ERROR,
                           /* TRANSLATORS: %s is a number of the original. */
                           _("the translation lost the number %s"), lost);
    if (added)
        return complain_of(comparison, SEVERITY_WARNING,
                           /* TRANSLATORS: %s is a number of the translation. */
                           _("the original does not have the number %s"), added);
    return true;
}

static bool check_placeholders(const struct comparison *comparison)
{
    const struct marks *source =
        marks_placeholders(comparison->memory, comparison->string->text);
    const struct marks *translation =
        marks_placeholders(comparison->memory, comparison->entry->translation);
    const char *lost = marks_missing(source, translation);
    const char *added = marks_missing(translation, source);

    if (lost)
        return complain_of(comparison, SEVERITY_ERROR,
                           /* TRANSLATORS: %s is a placeholder such as "%s". */
                           _("the translation lost the placeholder %s"), lost);
    if (added)
        return complain_of(comparison, SEVERITY_ERROR,
                           /* TRANSLATORS: %s is a placeholder such as "%s". */
                           _("the original does not have the placeholder %s"), added);
    return true;
}

/* The context of a term names the term in its own language: course.yaml has no
 * terms, a glossary has FILE/glossary/TERM/term. */
static const char *translated_term(struct po *po, const char *term)
{
    for (size_t i = 0; i < po->count; i++) {
        const struct po_entry *entry = &po->entries[i];
        size_t length = strlen(entry->context), end = strlen(TERM);
        if (length > end && strcmp(entry->context + length - end, TERM) == 0 &&
            *entry->translation && text_same_letters(entry->source, term))
            return entry->translation;
    }
    return term;
}

/* The terms of the original in the words of the translation's glossary, as far as that
 * has them: what it translates would lead nowhere in the old word. */
static struct marks *translate_terms(const struct comparison *comparison,
                                     const struct marks *terms)
{
    struct marks *translated = marks_new(comparison->memory);
    for (size_t i = 0; i < terms->count; i++)
        marks_add(translated, translated_term(comparison->po, terms->items[i]));
    return translated;
}

static bool has_term(const struct marks *terms, const char *term)
{
    for (size_t i = 0; i < terms->count; i++)
        if (text_same_letters(terms->items[i], term))
            return true;
    return false;
}

static bool check_terms(const struct comparison *comparison)
{
    const struct marks *source = marks_terms(comparison->memory, comparison->string->text);
    const struct marks *terms = source->count ? translate_terms(comparison, source) : source;
    const struct marks *found =
        marks_terms(comparison->memory, comparison->entry->translation);

    for (size_t i = 0; i < source->count; i++)
        if (!has_term(found, terms->items[i]))
            return complain_of(comparison, SEVERITY_ERROR,
                               /* TRANSLATORS: %s is a marked word of the original. */
                               _("the translation lost the term [[%s]]"), terms->items[i]);
    for (size_t i = 0; i < found->count; i++)
        if (!has_term(terms, found->items[i]))
            return complain_of(comparison, SEVERITY_ERROR,
                               /* TRANSLATORS: %s is a marked word of the translation. */
                               _("the original does not have the term [[%s]]"),
                               found->items[i]);
    return true;
}

bool compare_translation(const struct string *string, const struct po_entry *entry,
                         struct po *po, struct diagnostics *problems)
{
    void *memory = memory_need(talloc_new(NULL));
    const struct comparison comparison = { memory, string, entry, po, problems };
    bool good = check_text(&comparison);

    if (good) {
        good &= check_terms(&comparison);
        good &= check_numbers(&comparison);
        good &= check_placeholders(&comparison);
        good &= check_markup(&comparison);
    }
    talloc_free(memory);
    return good;
}
