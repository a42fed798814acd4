/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "terminal/interrupts.h"

#include <poll.h>
#include <signal.h>
#include <stddef.h>
#include <time.h>

static volatile sig_atomic_t leave;
static volatile sig_atomic_t resized;
static sigset_t while_working; /* signals that are held back */
static sigset_t while_waiting;

static void note(int signal)
{
    if (signal == SIGWINCH)
        resized = 1;
    else
        leave = 1;
}

void interrupts_catch(void)
{
    static const int signals[] = { SIGINT, SIGTERM, SIGHUP, SIGWINCH };
    struct sigaction action = { .sa_handler = note };
    sigset_t held_back;

    sigemptyset(&held_back);
    sigemptyset(&action.sa_mask);
    for (size_t i = 0; i < sizeof signals / sizeof signals[0]; i++) {
        sigaddset(&held_back, signals[i]);
        sigaction(signals[i], &action, NULL);
    }
    sigprocmask(SIG_BLOCK, &held_back, &while_waiting);
    for (size_t i = 0; i < sizeof signals / sizeof signals[0]; i++)
        sigdelset(&while_waiting, signals[i]);
    sigprocmask(SIG_BLOCK, NULL, &while_working);
}

void interrupts_wait(const int files[], size_t count, int milliseconds)
{
    struct pollfd inputs[INTERRUPTS_FILES];

    for (size_t i = 0; i < count; i++)
        inputs[i] = (struct pollfd){ .fd = files[i], .events = POLLIN };
    const struct timespec time = { milliseconds / 1000, milliseconds % 1000 * 1000000L };
    int ready = ppoll(inputs, count, milliseconds < 0 ? NULL : &time, &while_waiting);
    /* A terminal that has gone away can be read for ever: of its end. */
    if (ready > 0 && (inputs[0].revents & (POLLHUP | POLLERR | POLLNVAL)))
        leave = 1;
}

/* While keys are coming nobody waits. */
static void let_in(void)
{
    sigprocmask(SIG_SETMASK, &while_waiting, NULL);
    sigprocmask(SIG_SETMASK, &while_working, NULL);
}

bool interrupts_leave(void)
{
    let_in();
    return leave;
}

bool interrupts_resized(void)
{
    bool was = resized;
    resized = 0;
    return was;
}
