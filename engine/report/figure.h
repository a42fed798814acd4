/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * How each kind of number is rounded and written. Every format of a summary takes its numbers
 * from here, so that all of them say the same to the digit.
 *
 * Halves are rounded away from zero, but for a binary hair: 0.125 is 0.13, and so is what a sum
 * of shares left at 0.12499999999999999. Nothing is ever written as -0.
 */
#ifndef CONECTA_REPORT_FIGURE_H
#define CONECTA_REPORT_FIGURE_H

#include <stddef.h>

/* A share from 0 to 1 in whole per cents, 0 … 100. */
int figure_percent(double share);

/* The share that part is of whole, 0 … 1; of nothing it is 0. */
double figure_share(size_t part, size_t whole);

/* A coefficient (discrimination, gain) in whole hundredths. */
long figure_hundredths(double value);

/* For programs: "0.31", "-0.05", "1.00". Belongs to parent. */
char *figure_decimal(const void *parent, double value);

/* For people, in the language of the interface: "31%", "0.31". Belong to parent. */
char *figure_percent_text(const void *parent, double share);
char *figure_decimal_text(const void *parent, double value);

/* Between which two shares the true one lies, for people: "24% to 39%". Belongs to parent. */
char *figure_interval_text(const void *parent, double low, double high);

/* A bar of so many cells, for terminals and fonts of any kind: "######......". A share that is
 * not 0 has one sign at least, one that is not 1 is never full. Belongs to parent. */
char *figure_bar(const void *parent, double share, size_t cells);

#endif
