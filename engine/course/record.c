/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "course/record.h"

#include <string.h>

#include <talloc.h>

#include "base/language.h"
#include "base/memory.h"
#include "base/text.h"
#include "course/value.h"

static void add(const struct reading *reading, enum severity severity, struct position at,
                const char *message, const char *advice)
{
    diagnostics_add(reading->problems, severity, reading->file, at, "%s", message);
    if (advice)
        diagnostics_advise(reading->problems, "%s", advice);
}

bool reading_refuse(const struct reading *reading, struct position at, const char *message,
                    const char *advice)
{
    add(reading, SEVERITY_ERROR, at, message, advice);
    return false;
}

void reading_warn(const struct reading *reading, struct position at, const char *message,
                  const char *advice)
{
    add(reading, SEVERITY_WARNING, at, message, advice);
}

static void *place_of(const struct field *field, void *into)
{
    return (char *)into + field->offset;
}

const struct field *record_field(const struct record *record, const char *name)
{
    for (size_t i = 0; i < record->field_count; i++)
        if (strcmp(record->fields[i].name, name) == 0)
            return &record->fields[i];
    return NULL;
}

static const struct field *find_field(const struct binding *bindings, size_t count,
                                      const char *name, void **ret_into)
{
    for (size_t i = 0; i < count; i++) {
        const struct field *field = record_field(bindings[i].record, name);
        if (field) {
            *ret_into = bindings[i].into;
            return field;
        }
    }
    return NULL;
}

static const char **list_names(const void *parent, const struct binding *bindings, size_t count)
{
    size_t total = 0;
    for (size_t i = 0; i < count; i++)
        total += bindings[i].record->field_count;
    const char **names = memory_need(talloc_array(parent, const char *, (unsigned)total + 1));
    size_t at = 0;
    for (size_t i = 0; i < count; i++)
        for (size_t j = 0; j < bindings[i].record->field_count; j++)
            names[at++] = bindings[i].record->fields[j].name;
    names[at] = NULL;
    return names;
}

static void refuse_unknown(const struct reading *reading, const struct binding *bindings,
                           size_t count, const struct node *node)
{
    const char **names = list_names(reading->parent, bindings, count);
    int nearest = text_nearest(node->key, names);

    diagnostics_add(reading->problems, SEVERITY_ERROR, reading->file, node->key_at,
                    /* TRANSLATORS: the name of an unknown field, then the part of a lesson that
                     * it stands in, such as "option". */
                    _("'%1$s' is not a field that can stand here (%2$s)"), node->key,
                    _(bindings[count - 1].record->name));
    if (nearest >= 0)
        diagnostics_advise(reading->problems,
                           /* TRANSLATORS: %s is the name of a field that exists. */
                           _("did you mean '%s'?"), names[nearest]);
    talloc_free(names);
}

const struct text *record_text(const struct record *record, const struct field *field,
                               const struct record_list *list, size_t index)
{
    return (const struct text *)((const char *)list->items + index * record->size +
                                 field->offset);
}

const struct text *record_same_text(const struct record *record, const struct field *field,
                                    const struct record_list *list, size_t index)
{
    const char *bytes = record_text(record, field, list, index)->bytes;

    for (size_t i = 0; i < index && bytes; i++) {
        const struct text *earlier = record_text(record, field, list, i);
        if (earlier->bytes && strcmp(earlier->bytes, bytes) == 0)
            return earlier;
    }
    return NULL;
}

