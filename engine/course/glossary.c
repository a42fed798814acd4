/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "course/glossary.h"

#include <stdlib.h>
#include <string.h>

#include <talloc.h>

#include "base/language.h"
#include "base/memory.h"
#include "base/text.h"

static const struct field term_fields[] = {
    { .name = GLOSSARY_TERM, .type = FIELD_PLAIN,
      .flags = FIELD_REQUIRED | FIELD_TRANSLATED | FIELD_UNIQUE,
      .offset = offsetof(struct term, term),
      /* TRANSLATORS: explains the field 'term' of glossary.yaml. */
      .about = N_("the word, as texts mark it: [[PrEP]]") },
    { .name = "text", .type = FIELD_LINE, .flags = FIELD_REQUIRED | FIELD_TRANSLATED,
      .offset = offsetof(struct term, text),
      /* TRANSLATORS: explains the field 'text' of a word in glossary.yaml. */
      .about = N_("what the word means, in one or two sentences") },
};

static const struct record term_record = {
    .name = NC_("record", "word of the glossary"),
    .size = sizeof(struct term),
    .fields = term_fields,
    .field_count = sizeof term_fields / sizeof term_fields[0],
};

static const struct field glossary_fields[] = {
    { .name = "glossary", .type = FIELD_RECORDS, .flags = FIELD_REQUIRED,
      .offset = offsetof(struct glossary, terms), .record = &term_record,
      .least = 1, .most = 500,
      /* TRANSLATORS: explains the field 'glossary' of glossary.yaml. */
      .about = N_("the words that the course explains") },
};

const struct record glossary_record = {
    .name = NC_("record", "glossary"),
    .size = sizeof(struct glossary),
    .fields = glossary_fields,
    .field_count = sizeof glossary_fields / sizeof glossary_fields[0],
};

/* A term and its letters in one case. */
struct spelling {
    const char *folded;
    const struct term *term;
};

/* Of two that are the same, the one that stands first in the file comes first. */
static int compare(const void *one, const void *other)
{
    const struct spelling *spellings[] = { one, other };
    int order = strcmp(spellings[0]->folded, spellings[1]->folded);
    return order ? order
                 : (spellings[0]->term > spellings[1]->term) -
                       (spellings[0]->term < spellings[1]->term);
}

static const struct spelling *index_terms(const struct glossary *glossary)
{
    size_t count = glossary->terms.count;
    struct spelling *index =
        memory_need(talloc_array(glossary, struct spelling, (unsigned)count));

    for (size_t i = 0; i < count; i++) {
        const struct term *term = glossary_term(glossary, i);
        index[i] = (struct spelling){ text_fold(index, term->term.bytes), term };
    }
    qsort(index, count, sizeof *index, compare);
    return index;
}

struct glossary *glossary_parse(const void *parent, const char *file, struct bytes bytes,
                                struct diagnostics *problems)
{
    struct glossary *glossary =
        record_parse(parent, file, bytes, &glossary_record, NULL, problems);
    if (glossary)
        glossary->index = index_terms(glossary);
    return glossary;
}

struct glossary *glossary_read(const void *parent, const char *folder,
                               struct diagnostics *problems)
{
    char *path = file_path(problems, folder, GLOSSARY_FILE);
    struct bytes bytes;

    if (!file_read(problems, path, NODE_FILE_BYTES, &bytes, problems))
        return NULL;
    struct glossary *glossary = glossary_parse(parent, path, bytes, problems);
    talloc_free(bytes.data);
    return glossary;
}

const struct term *glossary_term(const struct glossary *glossary, size_t index)
{
    return (const struct term *)glossary->terms.items + index;
}

const struct term *glossary_find(const struct glossary *glossary, const char *term)
{
    char *folded = text_fold(NULL, term);
    size_t low = 0, high = glossary->terms.count;

    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (strcmp(glossary->index[middle].folded, folded) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    bool found =
        low < glossary->terms.count && strcmp(glossary->index[low].folded, folded) == 0;
    talloc_free(folded);
    return found ? glossary->index[low].term : NULL;
}

const struct term *glossary_nearest(const struct glossary *glossary, const char *term)
{
    size_t count = glossary->terms.count;
    char *folded = text_fold(NULL, term);
    const char **words = memory_need(talloc_array(folded, const char *, (unsigned)count + 1));

    for (size_t i = 0; i < count; i++)
        words[i] = glossary->index[i].folded;
    words[count] = NULL;
    int nearest = text_nearest(folded, words);
    talloc_free(folded);
    return nearest < 0 ? NULL : glossary->index[nearest].term;
}
