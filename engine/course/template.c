/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "course/template.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include <talloc.h>

#include "base/language.h"
#include "base/memory.h"
#include "base/replace.h"
#include "course/glossary.h"
#include "course/library.h"
#include "course/parallel.h"
#include "course/po_file.h"

/* What msgfmt --check asks of a header, and what tells our files apart. */
static char *make_header(const void *parent, const struct course *course, const char *language)
{
    char date[] = "YEAR-MO-DA HO:MI+ZONE";
    time_t now = time(NULL);

    /* A template has no date: it changes when the course does. */
    if (language)
        strftime(date, sizeof date, "%Y-%m-%d %H:%M+0000", gmtime(&now));
    return memory_need(talloc_asprintf(
        parent,
        "Project-Id-Version: %s\n"
        "Report-Msgid-Bugs-To: \n"
        "PO-Revision-Date: %s\n"
        "Last-Translator: %s\n"
        "Language-Team: %s\n"
        "Language: %s\n"
        "MIME-Version: 1.0\n"
        "Content-Type: text/plain; charset=UTF-8\n"
        "Content-Transfer-Encoding: 8bit\n"
        "%s: %s\n",
        course->id.bytes, date, language ? "Automatically generated" : "FULL NAME <EMAIL@ADDRESS>",
        language ? "none" : "LANGUAGE <LL@li.org>", language ? language : "", PO_COURSE,
        course->id.bytes));
}

static void add_header(po_message_iterator_t iterator, const struct course *course,
                       const char *language)
{
    po_message_t message = po_message_create();
    char *header = make_header(NULL, course, language);
    char *comment = memory_need(talloc_asprintf(
        header, "SPDX-License-Identifier: %s\n",
        course->licence.bytes ? course->licence.bytes : "NONE"));

    po_message_set_msgid(message, "");
    po_message_set_msgstr(message, header);
    if (course->licence.bytes)
        po_message_set_comments(message, comment);
    po_message_insert(iterator, message);
    talloc_free(header);
}

/* The comments go to whoever translates, from English: they are not translated. */
static void add_string(po_message_iterator_t iterator, const struct string *string)
{
    po_message_t message = po_message_create();
    char *comment = memory_need(talloc_asprintf(NULL, "%s\n", string->field->about));

    if (string->note)
        comment = memory_need(talloc_asprintf_append_buffer(comment, "Note: %s\n", string->note));
    po_message_set_msgctxt(message, string->context);
    po_message_set_msgid(message, string->text);
    po_message_set_msgstr(message, "");
    po_message_set_extracted_comments(message, comment);
    po_message_add_filepos(message, string->file, string->line);
    po_message_insert(iterator, message);
    talloc_free(comment);
}

/* A new file with every string of the unit; NULL when a lesson cannot be read. */
static po_file_t make_file(const struct units *units, size_t unit, const char *language,
                           struct diagnostics *problems)
{
    po_file_t file = po_file_create();
    po_message_iterator_t iterator = po_message_iterator(file, NULL);
    bool good = true;

    add_header(iterator, units->course, language);
    for (size_t i = 0; i < units->files[unit].count; i++) {
        void *memory = memory_need(talloc_new(NULL));
        const struct strings *strings = unit_strings(
            units, memory, units->folder, &units->files[unit].items[i], NULL, problems);
        good &= strings != NULL;
        for (size_t j = 0; strings && j < strings->count; j++)
            add_string(iterator, &strings->items[j]);
        talloc_free(memory);
    }
    po_message_iterator_free(iterator);
    if (!good)
        po_file_free(file);
    return good ? file : NULL;
}

/* The existing file, if it is one of this course and language. */
static po_file_t open_file(const struct units *units, const char *path, const char *language,
                           struct diagnostics *problems)
{
    struct po *po = po_new(NULL, units->course->id.bytes, language);
    bool good = po_add(po, path, problems);
    talloc_free(po);
    return good ? po_file_open(path, problems) : NULL;
}

/* What the parallel course says; only its files that are there. A word of the
 * glossary is called by itself, so the two glossaries have no place in common. */
