/* SPDX-License-Identifier: GPL-3.0-or-later */
/* conecta summary: what learners learnt, in figures that point at nobody. */
#include <stdio.h>
#include <string.h>

#include <talloc.h>

#include "base/durable.h"
#include "base/language.h"
#include "base/memory.h"
#include "base/replace.h"
#include "base/sandbox.h"
#include "commands/command.h"
#include "commands/count_batch.h"
#include "commands/folders.h"
#include "commands/outline_course.h"
#include "commands/problems.h"
#include "report/summary_make.h"
#include "report/summary_write.h"

/* Of a page that fits any terminal, and mail. */
#define COLUMNS 80

struct format {
    const char *name;
    char *(*write)(const void *parent, const struct summary *summary);
};

static char *write_text(const void *parent, const struct summary *summary)
{
    return summary_text(parent, summary, COLUMNS);
}

/* The first is the usual one. */
static const struct format formats[] = {
    {"text", write_text},
    {"csv", summary_csv},
    {"json", summary_json},
    {"html", summary_html},
};

#define FORMATS (sizeof formats / sizeof *formats)

static const struct format *find_format(const char *name)
{
    for (size_t i = 0; i < FORMATS; i++)
        if (!name || strcmp(formats[i].name, name) == 0)
            return &formats[i];
    return NULL;
}

static enum status refuse_format(const char *name)
{
    char *message = memory_need(talloc_asprintf(NULL,
                                                /* TRANSLATORS: %s is what was typed. */
                                                _("there is no format '%s'"), name));
    enum status status = command_fail(message,
                                      /* TRANSLATORS: advice; keep the four words. */
                                      _("use one of: text, csv, json, html"));
    talloc_free(message);
    return status;
}

static enum status print(const char *text, const char *out, struct diagnostics *problems)
{
    if (out) {
        const struct bytes bytes = {(char *)(size_t)text, strlen(text)};
        return replace_with(out, bytes, problems) ? STATUS_DONE : STATUS_ERROR;
    }
    fputs(text, stdout);
    return fflush(stdout) == 0 ? STATUS_DONE : STATUS_ERROR;
}

struct wishes {
    const struct format *format;
    const char *course, *home, *out;
};

static void shut_in(const void *memory, const struct wishes *wishes)
{
    sandbox_enter((const char *const[]){folder_above(memory, wishes->home),
                                        wishes->out ? durable_folder(memory, wishes->out) : NULL,
                                        NULL});
}

static enum status summarise(const void *memory, const struct wishes *wishes)
{
    struct diagnostics *problems = diagnostics_new(memory);

    shut_in(memory, wishes);
    struct outline *outline = outline_course(memory, wishes->course, problems);
    struct counts *counts = outline ? counts_open(memory, wishes->home, problems) : NULL;
    bool counted = counts && count_own(counts, wishes->home, problems);
    struct summary *summary = counted ? summary_make(memory, counts, outline, problems) : NULL;
    enum status status = STATUS_ERROR;
    if (summary)
        status = print(wishes->format->write(memory, summary), wishes->out, problems);
    problems_print(stderr, problems);
    return status;
}

static enum status run(const struct command *command, const char *const *values,
                       char *const *operands, size_t operand_count)
{
    const char *language = command_value(command, values, "lang");
    const char *course = command_value(command, values, "course");
    const char *name = command_value(command, values, "format");
    struct wishes wishes = {.format = find_format(name)};
    (void)operands, (void)operand_count;

    if (language && !language_use(language))
        return command_refuse_language(language);
    if (!wishes.format)
        return refuse_format(name);
    void *memory = memory_need(talloc_new(NULL));
    wishes.course = course ? course : folder_lessons();
    wishes.home = folder_home(memory, command_value(command, values, "home"));
    wishes.out = command_value(command, values, "out");
    enum status status = wishes.home ? summarise(memory, &wishes) : folder_refuse_home();
    talloc_free(memory);
    return status;
}

static const struct option_entry options[] = {
    {"format", NC_("option value", "FORMAT"),
     /* TRANSLATORS: explains the option --format of 'summary'; keep the four words. */
     N_("text (the usual one), csv, json or html")},
    {"out", NC_("option value", "FILE"),
     /* TRANSLATORS: explains the option --out of 'summary'. */
     N_("write into this file, not on the screen")},
    {"course", NC_("option value", "DIR"),
     /* TRANSLATORS: explains the option --course of 'summary'. */
     N_("take titles and questions from the course in this folder")},
    {"home", NC_("option value", "DIR"),
     /* TRANSLATORS: explains the option --home. */
     N_("in this folder, such as on a USB stick")},
    {"lang", NC_("option value", "LL"),
     /* TRANSLATORS: explains the option --lang. */
     N_("speak this language (en, ru, uk)")},
};

const struct command command_summary = {
    .name = "summary",
    /* TRANSLATORS: explains the command 'summary'. */
    .about = N_("Show what was learnt, in figures that point at nobody."),
    .options = options,
    .option_count = sizeof options / sizeof options[0],
    .run = run,
};
