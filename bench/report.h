/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table that is printed. */
#ifndef BENCH_REPORT_H
#define BENCH_REPORT_H

#include <stdbool.h>

enum limit_kind {
    LIMIT_NONE,
    LIMIT_RATIO, /* of the ratio */
    LIMIT_VALUE, /* of the figure itself, in its unit */
};

struct limit {
    enum limit_kind kind;
    double most;
};

/* One line. A value that is negative could not be measured. */
struct figure {
    const char *name;
    const char *unit;      /* "ms", "bytes", "MiB", "" */
    double value;          /* Conecta's */
    const char *neighbour; /* what it is compared with */
    double other;          /* the neighbour's value */
    struct limit limit;
};

/* `other` of a neighbour that is not installed, which is no failure. */
#define NOT_INSTALLED (-2.0)

void report_head(void);
void report_figure(const struct figure *figure);

/*
 * Says on standard error what could not be measured, and on standard output what is not held.
 * Returns whether all could be measured.
 */
bool report_end(void);

#endif
