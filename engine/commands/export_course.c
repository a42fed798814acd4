/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "commands/export_course.h"

#include <string.h>
#include <unistd.h>

#include <talloc.h>

#include "base/memory.h"
#include "course/course.h"

/* A lesson lies in the folder of its module, seldom deeper. */
#define FOLDERS 4

static char *folder_of(const void *parent, const char *file)
{
    const char *slash = strrchr(file, '/');
    return slash ? memory_need(talloc_strndup(parent, file, (size_t)(slash - file) + 1))
                 : memory_need(talloc_strdup(parent, "."));
}

static bool has_file(const char *folder, const char *name)
{
    char *path = file_path(NULL, folder, name);
    bool there = access(path, F_OK) == 0;
    talloc_free(path);
    return there;
}

/* The folder of the course; NULL: there is none. */
static char *find_folder(const void *parent, const char *file)
{
    char *folder = folder_of(parent, file);

    for (size_t i = 0; i < FOLDERS; i++) {
        if (has_file(folder, COURSE_FILE))
            return folder;
        folder = file_path(parent, folder, "..");
    }
    return NULL;
}

bool export_find_course(const void *parent, const char *file, struct export_course *ret_course,
                        struct diagnostics *problems)
{
    char *folder = find_folder(parent, file);
    struct export_course found = { .language = "en" };

    if (folder) {
        const struct course *course = course_read(parent, folder, problems);
        if (!course)
            return false;
        found.language = course->language.bytes;
    }
    if (folder && has_file(folder, GLOSSARY_FILE)) {
        found.glossary = glossary_read(parent, folder, problems);
        if (!found.glossary)
            return false;
    }
    *ret_course = found;
    return true;
}
