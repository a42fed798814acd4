/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Tables with a bar in each row, in HTML: who sees compares the bars, who hears is read the rows,
 * and on paper a table breaks between them.
 *
 * Texts are plain; they are made safe here.
 */
#ifndef CONECTA_REPORT_HTML_TABLE_H
#define CONECTA_REPORT_HTML_TABLE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buffer.h"

/* Its styles. They need the colours --ink, --line, --bar, --rest and --right. */
extern const char html_table_styles[];

/* Begins a table: what it is about, the heading of its first column, and those of one or two
 * columns of numbers (the second NULL: one). */
void html_table_open(struct buffer *out, const char *caption, const char *first,
                     const char *number, const char *other);
void html_table_close(struct buffer *out);

struct html_row {
    const char *name;
    const char *link;    /* an id on the page that the name leads to, or NULL */
    const char *number;
    const char *other;   /* NULL where the table has one column of numbers */
    double share;        /* how long the bar is, 0 … 1; less than 0: none */
    bool right;          /* has the colour of right answers */
    bool ranged;         /* low and high are where the true share may lie, and range says so */
    double low, high;
    const char *range;
};

void html_table_row(struct buffer *out, const struct html_row *row);

#endif
