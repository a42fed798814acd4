/* SPDX-License-Identifier: GPL-3.0-or-later */
/* conecta preview: plays one lesson while it is being written. */
#include <errno.h>
#include <string.h>
#include <unistd.h>

#include <talloc.h>

#include "activities/activity.h"
#include "base/language.h"
#include "base/memory.h"
#include "base/sandbox.h"
#include "base/text.h"
#include "commands/command.h"
#include "commands/seed.h"
#include "course/around.h"
#include "terminal/terminal.h"

static enum status refuse_missing(const char *path, const char *advice)
{
    char *clean = text_clean(NULL, path, strlen(path));
    char *message = memory_need(talloc_asprintf(
        clean,
        /* TRANSLATORS: the first %s is a file, the second the system's reason. */
        _("%s cannot be read: %s"), clean, strerror(errno)));
    enum status status = command_fail(message, advice);
    talloc_free(clean);
    return status;
}

static void watch_all(struct watch *watch, const char *path, const struct draft *draft)
{
    watch_add(watch, path);
    if (draft) {
        watch_add(watch, draft->po);
        watch_add(watch, draft->course_po);
    }
}

/* The watch begins before the lesson is read: no save is missed. */
static enum status preview(const void *memory, const char *path, const char *po)
{
    struct diagnostics *problems = diagnostics_new(memory);
    struct watch *watch = watch_new(memory);
    struct session *session = session_new(memory, CONTROLS_KEYS, false, seed_choose());

    struct library *library = library_open_lesson(session, path, po, activity_verbs());
    watch_all(watch, path, library->draft);
    session_preview(session, library);
    struct terminal *terminal = terminal_open_screen(memory, problems);
    if (!terminal)
        return command_fail(problems->items[0].message,
                            /* TRANSLATORS: advice when there is no usable terminal. */
                            _("start it in the window of a terminal; 'conecta lint FILE' says in "
                              "lines what is wrong"));
    terminal->watch = watch;
    terminal->patient = true;
    sandbox_enter((const char *const[]){ NULL });
    terminal_run(terminal, session);
    talloc_free(terminal);
    return STATUS_DONE;
}

static enum status run(const struct command *command, const char *const *values,
                       char *const *operands, size_t operand_count)
{
    const char *po = command_value(command, values, "po");
    (void)operand_count;

    if (access(operands[0], F_OK) != 0)
        return refuse_missing(operands[0],
                              /* TRANSLATORS: advice when there is no file of this name. */
                              _("check the name; 'conecta new lesson FILE' makes a new lesson"));
    if (po && access(po, F_OK) != 0)
        return refuse_missing(po,
                              /* TRANSLATORS: advice when there is no PO file of this name. */
                              _("check the name; 'conecta pot' makes PO files"));
    void *memory = memory_need(talloc_new(NULL));
    enum status status = preview(memory, operands[0], po);
    talloc_free(memory);
    return status;
}

static const struct option_entry options[] = {
    { "po", NC_("option value", "FILE"),
      /* TRANSLATORS: explains the option --po of 'conecta preview'. */
      N_("show the lesson with the translations in this file") },
};

const struct command command_preview = {
    .name = "preview",
    .operands = NC_("option value", "FILE"),
    .least = 1,
    .most = 1,
    /* TRANSLATORS: explains the command 'preview'. */
    .about = N_("Play a lesson while you write it: every save is shown at once."),
    .options = options,
    .option_count = sizeof options / sizeof options[0],
    .run = run,
};
