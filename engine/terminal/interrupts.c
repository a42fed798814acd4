/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "terminal/interrupts.h"

#include <poll.h>
#include <signal.h>
#include <stddef.h>

static volatile sig_atomic_t leave;
static volatile sig_atomic_t resized;
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
    sigset_t blocked;

    sigemptyset(&blocked);
    sigemptyset(&action.sa_mask);
    for (size_t i = 0; i < sizeof signals / sizeof signals[0]; i++) {
        sigaddset(&blocked, signals[i]);
        sigaction(signals[i], &action, NULL);
    }
    sigprocmask(SIG_BLOCK, &blocked, &while_waiting);
    for (size_t i = 0; i < sizeof signals / sizeof signals[0]; i++)
        sigdelset(&while_waiting, signals[i]);
}

void interrupts_wait(int file)
{
    struct pollfd input = { .fd = file, .events = POLLIN };
    if (ppoll(&input, 1, NULL, &while_waiting) == 1 && !(input.revents & POLLIN))
        leave = 1; /* the terminal has gone away */
}

bool interrupts_leave(void)
{
    return leave;
}

bool interrupts_resized(void)
{
    bool was = resized;
    resized = 0;
    return was;
}
