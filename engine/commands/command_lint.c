/* SPDX-License-Identifier: GPL-3.0-or-later */
/* conecta lint: says what is wrong in courses and lessons. */
#include <stdbool.h>

#include <talloc.h>

#include "base/language.h"
#include "base/memory.h"
#include "commands/command.h"
#include "commands/lint_files.h"
#include "commands/lint_format.h"

struct report {
    const struct lint_format *format;
    struct lint_counts counts;
    bool unreadable;
};

static void print(void *data, const struct diagnostics *problems)
{
    struct report *report = data;

    for (size_t i = 0; i < problems->count; i++) {
        report->format->problem(stdout, &problems->items[i], &report->counts);
        report->counts.printed++;
        /* Without a place it is one of the whole file: that was not even read. */
        report->unreadable |= problems->items[i].at.line == 0;
    }
    report->counts.errors += problems->errors;
    report->counts.warnings += problems->warnings;
}

static enum status refuse_format(const char *name)
{
    char *message = memory_need(talloc_asprintf(NULL,
                                                /* TRANSLATORS: %s is what was typed behind
                                                 * --format. */
                                                _("there is no format '%s'"), name));
    enum status status = command_fail(message,
                                      /* TRANSLATORS: advice after "there is no format". */
                                      _("write --format text or --format json"));
    talloc_free(message);
    return status;
}

static enum status run(const struct command *command, const char *const *values,
                       char *const *operands, size_t operand_count)
{
    const char *name = command_value(command, values, "format");
    const struct lint_wishes wishes = {
        .today = today_read(),
        .po = command_value(command, values, "po"),
    };
    struct report report = {
        .format = name ? lint_format_find(name) : &lint_format_text,
    };

    if (!report.format)
        return refuse_format(name);
    report.format->begin(stdout);
    for (size_t i = 0; i < operand_count; i++)
        lint_path(operands[i], &wishes, print, &report);
    report.format->end(stdout, &report.counts);
    if (report.unreadable)
        return STATUS_ERROR;
    return report.counts.errors > 0 ? STATUS_NO : STATUS_DONE;
}

static const struct option_entry options[] = {
    { .name = "format", .value = NC_("option value", "text|json"),
      /* TRANSLATORS: explains the option --format of 'lint'; 'text' and 'json' stay English. */
      .about = N_("'text' for people (the default), 'json' for editors and other programs") },
    { .name = "po", .value = NC_("option value", "DIR"),
      /* TRANSLATORS: explains the option --po of 'lint'; the words are names of files. */
      .about = N_("look at the pages in other languages, too, with the files LL/MODULE.po in this "
                  "folder") },
};

const struct command command_lint = {
    .name = "lint",
    .operands = NC_("option value", "PATH…"),
    .least = 1,
    .most = 10000,
    /* TRANSLATORS: explains the command 'lint'. */
    .about = N_("Say what is wrong in lessons, or in the course in a folder."),
    .options = options,
    .option_count = sizeof options / sizeof options[0],
    .run = run,
};
