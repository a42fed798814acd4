/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/statistics.h"

#include <math.h>

struct facility statistics_facility(uint64_t right, uint64_t n)
{
    struct facility facility = {.n = (size_t)n, .right = (size_t)right, .high = 1};

    if (n == 0)
        return facility;
    const double count = (double)n, share = (double)right / count;
    const double square = STATISTICS_Z * STATISTICS_Z / count;
    const double middle = (share + square / 2) / (1 + square);
    const double half = sqrt(share * (1 - share) * square + square * square / 4) / (1 + square);
    facility.share = share;
    /* At the ends rounding must not lead beyond. */
    facility.low = right == 0 ? 0 : middle - half;
    facility.high = right == n ? 1 : middle + half;
    return facility;
}

/* n times a sum of products, less the product of both sums: whole numbers, below 2^63 for
 * three thousand million ballots. What n - 1 divides is the same above and below the line. */
static double spread(uint64_t n, uint64_t product, uint64_t one, uint64_t other)
{
    return (double)((int64_t)(n * product) - (int64_t)(one * other));
}

bool statistics_correlation(const struct tally_sums *sums, double *ret_correlation)
{
    const double xx = spread(sums->n, sums->xx, sums->x, sums->x);
    const double yy = spread(sums->n, sums->yy, sums->y, sums->y);

    if (sums->n < 2 || !(xx > 0) || !(yy > 0))
        return false;
    const double value = spread(sums->n, sums->xy, sums->x, sums->y) / (sqrt(xx) * sqrt(yy));
    *ret_correlation = fmin(1, fmax(-1, value));
    return true;
}

double statistics_correlation_high(double correlation, uint64_t n)
{
    if (n < 4 || correlation >= 1)
        return 1;
    if (correlation <= -1)
        return -1;
    return tanh(atanh(correlation) + STATISTICS_Z / sqrt((double)(n - 3)));
}
