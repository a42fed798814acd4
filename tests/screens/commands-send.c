/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <errno.h>
#include <string.h>

#include "deadline.h"
#include "keys.h"
#include "script.h"

static bool fail_ended(struct script *script)
{
    return script_fail_wait(script, SESSION_ENDED, "nobody is there to get it");
}

/*
 * A program takes an escape character and what comes soon after it for one key. So the next byte
 * must not be sent before this one has been read and the program sleeps again.
 */
static bool wait_after_escape(struct script *script, int64_t deadline)
{
    enum session_outcome outcome = session_settle(&script->session, deadline);

    if (outcome == SESSION_LATE)
        return script_fail_wait(script, outcome, "Esc was not taken");
    return true;
}

static bool send_bytes(struct script *script, const char *bytes, size_t length, int64_t deadline)
{
    session_show(&script->session, 0);
    if (!session_runs(&script->session))
        return fail_ended(script);
    if (!session_send(&script->session, bytes, length, deadline))
        return script_fail_wait(script, SESSION_LATE, "the input was not taken");
    return true;
}

static bool send_key(struct script *script, const char *name, int64_t deadline)
{
    const char *term = variable_find(&script->environment, "TERM", strlen("TERM"));
    bool application = emulator_application_cursor(script->session.emulator);
    struct text bytes = {0};
    bool good;

    if (!key_append(name, application, term != NULL ? term : "", &bytes)) {
        good = script_fail(script, "no key `%s`", name);
    } else {
        good = send_bytes(script, bytes.bytes, bytes.length, deadline);
        if (good && strcmp(bytes.bytes, "\033") == 0)
            good = wait_after_escape(script, deadline);
    }
    text_free(&bytes);
    return good;
}

/*
 * The cursor mode of the keys is the one at the start of the line or after an Esc: the keys before
 * may change it, but a burst does not wait for them.
 */
static bool send_keys(struct script *script, const char *rest)
{
    int64_t deadline = deadline_begin();
    struct text name = {0};
    bool good = *rest != '\0' || script_fail(script, "no key");

    if (session_settle(&script->session, deadline) == SESSION_LATE)
        good = script_fail_wait(script, SESSION_LATE, "keys before were not taken");
    while (good && *rest != '\0') {
        size_t length = strcspn(rest, " \t");

        text_cut(&name, 0);
        text_append(&name, rest, length);
        good = send_key(script, text_string(&name), deadline);
        rest += length;
        rest += strspn(rest, " \t");
    }
    text_free(&name);
    return good;
}

static bool send_text(struct script *script, const char *rest)
{
    return send_bytes(script, rest, strlen(rest), deadline_begin());
}

static bool resize(struct script *script, const char *rest)
{
    if (!script_read_size(script, rest))
        return false;
    return session_resize(&script->session, script->rows, script->columns) ||
           script_fail(script, "no new size: %s", strerror(errno));
}

static bool send_signal(struct script *script, const char *rest)
{
    int number = signal_number(rest);

    if (number == 0)
        return script_fail(script, "no signal `%s`", rest);
    session_show(&script->session, 0);
    if (!session_runs(&script->session))
        return fail_ended(script);
    return session_signal(&script->session, number) ||
           script_fail(script, "no signal: %s", strerror(errno));
}

const struct script_command commands_send[] = {
    {.name = "key", .run = send_keys, .needs_program = true},
    {.name = "type", .run = send_text, .needs_program = true},
    {.name = "resize", .run = resize, .needs_program = true},
    {.name = "signal", .run = send_signal, .needs_program = true},
    {.name = NULL},
};