static bool refuse_twice(const struct reading *reading, const struct field *field,
                         const struct text *text, const struct text *earlier)
{
    if (field->type != FIELD_ID) {
        diagnostics_add(reading->problems, SEVERITY_ERROR, reading->file, text->at,
                        /* TRANSLATORS: %s is for example a word of the glossary. */
                        _("'%s' stands twice in this list"), text->bytes);
        diagnostics_advise(reading->problems,
                           /* TRANSLATORS: %zu is a line number. */
                           _("the first one is in line %zu; keep one of them"), earlier->at.line);
        return false;
    }
    diagnostics_add(reading->problems, SEVERITY_ERROR, reading->file, text->at,
                    /* TRANSLATORS: %s is an id, the short name of an option. */
                    _("the id '%s' is used twice in this list"), text->bytes);
    diagnostics_advise(reading->problems,
                       /* TRANSLATORS: %zu is a line number. */
                       _("it stands in line %zu already; choose another"), earlier->at.line);
    return false;
}

static bool check_unique(const struct reading *reading, const struct record *record,
                         const struct record_list *list)
{
    bool unique = true;

    for (size_t f = 0; f < record->field_count; f++) {
        const struct field *field = &record->fields[f];
        for (size_t i = 0; i < list->count && field->flags & FIELD_UNIQUE; i++) {
            const struct text *earlier = record_same_text(record, field, list, i);
            if (earlier)
                unique = refuse_twice(reading, field, record_text(record, field, list, i),
                                      earlier);
        }
    }
    return unique;
}

static bool read_records(const struct reading *reading, const struct field *field,
                         const struct node *node, struct record_list *into)
{
    if (!value_check_length(reading, field, node))
        return false;
    const struct record *record = field->record;
    char *items = memory_need(
        talloc_zero_array(reading->parent, char, (unsigned)(record->size * node->count)));
    bool all = true;
    size_t count = 0;
    for (const struct node *item = node->first; item; item = item->next) {
        struct binding binding = { record, items + record->size * count++ };
        all &= record_read(reading, item, &binding, 1);
    }
    *into = (struct record_list){ .items = items, .count = count };
    return check_unique(reading, record, into) && all;
}

static bool read_field(const struct reading *reading, const struct field *field,
                       const struct node *node, void *into)
{
    if (field->type == FIELD_STEPS)
        return true;
    if (field->type == FIELD_RECORDS)
        return read_records(reading, field, node, place_of(field, into));
    return value_read(reading, field, node, place_of(field, into));
}

static bool check_required(const struct reading *reading, const struct record *record,
                           const struct node *mapping)
{
    bool all = true;
    for (size_t i = 0; i < record->field_count; i++) {
        const struct field *field = &record->fields[i];
        if (!(field->flags & FIELD_REQUIRED) || node_find(mapping, field->name))
            continue;
        diagnostics_add(reading->problems, SEVERITY_ERROR, reading->file, mapping->at,
                        /* TRANSLATORS: the name of a missing field, then the part of a lesson
                         * that needs it, such as "option". */
                        _("'%1$s' is missing (%2$s)"), field->name, _(record->name));
        diagnostics_advise(reading->problems, "%s: %s", field->name, _(field->about));
        all = false;
    }
    return all;
}

bool record_read(const struct reading *reading, const struct node *mapping,
                 const struct binding *bindings, size_t binding_count)
{
    bool all = true;

    for (size_t i = 0; i < binding_count; i++)
        *(struct position *)bindings[i].into = mapping->at;
    if (mapping->kind != NODE_MAPPING) {
        diagnostics_add(reading->problems, SEVERITY_ERROR, reading->file, mapping->at,
                        /* TRANSLATORS: %s is a part of a lesson, such as "option". */
                        _("this (%s) must have fields, 'name: value'"),
                        _(bindings[binding_count - 1].record->name));
        return false;
    }
    for (const struct node *node = mapping->first; node; node = node->next) {
        void *into = NULL;
        const struct field *field = find_field(bindings, binding_count, node->key, &into);
        if (field)
            all &= read_field(reading, field, node, into);
        else
            refuse_unknown(reading, bindings, binding_count, node);
        all &= field != NULL;
    }
    for (size_t i = 0; i < binding_count; i++)
        all &= check_required(reading, bindings[i].record, mapping);
    return all;
}
