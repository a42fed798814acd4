/* SPDX-License-Identifier: GPL-3.0-or-later */
/* conecta play: opens the course. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <talloc.h>

#include "base/hide.h"
#include "base/language.h"
#include "base/memory.h"
#include "base/sandbox.h"
#include "commands/command.h"
#include "commands/folders.h"
#include "commands/keep_store.h"
#include "commands/print_file.h"
#include "commands/problems.h"
#include "commands/seed.h"
#include "terminal/terminal.h"

struct wishes {
    const char *course;
    const char *lesson; /* NULL: the list of modules */
    const char *home;   /* the folder where progress is kept; NULL: nothing is kept */
    bool plain;
    bool guest; /* nothing at all is written */
    bool language_settled;
};

static unsigned lines_width(void)
{
    const char *columns = getenv("COLUMNS");
    long width = columns ? strtol(columns, NULL, 10) : 0;
    return width >= 20 && width <= 1000 ? (unsigned)width : 0;
}

/* On a screen there is a page before anything else is looked for on the disk. */
static struct terminal *open_terminal(const void *parent, bool plain,
                                      const struct session *session,
                                      struct diagnostics *problems)
{
    if (plain)
        return terminal_open_lines(parent, lines_width());
    struct terminal *terminal = terminal_open_screen(parent, problems);
    if (terminal) {
        terminal->kind->show(terminal, session_view(session, terminal));
        terminal->kind->draw(terminal);
    }
    return terminal;
}

static void refuse_lesson(struct diagnostics *problems, const char *id)
{
    static const struct position nowhere = { 0, 0 };
    diagnostics_add(problems, SEVERITY_ERROR, NULL, nowhere,
                    /* TRANSLATORS: %s is the id of a lesson. */
                    _("there is no lesson '%s' in this course"), id);
    diagnostics_advise(problems, "%s",
                       /* TRANSLATORS: advice after "there is no lesson … in this course". */
                       _("its id stands in the first lines of its file, after 'lesson:'"));
}

/* A course lies in another language in the folder beside it whose name ends in "-LL". */
static void add_editions(struct library *library, const char *course)
{
    for (size_t i = 0; i < language_count; i++) {
        char *folder = folder_edition(library, course, languages[i].code);
        library_add_edition(library, languages[i].code, folder);
        talloc_free(folder);
    }
}

/* Reads the course and goes to the lesson that was wished for. */
static bool enter_course(struct session *session, const struct wishes *wishes,
                         struct diagnostics *problems)
{
    struct library *library =
        library_open(session, wishes->course, activity_verbs(), problems);
    struct address address;

    if (!library)
        return false;
    add_editions(library, wishes->course);
    session_enter(session, library);
    if (!wishes->lesson)
        return true;
    if (!library_find(library, wishes->lesson, &address.module, &address.lesson)) {
        refuse_lesson(problems, wishes->lesson);
        return false;
    }
    session_open(session, address);
    return true;
}

/* The choice of language is shown before the course is read: however large that
 * is, the first page comes at once. What is wrong is told when the screen is
 * given back. */
static struct terminal *begin(const void *memory, const struct wishes *wishes,
                              struct session *session, struct diagnostics *problems)
{
    bool ask_at_once = !wishes->plain && !wishes->language_settled;
    struct terminal *terminal = NULL;

    if (ask_at_once) {
        terminal = open_terminal(memory, wishes->plain, session, problems);
        if (!terminal)
            return NULL;
    }
    if (!enter_course(session, wishes, problems)) {
        talloc_free(terminal);
        return NULL;
    }
    return terminal ? terminal : open_terminal(memory, wishes->plain, session, problems);
}

static enum status refuse(const struct diagnostics *problems)
{
    const struct diagnostic *first = &problems->items[0];
    if (!first->file)
        return command_fail(first->message, first->advice);
    problems_print(stderr, problems);
    return STATUS_ERROR;
}

/* The terminal may not be there yet. */
static bool leaves(void *data)
{
    struct terminal *const *terminal = data;
    return *terminal && (*terminal)->kind->leaves(*terminal);
}

/* What cannot be kept does not keep her from the course: she is told, and goes on. */
static struct keeper *let_keep(struct session *session, const char *home,
                               struct terminal **terminal)
{
    struct diagnostics *problems = diagnostics_new(session);
    struct keeper *keeper = keep_store_new(session, home, leaves, terminal, problems);

    if (keeper)
        session_let_keep(session, keeper);
    else
        session_tell(session, problems);
    return keeper;
}

static void tidy(struct session *session, struct keeper *keeper)
{
    struct diagnostics *problems = diagnostics_new(session);

    keep_store_tidy(keeper, problems);
    if (problems->count > 0)
        session_tell(session, problems);
}

/* Only where she may want something to be written can anything be. The folder of the plan
 * is that of all her files. */
static void shut_in(const void *memory, const struct wishes *wishes)
{
    const char *writable[] = { NULL, NULL, NULL };

    if (!wishes->guest) {
        writable[0] = print_folder();
        writable[1] = wishes->home ? folder_above(memory, wishes->home) : NULL;
    }
    sandbox_enter(writable);
}

static enum status play(const void *memory, const struct wishes *wishes)
{
    struct diagnostics *problems = diagnostics_new(memory);
    struct terminal *terminal = NULL;
    struct keeper *keeper = NULL;
    struct session *session =
        session_new(memory, wishes->plain ? CONTROLS_LINES : CONTROLS_KEYS,
                    !wishes->language_settled, seed_choose());

    if (!wishes->guest)
        session_let_print(session, &print_file);
    if (!wishes->guest && wishes->home)
        keeper = let_keep(session, wishes->home, &terminal);
    terminal = begin(memory, wishes, session, problems);
    if (!terminal)
        return refuse(problems);
    shut_in(memory, wishes);
    if (keeper)
        tidy(session, keeper);
    terminal_run(terminal, session);
    talloc_free(terminal);
    return STATUS_DONE;
}

static enum status run(const struct command *command, const char *const *values,
                       char *const *operands, size_t operand_count)
{
    const char *course = command_value(command, values, "course");
    const char *language = command_value(command, values, "lang");
    (void)operands, (void)operand_count;

    if (language && !language_use(language))
        return command_refuse_language(language);
    hide_memory();
    void *memory = memory_need(talloc_new(NULL));
    const struct wishes wishes = {
        .course = course ? course : folder_lessons(),
        .lesson = command_value(command, values, "lesson"),
        .home = folder_home(memory, command_value(command, values, "home")),
        .plain = command_value(command, values, "plain"),
        .guest = command_value(command, values, "guest"),
        .language_settled = language,
    };
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
    { "guest", NULL,
      /* TRANSLATORS: explains the option --guest. */
      N_("write nothing at all, and offer to keep nothing") },
    { "home", NC_("option value", "DIR"),
      /* TRANSLATORS: explains the option --home of 'play'. */
      N_("keep everything in this folder, such as on a USB stick") },
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
