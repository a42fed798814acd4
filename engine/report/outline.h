/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What figures need to know of a course as it is now: which lessons there are, of which
 * revision (course/ballot.h), and how their questions read. Who makes it knows the activities; the
 * figures know only this.
 */
#ifndef CONECTA_REPORT_OUTLINE_H
#define CONECTA_REPORT_OUTLINE_H

#include <stdbool.h>
#include <stddef.h>

#include "course/ballot.h"

struct outline_option {
    const char *id;
    const char *text; /* plain */
    bool right;
};

struct outline_item {
    const char *id;
    long rev;
    const char *verb;
    const char *text; /* plain */
    bool scored;      /* can be right or wrong */
    const struct outline_option *options;
    size_t option_count;
};

struct outline_lesson {
    const char *id;
    const char *title;
    char revision[BALLOT_REVISION + 1];
    const struct outline_item *items; /* those that are counted */
    size_t count;
};

struct outline {
    const char *course; /* its title */
    const struct outline_lesson *lessons;
    size_t count;
};

#endif
