/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <talloc.h>

#include "activities/activity.h"
#include "base/language.h"
#include "base/memory.h"
#include "commands/lint_estimate.h"
#include "commands/lint_rules.h"
#include "play/attempt.h"
#include "terminal/paint.h"
#include "view/layout.h"

/* The screen that lessons are written for. */
#define COLUMNS_MEANT 80
#define ROWS_MEANT 24

/* Lines that pages have at most besides the texts of the lesson: a lead, gaps, what to
 * do; on the first page minutes, languages and months. */
#define OWN_LINES 7
#define OWN_LINES_OF_FIRST 12

static void warn(const struct lint *lint, const struct text *text, size_t lines)
{
    const struct reading *reading = lint->reading;

    diagnostics_add(reading->problems, SEVERITY_WARNING, reading->file, text->at,
                    /* TRANSLATORS: warning; numbers of lines. */
                    _("this page has %1$zu lines, and a screen of 80×24 shows %2$zu"), lines,
                    paint_height(ROWS_MEANT));
    diagnostics_advise(reading->problems, "%s",
                       /* TRANSLATORS: advice after "this page has 30 lines, …". */
                       _("say it in fewer words, or make two pages of it"));
}

static void check_page(const struct lint *lint, const struct attempt *attempt,
                       const struct text *text)
{
    struct view *view = view_new(attempt);
    attempt_show(attempt, view);
    const struct layout *layout =
        layout_new(view, view, paint_width(COLUMNS_MEANT), &signs_unicode);

    if (layout->count > paint_height(ROWS_MEANT))
        warn(lint, text, layout->count);
    talloc_free(view);
}

/* Such as the scenes of a story. */
static void check_more_pages(const struct lint *lint, struct attempt *attempt)
{
    struct stop *stop = &attempt->stops[attempt->at];
    const struct activity *activity = activity_of(stop->step);
    const struct text *text;

    for (size_t i = 0; activity->page && (text = activity->page(stop->step, i, stop->state)); i++)
        check_page(lint, attempt, text);
}

/* Laying out costs more than all other rules together, and hardly a page needs it. */
static bool fits_surely(const struct lint *lint, const struct step *step)
{
    const struct record *record = step ? step->verb->record : &lesson_record;
    const void *fields = step ? step->fields : lint->lesson;
    size_t own_lines = step ? OWN_LINES : OWN_LINES_OF_FIRST;
    return lint_estimate(record, fields, paint_width(COLUMNS_MEANT)) + own_lines <=
           paint_height(ROWS_MEANT);
}

static bool all_fit_surely(const struct lint *lint)
{
    bool fit = fits_surely(lint, NULL);
    for (size_t i = 0; fit && i < lint->lesson->step_count; i++)
        fit = fits_surely(lint, &lint->lesson->steps[i]);
    return fit;
}

void lint_pages(const struct lint *lint)
{
    if (all_fit_surely(lint))
        return;
    struct attempt *attempt = attempt_new(lint->reading->parent, lint->lesson, 0);
    for (attempt->at = 0; attempt->at < attempt->count; attempt->at++) {
        const struct stop *stop = &attempt->stops[attempt->at];
        if (stop->kind == STOP_AFTER || fits_surely(lint, stop->step))
            continue;
        check_page(lint, attempt, stop->step ? step_stem(stop->step) : &lint->lesson->title);
        if (stop->step)
            check_more_pages(lint, attempt);
    }
    talloc_free(attempt);
}
