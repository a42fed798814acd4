/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The figures of the questions of one revision of a lesson. */
#ifndef CONECTA_REPORT_ITEM_FIGURES_H
#define CONECTA_REPORT_ITEM_FIGURES_H

#include "report/outline.h"
#include "report/summary.h"
#include "report/tally.h"

/* In the order of the lesson, then those that are not in it any more. Belongs to parent; refers to
 * texts of the lesson and ids of the tally. known: the lesson, perhaps of another revision; NULL:
 * gone. Items that are not shown have no options. */
struct item_figures *item_figures_make(const void *parent, const struct tally *tally,
                                       const struct outline_lesson *known, size_t *ret_count);

#endif
