/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "course/schema.h"

#include <stdlib.h>

#include <talloc.h>

#include "base/language.h"
#include "base/memory.h"
#include "course/schema_value.h"

static void append(json_t *list, json_t *value)
{
    if (json_array_append_new(list, memory_need(value)) != 0)
        memory_need_block(NULL);
}

/* What a mapping that is described by these records may hold and must hold.
 * required, which may hold names already, becomes part of it. */
static json_t *mapping(const struct format *format, const struct record *const *records,
                       size_t count, json_t *required);

/* "if" keeps the messages apart: a step is only ever compared with its verb. */
static json_t *verb_branch(const struct format *format, const struct verb *verb)
{
    const struct record *const records[] = { verb->record, format->step };
    json_t *required = memory_need(json_array());

    if (verb->counted)
        append(required, json_string("id"));
    return memory_need(json_pack("{s:{s:s, s:[s]}, s:o}", "if", "type", "object", "required",
                                 verb->name, "then", mapping(format, records, 2, required)));
}

/* Some verb is there. The message, unless it is NULL, is for when there is none. */
static json_t *has_verb(const struct verb_table *verbs, const char *message)
{
    json_t *list = memory_need(json_array());
    for (size_t i = 0; i < verbs->count; i++) {
        json_t *required = memory_need(json_pack("{s:[s]}", "required", verbs->verbs[i]->name));
        if (message)
            schema_say(required, "errorMessage", "%s", message);
        append(list, required);
    }
    return list;
}

/* A step without a verb: refused, and the verbs are offered to who types it. */
static json_t *no_verb_branch(const struct verb_table *verbs)
{
    json_t *offers = memory_need(json_object());
    char *names = memory_need(talloc_strdup(NULL, ""));

    for (size_t i = 0; i < verbs->count; i++) {
        const struct verb *verb = verbs->verbs[i];
        json_t *offer = memory_need(json_object());
        schema_say(offer, "description", "%s", _(verb->record->fields[0].about));
        schema_set(offers, verb->name, offer);
        names = memory_need(
            talloc_asprintf_append_buffer(names, "%s%s", i ? ", " : "", verb->name));
    }
    char *message = memory_need(talloc_asprintf(
        /* TRANSLATORS: %s is a list of words of the file format. */
        names, _("begin the step with one of: %s"), names));
    json_t *branch = memory_need(json_pack(
        "{s:{s:s, s:{s:o}}, s:{s:o, s:o}}", "if", "type", "object", "not", "anyOf",
        has_verb(verbs, NULL), "then", "properties", offers, "anyOf", has_verb(verbs, message)));
    talloc_free(names);
    return branch;
}

static json_t *any_step(const struct format *format)
{
    json_t *branches = memory_need(json_array());
    for (size_t i = 0; i < format->verbs->count; i++)
        append(branches, verb_branch(format, format->verbs->verbs[i]));
    append(branches, no_verb_branch(format->verbs));
    json_t *schema = memory_need(json_pack("{s:s, s:o}", "type", "object", "allOf", branches));
    schema_say(schema, "title", "%s", _(format->step->name));
    return schema;
}

static json_t *field_schema(const struct format *format, const struct field *field)
{
    json_t *schema;

    if (field->type == FIELD_RECORDS)
        schema = schema_list(field, mapping(format, &field->record, 1, memory_need(json_array())));
    else if (field->type == FIELD_STEPS)
        schema = schema_list(field, any_step(format));
    else
        schema = memory_need(schema_value(field));
    schema_say(schema, "description", "%s", _(field->about));
    return schema;
}

static json_t *mapping(const struct format *format, const struct record *const *records,
                       size_t count, json_t *required)
{
    json_t *properties = memory_need(json_object());

    for (size_t i = 0; i < count; i++) {
        for (size_t j = 0; j < records[i]->field_count; j++) {
            const struct field *field = &records[i]->fields[j];
            schema_set(properties, field->name, field_schema(format, field));
            if (field->flags & FIELD_REQUIRED)
                append(required, json_string(field->name));
        }
    }
    json_t *schema =
        memory_need(json_pack("{s:s, s:o, s:o, s:b}", "type", "object", "required", required,
                              "properties", properties, "additionalProperties", 0));
    schema_say(schema, "title", "%s", _(records[0]->name));
    return schema;
}

char *schema_write(const void *parent, const struct format *format)
{
    json_t *schema =
        memory_need(json_pack("{s:s}", "$schema", "http://json-schema.org/draft-07/schema#"));
    json_t *root = mapping(format, &format->root, 1, memory_need(json_array()));

    if (json_object_update(schema, root) != 0)
        memory_need_block(NULL);
    schema_say(schema, "title", "%s", _(format->title));
    char *dump = memory_need(json_dumps(schema, JSON_INDENT(2)));
    char *text = memory_need(talloc_asprintf(parent, "%s\n", dump));
    free(dump);
    json_decref(root);
    json_decref(schema);
    return text;
}
