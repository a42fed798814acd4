/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "course/around.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <talloc.h>

#include "base/memory.h"
#include "base/text.h"

/* The absolute name of a file that need not be there; its folder must. */
static char *absolute_name(const void *parent, const char *file)
{
    const char *slash = strrchr(file, '/');
    const char *name = slash ? slash + 1 : file;
    char *folder = memory_need(talloc_strndup(parent, file, (size_t)(name - file)));
    char real[PATH_MAX];
    char *absolute = NULL;

    if (realpath(*folder ? folder : ".", real))
        absolute = file_path(parent, real, name);
    talloc_free(folder);
    return absolute;
}

static bool has_course_file(const char *folder)
{
    char *file = file_path(folder, folder, COURSE_FILE);
    bool has = access(file, F_OK) == 0;
    talloc_free(file);
    return has;
}

char *course_around(const void *parent, const char *file, const char **ret_name)
{
    char *absolute = absolute_name(parent, file);
    char *slash = absolute ? strrchr(absolute, '/') : NULL;

    char *folder = NULL;

    for (; slash && !folder; slash = memrchr(absolute, '/', (size_t)(slash - absolute))) {
        size_t length = slash > absolute ? (size_t)(slash - absolute) : 1;
        folder = memory_need(talloc_strndup(parent, absolute, length));
        if (has_course_file(folder))
            *ret_name = memory_need(talloc_strdup(parent, slash + 1));
        else
            TALLOC_FREE(folder);
    }
    talloc_free(absolute);
    return folder;
}

static struct text copy(const void *parent, const char *bytes)
{
    return (struct text){ .bytes = memory_need(talloc_strdup(parent, bytes)) };
}

/* The title of the module that names the lesson; of the course where none does. */
static const char *title_of(const struct course *course, const char *name)
{
    for (size_t i = 0; i < course->modules.count; i++) {
        const struct course_module *module = course_module(course, i);
        for (size_t j = 0; j < module->lessons.count; j++)
            if (strcmp(module->lessons.items[j].bytes, name) == 0)
                return module->title.bytes;
    }
    return course->title.bytes;
}

/* A course of one module with one lesson. */
static struct course *make_course(const void *parent, const char *name,
                                  const struct course *around)
{
    struct course *course = memory_need(talloc_zero(parent, struct course));
    struct course_module *module = memory_need(talloc_zero(course, struct course_module));
    struct text *lesson = memory_need(talloc(module, struct text));
    char *shown = text_clean(course, name, strlen(name));

    *lesson = copy(course, name);
    module->title = copy(course, around ? title_of(around, name) : shown);
    module->lessons = (struct text_list){ .items = lesson, .count = 1 };
    course->modules = (struct record_list){ .items = module, .count = 1 };
    course->title = copy(course, around ? around->title.bytes : shown);
    if (around) {
        course->id = copy(course, around->id.bytes);
        course->language = copy(course, around->language.bytes);
    }
    return course;
}

struct library *library_open_lesson(const void *parent, const char *file, const char *po,
                                    const struct verb_table *verbs)
{
    struct library *library = memory_need(talloc_zero(parent, struct library));
    struct diagnostics *problems = diagnostics_new(library);
    const char *slash = strrchr(file, '/');
    const char *name = slash ? slash + 1 : file;
    char *folder = course_around(library, file, &name);
    const struct course *around = folder ? course_read(problems, folder, problems) : NULL;

    if (!folder)
        folder = slash ? memory_need(talloc_strndup(library, file, (size_t)(slash + 1 - file)))
                       : memory_need(talloc_strdup(library, "."));
    library->folder = folder;
    library->verbs = verbs;
    library->course = make_course(library, name, around);
    library->slots = memory_need(talloc_zero_array(library, struct slot *, 1));
    if (po)
        library->draft = draft_new(library, po, library->course->id.bytes, folder);
    talloc_free(problems);
    return library;
}
