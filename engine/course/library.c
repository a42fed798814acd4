/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "course/library.h"

#include <string.h>

#include <talloc.h>

#include "base/memory.h"

struct head {
    const struct lesson *lesson; /* NULL: not read yet, or not readable */
    bool looked_for;
};

struct library *library_open(const void *parent, const char *folder,
                             const struct verb_table *verbs, struct diagnostics *problems)
{
    struct library *library = memory_need(talloc_zero(parent, struct library));
    library->folder = memory_need(talloc_strdup(library, folder));
    library->verbs = verbs;
    library->course = course_read(library, folder, problems);
    if (!library->course) {
        talloc_free(library);
        return NULL;
    }
    library->heads = memory_need(
        talloc_zero_array(library, struct head *, (unsigned)library->course->modules.count));
    return library;
}

static char *lesson_path(const struct library *library, const void *parent, size_t module,
                         size_t lesson)
{
    const struct text_list *lessons = &course_module(library->course, module)->lessons;
    return file_path(parent, library->folder, lessons->items[lesson].bytes);
}

static struct head *head_slot(struct library *library, size_t module, size_t lesson)
{
    if (!library->heads[module]) {
        size_t count = course_module(library->course, module)->lessons.count;
        library->heads[module] =
            memory_need(talloc_zero_array(library, struct head, (unsigned)count));
    }
    return &library->heads[module][lesson];
}

const struct lesson *library_head(struct library *library, size_t module, size_t lesson)
{
    struct head *head = head_slot(library, module, lesson);
    if (!head->looked_for) {
        struct diagnostics *problems = diagnostics_new(library);
        char *path = lesson_path(library, problems, module, lesson);
        head->lesson = lesson_read(library, path, library->verbs, LESSON_HEAD, problems);
        head->looked_for = true;
        talloc_free(problems);
    }
    return head->lesson;
}

struct lesson *library_lesson(const struct library *library, const void *parent, size_t module,
                              size_t lesson, struct diagnostics *problems)
{
    char *path = lesson_path(library, problems, module, lesson);
    return lesson_read(parent, path, library->verbs, LESSON_WHOLE, problems);
}

bool library_find(struct library *library, const char *id, size_t *ret_module,
                  size_t *ret_lesson)
{
    for (size_t module = 0; module < library->course->modules.count; module++) {
        size_t count = course_module(library->course, module)->lessons.count;
        for (size_t lesson = 0; lesson < count; lesson++) {
            const struct lesson *head = library_head(library, module, lesson);
            if (!head || strcmp(head->id.bytes, id) != 0)
                continue;
            *ret_module = module;
            *ret_lesson = lesson;
            return true;
        }
    }
    return false;
}
