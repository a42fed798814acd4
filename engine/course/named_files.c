/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "course/named_files.h"

#include <string.h>

#include <talloc.h>

#include "base/memory.h"

bool named_files_have(const struct named_files *files, const char *name)
{
    for (size_t i = 0; i < files->count; i++)
        if (strcmp(files->items[i].name, name) == 0)
            return true;
    return false;
}

void named_files_add(const void *parent, struct named_files *files, const char *name,
                     const struct record *record)
{
    if (named_files_have(files, name))
        return;
    files->items = memory_need(talloc_realloc(parent, files->items, struct named_file,
                                              (unsigned)files->count + 1));
    files->items[files->count++] =
        (struct named_file){ memory_need(talloc_strdup(parent, name)), record };
}

/* A lesson names its files from its own folder on. */
static void add_beside(const void *parent, struct named_files *files, const char *lesson,
                       const char *name, const struct record *record)
{
    const char *slash = strrchr(lesson, '/');
    int folder = slash ? (int)(slash + 1 - lesson) : 0;
    char *path = memory_need(talloc_asprintf(parent, "%.*s%s", folder, lesson, name));

    named_files_add(parent, files, path, record);
    talloc_free(path);
}

void named_files_add_lesson(const void *parent, struct named_files *files,
                            const struct lesson *lesson, const char *name)
{
    for (size_t i = 0; i < lesson->step_count; i++) {
        const struct record *record = lesson->steps[i].verb->record;
        for (size_t j = 0; j < record->field_count; j++) {
            const struct field *field = &record->fields[j];
            const struct text *path = (const void *)((const char *)lesson->steps[i].fields +
                                                     field->offset);
            if (field->type == FIELD_PATH && field->record && path->bytes)
                add_beside(parent, files, name, path->bytes, field->record);
        }
    }
}
