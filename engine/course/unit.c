/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "course/unit.h"

#include <string.h>

#include <talloc.h>

#include "base/language.h"
#include "base/memory.h"

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
    return units;
}

const char *unit_name(const struct units *units, size_t unit)
{
    return unit == 0 ? UNIT_COURSE : course_module(units->course, unit - 1)->id.bytes;
}

size_t unit_files(const struct units *units, size_t unit)
{
    return unit == 0 ? 1 : course_module(units->course, unit - 1)->lessons.count;
}

const char *unit_file(const struct units *units, size_t unit, size_t index)
{
    return unit == 0 ? COURSE_FILE
                     : course_module(units->course, unit - 1)->lessons.items[index].bytes;
}

struct strings *unit_strings(const struct units *units, const void *parent, const char *folder,
                             size_t unit, size_t index, struct bytes *ret_bytes,
                             struct diagnostics *problems)
{
    const char *path = file_path(parent, folder, unit_file(units, unit, index));
    struct bytes bytes;

    if (!file_read(parent, path, NODE_FILE_BYTES, &bytes, problems))
        return NULL;
    if (ret_bytes)
        *ret_bytes = bytes;
    if (unit == 0)
        return strings_of_record(parent, path, bytes, COURSE_FILE, &course_record, problems);
    if (!lesson_parse(parent, path, bytes, units->verbs, LESSON_WHOLE, problems))
        return NULL;
    return strings_of_lesson(parent, path, bytes, units->verbs, problems);
}

char *unit_path(const void *parent, const char *folder, const char *name, const char *extension)
{
    return memory_need(talloc_asprintf(parent, "%s/%s.%s", folder, name, extension));
}
