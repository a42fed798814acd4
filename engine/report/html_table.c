/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/html_table.h"

#include <string.h>

#include <talloc.h>

#include "base/html.h"
#include "base/language.h"
#include "report/figure.h"

const char html_table_styles[] =
    "table{border-collapse:collapse;width:100%;margin:.8rem 0}\n"
    "caption{text-align:left;font-weight:600;padding:.3rem 0}\n"
    "th,td{text-align:left;vertical-align:top;padding:.35rem .6rem .35rem 0;"
    "border-bottom:1px solid var(--line)}\n"
    "th{font-weight:400}\nthead th{font-size:.85rem;color:var(--quiet);overflow-wrap:normal}\n"
    ".n{text-align:right;overflow-wrap:normal;font-variant-numeric:tabular-nums}\n"
    ".chart{width:32%;min-width:5rem;padding-right:0}\n"
    ".range{font-size:.85rem;color:var(--quiet)}\n"
    "svg{display:block;width:100%;height:1rem;margin-top:.25rem}\n"
    ".rest{fill:var(--rest)}\n.full{fill:var(--bar)}\n.full.good{fill:var(--right)}\n"
    ".likely{fill:var(--ink)}\n"
    "@media print{tr{break-inside:avoid}}\n";

static void put_text(struct buffer *out, const char *text)
{
    html_text(out, text, strlen(text));
}

static void put_around(struct buffer *out, const char *open, const char *text, const char *close)
{
    buffer_put(out, open);
    put_text(out, text);
    buffer_put(out, close);
}

void html_table_open(struct buffer *out, const char *caption, const char *first,
                     const char *number, const char *other)
{
    put_around(out, "<table>\n<caption>", caption, "</caption>\n<thead><tr>");
    put_around(out, "<th scope=\"col\">", first, "</th>");
    put_around(out, "<th scope=\"col\" class=\"n\">", number, "</th>");
    if (other)
        put_around(out, "<th scope=\"col\" class=\"n\">", other, "</th>");
    /* TRANSLATORS: heading of a column of bars. */
    put_around(out, "<th scope=\"col\" class=\"chart\">", C_("summary", "As a bar"), "</th>");
    buffer_put(out, "</tr></thead>\n<tbody>\n");
}

void html_table_close(struct buffer *out)
{
    buffer_put(out, "</tbody>\n</table>\n");
}

/* The bar is drawn in hundredths of its width; the range lies below it. */
static void put_bar(struct buffer *out, const struct html_row *row)
{
    int low = figure_percent(row->low), high = figure_percent(row->high);
    char *said = figure_percent_text(NULL, row->share);

    put_around(out, "<svg role=\"img\" viewBox=\"0 0 100 12\" preserveAspectRatio=\"none\"><title>",
               row->ranged ? row->range : said, "</title>");
    buffer_format(out, "<rect class=\"rest\" width=\"100\" height=\"%d\"/>", row->ranged ? 7 : 12);
    buffer_format(out, "<rect class=\"full%s\" width=\"%d\" height=\"%d\"/>",
                  row->right ? " good" : "", figure_percent(row->share), row->ranged ? 7 : 12);
    if (row->ranged)
        buffer_format(out, "<rect class=\"likely\" x=\"%d\" y=\"9\" width=\"%d\" height=\"3\"/>",
                      low < 100 ? low : 99, high > low ? high - low : 1);
    buffer_put(out, "</svg>");
    if (row->ranged)
        put_around(out, "<span class=\"range\">", row->range, "</span>");
    talloc_free(said);
}

static void put_name(struct buffer *out, const struct html_row *row)
{
    buffer_put(out, "<tr><th scope=\"row\">");
    if (row->link)
        put_around(out, "<a href=\"#", row->link, "\">");
    put_text(out, row->name);
    buffer_put(out, row->link ? "</a></th>" : "</th>");
}

void html_table_row(struct buffer *out, const struct html_row *row)
{
    put_name(out, row);
    put_around(out, "<td class=\"n\">", row->number, "</td>");
    if (row->other)
        put_around(out, "<td class=\"n\">", row->other, "</td>");
    buffer_put(out, "<td class=\"chart\">");
    if (row->share >= 0)
        put_bar(out, row);
    buffer_put(out, "</td></tr>\n");
}
