/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What a question seems to say. Nothing is said that chance could have made: what is compared with
 * a threshold is the end of an interval of 95 %, so few answers give no verdict but FINE.
 */
#ifndef CONECTA_REPORT_VERDICT_H
#define CONECTA_REPORT_VERDICT_H

#include "report/summary.h"
#include "report/tally.h"

/* The least share of right answers that counts as learnt. Bloom's mastery learning (1968) takes 80
 * to 90 %; the lower one, since a learner meets each question once. */
#define VERDICT_MASTERY 0.80

/* Ebel and Frisbie, Essentials of Educational Measurement (1991): from 0.30 up an item is reasonably
 * good. One whose whole interval lies below tells the strong from the weak too little. */
#define VERDICT_GOOD_DISCRIMINATION 0.30

/* So many must have got it wrong before wording or key are to blame for that: a question that nearly
 * everyone gets right cannot tell anybody apart. */
#define VERDICT_WRONG_LEAST SUMMARY_ITEM_LEAST

/* Of an item with all other figures; sums are those that the discrimination comes from. */
enum verdict verdict_of(const struct item_figures *item, const struct tally_sums *sums);

#endif
