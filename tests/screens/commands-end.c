/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdlib.h>
#include <string.h>

#include "deadline.h"
#include "script.h"

static bool has_ended(const struct session *session, const void *what)
{
    (void)what;
    return session->child.ended;
}

static bool wait_end(struct script *script)
{
    enum session_outcome outcome =
        session_wait(&script->session, has_ended, NULL, deadline_begin());

    if (outcome != SESSION_HOLDS)
        return script_fail_wait(script, outcome, "the program does not end");
    script->end_checked = true;
    return true;
}

static bool check_end(struct script *script, bool killed, int status)
{
    const struct child *child = &script->session.child;

    if (!wait_end(script))
        return false;
    if (child->killed == killed && child->status == status)
        return true;
    return script_fail_wait(script, SESSION_ENDED, killed ? "not killed so" : "not this status");
}

static bool expect_exit(struct script *script, const char *rest)
{
    char *end;
    long status = strtol(rest, &end, 10);

    if (end == rest || *end != '\0' || status < 0 || status > 255)
        return script_fail(script, "an exit status is 0 to 255, not `%s`", rest);
    return check_end(script, false, (int)status);
}

static bool expect_kill(struct script *script, const char *rest)
{
    int number = signal_number(rest);

    if (number == 0)
        return script_fail(script, "no signal `%s`", rest);
    return check_end(script, true, number);
}

static bool hang_up(struct script *script, const char *rest)
{
    if (*rest)
        return script_fail(script, "nothing may follow `hangup`");
    child_hang_up(&script->session.child);
    return true;
}

const struct script_command commands_end[] = {
    {.name = "hangup", .run = hang_up, .needs_program = true},
    {.name = "exit", .run = expect_exit, .needs_program = true},
    {.name = "killed", .run = expect_kill, .needs_program = true},
    {.name = NULL},
};
