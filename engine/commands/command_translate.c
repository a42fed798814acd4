/* SPDX-License-Identifier: GPL-3.0-or-later */
/* conecta translate: makes of a course and PO files the course in that language. */
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include <talloc.h>

#include "activities/activity.h"
#include "base/language.h"
#include "base/memory.h"
#include "commands/command.h"
#include "commands/problems.h"
#include "course/translate_course.h"

static const char *name_of(enum translated state)
{
    switch (state) {
    case TRANSLATED_COMPLETE:
        /* TRANSLATORS: begins a line about the translation of a lesson. */
        return C_("translation", "complete");
    case TRANSLATED_STALE:
        /* TRANSLATORS: the lesson has changed; its last complete translation stays. */
        return C_("translation", "stale");
    case TRANSLATED_UNREADABLE:
        /* TRANSLATORS: the file of the lesson has mistakes. */
        return C_("translation", "cannot be read");
    case TRANSLATED_INCOMPLETE:
        break;
    }
    /* TRANSLATORS: begins a line about the translation of a lesson. */
    return C_("translation", "incomplete");
}

static void print_file(const struct translated_file *file)
{
    const struct translation *translation = &file->translation;
    size_t open = translation->untranslated;

    printf("%s: %s", name_of(file->state), file->name);
    if (open > 0) {
        printf(", ");
        /* TRANSLATORS: strings of a lesson. */
        printf(P_("%zu untranslated", "%zu untranslated", (unsigned long)open), open);
    }
    if (translation->fuzzy > 0) {
        printf(", ");
        /* TRANSLATORS: strings that were reworded since; "fuzzy" as PO editors say it. */
        printf(P_("%zu fuzzy", "%zu fuzzy", (unsigned long)translation->fuzzy),
               translation->fuzzy);
    }
    if (translation->wrong > 0) {
        printf(", ");
        /* TRANSLATORS: translations that lost a number or a term, for example. */
        printf(P_("%zu wrong", "%zu wrong", (unsigned long)translation->wrong),
               translation->wrong);
    }
    if (translation->waits) {
        printf(", ");
        /* TRANSLATORS: a lesson is not complete before this file is; %s is its name. */
        printf(_("waits for %s"), translation->waits);
    }
    printf("\n");
}

/* Not over the course itself, nor over another one. */
static bool check_out(const struct units *units, const char *out, const char *language,
                      struct diagnostics *problems)
{
    char *path = file_path(problems, out, COURSE_FILE);
    bool free_of_others = access(path, F_OK) < 0;

    if (!free_of_others) {
        struct diagnostics *quiet = diagnostics_new(problems);
        const struct course *there = course_read(quiet, out, quiet);
        free_of_others = there && strcmp(there->id.bytes, units->course->id.bytes) == 0 &&
                         strcmp(there->language.bytes, language) == 0;
        talloc_free(quiet);
    }
    if (free_of_others)
        return true;
    diagnostics_add(problems, SEVERITY_ERROR, path, (struct position){ 0, 0 }, "%s",
                    /* TRANSLATORS: of the folder in which a translation is to be written. */
                    _("this folder holds another course"));
    diagnostics_advise(problems, "%s",
                       /* TRANSLATORS: advice after "this folder holds another course". */
                       _("give --out a folder of its own"));
    return false;
}

static enum status translate(const void *memory, const char *folder, const char *language,
                             const char *po_folder, const char *out)
{
    struct diagnostics *problems = diagnostics_new(memory);
    struct units *units = units_open(memory, folder, activity_verbs(), problems);
    struct translated_files *files = NULL;

    if (units && check_out(units, out, language, problems)) {
        struct po *po = translate_read_po(memory, units, po_folder, language, problems);
        files = po ? translate_course(memory, units, po, out, problems) : NULL;
    }
    for (size_t i = 0; files && i < files->count; i++)
        print_file(&files->items[i]);
    problems_print(stderr, problems);
    if (!files)
        return STATUS_ERROR;
    return files->incomplete > 0 ? STATUS_NO : STATUS_DONE;
}

static enum status refuse_missing(const char *option)
{
    char *message = memory_need(talloc_asprintf(NULL,
                                                /* TRANSLATORS: %s is the name of an option. */
                                                _("--%s is missing"), option));
    enum status status = command_fail(
        message,
        /* TRANSLATORS: advice; the words with dashes stay as they are. */
        _("write conecta translate COURSE --lang LL --po DIR --out DIR"));
    talloc_free(message);
    return status;
}

static enum status run(const struct command *command, const char *const *values,
                       char *const *operands, size_t operand_count)
{
    (void)operand_count;
    for (size_t i = 0; i < command->required; i++)
        if (!values[i])
            return refuse_missing(command->options[i].name);

    const char *language = command_value(command, values, "lang");
    if (!language_find(language))
        return command_refuse_language(language);
    void *memory = memory_need(talloc_new(NULL));
    enum status status =
        translate(memory, operands[0], language, command_value(command, values, "po"),
                  command_value(command, values, "out"));
    talloc_free(memory);
    return status;
}

static const struct option_entry options[] = {
    { "lang", NC_("option value", "LL"),
      /* TRANSLATORS: explains the option --lang of 'conecta translate'. */
      N_("the language of the translation (en, ru, uk)") },
    { "po", NC_("option value", "DIR"),
      /* TRANSLATORS: explains the option --po. */
      N_("the folder of its PO files, MODULE.po and course.po") },
    { "out", NC_("option value", "DIR"),
      /* TRANSLATORS: explains the option --out. */
      N_("write into this folder") },
};

const struct command command_translate = {
    .name = "translate",
    .operands = NC_("option value", "COURSE"),
    .least = 1,
    .most = 1,
    /* TRANSLATORS: explains the command 'translate'. */
    .about = N_("Write a course in another language, from PO files."),
    .options = options,
    .option_count = sizeof options / sizeof options[0],
    .required = sizeof options / sizeof options[0],
    .run = run,
};
