/* SPDX-License-Identifier: GPL-3.0-or-later */
/* conecta schema: describes lessons for editors, and for the manual page. */
#include <stdio.h>
#include <string.h>

#include <talloc.h>

#include "activities/activity.h"
#include "base/language.h"
#include "base/memory.h"
#include "commands/command.h"
#include "course/course.h"
#include "course/directory.h"
#include "course/glossary.h"
#include "course/manual.h"
#include "course/schema.h"

/* The kinds of files, as the manual page lists them. */
struct kind {
    const char *option; /* NULL: the one that is described without any */
    struct format format;
};

static const struct kind kinds[] = {
    { .option = "course",
      .format = {
          /* TRANSLATORS: the title of a description of the file format. */
          .title = N_("Conecta course"),
          .file = "course file",
          .root = &course_record,
      } },
    { .option = NULL,
      .format = {
          /* TRANSLATORS: the title of a description of the file format. */
          .title = N_("Conecta lesson"),
          .file = "lesson file",
          .root = &lesson_record,
          .step = &step_record,
      } },
    { .option = "glossary",
      .format = {
          /* TRANSLATORS: the title of a description of the file format. */
          .title = N_("Conecta glossary"),
          .file = "glossary",
          .root = &glossary_record,
      } },
    { .option = "directory",
      .format = {
          /* TRANSLATORS: the title of a description of the file format. */
          .title = N_("Conecta directory of services"),
          .file = "directory of services",
          .root = &directory_record,
      } },
};

#define KINDS (sizeof kinds / sizeof kinds[0])

static struct format format_of(const struct kind *kind)
{
    struct format format = kind->format;
    format.verbs = format.step ? activity_verbs() : NULL;
    return format;
}

static const struct kind *find_lesson(void)
{
    const struct kind *kind = kinds;
    while (kind->option)
        kind++;
    return kind;
}

static enum status print_schema(const struct kind *kind)
{
    const struct format format = format_of(kind);
    char *text = schema_write(NULL, &format);
    fputs(text, stdout);
    talloc_free(text);
    return STATUS_DONE;
}

static enum status print_manual(void)
{
    struct format formats[KINDS];

    for (size_t i = 0; i < KINDS; i++)
        formats[i] = format_of(&kinds[i]);
    char *text = manual_write(NULL, formats, KINDS);
    fputs(text, stdout);
    talloc_free(text);
    return STATUS_DONE;
}

static enum status refuse_both(const char *option, const char *other, const char *value)
{
    char *message = memory_need(talloc_asprintf(
        NULL,
        /* TRANSLATORS: two options of 'conecta schema' that exclude each other, the second with
         * its value. */
        _("--%1$s does not go with --%2$s%3$s"), option, other, value));
    enum status status = command_fail(
        message,
        /* TRANSLATORS: advice after "--course does not go with --directory". */
        _("ask for one kind of file at a time; --format man describes all of them"));
    talloc_free(message);
    return status;
}

static enum status run(const struct command *command, const char *const *values,
                       char *const *operands, size_t operand_count)
{
    const char *format = command_value(command, values, "format");
    const struct kind *kind = NULL;
    (void)operands, (void)operand_count;

    for (size_t i = 0; i < KINDS; i++) {
        if (!kinds[i].option || !command_value(command, values, kinds[i].option))
            continue;
        if (kind)
            return refuse_both(kind->option, kinds[i].option, "");
        kind = &kinds[i];
    }
    if (kind && format && strcmp(format, "man") == 0)
        return refuse_both(kind->option, "format", " man");
    if (!format || strcmp(format, "json") == 0)
        return print_schema(kind ? kind : find_lesson());
    if (strcmp(format, "man") == 0)
        return print_manual();
    /* TRANSLATORS: a form of output, given after --format, that does not exist. */
    return command_fail(_("there is no such format"),
                        /* TRANSLATORS: advice after "there is no such format". */
                        _("write --format json or --format man"));
}

static const struct option_entry options[] = {
    { .name = "course",
      /* TRANSLATORS: explains the option --course of the command 'schema'. */
      .about = N_("describe course.yaml instead of a lesson") },
    { .name = "glossary",
      /* TRANSLATORS: explains the option --glossary of the command 'schema'. */
      .about = N_("describe glossary.yaml instead of a lesson") },
    { .name = "directory",
      /* TRANSLATORS: explains the option --directory of the command 'schema'. */
      .about = N_("describe a directory of services instead of a lesson") },
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
