/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "course/glossary.h"

#include "base/language.h"
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

struct glossary *glossary_read(const void *parent, const char *folder,
                               struct diagnostics *problems)
{
    char *path = file_path(problems, folder, GLOSSARY_FILE);
    return record_read_file(parent, path, &glossary_record, NULL, problems);
}

const struct term *glossary_find(const struct glossary *glossary, const char *term)
{
    const struct term *terms = glossary->terms.items;
    for (size_t i = 0; i < glossary->terms.count; i++)
        if (text_same_letters(terms[i].term.bytes, term))
            return &terms[i];
    return NULL;
}
