/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "course/ballot.h"

#include <limits.h>
#include <string.h>

#include <talloc.h>

#include "base/memory.h"
#include "base/octets.h"
#include "course/value.h"

#define VERSION 1

/* The longest code of a language. */
#define LANGUAGE_MAX 15

#define REV_MAX 9999

/* Of an item without options, and of an option: what count says is never more than bytes can
 * hold. */
#define ITEM_LEAST 10
#define OPTION_LEAST 3

static bool is_id(const char *text)
{
    return text && *text && value_is_id(text);
}

static bool is_revision(const char *text)
{
    return strlen(text) == BALLOT_REVISION && strspn(text, "0123456789abcdef") == BALLOT_REVISION;
}

static bool is_unique_option(const struct ballot_item *item, size_t index)
{
    for (size_t i = 0; i < index; i++)
        if (strcmp(item->options[i], item->options[index]) == 0)
            return false;
    return true;
}

/* Nobody who did not answer took anything, and nobody took anything twice. */
static bool fits(const struct ballot_item *item, unsigned people)
{
    unsigned answered = item->right + item->wrong;

    if (item->right > people || item->wrong > people || item->skipped > people ||
        answered + item->skipped > people || item->option_count > UCHAR_MAX)
        return false;
    for (size_t i = 0; i < item->option_count; i++)
        if (!is_id(item->options[i]) || !is_unique_option(item, i) || item->taken[i] > answered)
            return false;
    return true;
}

static bool is_unique_item(const struct ballot *ballot, size_t index)
{
    const struct ballot_item *item = &ballot->items[index];

    for (size_t i = 0; i < index; i++)
        if (ballot->items[i].moment == item->moment && strcmp(ballot->items[i].id, item->id) == 0)
            return false;
    return true;
}

static bool is_sound(const struct ballot *ballot)
{
    unsigned people = ballot->group ? BALLOT_PEOPLE_MAX : 1;

    if (!is_id(ballot->lesson) || !is_revision(ballot->revision) || !is_id(ballot->language) ||
        strlen(ballot->language) > LANGUAGE_MAX)
        return false;
    for (size_t i = 0; i < ballot->count; i++) {
        const struct ballot_item *item = &ballot->items[i];
        if (!is_id(item->id) || item->rev < 0 || item->rev > REV_MAX ||
            item->moment > BALLOT_AFTER || !fits(item, people) || !is_unique_item(ballot, i))
            return false;
    }
    return true;
}

static void put_item(struct octets_out *out, const struct ballot_item *item)
{
    octets_put_text(out, item->id);
    octets_put_number(out, (uint64_t)item->rev, 2);
    octets_put_number(out, item->moment, 1);
    octets_put_number(out, item->right, 1);
    octets_put_number(out, item->wrong, 1);
    octets_put_number(out, item->skipped, 1);
    octets_put_number(out, item->option_count, 1);
    for (size_t i = 0; i < item->option_count; i++) {
        octets_put_text(out, item->options[i]);
        octets_put_number(out, item->taken[i], 1);
    }
}

static void put(struct octets_out *out, const struct ballot *ballot)
{
    octets_put_number(out, VERSION, 1);
    octets_put_text(out, ballot->lesson);
    octets_put(out, ballot->revision, BALLOT_REVISION);
    octets_put_text(out, ballot->language);
    octets_put_number(out, ballot->group, 1);
    octets_put_number(out, ballot->count, 2);
    for (size_t i = 0; i < ballot->count; i++)
        put_item(out, &ballot->items[i]);
}

/* What is behind the last item is zero. */
bool ballot_write(const struct ballot *ballot, unsigned char bytes[BALLOT_BYTES])
{
    struct octets_out length = {0};

    if (ballot->count > USHRT_MAX || !is_sound(ballot))
        return false;
    put(&length, ballot);
    if (length.length > BALLOT_BYTES)
        return false;
    memset(bytes, 0, BALLOT_BYTES);
    put(&(struct octets_out){.bytes = bytes, .room = BALLOT_BYTES}, ballot);
    return true;
}

static void take_options(struct octets_in *in, const void *parent, struct ballot_item *item)
{
    in->failed |= item->option_count > in->length / OPTION_LEAST;
    if (in->failed || item->option_count == 0)
        return;
    item->options = memory_need(talloc_zero_array(parent, char *, (unsigned)item->option_count));
    item->taken = memory_need(talloc_zero_array(parent, unsigned, (unsigned)item->option_count));
    for (size_t i = 0; i < item->option_count && !in->failed; i++) {
        item->options[i] = octets_take_text(parent, in);
        item->taken[i] = (unsigned)octets_take_number(in, 1);
    }
}

static void take_item(struct octets_in *in, const void *parent, struct ballot_item *item)
{
    item->id = octets_take_text(parent, in);
    item->rev = (long)octets_take_number(in, 2);
    item->moment = (enum ballot_moment)octets_take_number(in, 1);
    item->right = (unsigned)octets_take_number(in, 1);
    item->wrong = (unsigned)octets_take_number(in, 1);
    item->skipped = (unsigned)octets_take_number(in, 1);
    item->option_count = octets_take_number(in, 1);
    take_options(in, parent, item);
}

static void take_items(struct octets_in *in, struct ballot *ballot)
{
    ballot->count = octets_take_number(in, 2);
    in->failed |= ballot->count > in->length / ITEM_LEAST;
    if (in->failed || ballot->count == 0)
        return;
    ballot->items =
        memory_need(talloc_zero_array(ballot, struct ballot_item, (unsigned)ballot->count));
    for (size_t i = 0; i < ballot->count && !in->failed; i++)
        take_item(in, ballot->items, &ballot->items[i]);
}

static bool is_end(struct octets_in *in)
{
    size_t zeros = 0;

    while (zeros < in->length && in->bytes[zeros] == 0)
        zeros++;
    return !in->failed && zeros == in->length;
}

static bool take(struct octets_in *in, struct ballot *ballot)
{
    ballot->lesson = octets_take_text(ballot, in);
    const unsigned char *revision = octets_take(in, BALLOT_REVISION);
    if (revision)
        memcpy(ballot->revision, revision, BALLOT_REVISION);
    ballot->language = octets_take_text(ballot, in);
    uint64_t group = octets_take_number(in, 1);
    in->failed |= group > 1;
    ballot->group = group == 1;
    take_items(in, ballot);
    return is_end(in) && is_sound(ballot);
}

struct ballot *ballot_read(const void *parent, const unsigned char bytes[BALLOT_BYTES],
                           bool *ret_newer)
{
    struct octets_in in = {.bytes = bytes, .length = BALLOT_BYTES};
    uint64_t version = octets_take_number(&in, 1);

    *ret_newer = version > VERSION;
    if (version != VERSION)
        return NULL;
    struct ballot *ballot = memory_need(talloc_zero(parent, struct ballot));
    if (take(&in, ballot))
        return ballot;
    talloc_free(ballot);
    return NULL;
}
