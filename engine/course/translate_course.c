/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "course/translate_course.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

#include <talloc.h>

#include "base/language.h"
#include "base/memory.h"
#include "base/replace.h"
#include "course/glossary.h"
#include "course/node_write.h"
#include "course/translate_glossary.h"

/* What is done to every file. */
struct work {
    const struct units *units;
    struct po *po;
    const char *out;
    struct diagnostics *problems;
    struct translated_files *files;
    const struct translated_glossary *glossary; /* NULL: none */
};

struct po *translate_read_po(const void *parent, const struct units *units, const char *folder,
                             const char *language, struct diagnostics *problems)
{
    struct po *po = po_new(parent, units->course->id.bytes, language);
    size_t found = 0;
    bool good = true;

    for (size_t unit = 0; unit < units->count; unit++) {
        char *path = unit_path(po, folder, unit_name(units, unit), "po");
        if (access(path, F_OK) < 0 && errno == ENOENT)
            continue;
        found++;
        good &= po_add(po, path, problems);
    }
    if (found == 0) {
        diagnostics_add(problems, SEVERITY_ERROR, folder, (struct position){ 0, 0 }, "%s",
                        /* TRANSLATORS: of a folder. */
                        _("there are no PO files of this course here"));
        diagnostics_advise(problems,
                           /* TRANSLATORS: advice; %s are names of files. */
                           _("they are called %s.po, %s.po and so on, as 'conecta pot' names them"),
                           UNIT_COURSE, unit_name(units, 1));
    }
    if (good && found > 0)
        return po;
    talloc_free(po);
    return NULL;
}

static bool lies_in_out(const struct work *work, const char *name)
{
    char *path = file_path(NULL, work->out, name);
    bool there = access(path, F_OK) == 0;
    talloc_free(path);
    return there;
}

/* The last complete one stays. */
static enum translated incomplete(const struct work *work, const char *name)
{
    return lies_in_out(work, name) ? TRANSLATED_STALE : TRANSLATED_INCOMPLETE;
}

static void note_file(const struct work *work, const char *name, enum translated state,
                      const struct translation *translation)
{
    struct translated_files *files = work->files;

    if ((files->count & (files->count - 1)) == 0)
        files->items = memory_need(
            talloc_realloc(files, files->items, struct translated_file,
                           (unsigned)(files->count ? files->count * 2 : 1)));
    struct translated_file *file = &files->items[files->count++];
    *file = (struct translated_file){ name, state, *translation };
    file->translation.yaml = (struct bytes){ NULL, 0 };
    file->translation.lesson = NULL;
    file->translation.texts = NULL;
    if (translation->waits)
        file->translation.waits = memory_need(talloc_strdup(files, translation->waits));
    files->incomplete += state != TRANSLATED_COMPLETE;
}

static bool write_file(const struct work *work, const char *name, struct bytes yaml)
{
    char *path = file_path(NULL, work->out, name);
    bool written = replace_make_folders(path, work->problems) &&
                   replace_with(path, yaml, work->problems);
    talloc_free(path);
    return written;
}

/* What a translation could still break, such as what an activity asks of its options;
 * the places are those of the new file. */
static bool is_lesson(const struct work *work, const void *memory, const char *source,
                      struct bytes yaml)
{
    char *name = memory_need(talloc_asprintf(memory, "%s (%s)", source, work->po->language));
    return lesson_parse(memory, name, yaml, work->units->verbs, LESSON_WHOLE, work->problems);
}

static const struct translated_file *find_file(const struct work *work, const char *name)
{
    for (size_t i = 0; i < work->files->count; i++)
        if (strcmp(work->files->items[i].name, name) == 0)
            return &work->files->items[i];
    return NULL;
}

/* A file that a lesson names, such as a directory of services. */
static bool translate_table(const struct work *work, const void *memory,
                            const struct named_file *file)
{
    struct translation translation = { .strings = 0 };
    struct bytes bytes;
    struct strings *strings = unit_strings(work->units, memory, work->units->folder, file,
                                           &bytes, work->problems);

    if (strings) {
        translate_strings(memory, strings, work->po, work->problems, &translation);
        if (translation_complete(&translation) &&
            !write_file(work, file->name,
                        node_write(memory, translate_heading(memory, bytes), strings->root)))
            return false;
    }
    note_file(work, file->name,
              !strings                             ? TRANSLATED_UNREADABLE
              : translation_complete(&translation) ? TRANSLATED_COMPLETE
                                                   : incomplete(work, file->name),
              &translation);
    return true;
}

/* What else must be complete before anybody may see a lesson: the files it names, and
 * the words it marks. The name of one that is not, or NULL. */
static const char *find_wait(const struct work *work, const void *memory, const char *name,
                             const struct translation *translation)
{
    struct named_files named = { NULL, 0 };

    named_files_add_lesson(memory, &named, translation->lesson, name);
    for (size_t i = 0; i < named.count; i++) {
        const struct translated_file *file = find_file(work, named.items[i].name);
        if (!file || file->state != TRANSLATED_COMPLETE)
            return named.items[i].name;
    }
    bool lacks = work->glossary &&
                 translated_glossary_lacks(work->glossary, translation->texts);
    return lacks ? GLOSSARY_FILE : NULL;
}

