/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif
#include "environment.h"

#include <string.h>
#include <unistd.h>

static int passes(const char *assignment)
{
    static const char *const beginnings[] = {
        "CONECTA_",       "PATH=",         "ASAN_OPTIONS=",    "LSAN_OPTIONS=",
        "UBSAN_OPTIONS=", "TSAN_OPTIONS=", "LD_LIBRARY_PATH=",
    };

    for (size_t i = 0; i < sizeof beginnings / sizeof *beginnings; i++)
        if (strncmp(assignment, beginnings[i], strlen(beginnings[i])) == 0)
            return variable_is(assignment);
    return 0;
}

void environment_fill(struct strings *environment, const char *home)
{
    variable_set(environment, "PATH=/usr/local/bin:/usr/bin:/bin");
    variable_set(environment, "TERM=xterm-256color");
    variable_set(environment, "LANG=C.UTF-8");
    variable_set(environment, home);
    for (char **item = environ; *item != NULL; item++)
        if (passes(*item))
            variable_set(environment, *item);
}
