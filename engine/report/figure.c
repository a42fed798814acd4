/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/figure.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include <talloc.h>

#include "base/language.h"
#include "base/memory.h"

/* More than sums of shares leave, less than anything that is meant. */
#define HAIR 1e-9

/* What is no number is 0: a summary says by a flag what is not known. */
static double known(double value)
{
    return isfinite(value) ? value : 0;
}

static double bounded(double value, double least, double most)
{
    return value < least ? least : value > most ? most : value;
}

static long rounded(double value)
{
    double away = value < 0 ? -0.5 - HAIR : 0.5 + HAIR;
    return (long)(bounded(value, -1e9, 1e9) + away);
}

int figure_percent(double share)
{
    return (int)rounded(bounded(known(share), 0, 1) * 100);
}

double figure_share(size_t part, size_t whole)
{
    return whole == 0 ? 0 : (double)part / (double)whole;
}

long figure_hundredths(double value)
{
    return rounded(known(value) * 100);
}

static char *decimal(const void *parent, double value, const char *sign)
{
    long hundredths = figure_hundredths(value), size = labs(hundredths);
    return memory_need(talloc_asprintf(parent, "%s%ld%s%02ld", hundredths < 0 ? "-" : "",
                                       size / 100, sign, size % 100));
}

char *figure_decimal(const void *parent, double value)
{
    return decimal(parent, value, ".");
}

char *figure_decimal_text(const void *parent, double value)
{
    /* TRANSLATORS: the sign between whole and hundredths of a number such as 0.31. */
    return decimal(parent, value, C_("decimal sign", "."));
}

char *figure_percent_text(const void *parent, double share)
{
    /* TRANSLATORS: a share in per cent, such as 31%. A space in it must be a no-break space. */
    return memory_need(talloc_asprintf(parent, C_("share", "%d%%"), figure_percent(share)));
}

char *figure_interval_text(const void *parent, double low, double high)
{
    void *memory = memory_need(talloc_new(NULL));
    char *text = memory_need(talloc_asprintf(
        parent,
        /* TRANSLATORS: between two shares, such as 24% to 39%. */
        C_("share", "%1$s to %2$s"), figure_percent_text(memory, low),
        figure_percent_text(memory, high)));
    talloc_free(memory);
    return text;
}

char *figure_bar(const void *parent, double share, size_t cells)
{
    double part = bounded(known(share), 0, 1);
    size_t full = (size_t)rounded(part * (double)cells);

    if (full == 0 && part > 0 && cells > 0)
        full = 1;
    if (full == cells && part < 1 && cells > 1)
        full = cells - 1;
    char *bar = memory_need(talloc_size(parent, cells + 1));
    memset(bar, '#', full);
    memset(bar + full, '.', cells - full);
    bar[cells] = '\0';
    return bar;
}
