/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif
#include "deadline.h"

#include <stdlib.h>
#include <time.h>

int64_t deadline_clock(void)
{
    struct timespec now;

    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

int64_t deadline_begin(void)
{
    const char *given = getenv("CONECTA_TEST_SECONDS");
    double seconds = given != NULL ? strtod(given, NULL) : 0;

    if (!(seconds > 0 && seconds < 1e6))
        seconds = 10;
    return deadline_clock() + (int64_t)(seconds * 1000);
}

bool deadline_passed(int64_t deadline)
{
    return deadline_clock() >= deadline;
}
