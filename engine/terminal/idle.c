/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "terminal/idle.h"

#include <stdint.h>
#include <time.h>
#include <unistd.h>

#include "config.h"

#ifdef HAVE_SYS_TIMERFD_H
#include <sys/timerfd.h>

static int open_timer(void)
{
    return timerfd_create(CLOCK_BOOTTIME, TFD_NONBLOCK | TFD_CLOEXEC);
}

static void set_timer(int file, long seconds)
{
    const struct itimerspec time = { .it_value.tv_sec = seconds };
    timerfd_settime(file, 0, &time, NULL);
}

#else

static int open_timer(void)
{
    return -1;
}

static void set_timer(int file, long seconds)
{
    (void)file, (void)seconds;
}

#endif

void idle_open(struct idle *idle)
{
    *idle = (struct idle){ .file = open_timer() };
    idle_restart(idle, 0);
}

void idle_restart(struct idle *idle, long minutes)
{
    idle->warned = false;
    idle->minutes = minutes;
    if (idle->file >= 0)
        set_timer(idle->file, idle_warning + minutes * 60);
}

enum idle_state idle_look(struct idle *idle)
{
    uint64_t times;

    if (idle->file < 0 || read(idle->file, &times, sizeof times) != sizeof times)
        return IDLE_NOT;
    if (idle->warned)
        return IDLE_OVER;
    idle->warned = true;
    set_timer(idle->file, idle_limit - idle_warning);
    return IDLE_WARNING;
}

void idle_close(struct idle *idle)
{
    if (idle->file >= 0)
        close(idle->file);
    idle->file = -1;
}
