/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "commands/lint_files.h"

#include <string.h>
#include <sys/stat.h>

#include <talloc.h>

#include "activities/activity.h"
#include "base/language.h"
#include "base/memory.h"
#include "base/repeats.h"
#include "commands/lint_rules.h"
#include "course/course.h"

struct linting {
    struct today today;
    lint_report *report;
    void *data;
};

/* Something of a course that nothing else in it may be called. */
struct name {
    const char *text; /* NULL: it could not be read */
    const char *file; /* where it stands */
    struct position at;
};

static void hand_over(const struct linting *linting, struct diagnostics *problems)
{
    if (problems->errors + problems->warnings > 0)
        linting->report(linting->data, problems);
    talloc_free(problems);
}

/* What is called the same may be all that is wrong: a lesson that cannot be read
 * still has its head. */
static struct text id_of(const void *parent, const char *file, struct bytes bytes)
{
    struct diagnostics *ignored = diagnostics_new(parent);
    const struct lesson *head =
        lesson_parse(parent, file, bytes, activity_verbs(), LESSON_HEAD, ignored);
    return head ? head->id : (struct text){ .bytes = NULL };
}

/* Checks a lesson; its name belongs to parent. */
static struct name check_lesson(const struct linting *linting, const void *parent, const char *file)
{
    void *pool = memory_need(talloc_pool(NULL, READING_BYTES));
    struct diagnostics *problems = diagnostics_new(NULL);
    const struct reading reading = { pool, file, problems };
    struct text id = { .bytes = NULL };
    struct bytes bytes;

    if (file_read(pool, file, NODE_FILE_BYTES, &bytes, problems)) {
        const struct lesson *lesson =
            lesson_parse(pool, file, bytes, activity_verbs(), LESSON_WHOLE, problems);
        if (lesson)
            lint_rules_apply(&(struct lint){ &reading, lesson, linting->today });
        id = lesson ? lesson->id : id_of(pool, file, bytes);
        diagnostics_quote(problems, 0, bytes.data, bytes.length);
    }
    struct name name = {
        .text = id.bytes && parent ? memory_need(talloc_strdup(parent, id.bytes)) : NULL,
        .file = file,
        .at = id.at,
    };
    hand_over(linting, problems);
    talloc_free(pool);
    return name;
}

static void quote(struct diagnostics *problems, const char *file)
{
    void *memory = memory_need(talloc_new(NULL));
    struct bytes bytes;

    if (file_read(memory, file, NODE_FILE_BYTES, &bytes, diagnostics_new(memory)))
        diagnostics_quote(problems, 0, bytes.data, bytes.length);
    talloc_free(memory);
}

typedef void refuse_name(struct diagnostics *problems, const struct name *name,
                         const struct name *earlier);

struct naming {
    const struct linting *linting;
    struct name *names;
    refuse_name *refuse;
};

static void refuse_again(void *data, size_t first, size_t later)
{
    const struct naming *naming = data;
    struct name *name = &naming->names[later];
    struct diagnostics *problems = diagnostics_new(NULL);

    naming->refuse(problems, name, &naming->names[first]);
    quote(problems, name->file);
    hand_over(naming->linting, problems);
    name->text = NULL;
}

/* Refuses every name but the first of those that are the same, and takes its text. */
static void check_names(const struct linting *linting, struct name *names, size_t count,
                        refuse_name *refuse)
{
    const char **texts = memory_need(talloc_array(NULL, const char *, (unsigned)count));
    struct naming naming = { linting, names, refuse };

    for (size_t i = 0; i < count; i++)
        texts[i] = names[i].text;
    repeats_each(texts, count, refuse_again, &naming);
    talloc_free(texts);
}

static void refuse_file(struct diagnostics *problems, const struct name *name,
                        const struct name *earlier)
{
    diagnostics_add(problems, SEVERITY_ERROR, name->file, name->at, "%s",
                    /* TRANSLATORS: the file of a lesson stands twice in course.yaml. */
                    _("another module has this lesson already"));
    diagnostics_advise(problems,
                       /* TRANSLATORS: %zu is a line number. */
                       _("the first one is in line %zu; keep one of them"), earlier->at.line);
}

static void refuse_id(struct diagnostics *problems, const struct name *name,
                      const struct name *earlier)
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
static struct name *list_files(const void *parent, const struct course *course, const char *file,
                               size_t count)
{
    struct name *files = memory_need(talloc_array(parent, struct name, (unsigned)count));
    size_t known = 0;

    for (size_t i = 0; i < course->modules.count; i++) {
        const struct text_list *lessons = &course_module(course, i)->lessons;
        for (size_t j = 0; j < lessons->count; j++)
            files[known++] =
                (struct name){ lessons->items[j].bytes, file, lessons->items[j].at };
    }
    return files;
}

static void check_course(const struct linting *linting, const char *folder)
{
    void *memory = memory_need(talloc_new(NULL));
    struct diagnostics *problems = diagnostics_new(NULL);
    const struct course *course = course_read(memory, folder, problems);
    const char *file = file_path(memory, folder, COURSE_FILE);

    hand_over(linting, problems);
    if (course) {
        size_t count = count_lessons(course);
        struct name *files = list_files(memory, course, file, count);
        struct name *ids = memory_need(talloc_zero_array(memory, struct name, (unsigned)count));

        check_names(linting, files, count, refuse_file);
        for (size_t i = 0; i < count; i++)
            if (files[i].text)
                ids[i] = check_lesson(linting, memory, file_path(memory, folder, files[i].text));
        check_names(linting, ids, count, refuse_id);
    }
    talloc_free(memory);
}

static bool is_folder(const char *path)
{
    struct stat status;
    return stat(path, &status) == 0 && S_ISDIR(status.st_mode);
}

static bool is_course_file(const char *path)
{
    const char *slash = strrchr(path, '/');
    return strcmp(slash ? slash + 1 : path, COURSE_FILE) == 0;
}

void lint_path(const char *path, struct today today, lint_report *report, void *data)
{
    const struct linting linting = { today, report, data };

    if (is_folder(path)) {
        check_course(&linting, path);
    } else if (is_course_file(path)) {
        char *folder = memory_need(talloc_strndup(NULL, path, strlen(path) - strlen(COURSE_FILE)));
        check_course(&linting, *folder ? folder : ".");
        talloc_free(folder);
    } else {
        check_lesson(&linting, NULL, path);
    }
}
