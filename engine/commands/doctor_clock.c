/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The clock, by which old records are removed. */
#include "commands/doctor.h"

#include "base/language.h"
#include "base/today.h"
#include "store/quarter.h"

struct finding doctor_clock(const struct visit *visit)
{
    const struct today today = today_read();

    if (quarter_now() != QUARTER_UNKNOWN)
        return (struct finding){
            FINDING_FINE,
            /* TRANSLATORS: a year and a month, such as 2026-11. */
            doctor_say(visit, _("The clock says %d-%02d, which may be right."), today.year,
                       today.month),
            NULL,
        };
    return (struct finding){
        FINDING_WRONG,
        doctor_say(visit,
                   /* TRANSLATORS: a year and a month, such as 1970-01. */
                   _("The clock says %d-%02d: that was before this program was made. What "
                     "is not used for a year cannot be removed at the right time."),
                   today.year, today.month),
        /* TRANSLATORS: advice when the clock is wrong. */
        _("Set the clock. If it is wrong again when the computer was off, its small battery is "
          "flat."),
    };
}
