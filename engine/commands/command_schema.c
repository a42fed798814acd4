/* SPDX-License-Identifier: GPL-3.0-or-later */
/* conecta schema: describes lessons for editors, and for the manual page. */
#include <stdio.h>
#include <string.h>

#include <talloc.h>

#include "activities/activity.h"
#include "base/language.h"
#include "commands/command.h"
#include "course/course.h"
#include "course/manual.h"
#include "course/schema.h"

static struct format lesson_format(void)
{
    return (struct format){
        /* TRANSLATORS: the title of a description of the file format. */
        .title = N_("Conecta lesson"),
        .file = "lesson file",
        .root = &lesson_record,
        .step = &step_record,
        .verbs = activity_verbs(),
    };
}

static struct format course_format(void)
{
    return (struct format){
        /* TRANSLATORS: the title of a description of the file format. */
        .title = N_("Conecta course"),
        .file = "course file",
        .root = &course_record,
    };
}

static enum status print_schema(bool course)
{
    const struct format format = course ? course_format() : lesson_format();
    char *text = schema_write(NULL, &format);
    fputs(text, stdout);
    talloc_free(text);
    return STATUS_DONE;
}

static enum status print_manual(bool course)
{
    const struct format formats[] = { course_format(), lesson_format() };

    if (course)
        return command_fail(
            /* TRANSLATORS: two options of 'conecta schema' that exclude each other. */
            _("--course does not go with --format man"),
            /* TRANSLATORS: advice after "--course does not go with --format man". */
            _("leave --course out; the manual page describes both kinds of file"));
    char *text = manual_write(NULL, formats, sizeof formats / sizeof formats[0]);
    fputs(text, stdout);
    talloc_free(text);
    return STATUS_DONE;
}

static enum status run(const struct command *command, const char *const *values,
                       char *const *operands, size_t operand_count)
{
    bool course = command_value(command, values, "course") != NULL;
    const char *format = command_value(command, values, "format");
    (void)operands, (void)operand_count;

    if (!format || strcmp(format, "json") == 0)
        return print_schema(course);
    if (strcmp(format, "man") == 0)
        return print_manual(course);
    /* TRANSLATORS: a form of output, given after --format, that does not exist. */
    return command_fail(_("there is no such format"),
                        /* TRANSLATORS: advice after "there is no such format". */
                        _("write --format json or --format man"));
}

static const struct option_entry options[] = {
    { .name = "course",
      /* TRANSLATORS: explains the option --course of the command 'schema'. */
      .about = N_("describe course.yaml instead of a lesson") },
    { .name = "format", .value = NC_("option value", "json|man"),
      /* TRANSLATORS: explains the option --format of the command 'schema'. */
      .about = N_("JSON Schema, or the lists of fields for the manual page") },
};

const struct command command_schema = {
    .name = "schema",
    .least = 0,
    .most = 0,
    /* TRANSLATORS: explains the command 'schema'. */
    .about = N_("Print what a lesson may say, as JSON Schema for editors."),
    .options = options,
    .option_count = sizeof options / sizeof options[0],
    .run = run,
};
