/* SPDX-License-Identifier: GPL-3.0-or-later */
/* conecta pot: takes the texts of a course to its translators. */
#include <stdio.h>

#include <talloc.h>

#include "activities/activity.h"
#include "base/language.h"
#include "base/memory.h"
#include "commands/command.h"
#include "commands/problems.h"
#include "course/template.h"

static void print_done(const struct template_wish *wish, const struct template_done *done)
{
    /* TRANSLATORS: behind the name of a file. */
    printf(P_("%1$s: %2$zu string", "%1$s: %2$zu strings", (unsigned long)done->strings),
           done->path, done->strings);
    if (wish->parallel) {
        printf(", ");
        /* TRANSLATORS: how many translations were taken from a course in that language. */
        printf(P_("%zu filled in", "%zu filled in", (unsigned long)done->filled), done->filled);
    }
    if (done->old > 0) {
        printf(", ");
        /* TRANSLATORS: strings of a PO file whose original has changed; update-po helps. */
        printf(P_("%zu older than the course", "%zu older than the course",
                  (unsigned long)done->old),
               done->old);
    }
    printf("\n");
}

/* Everything that can be written is, whatever is wrong with the rest. */
static void write_all(const struct units *units, const struct template_wish *wish,
                      struct diagnostics *problems)
{
    if (!template_check_ids(units, problems))
        return;
    for (size_t unit = 0; unit < units->count; unit++) {
        struct template_done done;
        if (template_write(units, units, unit, wish, problems, &done))
            print_done(wish, &done);
    }
}

static enum status pot(const void *memory, const char *folder, const struct template_wish *wish)
{
    struct diagnostics *problems = diagnostics_new(memory);
    struct units *units = units_open(memory, folder, activity_verbs(), problems);

    if (units)
        write_all(units, wish, problems);
    problems_print(stderr, problems);
    return problems->errors > 0 ? STATUS_ERROR : STATUS_DONE;
}

static enum status run(const struct command *command, const char *const *values,
                       char *const *operands, size_t operand_count)
{
    const char *out = command_value(command, values, "out");
    const struct template_wish wish = {
        .out = out ? out : ".",
        .language = command_value(command, values, "lang"),
        .parallel = command_value(command, values, "translated"),
    };
    (void)operand_count;

    if (wish.language && !language_find(wish.language))
        return command_refuse_language(wish.language);
    if (wish.parallel && !wish.language)
        /* TRANSLATORS: --translated and --lang are options of a command. */
        return command_fail(_("--translated needs --lang"),
                            /* TRANSLATORS: advice after "--translated needs --lang". */
                            _("say which language that course is in, such as --lang uk"));
    void *memory = memory_need(talloc_new(NULL));
    enum status status = pot(memory, operands[0], &wish);
    talloc_free(memory);
    return status;
}

static const struct option_entry options[] = {
    { "out", NC_("option value", "DIR"),
      /* TRANSLATORS: explains the option --out. */
      N_("write into this folder") },
    { "lang", NC_("option value", "LL"),
      /* TRANSLATORS: explains the option --lang of 'conecta pot'. */
      N_("write PO files in this language, and keep those that are there") },
    { "translated", NC_("option value", "DIR"),
      /* TRANSLATORS: explains the option --translated. */
      N_("fill in what the same course in this folder says in that language") },
};

const struct command command_pot = {
    .name = "pot",
    .operands = NC_("option value", "COURSE"),
    .least = 1,
    .most = 1,
    /* TRANSLATORS: explains the command 'pot'; a template is a file for translators. */
    .about = N_("Write the texts of a course as templates for translators."),
    .options = options,
    .option_count = sizeof options / sizeof options[0],
    .run = run,
};
