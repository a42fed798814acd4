/* SPDX-License-Identifier: GPL-3.0-or-later */
/* conecta new: makes a small course or lesson to begin with. */
#include <ctype.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

#include <talloc.h>

#include "base/create.h"
#include "base/language.h"
#include "base/memory.h"
#include "base/text.h"
#include "commands/command.h"
#include "commands/problems.h"
#include "commands/template.h"
#include "course/around.h"
#include "course/value.h"

/* The last part of a path, without slashes at its end. */
static char *last_part(const void *parent, const char *path)
{
    size_t end = strlen(path);
    while (end > 0 && path[end - 1] == '/')
        end--;
    size_t begin = end;
    while (begin > 0 && path[begin - 1] != '/')
        begin--;
    return memory_need(talloc_strndup(parent, path + begin, end - begin));
}

/* The name with small letters and '-'; NULL when even so it is no id. */
static char *id_from(const void *parent, const char *name)
{
    char *id = memory_need(talloc_strdup(parent, name));
    for (char *at = id; *at; at++)
        *at = *at == ' ' || *at == '_' ? '-' : (char)tolower((unsigned char)*at);
    return isalnum((unsigned char)id[0]) && value_is_id(id) ? id : NULL;
}

/* "how-hiv-is-passed-on" to "How hiv is passed on": a title to begin with. */
static char *title_from(const void *parent, const char *id)
{
    char *title = memory_need(talloc_strdup(parent, id));
    for (char *at = title; *at; at++)
        if (*at == '-')
            *at = ' ';
    title[0] = (char)toupper((unsigned char)title[0]);
    return title;
}

static enum status refuse_name(const char *name, const char *advice)
{
    char *clean = text_clean(NULL, name, strlen(name));
    char *message = memory_need(talloc_asprintf(
        clean,
        /* TRANSLATORS: %s is the name of a file or folder. An id is the short name of a lesson
         * or course. */
        _("no id can be made from the name '%s'"), clean));
    enum status status = command_fail(message, advice);
    talloc_free(clean);
    return status;
}

static struct template_month this_month(void)
{
    time_t now = time(NULL);
    struct tm date = { .tm_year = 126 };
    localtime_r(&now, &date);
    return (struct template_month){ date.tm_year + 1900, date.tm_mon + 1 };
}

/* A line; format has one %s, for a text that may hold anything. */
static void print_line(const char *format, const char *text)
{
    char *clean = text_clean(NULL, text, strlen(text));
    printf(format, clean);
    putchar('\n');
    talloc_free(clean);
}

/* In a course nobody meets a lesson that its course file does not name. */
static void print_line_to_add(const void *memory, const char *path)
{
    const char *name;
    char *folder = course_around(memory, path, &name);

    if (!folder)
        return;
    /* TRANSLATORS: what to do with a new lesson; %s is a file. A line to copy follows. */
    print_line(_("Add this line to %s, under the lessons of a module:"),
               file_path(folder, folder, COURSE_FILE));
    print_line("      - %s", name);
}

static enum status report(const struct diagnostics *problems)
{
    problems_print(stderr, problems);
    return STATUS_ERROR;
}

static enum status new_course(const void *memory, const char *path)
{
    struct diagnostics *problems = diagnostics_new(memory);
    char *name = last_part(memory, path);
    char *id = id_from(memory, name);

    if (!id)
        return refuse_name(name,
                           /* TRANSLATORS: advice; my-course is an example, keep it in these letters. */
                           _("use the letters a-z, digits and '-', such as my-course"));
    const struct new_file files[] = {
        { .name = TEMPLATE_LESSON_FILE,
          .text = template_lesson(memory, "first-lesson", "First lesson", this_month()) },
        { .name = COURSE_FILE, .text = template_course(memory, id, title_from(memory, id)) },
    };
    if (!create_folder(path, files, sizeof files / sizeof files[0], problems))
        return report(problems);
    /* TRANSLATORS: %s is the folder of a new course. */
    print_line(_("Made the course %s."), path);
    /* TRANSLATORS: what to do with a new course; %s is the file of its first lesson. */
    print_line(_("Look at its first lesson while you change it: conecta preview %s"),
               file_path(memory, path, TEMPLATE_LESSON_FILE));
    return STATUS_DONE;
}

static enum status new_lesson(const void *memory, const char *path)
{
    struct diagnostics *problems = diagnostics_new(memory);
    char *name = last_part(memory, path);
    char *dot = strrchr(name, '.');
    char *id = NULL;

    if (dot && (strcmp(dot, ".yaml") == 0 || strcmp(dot, ".yml") == 0)) {
        char *stem = memory_need(talloc_strndup(memory, name, (size_t)(dot - name)));
        id = id_from(memory, stem);
    }
    if (!id)
        return refuse_name(name,
                           /* TRANSLATORS: advice; my-lesson.yaml is an example, keep it in these
                            * letters. */
                           _("use the letters a-z, digits and '-', then .yaml, such as "
                             "my-lesson.yaml"));
    const struct new_file file = {
        .name = path, .text = template_lesson(memory, id, title_from(memory, id), this_month())
    };
    if (!create_file(file, problems))
        return report(problems);
    /* TRANSLATORS: %s is the file of a new lesson. */
    print_line(_("Made the lesson %s."), path);
    /* TRANSLATORS: what to do with a new lesson; %s is its file. */
    print_line(_("Look at it while you change it: conecta preview %s"), path);
    print_line_to_add(memory, path);
    return STATUS_DONE;
}

static enum status refuse_kind(const char *kind)
{
    char *clean = text_clean(NULL, kind, strlen(kind));
    char *message = memory_need(talloc_asprintf(
        clean,
        /* TRANSLATORS: %s is what was typed in place of 'course' or 'lesson'. */
        _("nothing of the kind '%s' can be made"), clean));
    enum status status =
        command_fail(message,
                     /* TRANSLATORS: advice; both are commands, DIR is a folder. */
                     _("write 'conecta new course DIR' or 'conecta new lesson FILE'"));
    talloc_free(clean);
    return status;
}

static enum status run(const struct command *command, const char *const *values,
                       char *const *operands, size_t operand_count)
{
    static const struct {
        const char *name;
        enum status (*make)(const void *memory, const char *path);
    } kinds[] = { { "course", new_course }, { "lesson", new_lesson } };
    (void)command, (void)values, (void)operand_count;

    for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++) {
        if (strcmp(operands[0], kinds[i].name) != 0)
            continue;
        void *memory = memory_need(talloc_new(NULL));
        enum status status = kinds[i].make(memory, operands[1]);
        talloc_free(memory);
        return status;
    }
    return refuse_kind(operands[0]);
}

const struct command command_new = {
    .name = "new",
    /* TRANSLATORS: 'course' and 'lesson' are typed as they stand. */
    .operands = NC_("option value", "course DIR | lesson FILE"),
    .least = 2,
    .most = 2,
    /* TRANSLATORS: explains the command 'new'. */
    .about = N_("Make a small course or lesson with comments, to begin with."),
    .run = run,
};
