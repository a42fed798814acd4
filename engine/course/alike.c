/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "course/alike.h"

#include <string.h>

static bool records_alike(const struct record *record, const void *one, const void *other);

static bool texts_alike(const struct text *one, const struct text *other)
{
    return one->bytes && other->bytes ? strcmp(one->bytes, other->bytes) == 0
                                      : one->bytes == other->bytes;
}

static bool lists_alike(const struct text_list *one, const struct text_list *other,
                        bool translated)
{
    if (one->count != other->count)
        return false;
    for (size_t i = 0; i < one->count && !translated; i++)
        if (!texts_alike(&one->items[i], &other->items[i]))
            return false;
    return true;
}

static bool entries_alike(const struct record *record, const struct record_list *one,
                          const struct record_list *other)
{
    if (one->count != other->count)
        return false;
    for (size_t i = 0; i < one->count; i++)
        if (!records_alike(record, (const char *)one->items + i * record->size,
                           (const char *)other->items + i * record->size))
            return false;
    return true;
}

static bool fields_alike(const struct field *field, const void *one, const void *other)
{
    bool translated = field->flags & FIELD_TRANSLATED;

    switch (field->type) {
    case FIELD_RECORDS:
        return entries_alike(field->record, one, other);
    case FIELD_LINES:
    case FIELD_IDS:
    case FIELD_WORDS:
    case FIELD_PATHS:
        return lists_alike(one, other, translated);
    case FIELD_COUNT:
        return ((const struct count *)one)->value == ((const struct count *)other)->value;
    case FIELD_YES_NO:
        return *(const bool *)one == *(const bool *)other;
    case FIELD_ID:
    case FIELD_WORD:
    case FIELD_PATH:
        return texts_alike(one, other);
    case FIELD_LINE:
    case FIELD_PAGE:
    case FIELD_DRAWING:
    case FIELD_PLAIN:
    case FIELD_MONTH:
    case FIELD_STEPS:
        break;
    }
    return true;
}

static bool records_alike(const struct record *record, const void *one, const void *other)
{
    for (size_t i = 0; i < record->field_count; i++) {
        size_t offset = record->fields[i].offset;
        if (!fields_alike(&record->fields[i], (const char *)one + offset,
                          (const char *)other + offset))
            return false;
    }
    return true;
}

static bool steps_alike(const struct step *one, const struct step *other)
{
    return one->verb == other->verb && records_alike(&step_record, one, other) &&
           records_alike(one->verb->record, one->fields, other->fields);
}

bool lessons_alike(const struct lesson *one, const struct lesson *other)
{
    if (one->step_count != other->step_count || !records_alike(&lesson_record, one, other))
        return false;
    for (size_t i = 0; i < one->step_count; i++)
        if (!steps_alike(&one->steps[i], &other->steps[i]))
            return false;
    return true;
}
