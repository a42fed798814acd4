/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "course/manual.h"

#include <ctype.h>
#include <stdarg.h>
#include <stdio.h>

#include <talloc.h>

#include "base/memory.h"
#include "course/node.h"

static void add(char **page, const char *format, ...) __attribute__((format(printf, 2, 3)));

static void add(char **page, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    *page = memory_need(talloc_vasprintf_append_buffer(*page, format, arguments));
    va_end(arguments);
}

/* A word or sentence that the formatter leaves as it is: a hyphen can be copied,
 * and nothing at the beginning of a line is taken for a command. */
static void add_text(char **page, const char *text)
{
    if (*text == '.' || *text == '\'')
        add(page, "\\&");
    for (; *text; text++) {
        if (*text == '\\')
            add(page, "\\e");
        else if (*text == '-')
            add(page, "\\-");
        else
            add(page, "%c", *text);
    }
}

static void add_heading(char **page, const char *text)
{
    add(page, ".Sh ");
    for (; *text; text++)
        add(page, "%c", toupper((unsigned char)*text));
    add(page, "\n");
}

static void add_words(char **page, const char *const *words)
{
    for (size_t i = 0; words[i]; i++) {
        add(page, "%s", i == 0 ? "" : words[i + 1] ? ", " : " or ");
        add_text(page, words[i]);
    }
}

static void add_length(char **page, const struct field *field, const char *of)
{
    if (field->least == field->most)
        add(page, "list of %ld%s", field->least, of);
    else
        add(page, "list of %ld to %ld%s", field->least, field->most, of);
}

static void add_type(char **page, const struct field *field)
{
    switch (field->type) {
    case FIELD_ID:
        add(page, "id");
        break;
    case FIELD_LINE:
        add(page, "text");
        break;
    case FIELD_PAGE:
        add(page, "page");
        break;
    case FIELD_DRAWING:
        add(page, "drawing");
        break;
    case FIELD_WORD:
        add_words(page, field->words);
        break;
    case FIELD_PLAIN:
        add(page, "line");
        break;
    case FIELD_COUNT:
        add(page, "number from %ld to %ld", field->least, field->most);
        break;
    case FIELD_YES_NO:
        add(page, "yes or no");
        break;
    case FIELD_MONTH:
        add(page, "month");
        break;
    case FIELD_PATH:
        add(page, "file name");
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
    add(page, ".Bl -tag -width Ds\n");
    for (size_t i = 0; i < record->field_count; i++) {
        const struct field *field = &record->fields[i];
        add(page, ".It Cm ");
        add_text(page, field->name);
        add(page, "\n.Pq ");
        add_type(page, field);
        add(page, "%s\n", field->flags & FIELD_REQUIRED ? "; required" : "");
        add_text(page, field->about);
        add(page, ".\n");
        if (field->type == FIELD_RECORDS) {
            add(page, "Each entry has:\n");
            add_fields(page, field->record);
        }
    }
    add(page, ".El\n");
}

static void add_verbs(char **page, const struct format *format)
{
    add_heading(page, "Fields of every step");
    add(page, "Besides its verb and what belongs to that, a step can have:\n");
    add_fields(page, format->step);
    add_heading(page, "Fields of each verb");
    for (size_t i = 0; i < format->verbs->count; i++) {
        const struct verb *verb = format->verbs->verbs[i];
        add(page, ".Ss ");
        add_text(page, verb->name);
        add(page, "\n");
        if (verb->counted)
            add(page, "The step needs an\n.Cm id .\n");
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
    add_heading(page, "Limits");
    add(page, "How long a list may be stands with its field.\nBesides:\n.Pp\n");
    add(page, ".Bl -tag -width \"16 KiB\" -compact\n");
    for (size_t i = 0; i < sizeof limits / sizeof limits[0]; i++)
        add(page, ".It %zu%s%s\n%s.\n", limits[i].most, *limits[i].unit ? " " : "",
            limits[i].unit, limits[i].of);
    add(page, ".El\n");
}

static void add_translated(char **page, const char *of, const struct record *record)
{
    const char **names = record_translated(*page, record);

    for (size_t i = 0; names[i]; i++) {
        if (i == 0)
            add(page, ".It %s\n", of);
        add_text(page, names[i]);
        add(page, names[i + 1] ? ",\n" : "\n");
    }
}

static void add_translation(char **page, const struct format *formats, size_t count)
{
    add_heading(page, "Translation");
    add(page, "These fields go to the translators.\n"
              "A point leads to the fields of an entry.\n");
    add(page, ".Bl -tag -width Ds\n");
    for (size_t i = 0; i < count; i++) {
        add_translated(page, formats[i].file, formats[i].root);
        for (size_t j = 0; formats[i].verbs && j < formats[i].verbs->count; j++) {
            const struct verb *verb = formats[i].verbs->verbs[j];
            add_translated(page, verb->name, verb->record);
        }
    }
    add(page, ".El\n");
}

char *manual_write(const void *parent, const struct format *formats, size_t count)
{
    char *page = memory_need(talloc_strdup(parent, ""));

    for (size_t i = 0; i < count; i++) {
        char *heading =
            memory_need(talloc_asprintf(NULL, "Fields of the %s", formats[i].file));
        add_heading(&page, heading);
        talloc_free(heading);
        add_fields(&page, formats[i].root);
        if (formats[i].step)
            add_verbs(&page, &formats[i]);
    }
    add_limits(&page);
    add_translation(&page, formats, count);
    return page;
}
