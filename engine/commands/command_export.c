/* SPDX-License-Identifier: GPL-3.0-or-later */
/* conecta export: writes a lesson for other programs and for paper. */
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

#include <talloc.h>

#include "activities/activity.h"
#include "base/language.h"
#include "base/memory.h"
#include "base/replace.h"
#include "commands/command.h"
#include "commands/export_course.h"
#include "commands/problems.h"
#include "export/gift_file.h"
#include "export/html.h"
#include "export/markdown_file.h"

/* What was asked for. */
struct request {
    const char *file;
    const char *format;
    const char *out; /* NULL: standard output */
    bool notes;
};

/* A sheet has words of its own: they are in the language of the lesson, whatever
 * language the messages are in. */
static char *write_sheet(const void *memory, const struct request *request, struct lesson *lesson,
                         struct diagnostics *problems)
{
    const char *language = language_used();
    struct export_course course;

    if (!export_find_course(memory, request->file, &course, problems))
        return NULL;
    lesson->language = course.language;
    language_use(course.language);
    const struct sheet *sheet = sheet_new(memory, lesson, course.glossary, request->notes);
    char *text = strcmp(request->format, "html") == 0 ? html_write(memory, sheet)
                                                      : markdown_write(memory, sheet);
    language_use(language);
    return text;
}

static char *write_lesson(const void *memory, const struct request *request,
                          struct diagnostics *problems)
{
    struct lesson *lesson =
        lesson_read(memory, request->file, activity_verbs(), LESSON_WHOLE, problems);

    if (!lesson)
        return NULL;
    if (strcmp(request->format, "gift") == 0)
        return gift_file_write(memory, lesson, request->file, problems);
    return write_sheet(memory, request, lesson, problems);
}

/* A file takes the place of a file, and not of the lesson that it was made of. */
static bool check_out(const struct request *request, struct diagnostics *problems)
{
    struct stat there, lesson;

    if (stat(request->out, &there) < 0)
        return true;
    if (!S_ISREG(there.st_mode))
        return replace_refuse(request->out, S_ISDIR(there.st_mode) ? EISDIR : ENOTSUP, problems);
    if (stat(request->file, &lesson) < 0 || there.st_dev != lesson.st_dev ||
        there.st_ino != lesson.st_ino)
        return true;
    return replace_refuse(request->out, EEXIST, problems);
}

static bool deliver(const struct request *request, char *text, struct diagnostics *problems)
{
    if (!request->out) {
        fputs(text, stdout);
        return true;
    }
    return check_out(request, problems) &&
           replace_with(request->out, (struct bytes){ text, strlen(text) }, problems);
}

static enum status export(const struct request *request)
{
    void *memory = memory_need(talloc_new(NULL));
    struct diagnostics *problems = diagnostics_new(memory);
    char *text = write_lesson(memory, request, problems);
    bool delivered = text && deliver(request, text, problems);

    problems_print(stderr, problems);
    enum status status = !delivered             ? STATUS_ERROR
                         : problems->count > 0 ? STATUS_NO
                                               : STATUS_DONE;
    talloc_free(memory);
    return status;
}

static bool is_known(const char *format)
{
    return strcmp(format, "gift") == 0 || strcmp(format, "html") == 0 ||
           strcmp(format, "markdown") == 0;
}

static enum status refuse_format(const char *format)
{
    char *message =
        format ? talloc_asprintf(NULL,
                                 /* TRANSLATORS: %s is what was typed as a format. */
                                 _("there is no format '%s'"), format)
               : talloc_asprintf(NULL,
                                 /* TRANSLATORS: %s is the name of an option. */
                                 _("--%s is missing"), "to");
    enum status status = command_fail(memory_need(message),
                                      /* TRANSLATORS: advice; the words with dashes and those
                                       * behind them stay as they are. */
                                      _("write --to gift, --to html or --to markdown"));
    talloc_free(message);
    return status;
}

static enum status run(const struct command *command, const char *const *values,
                       char *const *operands, size_t operand_count)
{
    (void)operand_count;
    const struct request request = {
        .file = operands[0],
        .format = command_value(command, values, "to"),
        .out = command_value(command, values, "out"),
        .notes = command_value(command, values, "notes") != NULL,
    };

    if (!request.format || !is_known(request.format))
        return refuse_format(request.format);
    if (request.notes && strcmp(request.format, "gift") == 0)
        return command_fail(
            /* TRANSLATORS: of a note in a lesson for who leads the group. */
            _("GIFT has no place for notes"),
            /* TRANSLATORS: advice after "GIFT has no place for notes". */
            _("leave --notes away, or choose another format"));
    return export(&request);
}

static const struct option_entry options[] = {
    { "to", NC_("option value", "FORMAT"),
      /* TRANSLATORS: explains the option --to; the three words stay as they are. */
      N_("gift (for Moodle), html (one page, for paper and phones) or markdown") },
    { "out", NC_("option value", "FILE"),
      /* TRANSLATORS: explains the option --out of 'conecta export'. */
      N_("write this file instead of standard output") },
    { "notes", NULL,
      /* TRANSLATORS: explains the option --notes. */
      N_("with the notes for who leads the group; not with gift") },
};

const struct command command_export = {
    .name = "export",
    .operands = NC_("option value", "FILE"),
    .least = 1,
    .most = 1,
    /* TRANSLATORS: explains the command 'export'. */
    .about = N_("Write a lesson for Moodle, as a page to print or as Markdown."),
    .options = options,
    .option_count = sizeof options / sizeof options[0],
    .run = run,
};
