/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/tally.h"

#include <string.h>

#include <talloc.h>

#include "base/memory.h"

struct tally *tally_new(const void *parent, const char *lesson, const char *revision)
{
    struct tally *tally = memory_need(talloc_zero(parent, struct tally));
    tally->lesson = memory_need(talloc_strdup(tally, lesson));
    memcpy(tally->revision, revision, strnlen(revision, BALLOT_REVISION));
    return tally;
}

static bool is_item(const struct tally_item *item, const char *id, long rev,
                    enum ballot_moment moment)
{
    return item->rev == rev && item->moment == moment && strcmp(item->id, id) == 0;
}

/* Ballots of one revision have their items in one order, so the place is right at once. */
static struct tally_item *find_item(struct tally *tally, size_t place, const char *id, long rev,
                                    enum ballot_moment moment)
{
    if (place < tally->count && is_item(&tally->items[place], id, rev, moment))
        return &tally->items[place];
    for (size_t i = 0; i < tally->count; i++)
        if (is_item(&tally->items[i], id, rev, moment))
            return &tally->items[i];
    tally->items = memory_need(
        talloc_realloc(tally, tally->items, struct tally_item, (unsigned)tally->count + 1));
    struct tally_item *item = &tally->items[tally->count++];
    *item = (struct tally_item){.rev = rev, .moment = moment};
    item->id = memory_need(talloc_strdup(tally, id));
    return item;
}

static struct tally_option *find_option(struct tally *tally, struct tally_item *item, size_t place,
                                        const char *id)
{
    if (place < item->option_count && strcmp(item->options[place].id, id) == 0)
        return &item->options[place];
    for (size_t i = 0; i < item->option_count; i++)
        if (strcmp(item->options[i].id, id) == 0)
            return &item->options[i];
    item->options = memory_need(talloc_realloc(tally, item->options, struct tally_option,
                                               (unsigned)item->option_count + 1));
    struct tally_option *option = &item->options[item->option_count++];
    *option = (struct tally_option){.id = memory_need(talloc_strdup(tally, id))};
    return option;
}

/* What can be right or wrong was answered by those who were. Of the rest a learner answered once,
 * however much she took; a group shows hands. */
static uint64_t answered_by(const struct ballot *ballot, const struct ballot_item *item)
{
    uint64_t hands = 0;

    if (item->right || item->wrong)
        return (uint64_t)item->right + item->wrong;
    for (size_t i = 0; i < item->option_count; i++)
        hands += item->taken[i];
    return ballot->group || hands == 0 ? hands : 1;
}

static void add_item(struct tally *tally, size_t place, const struct ballot *ballot)
{
    const struct ballot_item *from = &ballot->items[place];
    struct tally_item *item = find_item(tally, place, from->id, from->rev, from->moment);

    item->answered += answered_by(ballot, from);
    item->right += from->right;
    item->wrong += from->wrong;
    item->skipped += from->skipped;
    for (size_t i = 0; i < from->option_count; i++)
        find_option(tally, item, i, from->options[i])->taken += from->taken[i];
}

static const struct ballot_item *find_after(const struct ballot *ballot,
                                            const struct ballot_item *before)
{
    for (size_t i = 0; i < ballot->count; i++) {
        const struct ballot_item *item = &ballot->items[i];
        if (item->moment == BALLOT_AFTER && item->rev == before->rev &&
            strcmp(item->id, before->id) == 0)
            return item;
    }
    return NULL;
}

static void add_change(struct tally *tally, size_t place, const struct ballot *ballot)
{
    const struct ballot_item *before = &ballot->items[place];
    const struct ballot_item *after = find_after(ballot, before);

    if (after && before->right + before->wrong == 1 && after->right + after->wrong == 1)
        find_item(tally, place, before->id, before->rev, BALLOT_BEFORE)
            ->change[before->right][after->right]++;
}

void tally_add(struct tally *tally, const struct ballot *ballot)
{
    tally->ballots++;
    for (size_t i = 0; i < ballot->count; i++) {
        add_item(tally, i, ballot);
        if (!ballot->group && ballot->items[i].moment == BALLOT_BEFORE)
            add_change(tally, i, ballot);
    }
}

void tally_add_rest(struct tally *tally, const struct ballot *ballot)
{
    uint64_t score = 0;

    tally->ballots++;
    for (size_t i = 0; i < ballot->count; i++)
        if (ballot->items[i].moment != BALLOT_AFTER)
            score += ballot->items[i].right;
    for (size_t i = 0; i < ballot->count; i++) {
        const struct ballot_item *from = &ballot->items[i];
        struct tally_sums *sums = &find_item(tally, i, from->id, from->rev, from->moment)->rest;
        if (from->moment == BALLOT_AFTER || from->right + from->wrong != 1)
            continue;
        uint64_t x = from->right, y = score - x;
        sums->n++;
        sums->x += x;
        sums->y += y;
        sums->xx += x * x;
        sums->yy += y * y;
        sums->xy += x * y;
    }
}

void tally_add_option(struct tally *tally, const char *item, const char *option)
{
    struct tally_item *found = find_item(tally, 0, item, 0, BALLOT_DURING);
    find_option(tally, found, 0, option)->taken++;
}

static void add_sums(struct tally_sums *sums, const struct tally_sums *other)
{
    sums->n += other->n;
    sums->x += other->x;
    sums->y += other->y;
    sums->xx += other->xx;
    sums->yy += other->yy;
    sums->xy += other->xy;
}

static void add_numbers(struct tally *tally, size_t place, const struct tally_item *from)
{
    struct tally_item *item = find_item(tally, place, from->id, from->rev, from->moment);

    item->answered += from->answered;
    item->right += from->right;
    item->wrong += from->wrong;
    item->skipped += from->skipped;
    add_sums(&item->rest, &from->rest);
    for (int i = 0; i < 4; i++)
        item->change[i / 2][i % 2] += from->change[i / 2][i % 2];
    for (size_t i = 0; i < from->option_count; i++)
        find_option(tally, item, i, from->options[i].id)->taken += from->options[i].taken;
}

void tally_add_numbers(struct tally *tally, const struct tally *other)
{
    for (size_t i = 0; i < other->count; i++)
        add_numbers(tally, i, &other->items[i]);
}
