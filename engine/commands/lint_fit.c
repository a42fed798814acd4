/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "commands/lint_fit.h"

#include <talloc.h>

#include "activities/activity.h"
#include "base/language.h"
#include "base/memory.h"
#include "commands/lint_estimate.h"
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

size_t lint_fit_height(void)
{
    return paint_height(ROWS_MEANT);
}

static void add(struct long_pages *pages, struct long_page page)
{
    if ((pages->count & (pages->count - 1)) == 0)
        pages->items = memory_need(talloc_realloc(
            pages, pages->items, struct long_page, (unsigned)(pages->count ? pages->count * 2 : 1)));
    pages->items[pages->count++] = page;
}

static void check_page(const struct attempt *attempt, struct long_pages *pages, size_t step,
                       size_t more)
{
    struct view *view = view_new(attempt);
    attempt_show(attempt, view);
    const struct layout *layout =
        layout_new(view, view, paint_width(COLUMNS_MEANT), &signs_unicode);

    if (layout->count > lint_fit_height())
        add(pages, (struct long_page){ step, more, layout->count });
    talloc_free(view);
}

/* Such as the scenes of a story. */
static void check_more_pages(struct attempt *attempt, struct long_pages *pages, size_t step)
{
    struct stop *stop = &attempt->stops[attempt->at];
    const struct activity *activity = activity_of(stop->step);

    for (size_t i = 0; activity->page && activity->page(stop->step, i, stop->state); i++)
        check_page(attempt, pages, step, i + 1);
}

/* Laying out costs more than all other rules together, and hardly a page needs it. */
static bool fits_surely(const struct lesson *lesson, const struct step *step)
{
    const struct record *record = step ? step->verb->record : &lesson_record;
    const void *fields = step ? step->fields : lesson;
    size_t own_lines = step ? OWN_LINES : OWN_LINES_OF_FIRST;
    return lint_estimate(record, fields, paint_width(COLUMNS_MEANT)) + own_lines <=
           paint_height(ROWS_MEANT);
}

static bool all_fit_surely(const struct lesson *lesson)
{
    bool fit = fits_surely(lesson, NULL);
    for (size_t i = 0; fit && i < lesson->step_count; i++)
        fit = fits_surely(lesson, &lesson->steps[i]);
    return fit;
}

static void lay_out(const struct lesson *lesson, struct long_pages *pages)
{
    struct attempt *attempt = attempt_new(pages, lesson, 0);

    for (attempt->at = 0; attempt->at < attempt->count; attempt->at++) {
        const struct stop *stop = &attempt->stops[attempt->at];
        size_t step = stop->step ? (size_t)(stop->step - lesson->steps) + 1 : 0;
        if (stop->kind == STOP_AFTER || fits_surely(lesson, stop->step))
            continue;
        check_page(attempt, pages, step, 0);
        if (stop->step)
            check_more_pages(attempt, pages, step);
    }
    talloc_free(attempt);
}

struct long_pages *lint_fit(const void *parent, const struct lesson *lesson, const char *language)
{
    struct long_pages *pages = memory_need(talloc_zero(parent, struct long_pages));
    const char *used = language_used();

    if (all_fit_surely(lesson))
        return pages;
    if (language)
        language_use(language);
    lay_out(lesson, pages);
    language_use(used);
    return pages;
}

const struct text *lint_fit_text(const struct lesson *lesson, const struct long_page *page)
{
    if (page->step == 0)
        return &lesson->title;
    const struct step *step = &lesson->steps[page->step - 1];
    if (page->more == 0)
        return step_stem(step);
    const struct activity *activity = activity_of(step);
    void *state = memory_need(talloc_zero_size(NULL, activity->state_size));
    const struct text *text = activity->page(step, page->more - 1, state);
    talloc_free(state);
    return text;
}
