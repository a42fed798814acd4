/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "play/lesson_pages.h"

#include <string.h>

#include <talloc.h>

#include "base/language.h"
#include "base/memory.h"
#include "view/markdown.h"

static void show_reviewed(const struct lesson *lesson, struct view *view)
{
    const struct month *reviewed = &lesson->reviewed;

    if (reviewed->year == 0)
        return;
    view_gap(view);
    view_addf(view, BLOCK_PARAGRAPH, STYLE_QUIET,
              /* TRANSLATORS: month and year in which the facts of a lesson were last checked,
               * such as "11.2026". */
              _("Facts last checked: %1$02d.%2$d"), reviewed->month, reviewed->year);
}

struct name {
    const char *word; /* in the lesson's file */
    const char *name; /* N_() */
};

static const struct name audience_names[] = {
    /* TRANSLATORS: completes "For: …"; who a lesson is for. */
    { "educator", NC_("audience", "peer educators") },
    /* TRANSLATORS: completes "For: …"; people who work in health care or social services. */
    { "provider", NC_("audience", "people who work in services") },
};

static const struct name country_names[] = {
    /* TRANSLATORS: completes "The law described is that of: …". */
    { "ru", NC_("country", "Russia") },
    /* TRANSLATORS: completes "The law described is that of: …". */
    { "ua", NC_("country", "Ukraine") },
};

static char *join_names(const void *parent, const struct text_list *words,
                        const struct name *names, size_t count)
{
    char *joined = memory_need(talloc_strdup(parent, ""));
    for (size_t i = 0; i < words->count; i++)
        for (size_t j = 0; j < count; j++)
            if (strcmp(words->items[i].bytes, names[j].word) == 0)
                joined = memory_need(talloc_asprintf_append_buffer(
                    joined, "%s%s", *joined ? ", " : "", _(names[j].name)));
    return joined;
}

static bool is_for_learners(const struct lesson *lesson)
{
    for (size_t i = 0; i < lesson->audiences.count; i++)
        if (strcmp(lesson->audiences.items[i].bytes, "learner") == 0)
            return true;
    return lesson->audiences.count == 0;
}

/* Only who is not meant needs to be told. */
static void show_audience(const struct lesson *lesson, struct view *view)
{
    if (is_for_learners(lesson))
        return;
    char *names = join_names(view, &lesson->audiences, audience_names,
                             sizeof audience_names / sizeof audience_names[0]);
    view_addf(view, BLOCK_PARAGRAPH, STYLE_PLAIN,
              /* TRANSLATORS: on the first page of a lesson; %s says who it is for. */
              _("For: %s."), names);
}

static void show_countries(const struct lesson *lesson, struct view *view)
{
    if (lesson->countries.count == 0)
        return;
    char *names = join_names(view, &lesson->countries, country_names,
                             sizeof country_names / sizeof country_names[0]);
    view_addf(view, BLOCK_PARAGRAPH, STYLE_PLAIN,
              /* TRANSLATORS: on the first page of a lesson; %s is a list of countries. */
              _("The law described is that of: %s."), names);
}

static void show_about(const struct lesson *lesson, struct view *view)
{
    if (lesson->about.bytes) {
        view_gap(view);
        markdown_paragraph(view, lesson->about.bytes);
    }
    view_gap(view);
    view_addf(view, BLOCK_PARAGRAPH, STYLE_PLAIN,
              /* TRANSLATORS: how long a lesson takes. */
              P_("About %ld minute.", "About %ld minutes.", (unsigned long)lesson->minutes.value),
              lesson->minutes.value);
}

void lesson_page_facts(const struct lesson *lesson, struct view *view)
{
    show_about(lesson, view);
    show_audience(lesson, view);
    show_countries(lesson, view);
    show_reviewed(lesson, view);
}

void lesson_page_title(const struct attempt *attempt, struct view *view)
{
    const struct lesson *lesson = attempt->lesson;

    view_add(view, BLOCK_HEADING, lesson->title.bytes, STYLE_HEADING | STYLE_BOLD);
    show_about(lesson, view);
    if (lesson->before_after.count > 0)
        view_addf(view, BLOCK_PARAGRAPH, STYLE_PLAIN,
                  /* TRANSLATORS: on the first page of a lesson. */
                  P_("First comes %zu question on what you think now. Nobody sees your answer.",
                     "First come %zu questions on what you think now. Nobody sees your answers.",
                     (unsigned long)lesson->before_after.count),
                  lesson->before_after.count);
    show_audience(lesson, view);
    show_countries(lesson, view);
    if (attempt->language) {
        view_gap(view);
        view_addf(view, BLOCK_PARAGRAPH, STYLE_EMPHASIS,
                  /* TRANSLATORS: on the first page of a lesson; %s is the name of a language in
                   * that language, such as "English" or "Русский". */
                  _("This lesson has not been translated yet. The language of its text: %s."),
                  attempt->language);
    }
    show_reviewed(lesson, view);
}

