/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A summary as a trainer gets it. Each string belongs to parent and ends with a line end.
 *
 * What waits for more people changes no byte of any of them: nobody shall learn from two
 * summaries, one after the other, that somebody finished a lesson in between.
 */
#ifndef CONECTA_REPORT_SUMMARY_WRITE_H
#define CONECTA_REPORT_SUMMARY_WRITE_H

#include "report/summary.h"

/* Lines of at most this many columns, in the language of the interface; at least 30 are used.
 * A word that is wider than a line is broken. */
char *summary_text(const void *parent, const struct summary *summary, size_t columns);

/* One figure a row, as RFC 4180 wants it; see docs/trainers.md for the columns. The same in
 * every language but for the texts of the lessons. */
char *summary_csv(const void *parent, const struct summary *summary);

/* See docs/summary.schema.json. One lesson a line. */
char *summary_json(const void *parent, const struct summary *summary);

/* One page that needs nothing else and asks for nothing, in the language of the interface. */
char *summary_html(const void *parent, const struct summary *summary);

#endif
