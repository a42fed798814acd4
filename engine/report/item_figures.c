/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/item_figures.h"

#include <stdlib.h>
#include <string.h>

#include <talloc.h>

#include "base/memory.h"
#include "report/statistics.h"
#include "report/verdict.h"

static bool is_same(const char *id, long rev, const char *other, long other_rev)
{
    return rev == other_rev && strcmp(id, other) == 0;
}

/* The place in the lesson, or the count of its items. */
static size_t find_known(const struct outline_lesson *known, const struct tally_item *item)
{
    size_t place = 0;

    while (place < known->count &&
           !is_same(known->items[place].id, known->items[place].rev, item->id, item->rev))
        place++;
    return place;
}

static const struct tally_item *find_after(const struct tally *tally,
                                           const struct tally_item *before)
{
    for (size_t i = 0; i < tally->count; i++) {
        const struct tally_item *item = &tally->items[i];
        if (item->moment == BALLOT_AFTER && is_same(item->id, item->rev, before->id, before->rev))
            return item;
    }
    return NULL;
}

static bool has_before(const struct tally *tally, const struct tally_item *after)
{
    for (size_t i = 0; i < tally->count; i++) {
        const struct tally_item *item = &tally->items[i];
        if (item->moment == BALLOT_BEFORE && is_same(item->id, item->rev, after->id, after->rev))
            return true;
    }
    return false;
}

static const struct outline_option *find_option(const struct outline_item *known, const char *id)
{
    for (size_t i = 0; known && i < known->option_count; i++)
        if (strcmp(known->options[i].id, id) == 0)
            return &known->options[i];
    return NULL;
}

static void fill_options(const void *parent, struct item_figures *figures,
                         const struct tally_item *item, const struct outline_item *known)
{
    figures->option_count = item->option_count;
    figures->options =
        memory_need(talloc_array(parent, struct option_figures, (unsigned)item->option_count));
    for (size_t i = 0; i < item->option_count; i++) {
        const struct tally_option *option = &item->options[i];
        const struct outline_option *words = find_option(known, option->id);
        figures->options[i] = (struct option_figures){
            .id = option->id,
            .text = words ? words->text : NULL,
            .right = words && words->right,
            .n = (size_t)option->taken,
        };
    }
}

static void fill_discrimination(struct item_figures *figures, const struct tally_item *item)
{
    figures->discriminates = figures->scored && item->rest.n >= SUMMARY_DISCRIMINATION_LEAST &&
                             statistics_correlation(&item->rest, &figures->discrimination);
}

static void fill_figures(const void *parent, struct item_figures *figures,
                         const struct tally *tally, const struct tally_item *item,
                         const struct outline_item *known)
{
    figures->enough = item->answered >= SUMMARY_ITEM_LEAST;
    figures->scored = known ? known->scored : item->right || item->wrong;
    figures->verdict = VERDICT_TOO_FEW;
    if (!figures->enough)
        return;
    figures->facility = statistics_facility(item->right, item->answered);
    figures->skipped = (size_t)item->skipped;
    fill_options(parent, figures, item, known);
    fill_discrimination(figures, item);
    const struct tally_item *after = item->moment == BALLOT_BEFORE ? find_after(tally, item) : NULL;
    figures->paired = after && after->answered >= SUMMARY_ITEM_LEAST;
    if (figures->paired)
        figures->after = statistics_facility(after->right, after->answered);
    figures->verdict = verdict_of(figures, &item->rest);
}

/* An item with its place: that in the lesson, and that in the tally for what is not in it. */
struct placed {
    const struct tally_item *item;
    size_t place, index;
};

static int compare_placed(const void *one, const void *other)
{
    const struct placed *left = one, *right = other;
    if (left->place != right->place)
        return left->place < right->place ? -1 : 1;
    return left->index < right->index ? -1 : left->index > right->index;
}

/* Of what was asked before and after there is one row. */
static struct placed *place_items(const struct tally *tally, const struct outline_lesson *known,
                                  size_t *ret_count)
{
    struct placed *list =
        memory_need(talloc_zero_array(NULL, struct placed, (unsigned)tally->count));
    size_t count = 0;

    for (size_t i = 0; i < tally->count; i++) {
        const struct tally_item *item = &tally->items[i];
        if (item->moment == BALLOT_AFTER && has_before(tally, item))
            continue;
        list[count++] = (struct placed){item, known ? find_known(known, item) : 0, i};
    }
    if (count)
        qsort(list, count, sizeof *list, compare_placed);
    *ret_count = count;
    return list;
}

struct item_figures *item_figures_make(const void *parent, const struct tally *tally,
                                       const struct outline_lesson *known, size_t *ret_count)
{
    size_t count;
    struct placed *placed = place_items(tally, known, &count);
    struct item_figures *items =
        memory_need(talloc_zero_array(parent, struct item_figures, (unsigned)count));

    for (size_t i = 0; i < count; i++) {
        const struct tally_item *item = placed[i].item;
        const struct outline_item *words =
            known && placed[i].place < known->count ? &known->items[placed[i].place] : NULL;
        items[i].id = item->id;
        items[i].rev = item->rev;
        items[i].verb = words ? words->verb : NULL;
        items[i].text = words ? words->text : NULL;
        fill_figures(items, &items[i], tally, item, words);
    }
    talloc_free(placed);
    *ret_count = count;
    return items;
}