static struct po *read_parallel(const void *parent, const struct units *units, size_t unit,
                                const struct template_wish *wish, struct diagnostics *problems)
{
    struct po *po = po_new(parent, units->course->id.bytes, wish->language);

    for (size_t i = 0; i < units->files[unit].count; i++) {
        void *memory = memory_need(talloc_new(NULL));
        const struct named_file *file = &units->files[unit].items[i];
        const char *path = file_path(memory, wish->parallel, file->name);
        const struct strings *strings = NULL, *other = NULL;
        if (file->record != &glossary_record && access(path, F_OK) == 0) {
            strings = unit_strings(units, memory, units->folder, file, NULL, problems);
            other = unit_strings(units, memory, wish->parallel, file, NULL, problems);
        }
        if (strings && other)
            parallel_match(strings, other, po, problems);
        talloc_free(memory);
    }
    return po;
}

static void fill_message(po_message_t message, struct po *parallel, struct template_done *done)
{
    const char *context = po_message_msgctxt(message);
    const struct po_entry *entry = context ? po_find(parallel, context) : NULL;

    if (!entry || po_message_is_obsolete(message))
        return;
    if (strcmp(entry->source, po_message_msgid(message)) != 0) {
        done->old++;
        return;
    }
    po_message_set_msgstr(message, entry->translation);
    po_message_set_fuzzy(message, 0);
    po_message_set_prev_msgctxt(message, NULL);
    po_message_set_prev_msgid(message, NULL);
    done->filled++;
}

static void fill_file(po_file_t file, struct po *parallel, struct template_done *done)
{
    po_message_iterator_t iterator = po_message_iterator(file, NULL);

    for (po_message_t message; (message = po_next_message(iterator));) {
        done->strings += po_message_msgctxt(message) && !po_message_is_obsolete(message);
        if (parallel)
            fill_message(message, parallel, done);
    }
    po_message_iterator_free(iterator);
}

bool template_write(const void *parent, const struct units *units, size_t unit,
                    const struct template_wish *wish, struct diagnostics *problems,
                    struct template_done *ret_done)
{
    struct template_done done = {
        .path = unit_path(parent, wish->out, unit_name(units, unit),
                          wish->language ? "po" : "pot"),
    };
    bool kept = wish->language && access(done.path, F_OK) == 0;
    po_file_t file = kept ? open_file(units, done.path, wish->language, problems)
                          : make_file(units, unit, wish->language, problems);
    if (!file)
        return false;

    struct po *parallel =
        wish->parallel ? read_parallel(parent, units, unit, wish, problems) : NULL;
    fill_file(file, parallel, &done);
    bool written = (kept && done.filled == 0) ||
                   (replace_make_folders(done.path, problems) &&
                    po_file_save(file, done.path, problems));
    talloc_free(parallel);
    po_file_free(file);
    *ret_done = done;
    return written;
}

static bool check_id(struct library *library, size_t module, size_t lesson,
                     struct diagnostics *problems)
{
    const struct head *head = library_head(library, module, lesson);
    size_t first_module = module, first_lesson = lesson;

    if (!head || !library_find(library, head->id, &first_module, &first_lesson) ||
        (first_module == module && first_lesson == lesson))
        return true;
    diagnostics_add(problems, SEVERITY_ERROR, library_path(library, problems, module, lesson),
                    (struct position){ 0, 0 },
                    /* TRANSLATORS: %s is the id of a lesson. */
                    _("another lesson of this course has the id '%s' as well"), head->id);
    diagnostics_advise(problems, "%s",
                       /* TRANSLATORS: advice after "another lesson … has the id …". */
                       _("choose another: translations are found by it"));
    return false;
}

bool template_check_ids(const struct units *units, struct diagnostics *problems)
{
    struct library *library = library_open(NULL, units->folder, units->verbs, problems);
    bool unique = library != NULL;

    for (size_t i = 0; library && i < units->course->modules.count; i++)
        for (size_t j = 0; j < course_module(units->course, i)->lessons.count; j++)
            unique &= check_id(library, i, j, problems);
    talloc_free(library);
    return unique;
}
