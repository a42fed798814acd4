/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "course/translate_course.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

#include <talloc.h>

#include "base/language.h"
#include "base/memory.h"
#include "base/replace.h"
#include "course/node_write.h"

/* What is done to every file. */
struct work {
    const struct units *units;
    struct po *po;
    const char *out;
    struct diagnostics *problems;
    struct translated_files *files;
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

static void note_file(const struct work *work, const char *name, enum translated state,
                      const struct translation *translation)
{
    struct translated_files *files = work->files;

    if ((files->count & (files->count - 1)) == 0)
        files->items = memory_need(
            talloc_realloc(files, files->items, struct translated_file,
                           (unsigned)(files->count ? files->count * 2 : 1)));
    if (state == TRANSLATED_INCOMPLETE && lies_in_out(work, name))
        state = TRANSLATED_STALE;
    files->items[files->count] = (struct translated_file){ name, state, *translation };
    files->items[files->count++].translation.yaml = (struct bytes){ NULL, 0 };
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

/* False only when it could not be written. */
static bool translate_file(const struct work *work, const void *memory, const char *name)
{
    char *source = file_path(memory, work->units->folder, name);
    struct translation translation = { .strings = 0 };
    struct bytes bytes;
    bool readable = file_read(memory, source, NODE_FILE_BYTES, &bytes, work->problems) &&
                    translate_lesson(memory, source, bytes, work->units->verbs, work->po,
                                     work->problems, &translation);
    bool complete = readable && translation_complete(&translation);

    if (complete && !is_lesson(work, memory, source, translation.yaml)) {
        complete = false;
        translation.wrong++;
    }
    if (complete && !write_file(work, name, translation.yaml))
        return false;
    note_file(work, name,
              !readable  ? TRANSLATED_UNREADABLE
              : complete ? TRANSLATED_COMPLETE
                         : TRANSLATED_INCOMPLETE,
              &translation);
    return true;
}

static struct node *find_node(struct node *mapping, const char *key)
{
    return (struct node *)(size_t)node_find(mapping, key);
}

/* Takes out of a list what `keep` does not want. */
static void filter(const struct work *work, struct node *list,
                   bool (*keep)(const struct work *, struct node *))
{
    struct node **link = &list->first;

    list->count = 0;
    list->last = NULL;
    while (*link) {
        if (!keep(work, *link)) {
            *link = (*link)->next;
            continue;
        }
        list->last = *link;
        list->count++;
        link = &(*link)->next;
    }
}

static bool keeps_lesson(const struct work *work, struct node *name)
{
    return lies_in_out(work, name->text);
}

static bool keeps_module(const struct work *work, struct node *module)
{
    struct node *lessons = find_node(module, "lessons");
    filter(work, lessons, keeps_lesson);
    return lessons->count > 0;
}

/* course.yaml of the translation: its language, and what is there. False only when it
 * could not be written. */
static bool translate_course_file(const struct work *work, const void *memory)
{
    struct translation translation;
    struct bytes bytes;
    struct strings *strings = unit_strings(work->units, memory, work->units->folder, 0, 0,
                                           &bytes, work->problems);
    if (!strings)
        return false;
    translate_strings(memory, strings, work->po, work->problems, &translation);
    find_node(strings->root, "language")->text = work->po->language;
    struct node *modules = find_node(strings->root, "modules");
    filter(work, modules, keeps_module);

    bool complete = translation_complete(&translation);
    if (complete && modules->count > 0 &&
        !write_file(work, COURSE_FILE,
                    node_write(memory, translate_heading(memory, bytes), strings->root)))
        return false;
    note_file(work, COURSE_FILE,
              complete && modules->count > 0 ? TRANSLATED_COMPLETE : TRANSLATED_INCOMPLETE,
              &translation);
    return true;
}

struct translated_files *translate_course(const void *parent, const struct units *units,
                                          struct po *po, const char *out,
                                          struct diagnostics *problems)
{
    struct translated_files *files = memory_need(talloc_zero(parent, struct translated_files));
    const struct work work = { units, po, out, problems, files };
    bool written = true;

    for (size_t unit = 1; unit < units->count && written; unit++)
        for (size_t i = 0; i < unit_files(units, unit) && written; i++) {
            void *memory = memory_need(talloc_new(NULL));
            written = translate_file(&work, memory, unit_file(units, unit, i));
            talloc_free(memory);
        }
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
