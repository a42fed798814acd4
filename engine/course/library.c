/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "course/library.h"

#include <string.h>

#include <talloc.h>

#include "base/memory.h"

struct slot {
    const struct head *head; /* NULL: not read yet, or not readable */
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
    library->slots = memory_need(
        talloc_zero_array(library, struct slot *, (unsigned)library->course->modules.count));
    return library;
}

static char *lesson_path(const struct library *library, const void *parent, size_t module,
                         size_t lesson)
{
    const struct text_list *lessons = &course_module(library->course, module)->lessons;
    return file_path(parent, library->folder, lessons->items[lesson].bytes);
}

static struct slot *find_slot(struct library *library, size_t module, size_t lesson)
{
    if (!library->slots[module]) {
        size_t count = course_module(library->course, module)->lessons.count;
        library->slots[module] =
            memory_need(talloc_zero_array(library, struct slot, (unsigned)count));
    }
    return &library->slots[module][lesson];
}

/* Only what is shown is kept: all heads of a large course take little memory. */
static const struct head *read_head(const struct library *library, size_t module, size_t index)
{
    struct diagnostics *problems = diagnostics_new(library);
    const struct lesson *lesson =
        lesson_read(problems, lesson_path(library, problems, module, index), library->verbs,
                    LESSON_HEAD, problems);
    struct head *head = NULL;

    if (lesson) {
        head = memory_need(talloc(library, struct head));
        *head = (struct head){
            .id = memory_need(talloc_strdup(head, lesson->id.bytes)),
            .title = memory_need(talloc_strdup(head, lesson->title.bytes)),
            .minutes = lesson->minutes.value,
        };
    }
    talloc_free(problems);
    return head;
}

const struct head *library_head(struct library *library, size_t module, size_t lesson)
{
    struct slot *slot = find_slot(library, module, lesson);
    if (!slot->looked_for)
        slot->head = read_head(library, module, lesson);
    slot->looked_for = true;
    return slot->head;
}

const struct term *library_term(struct library *library, const char *term)
{
    if (!library->glossary_looked_for) {
        struct diagnostics *problems = diagnostics_new(library);
        library->glossary = glossary_read(library, library->folder, problems);
        library->glossary_looked_for = true;
        talloc_free(problems);
    }
    return library->glossary ? glossary_find(library->glossary, term) : NULL;
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
            const struct head *head = library_head(library, module, lesson);
            if (!head || strcmp(head->id, id) != 0)
                continue;
            *ret_module = module;
            *ret_lesson = lesson;
            return true;
        }
    }
    return false;
}
