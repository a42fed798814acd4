/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A tally as bytes: numbers with seven bits in a byte, the low ones first, and texts ended by a
 * NUL, so that they can be used where they stand.
 */
#include <string.h>

#include <talloc.h>

#include "base/memory.h"
#include "report/tally.h"

#define NUMBERS 14

/* All numbers of an item in one order. */
static void list_numbers(struct tally_item *item, uint64_t *numbers[NUMBERS])
{
    uint64_t *const list[NUMBERS] = {
        &item->answered,     &item->right,        &item->wrong,        &item->skipped,
        &item->rest.n,       &item->rest.x,       &item->rest.y,       &item->rest.xx,
        &item->rest.yy,      &item->rest.xy,      &item->change[0][0], &item->change[0][1],
        &item->change[1][0], &item->change[1][1],
    };
    memcpy(numbers, list, sizeof list);
}

static void put_number(struct buffer *buffer, uint64_t number)
{
    char bytes[10];
    size_t length = 0;

    do {
        bytes[length++] = (char)((number & 0x7f) | (number > 0x7f ? 0x80 : 0));
        number >>= 7;
    } while (number);
    buffer_add(buffer, bytes, length);
}

static void put_text(struct buffer *buffer, const char *text)
{
    buffer_add(buffer, text, strlen(text) + 1);
}

static void put_item(struct buffer *buffer, const struct tally_item *item)
{
    struct tally_item copy = *item;
    uint64_t *numbers[NUMBERS];

    list_numbers(&copy, numbers);
    put_text(buffer, item->id);
    put_number(buffer, (uint64_t)item->rev);
    put_number(buffer, (uint64_t)item->moment);
    for (int i = 0; i < NUMBERS; i++)
        put_number(buffer, *numbers[i]);
    put_number(buffer, item->option_count);
    for (size_t i = 0; i < item->option_count; i++) {
        put_text(buffer, item->options[i].id);
        put_number(buffer, item->options[i].taken);
    }
}

void tally_write(const struct tally *tally, struct buffer *buffer)
{
    put_number(buffer, tally->ballots);
    put_number(buffer, tally->count);
    for (size_t i = 0; i < tally->count; i++)
        put_item(buffer, &tally->items[i]);
}

struct source {
    struct tally *tally;
    const unsigned char *at, *end;
    bool broken;
};

static uint64_t get_number(struct source *source)
{
    uint64_t number = 0;

    for (unsigned shift = 0; source->at < source->end && shift < 64; shift += 7) {
        unsigned char byte = *source->at++;
        number |= (uint64_t)(byte & 0x7f) << shift;
        if (byte < 0x80)
            return number;
    }
    source->broken = true;
    return 0;
}

/* Not copied: it stands in the bytes, which belong to the tally. */
static char *get_text(struct source *source)
{
    static char nothing[1];
    char *text = (char *)(size_t)source->at;
    const unsigned char *end = memchr(source->at, 0, (size_t)(source->end - source->at));

    if (!end) {
        source->broken = true;
        return nothing;
    }
    source->at = end + 1;
    return text;
}

/* Each takes at least one byte: a number above what is left is no count. */
static size_t get_count(struct source *source)
{
    uint64_t count = get_number(source);

    if (count > (uint64_t)(source->end - source->at)) {
        source->broken = true;
        count = 0;
    }
    return (size_t)count;
}

static void get_item(struct source *source, struct tally_item *item)
{
    uint64_t *numbers[NUMBERS];

    list_numbers(item, numbers);
    item->id = get_text(source);
    item->rev = (long)get_number(source);
    uint64_t moment = get_number(source);
    source->broken = source->broken || moment > BALLOT_AFTER;
    item->moment = (enum ballot_moment)moment;
    for (int i = 0; i < NUMBERS; i++)
        *numbers[i] = get_number(source);
    item->option_count = get_count(source);
    item->options = memory_need(
        talloc_zero_array(source->tally, struct tally_option, (unsigned)item->option_count));
    for (size_t i = 0; i < item->option_count && !source->broken; i++) {
        item->options[i].id = get_text(source);
        item->options[i].taken = get_number(source);
    }
}

struct tally *tally_read(const void *parent, const char *lesson, const char *revision,
                         const void *bytes, size_t length)
{
    struct tally *tally = tally_new(parent, lesson, revision);
    struct source source = {.tally = tally};

    if (length == 0)
        return tally;
    source.at = memory_need(talloc_memdup(tally, bytes, length));
    source.end = source.at + length;
    tally->ballots = get_number(&source);
    tally->count = get_count(&source);
    tally->items = memory_need(talloc_zero_array(tally, struct tally_item, (unsigned)tally->count));
    for (size_t i = 0; i < tally->count && !source.broken; i++)
        get_item(&source, &tally->items[i]);
    if (!source.broken && source.at == source.end)
        return tally;
    talloc_free(tally);
    return NULL;
}