static bool complete_lesson(const struct work *work, const void *memory, const char *source,
                            const char *name, struct translation *translation)
{
    translation->waits = find_wait(work, memory, name, translation);
    if (!translation_complete(translation))
        return false;
    translation->wrong += !is_lesson(work, memory, source, translation->yaml);
    return translation_complete(translation);
}

/* False only when it could not be written. */
static bool translate_file(const struct work *work, const void *memory, const char *name)
{
    char *source = file_path(memory, work->units->folder, name);
    struct translation translation = { .strings = 0 };
    struct bytes bytes;
    bool readable = file_read(memory, source, NODE_FILE_BYTES, &bytes, work->problems) &&
                    translate_lesson(memory, source, bytes, work->units->verbs, work->po,
                                     work->problems, &translation);
    bool complete = readable && translation_complete(&translation) &&
                    complete_lesson(work, memory, source, name, &translation);

    if (complete && !write_file(work, name, translation.yaml))
        return false;
    note_file(work, name,
              !readable  ? TRANSLATED_UNREADABLE
              : complete ? TRANSLATED_COMPLETE
                         : incomplete(work, name),
              &translation);
    return true;
}

static struct node *find_node(struct node *mapping, const char *key)
{
    return (struct node *)(size_t)node_find(mapping, key);
}

static bool keeps_lesson(void *data, struct node *name)
{
    const struct work *work = data;
    return lies_in_out(work, name->text);
}

static bool keeps_module(void *data, struct node *module)
{
    struct node *lessons = find_node(module, "lessons");
    node_filter(lessons, keeps_lesson, data);
    return lessons->count > 0;
}

/* course.yaml of the translation: its language, and what is there. False only when it
 * could not be written. */
static bool translate_course_file(struct work *work, const void *memory)
{
    struct translation translation;
    struct bytes bytes;
    struct strings *strings = unit_strings(work->units, memory, work->units->folder,
                                           &work->units->files[0].items[0], &bytes,
                                           work->problems);
    if (!strings)
        return false;
    translate_strings(memory, strings, work->po, work->problems, &translation);
    find_node(strings->root, "language")->text = work->po->language;
    struct node *modules = find_node(strings->root, "modules");
    node_filter(modules, keeps_module, work);

    bool complete = translation_complete(&translation);
    if (complete && modules->count > 0 &&
        !write_file(work, COURSE_FILE,
                    node_write(memory, translate_heading(memory, bytes), strings->root)))
        return false;
    note_file(work, COURSE_FILE,
              complete && modules->count > 0 ? TRANSLATED_COMPLETE
                                             : incomplete(work, COURSE_FILE),
              &translation);
    return true;
}

/* The glossary is there as far as it goes. False only when it could not be written. */
static bool translate_glossary_file(struct work *work, const struct named_file *file)
{
    const void *memory = work->files;
    struct translation unread = { .strings = 0 };
    struct bytes bytes;
    struct strings *strings =
        unit_strings(work->units, memory, work->units->folder, file, &bytes, work->problems);

    if (!strings) {
        note_file(work, file->name, TRANSLATED_UNREADABLE, &unread);
        return true;
    }
    work->glossary = translate_glossary(memory, strings, translate_heading(memory, bytes),
                                        work->po, work->problems);
    const struct translation *translation = &work->glossary->translation;
    if (work->glossary->complete_count > 0 && !write_file(work, file->name, translation->yaml))
        return false;
    note_file(work, file->name,
              translation_complete(translation) ? TRANSLATED_COMPLETE : TRANSLATED_INCOMPLETE,
              translation);
    return true;
}

static bool translate_any(struct work *work, const struct named_file *file)
{
    void *memory = memory_need(talloc_new(NULL));
    bool written = file->record ? translate_table(work, memory, file)
                                : translate_file(work, memory, file->name);
    talloc_free(memory);
    return written;
}

/* What lessons name comes before them: they wait for it. */
static bool translate_unit(struct work *work, size_t unit)
{
    const struct named_files *files = &work->units->files[unit];
    bool written = true;

    for (size_t i = 0; i < files->count && written; i++)
        if (files->items[i].record)
            written = translate_any(work, &files->items[i]);
    for (size_t i = 0; i < files->count && written; i++)
        if (!files->items[i].record)
            written = translate_any(work, &files->items[i]);
    return written;
}

struct translated_files *translate_course(const void *parent, const struct units *units,
                                          struct po *po, const char *out,
                                          struct diagnostics *problems)
{
    struct translated_files *files = memory_need(talloc_zero(parent, struct translated_files));
    struct work work = { units, po, out, problems, files, NULL };
    bool written = true;

    if (units->files[0].count > 1)
        written = translate_glossary_file(&work, &units->files[0].items[1]);
    for (size_t unit = 1; unit < units->count && written; unit++)
        written = translate_unit(&work, unit);
    if (written) {
        void *memory = memory_need(talloc_new(NULL));
        written = translate_course_file(&work, memory);
        talloc_free(memory);
    }
    if (!written) {
        talloc_free(files);
        return NULL;
    }
    return files;
}
