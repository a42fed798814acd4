/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "course/unit.h"

#include <string.h>
#include <unistd.h>

#include <talloc.h>

#include "base/language.h"
#include "base/memory.h"
#include "course/glossary.h"

static bool check_names(const struct units *units, struct diagnostics *problems)
{
    for (size_t i = 0; i < units->course->modules.count; i++) {
        const struct text *id = &course_module(units->course, i)->id;
        const char *path;
        if (strcmp(id->bytes, UNIT_COURSE) != 0)
            continue;
        path = file_path(units, units->folder, COURSE_FILE);
        diagnostics_add(problems, SEVERITY_ERROR, path, id->at, "%s",
                        /* TRANSLATORS: of the id of a module in course.yaml. */
                        _("a module that is to be translated cannot be called 'course'"));
        diagnostics_advise(problems, "%s",
                           /* TRANSLATORS: advice after "a module … cannot be called …". */
                           _("choose another id; course.po holds the titles of the course"));
        return false;
    }
    return true;
}

static void add_course(struct units *units)
{
    char *glossary = file_path(units, units->folder, GLOSSARY_FILE);

    named_files_add(units, &units->files[0], COURSE_FILE, &course_record);
    if (access(glossary, F_OK) == 0)
        named_files_add(units, &units->files[0], GLOSSARY_FILE, &glossary_record);
    talloc_free(glossary);
}

static bool is_known(const struct units *units, const char *name)
{
    for (size_t unit = 0; unit < units->count; unit++)
        if (named_files_have(&units->files[unit], name))
            return true;
    return false;
}

static void add_named(struct units *units, size_t unit, const char *name)
{
    struct diagnostics *problems = diagnostics_new(units);
    char *path = file_path(problems, units->folder, name);
    const struct lesson *lesson =
        lesson_read(problems, path, units->verbs, LESSON_WHOLE, problems);
    struct named_files named = { NULL, 0 };

    if (lesson)
        named_files_add_lesson(problems, &named, lesson, name);
    for (size_t i = 0; i < named.count; i++)
        if (!is_known(units, named.items[i].name))
            named_files_add(units, &units->files[unit], named.items[i].name,
                            named.items[i].record);
    talloc_free(problems);
}

static void add_module(struct units *units, size_t unit)
{
    const struct text_list *lessons = &course_module(units->course, unit - 1)->lessons;

    for (size_t i = 0; i < lessons->count; i++)
        named_files_add(units, &units->files[unit], lessons->items[i].bytes, NULL);
    for (size_t i = 0; i < lessons->count; i++)
        add_named(units, unit, lessons->items[i].bytes);
}

struct units *units_open(const void *parent, const char *folder, const struct verb_table *verbs,
                         struct diagnostics *problems)
{
    struct units *units = memory_need(talloc_zero(parent, struct units));
    size_t length = strlen(folder);

    while (length > 1 && folder[length - 1] == '/')
        length--;
    units->folder = memory_need(talloc_strndup(units, folder, length));
    units->verbs = verbs;
    units->course = course_read(units, units->folder, problems);
    if (!units->course || !check_names(units, problems)) {
        talloc_free(units);
        return NULL;
    }
    units->count = 1 + units->course->modules.count;
    units->files = memory_need(
        talloc_zero_array(units, struct named_files, (unsigned)units->count));
    add_course(units);
    for (size_t unit = 1; unit < units->count; unit++)
        add_module(units, unit);
    return units;
}

const char *unit_name(const struct units *units, size_t unit)
{
    return unit == 0 ? UNIT_COURSE : course_module(units->course, unit - 1)->id.bytes;
}

struct strings *unit_strings(const struct units *units, const void *parent, const char *folder,
                             const struct named_file *file, struct bytes *ret_bytes,
                             struct diagnostics *problems)
{
    const char *path = file_path(parent, folder, file->name);
    struct bytes bytes;

    if (!file_read(parent, path, NODE_FILE_BYTES, &bytes, problems))
        return NULL;
    if (ret_bytes)
        *ret_bytes = bytes;
    if (file->record)
        return strings_of_record(parent, path, bytes, file->name, file->record, problems);
    if (!lesson_parse(parent, path, bytes, units->verbs, LESSON_WHOLE, problems))
        return NULL;
    return strings_of_lesson(parent, path, bytes, units->verbs, problems);
}

char *unit_path(const void *parent, const char *folder, const char *name, const char *extension)
{
    return memory_need(talloc_asprintf(parent, "%s/%s.%s", folder, name, extension));
}
