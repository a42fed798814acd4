/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/summary_make.h"

#include <stdlib.h>
#include <string.h>

#include <talloc.h>

#include "base/memory.h"
#include "report/item_figures.h"

/* Languages are told in tens, and the last ones cut off. */
#define LANGUAGE_STEP 10

/* The place of the first tally of a lesson; they are sorted. The count when there is none. */
static size_t find_first(const struct counts_released *released, const char *lesson)
{
    size_t low = 0, high = released->count;

    while (low < high) {
        size_t middle = (low + high) / 2;
        if (strcmp(released->lessons[middle]->lesson, lesson) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    bool found = low < released->count && strcmp(released->lessons[low]->lesson, lesson) == 0;
    return found ? low : released->count;
}

struct making {
    struct summary *summary;
    const struct counts_released *released;
    bool *used; /* of each of them */
};

static struct lesson_figures *add_lesson(struct making *making)
{
    struct lesson_figures *lesson = &making->summary->lessons[making->summary->count++];
    *lesson = (struct lesson_figures){.gained = false};
    return lesson;
}

/* Hake's gain: of all that could be gained, how much was. Averages of the class, over the items
 * that are shown, so that what is said can be added up from what is seen. */
static void fill_gain(struct lesson_figures *lesson)
{
    size_t before_right = 0, after_right = 0;

    for (size_t i = 0; i < lesson->item_count; i++) {
        const struct item_figures *item = &lesson->items[i];
        if (!item->enough || !item->paired)
            continue;
        before_right += item->facility.right;
        after_right += item->after.right;
        lesson->before_n += item->facility.n;
        lesson->after_n += item->after.n;
    }
    if (lesson->before_n == 0 || lesson->after_n == 0)
        return;
    lesson->before = (double)before_right / (double)lesson->before_n;
    lesson->after = (double)after_right / (double)lesson->after_n;
    lesson->gained = before_right < lesson->before_n;
    if (lesson->gained)
        lesson->gain = (lesson->after - lesson->before) / (1 - lesson->before);
}

static void fill_lesson(struct making *making, struct lesson_figures *lesson,
                        const struct tally *tally, const struct outline_lesson *known)
{
    lesson->id = tally->lesson;
    lesson->title = known ? known->title : NULL;
    lesson->revision = tally->revision;
    lesson->completions = (size_t)tally->ballots;
    lesson->items = item_figures_make(making->summary, tally, known, &lesson->item_count);
    fill_gain(lesson);
}

static void add_released(struct making *making, size_t place, const struct outline_lesson *known,
                         bool current)
{
    struct lesson_figures *lesson = add_lesson(making);

    lesson->current = current;
    fill_lesson(making, lesson, making->released->lessons[place], known);
    making->used[place] = true;
}

static bool is_of(const struct tally *tally, const struct outline_lesson *known)
{
    return strcmp(tally->lesson, known->id) == 0;
}

/* The revision that can be played now first. Of a lesson nobody finished nothing is said
 * but that. */
static void add_known(struct making *making, const struct outline_lesson *known)
{
    const struct counts_released *released = making->released;
    const size_t first = find_first(released, known->id);
    size_t now = first;

    while (now < released->count && is_of(released->lessons[now], known) &&
           strcmp(released->lessons[now]->revision, known->revision) != 0)
        now++;
    if (now < released->count && is_of(released->lessons[now], known)) {
        add_released(making, now, known, true);
    } else {
        struct lesson_figures *lesson = add_lesson(making);
        lesson->id = known->id;
        lesson->title = known->title;
        lesson->revision = known->revision;
        lesson->current = true;
    }
    for (size_t i = first; i < released->count && is_of(released->lessons[i], known); i++)
        if (!making->used[i])
            add_released(making, i, known, false);
}

static int compare_languages(const void *one, const void *other)
{
    const struct language_figures *left = one, *right = other;
    return strcmp(left->code, right->code);
}

/* By their codes: an order by number would say more than tens. */
static void add_languages(struct summary *summary, const struct tally *languages)
{
    if (languages->count == 0)
        return;
    const struct tally_item *item = &languages->items[0];
    summary->languages =
        memory_need(talloc_array(summary, struct language_figures, (unsigned)item->option_count));
    for (size_t i = 0; i < item->option_count; i++) {
        size_t tens = (size_t)(item->options[i].taken / LANGUAGE_STEP * LANGUAGE_STEP);
        if (tens)
            summary->languages[summary->language_count++] =
                (struct language_figures){item->options[i].id, tens};
    }
    qsort(summary->languages, summary->language_count, sizeof *summary->languages,
          compare_languages);
}

struct summary *summary_make(const void *parent, struct counts *counts,
                             const struct outline *outline, struct diagnostics *problems)
{
    struct counts_released *released = counts_released(NULL, counts, problems);

    if (!released)
        return NULL;
    struct summary *summary = memory_need(talloc_zero(parent, struct summary));
    struct making making = {.summary = summary, .released = released};
    making.used = memory_need(talloc_zero_array(released, bool, (unsigned)released->count));
    summary->course = outline->course;
    summary->lessons = memory_need(
        talloc_array(summary, struct lesson_figures, (unsigned)(outline->count + released->count)));
    for (size_t i = 0; i < outline->count; i++)
        add_known(&making, &outline->lessons[i]);
    for (size_t i = 0; i < released->count; i++)
        if (!making.used[i])
            add_released(&making, i, NULL, false);
    add_languages(summary, released->languages);
    /* Its ids are those of the figures. */
    talloc_steal(summary, released);
    return summary;
}
