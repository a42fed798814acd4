/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report.h"

#include <stdio.h>

#define CELL 32

static const char row[] = "%-42s %12s   %-30s %6s   %11s   %s\n";

static int missed;
static int exceeded;

void report_head(void)
{
    printf(row, "", "conecta", "neighbour", "ratio", "at most", "held");
}

/* Counts have no fraction, everything else three digits that mean something. */
static void write_value(char *cell, double value, const char *unit)
{
    bool whole = value == (double)(long)value;
    int digits = whole || value >= 100 ? 0 : value >= 10 ? 1 : 2;
    snprintf(cell, CELL, "%.*f%s%s", digits, value, *unit ? " " : "", unit);
}

static void write_own(char *cell, const struct figure *figure)
{
    if (figure->value < 0)
        snprintf(cell, CELL, "unmeasured");
    else
        write_value(cell, figure->value, figure->unit);
}

static void write_neighbour(char *cell, size_t size, const struct figure *figure)
{
    char value[CELL];

    write_value(value, figure->other, figure->unit);
    if (figure->other >= 0)
        snprintf(cell, size, "%s %s", figure->neighbour, value);
    else if (figure->other == NOT_INSTALLED)
        snprintf(cell, size, "%s is not installed", figure->neighbour);
    else
        snprintf(cell, size, "%s unmeasured", figure->neighbour);
}

static double ratio_of(const struct figure *figure)
{
    return figure->value >= 0 && figure->other > 0 ? figure->value / figure->other : -1;
}

static void write_limit(char *cell, const struct figure *figure)
{
    if (figure->limit.kind == LIMIT_NONE)
        snprintf(cell, CELL, "-");
    else if (figure->limit.kind == LIMIT_RATIO)
        snprintf(cell, CELL, "x %.1f", figure->limit.most);
    else
        write_value(cell, figure->limit.most, figure->unit);
}

/* A dash where there is nothing to hold, or nothing to say it by. */
static const char *judge(const struct figure *figure)
{
    double judged = figure->limit.kind == LIMIT_RATIO ? ratio_of(figure) : figure->value;

    if (figure->limit.kind == LIMIT_NONE || judged < 0)
        return "-";
    if (judged <= figure->limit.most)
        return "yes";
    exceeded++;
    return "NO";
}

void report_figure(const struct figure *figure)
{
    char own[CELL], neighbour[2 * CELL], ratio[CELL] = "-", limit[CELL];

    write_own(own, figure);
    write_neighbour(neighbour, sizeof neighbour, figure);
    if (ratio_of(figure) >= 0)
        snprintf(ratio, sizeof ratio, "%.2f", ratio_of(figure));
    write_limit(limit, figure);
    if (figure->value < 0 || (figure->other < 0 && figure->other != NOT_INSTALLED))
        missed++;
    printf(row, figure->name, own, neighbour, ratio, limit, judge(figure));
    fflush(stdout);
}

bool report_end(void)
{
    if (exceeded > 0)
        printf("\nNot held: %d of these figures.\n", exceeded);
    if (missed > 0)
        fprintf(stderr, "bench: %d of these figures could not be measured\n", missed);
    return missed == 0;
}
