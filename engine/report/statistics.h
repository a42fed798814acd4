/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Classical test theory, from numbers that only add up. */
#ifndef CONECTA_REPORT_STATISTICS_H
#define CONECTA_REPORT_STATISTICS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "report/summary.h"
#include "report/tally.h"

/* The 97.5 % point of the normal distribution. */
#define STATISTICS_Z 1.959963984540054

/* The share of `right` among n with Wilson's interval of 95 % (Wilson 1927). Of none: 0, from 0 to
 * 1. */
struct facility statistics_facility(uint64_t right, uint64_t n);

/* Covariance over the root of both variances, each with n - 1. False, with nothing changed,
 * when a variance is 0 or there are fewer than two pairs. */
bool statistics_correlation(const struct tally_sums *sums, double *ret_correlation);

/* The upper end of the interval of 95 % of a correlation over n pairs, by Fisher's z; 1 for fewer than
 * four. */
double statistics_correlation_high(double correlation, uint64_t n);

#endif
