/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/language.h"
#include "course/lint.h"

static void refuse(const struct reading *reading, const struct text *text,
                   const struct text *earlier)
{
    diagnostics_add(reading->problems, SEVERITY_ERROR, reading->file, text->at, "%s",
                    /* TRANSLATORS: for example two options of a question. */
                    _("another entry of this list has the same text"));
    diagnostics_advise(reading->problems,
                       /* TRANSLATORS: advice after "another entry … has the same text"; %zu is a
                        * line number. */
                       _("nobody can tell it from the one in line %zu; write something else"),
                       earlier->at.line);
}

static void check_field(const struct reading *reading, const struct record *record,
                        const struct field *field, const struct record_list *list)
{
    for (size_t i = 1; i < list->count; i++) {
        const struct text *earlier = record_same_text(record, field, list, i);
        if (earlier)
            refuse(reading, record_text(record, field, list, i), earlier);
    }
}

static void check_record(const struct reading *reading, const struct record *record,
                         const void *fields);

static void check_list(const struct reading *reading, const struct record *record,
                       const struct record_list *list)
{
    for (size_t i = 0; i < record->field_count; i++)
        if (record->fields[i].flags & FIELD_DISTINCT)
            check_field(reading, record, &record->fields[i], list);
    for (size_t i = 0; i < list->count; i++)
        check_record(reading, record, (const char *)list->items + i * record->size);
}

static void check_record(const struct reading *reading, const struct record *record,
                         const void *fields)
{
    for (size_t i = 0; i < record->field_count; i++)
        if (record->fields[i].type == FIELD_RECORDS)
            check_list(
                reading, record->fields[i].record,
                (const struct record_list *)((const char *)fields + record->fields[i].offset));
}

void lint_same_texts(const struct lint *lint)
{
    for (size_t i = 0; i < lint->lesson->step_count; i++) {
        const struct step *step = &lint->lesson->steps[i];
        check_record(lint->reading, step->verb->record, step->fields);
    }
}
