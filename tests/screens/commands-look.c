/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "deadline.h"
#include "script.h"

static bool shows(const struct session *session, const void *what)
{
    return emulator_shows(session->emulator, what);
}

static bool shows_not(const struct session *session, const void *what)
{
    return !shows(session, what);
}

static bool is_blank(const struct session *session, const void *what)
{
    (void)what;
    return !session->emulator->alternate && emulator_blank(session->emulator);
}

/* Fails with COMPLAINT, about TEXT unless that is NULL, when it does not come to hold. */
static bool wait_for(struct script *script,
                     bool (*holds)(const struct session *session, const void *what),
                     const char *text, const char *complaint)
{
    enum session_outcome outcome = session_wait(&script->session, holds, text, deadline_begin());

    if (outcome == SESSION_HOLDS)
        return true;
    if (text != NULL)
        script_fail(script, "`%s` ", text);
    return script_fail_wait(script, outcome, complaint);
}

static bool expect_shown(struct script *script, const char *rest)
{
    if (*rest == '\0')
        return script_fail(script, "no text");
    return wait_for(script, shows, rest, "does not appear");
}

static bool expect_gone(struct script *script, const char *rest)
{
    if (*rest == '\0')
        return script_fail(script, "no text");
    return wait_for(script, shows_not, rest, "does not go");
}

static bool expect_blank(struct script *script, const char *rest)
{
    (void)rest;
    return wait_for(script, is_blank, NULL, "the main screen is not shown or not blank");
}

/* Not a wait: what was shown once and is in the scrollback does not go away. */
static bool expect_lacking(struct script *script, const char *rest)
{
    const struct emulator *emulator;
    enum session_outcome outcome;

    if (*rest == '\0')
        return script_fail(script, "no text");
    outcome = session_settle(&script->session, deadline_begin());
    if (outcome == SESSION_LATE)
        return script_fail_wait(script, outcome, "no time to look");
    emulator = script->session.emulator;
    if (emulator_remembers(emulator, rest))
        return script_fail(script, "`%s` is in the scrollback", rest);
    if (!emulator_shows(emulator, rest))
        return true;
    script_show_screen(script);
    return script_fail(script, "`%s` is on the screen", rest);
}

const struct script_command commands_look[] = {
    {.name = "wait", .run = expect_shown, .needs_program = true},
    {.name = "gone", .run = expect_gone, .needs_program = true},
    {.name = "blank", .run = expect_blank, .needs_program = true},
    {.name = "lacks", .run = expect_lacking, .needs_program = true},
    {.name = NULL},
};
