/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "course/po.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include <talloc.h>

#include "base/language.h"
#include "base/memory.h"
#include "course/po_file.h"

/* One file while it is read. */
struct reader {
    struct po *po;
    const char *path;
    struct bytes bytes; /* of the file, for its lines */
    struct diagnostics *problems;
};

struct po *po_new(const void *parent, const char *course, const char *language)
{
    struct po *po = memory_need(talloc_zero(parent, struct po));
    po->course = memory_need(talloc_strdup(po, course));
    po->language = memory_need(talloc_strdup(po, language));
    return po;
}

static bool refuse(const struct reader *reader, size_t line, const char *message,
                   const char *advice)
{
    const struct position at = { line, 1 };
    size_t problem = reader->problems->count;

    diagnostics_add(reader->problems, SEVERITY_ERROR, reader->path, at, "%s", message);
    diagnostics_advise(reader->problems, "%s", advice);
    diagnostics_quote(reader->problems, problem, reader->bytes.data, reader->bytes.length);
    return false;
}

/* The line of a header field; the first line of the file where there is none. */
static size_t header_line(const struct reader *reader, const char *field)
{
    size_t length = strlen(field), number = 1;

    for (const char *line = reader->bytes.data; line; number++) {
        if (*line == '"' && strncasecmp(line + 1, field, length) == 0 && line[length + 1] == ':')
            return number;
        line = strchr(line, '\n');
        line = line ? line + 1 : NULL;
    }
    return 1;
}

/* A field of the header, "" where it is missing; belongs to parent. */
static char *header_value(const void *parent, const char *header, const char *field)
{
    char *value = header ? po_header_field(header, field) : NULL;
    char *copy = memory_need(talloc_strdup(parent, value ? value : ""));
    free(value);
    return copy;
}

static bool check_header(const struct reader *reader, const char *header)
{
    void *memory = memory_need(talloc_new(NULL));
    const char *type = header_value(memory, header, "Content-Type");
    const char *charset = strcasestr(type, "charset=");
    const char *course = header_value(memory, header, PO_COURSE);
    const char *language = header_value(memory, header, PO_LANGUAGE);
    bool good = true;

    if (!charset || strcasecmp(charset, "charset=UTF-8") != 0)
        good = refuse(reader, header_line(reader, "Content-Type"),
                      /* TRANSLATORS: a PO file says which encoding it has. */
                      _("the header of this PO file does not say that it is in UTF-8"),
                      /* TRANSLATORS: advice after "the header of this PO file …". */
                      _("save it in UTF-8; its header has Content-Type: text/plain; "
                        "charset=UTF-8"));
    if (strcmp(course, reader->po->course) != 0)
        good = refuse(reader, header_line(reader, PO_COURSE),
                      /* TRANSLATORS: a PO file of something else was given. */
                      _("this PO file is not a translation of this course"),
                      talloc_asprintf(memory,
                                      /* TRANSLATORS: advice; a header field and its value. */
                                      _("begin with a template that 'conecta pot' made of it; its "
                                        "header has %s: %s"),
                                      PO_COURSE, reader->po->course));
    if (strcmp(language, reader->po->language) != 0)
        good = refuse(reader, header_line(reader, PO_LANGUAGE),
                      /* TRANSLATORS: a Ukrainian PO file where a Russian one was meant. */
                      _("this PO file is in another language"),
                      talloc_asprintf(memory,
                                      /* TRANSLATORS: advice; a header field and its value. */
                                      _("the header of the file for this language has %s: %s"),
                                      PO_LANGUAGE, reader->po->language));
    talloc_free(memory);
    return good;
}

char *po_header(const void *parent, const char *path, const char *field,
                struct diagnostics *problems)
{
    po_file_t file = po_file_open(path, problems);
    if (!file)
        return NULL;
    char *value = header_value(parent, po_file_domain_header(file, NULL), field);
    po_file_free(file);
    return value;
}

void po_put(struct po *po, const struct po_entry *entry)
{
    if ((po->count & (po->count - 1)) == 0)
        po->entries = memory_need(talloc_realloc(po, po->entries, struct po_entry,
                                                 (unsigned)(po->count ? po->count * 2 : 1)));
    po->entries[po->count++] = (struct po_entry){
        .context = memory_need(talloc_strdup(po, entry->context)),
        .source = memory_need(talloc_strdup(po, entry->source)),
        .translation = memory_need(talloc_strdup(po, entry->translation)),
        .fuzzy = entry->fuzzy,
        .file = entry->file,
        .line = entry->line,
    };
    po->sorted = false;
}

/* Entries without a context, such as the header, are none of a course. */
static bool take_message(const struct reader *reader, const char *file, po_message_t message,
                         size_t line)
{
    const char *context = po_message_msgctxt(message);

    if (po_message_msgid_plural(message))
        return refuse(reader, line,
                      /* TRANSLATORS: msgid_plural is a word of PO files. */
                      _("a lesson has no plural forms (msgid_plural)"),
                      /* TRANSLATORS: advice after "a lesson has no plural forms". */
                      _("run 'make update-po' or 'conecta pot', and translate what they bring"));
    if (context)
        po_put(reader->po, &(struct po_entry){
                               .context = context,
                               .source = po_message_msgid(message),
                               .translation = po_message_msgstr(message),
                               .fuzzy = po_message_is_fuzzy(message),
                               .file = file,
                               .line = line,
                           });
    return true;
}

static bool take_messages(const struct reader *reader, po_file_t file)
{
    size_t *lines = po_file_lines(reader->po, reader->bytes);
    const char *name = memory_need(talloc_strdup(reader->po, reader->path));
    po_message_iterator_t iterator = po_message_iterator(file, NULL);
    bool good = true;
    size_t number = 0;

    for (po_message_t message; (message = po_next_message(iterator));) {
        if (po_message_is_obsolete(message))
            continue;
        good &= take_message(reader, name, message, lines[number] ? lines[number] : 1);
        number += lines[number] != 0;
    }
    po_message_iterator_free(iterator);
    talloc_free(lines);
    return good;
}

bool po_add(struct po *po, const char *path, struct diagnostics *problems)
{
    size_t count = po->count;
    struct reader reader = { .po = po, .path = path, .problems = problems };
    po_file_t file = po_file_open(path, problems);

    if (!file)
        return false;
    bool good = file_read(problems, path, PO_FILE_BYTES, &reader.bytes, problems) &&
                check_header(&reader, po_file_domain_header(file, NULL)) &&
                take_messages(&reader, file);
    if (!good)
        po->count = count;
    po_file_free(file);
    return good;
}

/* Of two with one context, such as of a lesson that moved to another module, the
 * translated one comes first. */
static int compare_entries(const void *one, const void *other)
{
    const struct po_entry *entries[] = { one, other };
    int order = strcmp(entries[0]->context, entries[1]->context);
    return order ? order : !*entries[0]->translation - !*entries[1]->translation;
}

const struct po_entry *po_find(struct po *po, const char *context)
{
    size_t low = 0, high = po->count;

    if (!po->sorted && po->count > 0)
        qsort(po->entries, po->count, sizeof *po->entries, compare_entries);
    po->sorted = true;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (strcmp(po->entries[middle].context, context) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low < po->count && strcmp(po->entries[low].context, context) == 0 ? &po->entries[low]
                                                                              : NULL;
}
