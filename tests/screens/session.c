/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "session.h"

#include "deadline.h"

/* How often to look whether the program sleeps or has ended, which no descriptor tells. */
static const int look_again = 2;

/* More than the kernel keeps for a terminal, but a program that writes for ever is not followed. */
static const int most_reads = 64;

bool session_start(struct session *session, char *const *arguments, char *const *environment,
                   int rows, int columns)
{
    session_finish(session);
    session->emulator = emulator_new(rows, columns);
    session->disturbed = true;
    return child_start(&session->child, arguments, environment, rows, columns);
}

bool session_runs(const struct session *session)
{
    return session->child.pid > 0 && !session->child.ended;
}

/* A reply is short: what a full terminal does not take at once is lost, as on a serial line. */
static void send_reply(struct session *session)
{
    struct text *reply = &session->emulator->reply;

    if (reply->length == 0)
        return;
    child_write(&session->child, reply->bytes, reply->length);
    text_cut(reply, 0);
    session->disturbed = true;
}

bool session_show(struct session *session, int milliseconds)
{
    char bytes[4096];
    int reads = 0;

    if (session->child.pid <= 0)
        return false;
    child_wait_output(&session->child, milliseconds);
    /* Looking for the end before reading makes sure that its last words are shown with it. */
    child_check_end(&session->child);
    while (reads < most_reads) {
        size_t length = child_read(&session->child, bytes, sizeof bytes);

        if (length == 0)
            break;
        emulator_write(session->emulator, bytes, length);
        send_reply(session);
        reads++;
    }
    return reads > 0;
}

/* The order matters: input first, then sleep, then output, as the program goes through them. */
static bool has_settled(struct session *session)
{
    if (!session->disturbed)
        return true;
    if (!child_has_read(&session->child) || !child_is_asleep(&session->child))
        return false;
    if (session_show(session, 0))
        return false;
    session->disturbed = false;
    return true;
}

/* What comes by itself, as after a file was saved, may come in pieces. */
static void note_output(struct session *session, int wait)
{
    if (session_show(session, wait))
        session->disturbed = true;
}

enum session_outcome session_wait(struct session *session,
                                  bool (*holds)(const struct session *session, const void *what),
                                  const void *what, int64_t deadline)
{
    note_output(session, 0);
    for (;;) {
        bool running = session_runs(session);

        if ((!running || has_settled(session)) && holds(session, what))
            return SESSION_HOLDS;
        if (!running)
            return SESSION_ENDED;
        if (deadline_passed(deadline))
            return SESSION_LATE;
        note_output(session, look_again);
    }
}

static bool anything(const struct session *session, const void *what)
{
    (void)session;
    (void)what;
    return true;
}

enum session_outcome session_settle(struct session *session, int64_t deadline)
{
    return session_wait(session, anything, NULL, deadline);
}

enum session_outcome session_wait_quiet(struct session *session, int milliseconds, int64_t deadline)
{
    enum session_outcome outcome = session_settle(session, deadline);
    int64_t quiet = deadline_clock() + milliseconds;

    while (outcome == SESSION_HOLDS && !deadline_passed(quiet) && session_runs(session)) {
        if (session_show(session, look_again))
            quiet = deadline_clock() + milliseconds;
        if (deadline_passed(deadline))
            outcome = SESSION_LATE;
    }
    return outcome;
}

bool session_send(struct session *session, const char *bytes, size_t length, int64_t deadline)
{
    session->disturbed = true;
    while (length > 0) {
        size_t taken = child_write(&session->child, bytes, length);

        bytes += taken;
        length -= taken;
        if (taken == 0) {
            if (!session_runs(session) || deadline_passed(deadline))
                return false;
            session_show(session, look_again);
        }
    }
    return true;
}

/* Shows first what was written for the old size. */
bool session_resize(struct session *session, int rows, int columns)
{
    session_show(session, 0);
    emulator_resize(session->emulator, rows, columns);
    session->disturbed = true;
    return child_resize(&session->child, rows, columns);
}

bool session_signal(struct session *session, int number)
{
    session->disturbed = true;
    return child_signal(&session->child, number);
}

void session_finish(struct session *session)
{
    child_finish(&session->child);
    emulator_free(session->emulator);
    session->emulator = NULL;
}
