/* SPDX-License-Identifier: GPL-3.0-or-later */
/* conecta play: opens the course. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <talloc.h>

#include "base/language.h"
#include "base/memory.h"
#include "commands/command.h"
#include "commands/folders.h"
#include "commands/problems.h"
#include "terminal/terminal.h"

struct wishes {
    const char *course;
    const char *lesson; /* NULL: the list of modules */
    bool plain;
    bool language_settled;
};

static enum status refuse_language(const char *code)
{
    char *message = memory_need(talloc_asprintf(NULL,
                                                /* TRANSLATORS: %s is what was typed. */
                                                _("there is no language '%s'"), code));
    char *list = memory_need(talloc_strdup(message, ""));
    for (size_t i = 0; i < language_count; i++)
        list = memory_need(talloc_asprintf_append_buffer(
            list, "%s%s (%s)", i ? ", " : "", languages[i].code, languages[i].name));
    char *advice = memory_need(talloc_asprintf(message,
                                               /* TRANSLATORS: %s is a list of words. */
                                               _("use one of: %s"), list));
    enum status status = command_fail(message, advice);
    talloc_free(message);
    return status;
}

static enum status refuse_lesson(const char *id)
{
    char *message = memory_need(talloc_asprintf(NULL,
                                                /* TRANSLATORS: %s is the id of a lesson. */
                                                _("there is no lesson '%s' in this course"), id));
    enum status status =
        command_fail(message,
                     /* TRANSLATORS: advice after "there is no lesson … in this course". */
                     _("its id stands in the first lines of its file, after 'lesson:'"));
    talloc_free(message);
    return status;
}

/* Tests ask for the same random orders each time. */
static uint64_t choose_seed(void)
{
    const char *seed = getenv("CONECTA_SEED");
    return seed && *seed ? strtoull(seed, NULL, 10) : random_seed();
}

static unsigned lines_width(void)
{
    const char *columns = getenv("COLUMNS");
    long width = columns ? strtol(columns, NULL, 10) : 0;
    return width >= 20 && width <= 1000 ? (unsigned)width : 0;
}

static struct terminal *open_terminal(const void *parent, bool plain)
{
    struct diagnostics *problems = diagnostics_new(parent);
    struct terminal *terminal = plain ? terminal_open_lines(parent, lines_width())
                                      : terminal_open_screen(parent, problems);
    if (!terminal)
        command_fail(problems->items[0].message, problems->items[0].advice);
    return terminal;
}

/* All that can be refused is, before the terminal becomes a screen. */
static enum status play(const void *memory, const struct wishes *wishes)
{
    struct diagnostics *problems = diagnostics_new(memory);
    struct library *library =
        library_open(memory, wishes->course, activity_verbs(), problems);
    struct address address;

    if (!library) {
        problems_print(stderr, problems);
        return STATUS_ERROR;
    }
    if (wishes->lesson && !library_find(library, wishes->lesson, &address.module,
                                        &address.lesson))
        return refuse_lesson(wishes->lesson);

    struct session *session =
        session_new(memory, library, wishes->plain ? CONTROLS_LINES : CONTROLS_KEYS,
                    !wishes->language_settled, choose_seed());
    if (wishes->lesson)
        session_open(session, address);
    struct terminal *terminal = open_terminal(memory, wishes->plain);
    if (!terminal)
        return STATUS_ERROR;
    terminal_run(terminal, session);
    talloc_free(terminal);
    return STATUS_DONE;
}

static enum status run(const struct command *command, const char *const *values,
                       char *const *operands, size_t operand_count)
{
    const char *course = command_value(command, values, "course");
    const char *language = command_value(command, values, "lang");
    const struct wishes wishes = {
        .course = course ? course : folder_lessons(),
        .lesson = command_value(command, values, "lesson"),
        .plain = command_value(command, values, "plain"),
        .language_settled = language,
    };
    (void)operands, (void)operand_count;

    if (language && !language_use(language))
        return refuse_language(language);
    void *memory = memory_need(talloc_new(NULL));
    enum status status = play(memory, &wishes);
    talloc_free(memory);
    return status;
}

static const struct option_entry options[] = {
    { "course", NC_("option value", "DIR"),
      /* TRANSLATORS: explains the option --course. */
      N_("play the course in this folder") },
    { "lesson", NC_("option value", "ID"),
      /* TRANSLATORS: explains the option --lesson. */
      N_("begin with this lesson") },
    { "lang", NC_("option value", "LL"),
      /* TRANSLATORS: explains the option --lang. */
      N_("use this language (en, ru, uk) and do not ask") },
    { "plain", NULL,
      /* TRANSLATORS: explains the option --plain. */
      N_("read and write plain lines, for screen readers and scripts") },
};

const struct command command_play = {
    .name = "play",
    /* TRANSLATORS: explains the command 'play'. */
    .about = N_("Open the course."),
    .options = options,
    .option_count = sizeof options / sizeof options[0],
    .run = run,
};
