/* SPDX-License-Identifier: GPL-3.0-or-later */
/* conecta lint: says what is wrong in courses and lessons. */
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

#include <talloc.h>

#include "activities/activity.h"
#include "base/language.h"
#include "base/memory.h"
#include "commands/command.h"
#include "commands/problems.h"
#include "course/library.h"

static bool is_folder(const char *path)
{
    struct stat status;
    return stat(path, &status) == 0 && S_ISDIR(status.st_mode);
}

static void check_lesson(const char *path, struct diagnostics *problems)
{
    void *memory = memory_need(talloc_new(NULL));
    lesson_read(memory, path, activity_verbs(), LESSON_WHOLE, problems);
    talloc_free(memory);
}

/* A folder is a course: its course file and every lesson that it names. */
static void check_course(const char *folder, struct diagnostics *problems)
{
    void *memory = memory_need(talloc_new(NULL));
    const struct course *course = course_read(memory, folder, problems);

    for (size_t i = 0; course && i < course->modules.count; i++) {
        const struct text_list *lessons = &course_module(course, i)->lessons;
        for (size_t j = 0; j < lessons->count; j++)
            check_lesson(file_path(memory, folder, lessons->items[j].bytes), problems);
    }
    talloc_free(memory);
}

static bool is_course_file(const char *path)
{
    const char *slash = strrchr(path, '/');
    return strcmp(slash ? slash + 1 : path, COURSE_FILE) == 0;
}

static void check_path(const char *path, struct diagnostics *problems)
{
    if (is_folder(path)) {
        check_course(path, problems);
    } else if (is_course_file(path)) {
        char *folder = memory_need(talloc_strndup(NULL, path, strlen(path) - strlen(COURSE_FILE)));
        check_course(*folder ? folder : ".", problems);
        talloc_free(folder);
    } else {
        check_lesson(path, problems);
    }
}

static void print_counts(const struct diagnostics *problems)
{
    /* TRANSLATORS: how many mistakes were found in lessons. */
    printf(P_("%zu error", "%zu errors", (unsigned long)problems->errors), problems->errors);
    printf(", ");
    /* TRANSLATORS: how many warnings there are about lessons. */
    printf(P_("%zu warning", "%zu warnings", (unsigned long)problems->warnings),
           problems->warnings);
    printf("\n");
}

/* A problem without a place is one of the whole file: it was not even read. */
static enum status status_of(const struct diagnostics *problems)
{
    for (size_t i = 0; i < problems->count; i++)
        if (problems->items[i].at.line == 0)
            return STATUS_ERROR;
    return problems->errors > 0 ? STATUS_NO : STATUS_DONE;
}

static enum status run(const struct command *command, const char *const *values,
                       char *const *operands, size_t operand_count)
{
    struct diagnostics *problems = diagnostics_new(NULL);
    (void)command, (void)values;

    for (size_t i = 0; i < operand_count; i++)
        check_path(operands[i], problems);
    problems_print(stdout, problems);
    print_counts(problems);
    enum status status = status_of(problems);
    talloc_free(problems);
    return status;
}

const struct command command_lint = {
    .name = "lint",
    .operands = NC_("option value", "PATH…"),
    .least = 1,
    .most = 10000,
    /* TRANSLATORS: explains the command 'lint'. */
    .about = N_("Say what is wrong in lessons, or in the course in a folder."),
    .run = run,
};
