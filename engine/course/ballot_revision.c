/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Which questions a lesson has, and what is right in them, as a number. It comes from the table
 * of fields: what a learner reads does not count, so a mistake in writing that is mended, or a
 * translation, is the same revision.
 */
#include "course/ballot.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <sodium.h>
#include <talloc.h>

#include "base/memory.h"
#include "course/lesson.h"

#define HASH_BYTES 16

struct hash {
    unsigned char bytes[HASH_BYTES];
};

static void begin(crypto_generichash_state *state)
{
    crypto_generichash_init(state, NULL, 0, HASH_BYTES);
}

static struct hash end(crypto_generichash_state *state)
{
    struct hash hash;
    crypto_generichash_final(state, hash.bytes, HASH_BYTES);
    return hash;
}

static void add_number(crypto_generichash_state *state, uint64_t number)
{
    unsigned char bytes[8];

    for (size_t i = 0; i < sizeof bytes; i++)
        bytes[i] = (unsigned char)(number >> (8 * i));
    crypto_generichash_update(state, bytes, sizeof bytes);
}

/* Its end counts: no two rows of texts may look the same when they are joined. */
static void add_text(crypto_generichash_state *state, const char *text)
{
    crypto_generichash_update(state, (const unsigned char *)(text ? text : ""),
                              text ? strlen(text) + 1 : 1);
}

static int compare(const void *one, const void *other)
{
    return memcmp(one, other, HASH_BYTES);
}

/* In an order of their own, unless theirs counts. */
static void add_hashes(crypto_generichash_state *state, struct hash *hashes, size_t count,
                       bool sorted)
{
    add_number(state, count);
    if (sorted && count)
        qsort(hashes, count, sizeof *hashes, compare);
    for (size_t i = 0; i < count; i++)
        crypto_generichash_update(state, hashes[i].bytes, HASH_BYTES);
}

static bool counts(const struct field *field)
{
    return field->type == FIELD_ID || field->type == FIELD_COUNT || field->type == FIELD_YES_NO ||
           field->type == FIELD_RECORDS;
}

static size_t count_fields(const struct record *record)
{
    size_t count = 0;
    for (size_t i = 0; i < record->field_count; i++)
        count += counts(&record->fields[i]);
    return count;
}

static void add_record(crypto_generichash_state *state, const struct record *record,
                       const void *value, bool inside);

/* Entries that are told by one id only say what is right by their order (`order`). Those that
 * say it themselves (`right: yes`) may be moved around. */
static void add_entries(crypto_generichash_state *state, const struct record *record,
                        const struct record_list *list)
{
    struct hash *hashes = memory_need(talloc_array(NULL, struct hash, (unsigned)list->count + 1));

    for (size_t i = 0; i < list->count; i++) {
        crypto_generichash_state entry;
        begin(&entry);
        add_record(&entry, record, (const char *)list->items + i * record->size, true);
        hashes[i] = end(&entry);
    }
    add_hashes(state, hashes, list->count, count_fields(record) > 1);
    talloc_free(hashes);
}

static void add_field(crypto_generichash_state *state, const struct field *field, const void *value)
{
    add_text(state, field->name);
    switch (field->type) {
    case FIELD_RECORDS:
        add_entries(state, field->record, value);
        break;
    case FIELD_COUNT:
        add_number(state, (uint64_t)((const struct count *)value)->value);
        break;
    case FIELD_YES_NO:
        add_number(state, *(const bool *)value);
        break;
    default:
        add_text(state, ((const struct text *)value)->bytes);
    }
}

/* Yes or no is right or wrong in an entry only: for the whole question it is how it is shown
 * (`shuffle`). */
static void add_record(crypto_generichash_state *state, const struct record *record,
                       const void *value, bool inside)
{
    for (size_t i = 0; i < record->field_count; i++) {
        const struct field *field = &record->fields[i];
        if (counts(field) && (inside || field->type != FIELD_YES_NO))
            add_field(state, field, (const char *)value + field->offset);
    }
}

static struct hash hash_step(const struct step *step)
{
    crypto_generichash_state state;

    begin(&state);
    add_text(&state, step->verb->name);
    add_text(&state, step->id.bytes);
    /* Without one it is the first. */
    add_number(&state, step->rev.value ? (uint64_t)step->rev.value : 1);
    add_record(&state, step->verb->record, step->fields, false);
    return end(&state);
}

void ballot_revision(const struct lesson *lesson, char ret_revision[BALLOT_REVISION + 1])
{
    struct hash *hashes =
        memory_need(talloc_array(NULL, struct hash, (unsigned)lesson->step_count + 1));
    crypto_generichash_state state;
    size_t count = 0;

    for (size_t i = 0; i < lesson->step_count; i++)
        if (lesson->steps[i].verb->counted)
            hashes[count++] = hash_step(&lesson->steps[i]);
    begin(&state);
    add_hashes(&state, hashes, count, true);
    const struct hash hash = end(&state);
    sodium_bin2hex(ret_revision, BALLOT_REVISION + 1, hash.bytes, BALLOT_REVISION / 2);
    talloc_free(hashes);
}
