/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/verdict.h"

#include "report/statistics.h"

static bool may_be_blamed(const struct item_figures *item)
{
    return item->discriminates && item->facility.n - item->facility.right >= VERDICT_WRONG_LEAST;
}

enum verdict verdict_of(const struct item_figures *item, const struct tally_sums *sums)
{
    if (!item->enough)
        return VERDICT_TOO_FEW;
    if (!item->scored)
        return VERDICT_FINE;
    if (may_be_blamed(item)) {
        double high = statistics_correlation_high(item->discrimination, sums->n);
        if (high < 0)
            return VERDICT_CHECK_KEY;
        if (high < VERDICT_GOOD_DISCRIMINATION)
            return VERDICT_UNCLEAR;
    }
    if (!item->paired)
        return VERDICT_FINE;
    if (item->after.high < VERDICT_MASTERY)
        return VERDICT_NOT_LEARNT;
    if (item->facility.low >= VERDICT_MASTERY)
        return VERDICT_KNOWN;
    return item->after.low > item->facility.high ? VERDICT_TEACHES : VERDICT_FINE;
}
