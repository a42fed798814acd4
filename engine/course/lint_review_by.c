/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/language.h"
#include "course/lint.h"

void lint_review_by(const struct lint *lint)
{
    const struct month *by = &lint->lesson->review_by;
    const struct today *today = &lint->today;

    if (by->year == 0 || today->year < by->year ||
        (today->year == by->year && today->month <= by->month))
        return;
    reading_warn(lint->reading, by->at,
                 /* TRANSLATORS: warning; the month in the field 'review-by' of a lesson. */
                 _("the month by which the facts were to be checked is over"),
                 /* TRANSLATORS: advice after "the month by which the facts …"; 'reviewed' and
                  * 'review-by' are fields. */
                 _("compare the lesson with its sources, then set 'reviewed' and 'review-by' "
                   "anew"));
}
