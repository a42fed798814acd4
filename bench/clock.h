/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Time, and what is left of it when the same thing was measured many times. Times are in
 * milliseconds. Something that could not be measured is negative.
 */
#ifndef BENCH_CLOCK_H
#define BENCH_CLOCK_H

#include <stddef.h>

#define SAMPLE_MOST 256

/* Values of one figure; the ones that could not be measured are left out. */
struct sample {
    double values[SAMPLE_MOST];
    size_t count;
};

/* From some moment in the past on; never goes back. */
double clock_now(void);

/* Does nothing when the value is negative or the sample is full. */
void sample_add(struct sample *sample, double value);

/* Both are negative when the sample is empty. */
double sample_median(const struct sample *sample);
double sample_largest(const struct sample *sample);

#endif
