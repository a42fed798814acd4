/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "course/alike.h"

#include <stdint.h>
#include <string.h>

#include <sodium.h>

static void add_record(crypto_generichash_state *hash, const struct record *record,
                       const void *value);

/* Byte by byte, so that it is the same on every machine. */
static void add_number(crypto_generichash_state *hash, uint64_t number)
{
    unsigned char bytes[8];

    for (size_t i = 0; i < sizeof bytes; i++)
        bytes[i] = (unsigned char)(number >> (8 * i));
    crypto_generichash_update(hash, bytes, sizeof bytes);
}

/* Its length comes first: no two rows of texts may look the same when they are joined. */
static void add_text(crypto_generichash_state *hash, const char *text)
{
    size_t length = text ? strlen(text) : 0;

    add_number(hash, text ? length : UINT64_MAX);
    crypto_generichash_update(hash, (const unsigned char *)(text ? text : ""), length);
}

static void add_list(crypto_generichash_state *hash, const struct text_list *list, bool translated)
{
    add_number(hash, list->count);
    for (size_t i = 0; i < list->count && !translated; i++)
        add_text(hash, list->items[i].bytes);
}

static void add_entries(crypto_generichash_state *hash, const struct record *record,
                        const struct record_list *list)
{
    add_number(hash, list->count);
    for (size_t i = 0; i < list->count; i++)
        add_record(hash, record, (const char *)list->items + i * record->size);
}

static void add_field(crypto_generichash_state *hash, const struct field *field, const void *value)
{
    switch (field->type) {
    case FIELD_RECORDS:
        add_entries(hash, field->record, value);
        break;
    case FIELD_LINES:
    case FIELD_IDS:
    case FIELD_WORDS:
    case FIELD_PATHS:
        add_list(hash, value, field->flags & FIELD_TRANSLATED);
        break;
    case FIELD_COUNT:
        add_number(hash, (uint64_t)((const struct count *)value)->value);
        break;
    case FIELD_YES_NO:
        add_number(hash, *(const bool *)value);
        break;
    case FIELD_ID:
    case FIELD_WORD:
    case FIELD_PATH:
        add_text(hash, ((const struct text *)value)->bytes);
        break;
    case FIELD_LINE:
    case FIELD_PAGE:
    case FIELD_DRAWING:
    case FIELD_PLAIN:
    case FIELD_MONTH:
    case FIELD_STEPS:
        break;
    }
}

/* The names tell apart what has the same value in fields of two kinds. */
static void add_record(crypto_generichash_state *hash, const struct record *record,
                       const void *value)
{
    for (size_t i = 0; i < record->field_count; i++) {
        add_text(hash, record->fields[i].name);
        add_field(hash, &record->fields[i], (const char *)value + record->fields[i].offset);
    }
}

static void add_step(crypto_generichash_state *hash, const struct step *step)
{
    add_text(hash, step->verb->name);
    add_record(hash, &step_record, step);
    add_record(hash, step->verb->record, step->fields);
}

static void begin(crypto_generichash_state *hash)
{
    crypto_generichash_init(hash, NULL, 0, FINGERPRINT_BYTES);
}

static struct fingerprint end(crypto_generichash_state *hash)
{
    struct fingerprint fingerprint;

    crypto_generichash_final(hash, fingerprint.bytes, sizeof fingerprint.bytes);
    return fingerprint;
}

struct fingerprint step_fingerprint(const struct step *step)
{
    crypto_generichash_state hash;

    begin(&hash);
    add_step(&hash, step);
    return end(&hash);
}

static struct fingerprint lesson_fingerprint(const struct lesson *lesson)
{
    crypto_generichash_state hash;

    begin(&hash);
    add_record(&hash, &lesson_record, lesson);
    add_number(&hash, lesson->step_count);
    for (size_t i = 0; i < lesson->step_count; i++)
        add_step(&hash, &lesson->steps[i]);
    return end(&hash);
}

bool fingerprints_equal(const struct fingerprint *one, const struct fingerprint *other)
{
    return memcmp(one->bytes, other->bytes, sizeof one->bytes) == 0;
}

bool lessons_alike(const struct lesson *one, const struct lesson *other)
{
    const struct fingerprint first = lesson_fingerprint(one), second = lesson_fingerprint(other);

    return fingerprints_equal(&first, &second);
}
