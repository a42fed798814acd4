/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "clock.h"

#include <stdlib.h>
#include <time.h>

double clock_now(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec * 1e3 + (double)now.tv_nsec / 1e6;
}

void sample_add(struct sample *sample, double value)
{
    if (value >= 0 && sample->count < SAMPLE_MOST)
        sample->values[sample->count++] = value;
}

static int compare(const void *left, const void *right)
{
    double a = *(const double *)left;
    double b = *(const double *)right;
    return (a > b) - (a < b);
}

double sample_median(const struct sample *sample)
{
    struct sample sorted = *sample;

    if (sample->count == 0)
        return -1;
    qsort(sorted.values, sorted.count, sizeof sorted.values[0], compare);
    return (sorted.values[(sorted.count - 1) / 2] + sorted.values[sorted.count / 2]) / 2;
}

double sample_largest(const struct sample *sample)
{
    double largest = -1;
    for (size_t i = 0; i < sample->count; i++)
        if (sample->values[i] > largest)
            largest = sample->values[i];
    return largest;
}
