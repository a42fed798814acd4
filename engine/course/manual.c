/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "course/manual.h"

#include <stdio.h>

#include <talloc.h>

#include "base/mdoc.h"
#include "base/memory.h"
#include "course/node.h"

static void add_words(char **page, const char *const *words)
{
    for (size_t i = 0; words[i]; i++) {
        mdoc_add(page, "%s", i == 0 ? "" : words[i + 1] ? ", " : " or ");
        mdoc_add_text(page, words[i]);
    }
}

static void add_length(char **page, const struct field *field, const char *of)
{
    if (field->least == field->most)
        mdoc_add(page, "list of %ld%s", field->least, of);
    else
        mdoc_add(page, "list of %ld to %ld%s", field->least, field->most, of);
}

static void add_type(char **page, const struct field *field)
{
    switch (field->type) {
    case FIELD_ID:
        mdoc_add(page, "id");
        break;
    case FIELD_LINE:
        mdoc_add(page, "text");
        break;
    case FIELD_PAGE:
        mdoc_add(page, "page");
        break;
    case FIELD_DRAWING:
        mdoc_add(page, "drawing");
        break;
    case FIELD_WORD:
        add_words(page, field->words);
        break;
    case FIELD_PLAIN:
        mdoc_add(page, "line");
        break;
    case FIELD_COUNT:
        mdoc_add(page, "number from %ld to %ld", field->least, field->most);
        break;
    case FIELD_YES_NO:
        mdoc_add(page, "yes or no");
        break;
    case FIELD_MONTH:
        mdoc_add(page, "month");
        break;
    case FIELD_PATH:
        mdoc_add(page, "file name");
        break;
    case FIELD_IDS:
        add_length(page, field, " ids");
        break;
    case FIELD_LINES:
        add_length(page, field, " texts");
        break;
    case FIELD_WORDS:
        add_length(page, field, ", each ");
        add_words(page, field->words);
        break;
    case FIELD_PATHS:
        add_length(page, field, " file names");
        break;
    case FIELD_RECORDS:
        add_length(page, field, " entries");
        break;
    case FIELD_STEPS:
        add_length(page, field, " steps");
        break;
    }
}

static void add_fields(char **page, const struct record *record)
{
    mdoc_add(page, ".Bl -tag -width Ds\n");
    for (size_t i = 0; i < record->field_count; i++) {
        const struct field *field = &record->fields[i];
        mdoc_add(page, ".It Cm ");
        mdoc_add_text(page, field->name);
        mdoc_add(page, "\n.Pq ");
        add_type(page, field);
        mdoc_add(page, "%s\n", field->flags & FIELD_REQUIRED ? "; required" : "");
        mdoc_add_text(page, field->about);
        mdoc_add(page, ".\n");
        if (field->type == FIELD_RECORDS) {
            mdoc_add(page, "Each entry has:\n");
            add_fields(page, field->record);
        }
    }
    mdoc_add(page, ".El\n");
}

static void add_verbs(char **page, const struct format *format)
{
    mdoc_add_heading(page, "Fields of every step");
    mdoc_add(page, "Besides its verb and what belongs to that, a step can have:\n");
    add_fields(page, format->step);
    mdoc_add_heading(page, "Fields of each verb");
    for (size_t i = 0; i < format->verbs->count; i++) {
        const struct verb *verb = format->verbs->verbs[i];
        mdoc_add(page, ".Ss ");
        mdoc_add_text(page, verb->name);
        mdoc_add(page, "\n");
        if (verb->counted)
            mdoc_add(page, "The step needs an\n.Cm id .\n");
        add_fields(page, verb->record);
    }
}

static void add_limits(char **page)
{
    const struct {
        const char *of;
        size_t most;
        const char *unit;
    } limits[] = {
        { "A file", NODE_FILE_BYTES >> 20, "MiB" },
        { "One text", NODE_SCALAR_BYTES >> 10, "KiB" },
        { "Levels inside each other", NODE_DEPTH, "" },
        { "Fields in one place", NODE_KEYS, "" },
        { "Parts of a file, as YAML counts events", NODE_EVENTS, "" },
    };
    mdoc_add_heading(page, "Limits");
    mdoc_add(page, "How long a list may be stands with its field.\nBesides:\n.Pp\n");
    mdoc_add(page, ".Bl -tag -width \"16 KiB\" -compact\n");
    for (size_t i = 0; i < sizeof limits / sizeof limits[0]; i++)
        mdoc_add(page, ".It %zu%s%s\n%s.\n", limits[i].most, *limits[i].unit ? " " : "",
            limits[i].unit, limits[i].of);
    mdoc_add(page, ".El\n");
}

static void add_translated(char **page, const char *of, const struct record *record)
{
    const char **names = record_translated(*page, record);

    for (size_t i = 0; names[i]; i++) {
        if (i == 0)
            mdoc_add(page, ".It %s\n", of);
        mdoc_add_text(page, names[i]);
        mdoc_add(page, names[i + 1] ? ",\n" : "\n");
    }
}

static void add_translation(char **page, const struct format *formats, size_t count)
{
    mdoc_add_heading(page, "Translation");
    mdoc_add(page, "These fields go to the translators.\n"
              "A point leads to the fields of an entry.\n");
    mdoc_add(page, ".Bl -tag -width Ds\n");
    for (size_t i = 0; i < count; i++) {
        add_translated(page, formats[i].file, formats[i].root);
        for (size_t j = 0; formats[i].verbs && j < formats[i].verbs->count; j++) {
            const struct verb *verb = formats[i].verbs->verbs[j];
            add_translated(page, verb->name, verb->record);
        }
    }
    mdoc_add(page, ".El\n");
}

char *manual_write(const void *parent, const struct format *formats, size_t count)
{
    char *page = memory_need(talloc_strdup(parent, ""));

    for (size_t i = 0; i < count; i++) {
        char *heading =
            memory_need(talloc_asprintf(NULL, "Fields of the %s", formats[i].file));
        mdoc_add_heading(&page, heading);
        talloc_free(heading);
        add_fields(&page, formats[i].root);
        if (formats[i].step)
            add_verbs(&page, &formats[i]);
    }
    add_limits(&page);
    add_translation(&page, formats, count);
    return page;
}
