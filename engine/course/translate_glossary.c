/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "course/translate_glossary.h"

#include <talloc.h>

#include "base/memory.h"
#include "base/text.h"
#include "course/glossary.h"
#include "course/markup.h"
#include "course/node_write.h"

/* The glossary while its words are translated one by one. */
struct work {
    struct translated_glossary *glossary;
    const struct strings *strings;
    size_t next; /* the first string of the next word */
    struct po *po;
    struct diagnostics *problems;
};

static bool is_of(const struct node *entry, const struct node *text)
{
    for (const struct node *node = entry->first; node; node = node->next)
        if (node == text)
            return true;
    return false;
}

static void add_counts(struct translation *sum, const struct translation *part)
{
    sum->strings += part->strings;
    sum->untranslated += part->untranslated;
    sum->fuzzy += part->fuzzy;
    sum->wrong += part->wrong;
}

static void add_lacking(struct translated_glossary *glossary, const char *term)
{
    glossary->lacking = memory_need(talloc_realloc(glossary, glossary->lacking, const char *,
                                                   (unsigned)glossary->lacking_count + 1));
    glossary->lacking[glossary->lacking_count++] = memory_need(talloc_strdup(glossary, term));
}

static bool translate_word(void *data, struct node *entry)
{
    struct work *work = data;
    struct strings word = { work->strings->items + work->next, 0, entry };
    struct translation translation;
    /* The translation takes its place. */
    const char *term = node_find(entry, GLOSSARY_TERM)->text;

    while (work->next < work->strings->count &&
           is_of(entry, work->strings->items[work->next].node)) {
        work->next++;
        word.count++;
    }
    translate_strings(work->glossary, &word, work->po, work->problems, &translation);
    add_counts(&work->glossary->translation, &translation);
    bool complete = translation_complete(&translation);
    work->glossary->complete_count += complete;
    if (!complete)
        add_lacking(work->glossary, term);
    return complete;
}

struct translated_glossary *translate_glossary(const void *parent, struct strings *strings,
                                               const char *heading, struct po *po,
                                               struct diagnostics *problems)
{
    struct translated_glossary *glossary =
        memory_need(talloc_zero(parent, struct translated_glossary));
    struct work work = { glossary, strings, 0, po, problems };

    node_filter(strings->root->first, translate_word, &work);
    glossary->translation.yaml = node_write(glossary, heading, strings->root);
    return glossary;
}

static bool lacks(const struct translated_glossary *glossary, const char *term)
{
    for (size_t i = 0; i < glossary->lacking_count; i++)
        if (text_same_letters(glossary->lacking[i], term))
            return true;
    return false;
}

bool translated_glossary_lacks(const struct translated_glossary *glossary,
                               const struct strings *lesson)
{
    bool found = false;

    for (size_t i = 0; i < lesson->count && glossary->lacking_count > 0 && !found; i++) {
        struct marks *terms = marks_terms(NULL, lesson->items[i].text);
        for (size_t j = 0; j < terms->count && !found; j++)
            found = lacks(glossary, terms->items[j]);
        talloc_free(terms);
    }
    return found;
}
