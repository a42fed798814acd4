/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "course/library.h"

#include <string.h>
#include <unistd.h>

#include <talloc.h>

#include "base/memory.h"

struct slot {
    const struct head *head; /* NULL: not read yet, or not readable */
    bool looked_for;
};

/* The course in another language. */
struct edition {
    const char *language;
    const char *folder;
    struct explanations explanations;
    const struct course *course; /* for its titles; NULL: not there, or of another course */
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

void library_add_edition(struct library *library, const char *language, const char *folder)
{
    library->editions =
        memory_need(talloc_realloc(library, library->editions, struct edition,
                                   (unsigned)library->edition_count + 1));
    library->editions[library->edition_count++] = (struct edition){
        .language = memory_need(talloc_strdup(library, language)),
        .folder = memory_need(talloc_strdup(library, folder)),
    };
}

/* Its titles are missing as long as they are not translated, its lessons may be there
 * all the same. */
static void read_titles(struct library *library, struct edition *edition)
{
    struct diagnostics *problems = diagnostics_new(library);
    const struct course *course = course_read(library, edition->folder, problems);

    if (course && strcmp(course->id.bytes, library->course->id.bytes) == 0 &&
        strcmp(course->language.bytes, edition->language) == 0)
        edition->course = course;
    edition->looked_for = true;
    talloc_free(problems);
}

static void forget_heads(struct library *library)
{
    size_t count = library->course->modules.count;
    for (size_t i = 0; i < count; i++)
        for (size_t j = 0; library->slots[i] && j < course_module(library->course, i)->lessons.count;
             j++)
            talloc_free((void *)(size_t)library->slots[i][j].head);
    talloc_free(library->slots);
    library->slots = memory_need(talloc_zero_array(library, struct slot *, (unsigned)count));
}

static struct edition *find_edition(struct library *library, const char *language)
{
    for (size_t i = 0; i < library->edition_count; i++)
        if (strcmp(library->editions[i].language, language) == 0)
            return &library->editions[i];
    return NULL;
}

/* A single lesson may have no language: it is what it is. */
static bool is_own(const struct library *library, const char *language)
{
    const char *own = library->course->language.bytes;
    return !own || !language || strcmp(own, language) == 0;
}

void library_speak(struct library *library, const char *language)
{
    struct edition *spoken = is_own(library, language) ? NULL : find_edition(library, language);

    if (spoken && !spoken->looked_for)
        read_titles(library, spoken);
    if (spoken != library->spoken)
        forget_heads(library);
    library->spoken = spoken;
}

const char *library_title(const struct library *library)
{
    const struct course *spoken = library->spoken ? library->spoken->course : NULL;
    return spoken ? spoken->title.bytes : library->course->title.bytes;
}

const char *library_module_title(const struct library *library, size_t module)
{
    const struct course *spoken = library->spoken ? library->spoken->course : NULL;
    const struct course_module *written = course_module(library->course, module);

    for (size_t i = 0; spoken && i < spoken->modules.count; i++)
        if (strcmp(course_module(spoken, i)->id.bytes, written->id.bytes) == 0)
            return course_module(spoken, i)->title.bytes;
    return written->title.bytes;
}

char *library_path(const struct library *library, const void *parent, size_t module,
                   size_t lesson)
{
    const struct text_list *lessons = &course_module(library->course, module)->lessons;
    return file_path(parent, library->folder, lessons->items[lesson].bytes);
}

/* The lesson in the language spoken, or NULL. */
static struct lesson *read_spoken(const struct library *library, const void *parent,
                                  size_t module, size_t index, enum lesson_part part)
{
    if (!library->spoken)
        return NULL;
    const struct text_list *lessons = &course_module(library->course, module)->lessons;
    struct diagnostics *problems = diagnostics_new(parent);
    char *path = file_path(problems, library->spoken->folder, lessons->items[index].bytes);
    struct lesson *lesson = NULL;

    if (access(path, R_OK) == 0)
        lesson = lesson_read(parent, path, library->verbs, part, problems);
    if (lesson)
        lesson->language = library->spoken->language;
    talloc_free(problems);
    return lesson;
}

static struct lesson *read_lesson(const struct library *library, const void *parent,
                                  size_t module, size_t index, enum lesson_part part,
                                  struct diagnostics *problems)
{
    struct lesson *lesson = read_spoken(library, parent, module, index, part);
    if (lesson)
        return lesson;
    if (library->draft)
        return draft_read(library->draft, parent, library_path(library, problems, module, index),
                          library->verbs, problems);
    lesson = lesson_read(parent, library_path(library, problems, module, index), library->verbs,
                         part, problems);
    if (lesson)
        lesson->language = library->course->language.bytes;
    return lesson;
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
        read_lesson(library, problems, module, index, LESSON_HEAD, problems);
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

static const struct glossary *find_glossary(struct library *library, const char *folder,
                                            struct explanations *explanations)
{
    if (!explanations->looked_for) {
        struct diagnostics *problems = diagnostics_new(library);
        explanations->glossary = glossary_read(library, folder, problems);
        explanations->looked_for = true;
        talloc_free(problems);
    }
    return explanations->glossary;
}

const struct term *library_term(struct library *library, const char *language, const char *term)
{
    struct edition *edition = is_own(library, language) ? NULL : find_edition(library, language);
    const struct glossary *glossary =
        library->draft ? library->draft->glossary
        : edition      ? find_glossary(library, edition->folder, &edition->explanations)
                       : find_glossary(library, library->folder, &library->explanations);
    return glossary ? glossary_find(glossary, term) : NULL;
}

struct lesson *library_lesson(const struct library *library, const void *parent, size_t module,
                              size_t lesson, struct diagnostics *problems)
{
    return read_lesson(library, parent, module, lesson, LESSON_WHOLE, problems);
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
