/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include <talloc.h>

#include "activities/activity.h"
#include "base/language.h"
#include "base/memory.h"
#include "base/repeats.h"
#include "commands/lint_editions.h"
#include "commands/linting.h"
#include "course/course.h"

typedef void refuse_name(struct diagnostics *problems, const struct lint_name *name,
                         const struct lint_name *earlier);

struct naming {
    const struct linting *linting;
    struct lint_name *names;
    refuse_name *refuse;
};

static void refuse_again(void *data, size_t first, size_t later)
{
    const struct naming *naming = data;
    struct lint_name *name = &naming->names[later];
    struct diagnostics *problems = diagnostics_new(NULL);

    naming->refuse(problems, name, &naming->names[first]);
    linting_hand_over_of(naming->linting, name->file, problems);
    name->text = NULL;
}

/* Refuses every name but the first of those that are the same, and takes its text. */
static void check_names(const struct linting *linting, struct lint_name *names, size_t count,
                        refuse_name *refuse)
{
    const char **texts = memory_need(talloc_array(NULL, const char *, (unsigned)count));
    struct naming naming = { linting, names, refuse };

    for (size_t i = 0; i < count; i++)
        texts[i] = names[i].text;
    repeats_each(texts, count, refuse_again, &naming);
    talloc_free(texts);
}

static void refuse_file(struct diagnostics *problems, const struct lint_name *name,
                        const struct lint_name *earlier)
{
    diagnostics_add(problems, SEVERITY_ERROR, name->file, name->at, "%s",
                    /* TRANSLATORS: the file of a lesson stands twice in course.yaml. */
                    _("another module has this lesson already"));
    diagnostics_advise(problems,
                       /* TRANSLATORS: %zu is a line number. */
                       _("the first one is in line %zu; keep one of them"), earlier->at.line);
}

static void refuse_id(struct diagnostics *problems, const struct lint_name *name,
                      const struct lint_name *earlier)
{
    diagnostics_add(problems, SEVERITY_ERROR, name->file, name->at,
                    /* TRANSLATORS: %s is an id, the short name of a lesson. */
                    _("another lesson of this course has the id '%s'"), name->text);
    diagnostics_advise(problems,
                       /* TRANSLATORS: advice after "another lesson … has the id"; %s is a file. */
                       _("it is the one in %s; choose another id here"), earlier->file);
}

static size_t count_lessons(const struct course *course)
{
    size_t count = 0;
    for (size_t i = 0; i < course->modules.count; i++)
        count += course_module(course, i)->lessons.count;
    return count;
}

/* The files of all lessons, in their order; the list belongs to parent. */
static struct lint_name *list_files(const void *parent, const struct course *course, const char *file,
                               size_t count)
{
    struct lint_name *files = memory_need(talloc_array(parent, struct lint_name, (unsigned)count));
    size_t known = 0;

    for (size_t i = 0; i < course->modules.count; i++) {
        const struct text_list *lessons = &course_module(course, i)->lessons;
        for (size_t j = 0; j < lessons->count; j++)
            files[known++] =
                (struct lint_name){ lessons->items[j].bytes, file, lessons->items[j].at };
    }
    return files;
}

static void check_unused_terms(const struct linting *linting, const char *file,
                               const struct lint_words *words)
{
    struct diagnostics *problems = diagnostics_new(NULL);
    const struct reading reading = { problems, file, problems };

    lint_unused_terms(&reading, words);
    linting_hand_over_of(linting, file, problems);
}

static void check_lessons(const struct linting *linting, const void *memory, const char *folder,
                          const struct course *course)
{
    const char *file = file_path(memory, folder, COURSE_FILE);
    const char *own_glossary = file_path(memory, folder, GLOSSARY_FILE);
    const char *glossary_file = lint_glossary_path(memory, folder);
    size_t count = count_lessons(course);
    struct lint_name *files = list_files(memory, course, file, count);
    struct lint_name *ids =
        memory_need(talloc_zero_array(memory, struct lint_name, (unsigned)count));
    bool missing;
    const struct glossary *glossary = lint_glossary(linting, memory, glossary_file, &missing);
    struct lint_around around = {
        .words = glossary || missing ? lint_words_new(memory, glossary) : NULL,
        .editions = lint_editions_open(linting, memory, folder, course),
    };

    check_names(linting, files, count, refuse_file);
    for (size_t i = 0; i < count; i++)
        if (files[i].text)
            ids[i] = lint_lesson(linting, &around, memory,
                                 file_path(memory, folder, files[i].text), files[i].text);
    check_names(linting, ids, count, refuse_id);
    lint_unnamed(linting, folder, course, files, count);
    /* What could not be read may mark any of them, and so may what is not translated. */
    if (glossary && !around.incomplete && strcmp(glossary_file, own_glossary) == 0)
        check_unused_terms(linting, glossary_file, around.words);
}

void lint_course(const struct linting *linting, const char *folder)
{
    void *memory = memory_need(talloc_new(NULL));
    struct diagnostics *problems = diagnostics_new(NULL);
    const struct course *course = course_read(memory, folder, problems);

    linting_hand_over(linting, problems);
    if (course)
        check_lessons(linting, memory, folder, course);
    talloc_free(memory);
}