void lesson_page_lead(const struct attempt *attempt, struct view *view)
{
    const char *lead = NULL;

    switch (attempt->stops[attempt->at].kind) {
    case STOP_BEFORE:
        /* TRANSLATORS: above a question that is asked before the lesson. */
        lead = _("Before the lesson: what do you think?");
        break;
    case STOP_AFTER:
        /* TRANSLATORS: above a question that was asked before the lesson already. */
        lead = _("After the lesson: what do you say now?");
        break;
    case STOP_AGAIN:
        /* TRANSLATORS: above a question that was missed or skipped in the lesson. */
        lead = _("Once more, because it is worth it:");
        break;
    default:
        return;
    }
    view_add(view, BLOCK_PARAGRAPH, lead, STYLE_QUIET);
    view_gap(view);
}

void lesson_page_noted(struct view *view)
{
    view_gap(view);
    view_add(view, BLOCK_PARAGRAPH,
             /* TRANSLATORS: after a question that is asked before the lesson. */
             _("Thank you. This question comes again after the lesson."), STYLE_PLAIN);
}

static void show_counts(const struct attempt *attempt, struct view *view)
{
    struct tally before = attempt_tally(attempt, STOP_BEFORE);
    struct tally after = attempt_tally(attempt, STOP_AFTER);
    struct tally steps = attempt_tally(attempt, STOP_STEP);
    size_t asked = steps.asked + after.asked;

    if (asked > 0)
        view_addf(view, BLOCK_PARAGRAPH, STYLE_PLAIN,
                  /* TRANSLATORS: how many questions were answered right at the first try; the
                   * second number decides on the form. */
                  P_("Right at the first try: %1$zu of %2$zu question.",
                     "Right at the first try: %1$zu of %2$zu questions.", (unsigned long)asked),
                  steps.right + after.right, asked);
    if (before.answered > 0)
        view_addf(view, BLOCK_PARAGRAPH, STYLE_PLAIN,
                  /* TRANSLATORS: right answers to the same questions. */
                  _("Before the lesson: %1$zu of %2$zu. After it: %3$zu of %4$zu."), before.right,
                  before.asked, after.right, after.asked);
}

static void show_recall(const struct stop *stop, struct view *view)
{
    const struct activity *activity = activity_of(stop->step);
    enum mark mark = stop_answer(stop) == ANSWER_RIGHT ? MARK_RIGHT : MARK_NONE;
    struct block *block = view_item(view, mark);

    activity->recall(stop->step, &block->text, view);
}

/* The questions whose first answer was right, or those whose was not, with
 * their right answers. */
static void show_recalls(const struct attempt *attempt, bool right, const char *heading,
                         struct view *view)
{
    bool any = false;

    for (size_t i = 0; i < attempt->count; i++) {
        const struct stop *stop = &attempt->stops[i];
        bool counts = stop->kind == STOP_STEP || stop->kind == STOP_AFTER;
        if (!counts || !stop_is_question(stop) || (stop_answer(stop) == ANSWER_RIGHT) != right)
            continue;
        if (!any) {
            view_gap(view);
            view_add(view, BLOCK_HEADING, heading, STYLE_HEADING | STYLE_BOLD);
        }
        any = true;
        show_recall(stop, view);
    }
}

void lesson_page_last(const struct attempt *attempt, struct view *view)
{
    /* TRANSLATORS: heading of the page at the end of a lesson. */
    view_add(view, BLOCK_HEADING, _("You have finished this lesson"),
             STYLE_HEADING | STYLE_BOLD);
    view_gap(view);
    show_counts(attempt, view);
    show_recalls(attempt, true,
                 /* TRANSLATORS: heading above questions that were answered right at first. */
                 _("This is clear to you"), view);
    show_recalls(attempt, false,
                 /* TRANSLATORS: heading above questions that were not answered right at first,
                  * with their right answers. */
                 _("Worth another look"), view);
}

static bool is_answered_page(const struct view *view)
{
    return view->input == INPUT_NONE;
}

void lesson_page_hints(const struct attempt *attempt, struct view *view)
{
    if (is_answered_page(view))
        view_hint(view, EVENT_ENTER, C_("key", "go on"));
    else if (stop_is_question(&attempt->stops[attempt->at]))
        view_hint(view, EVENT_ON, C_("key", "skip"));
    view_hint(view, EVENT_BACK, C_("key", "back"));
    view_hint(view, EVENT_UP_LEVEL, C_("key", "lessons"));
}
