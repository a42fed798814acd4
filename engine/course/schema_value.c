/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Here every scalar is text. Who validates against a schema has asked a YAML
 * library first, and that makes numbers of 12, and booleans of true and, in YAML
 * 1.1, of yes. So wherever text may stand, such values may stand, too. "pattern"
 * says nothing about them; it speaks of strings only.
 *
 * errorMessage and patternErrorMessage are no part of JSON Schema: editors show
 * them instead of the pattern, validators skip them.
 */
#include "course/schema_value.h"

#include <stdarg.h>

#include <talloc.h>

#include "base/language.h"
#include "base/memory.h"
#include "course/node.h"

/* Python's $ stands before a line break at the end, too. */
#define END "(?!\\n)$"
#define SOMETHING "[^ \\n\\t]"
#define ONE_LINE "[^\\n]*" SOMETHING "[^\\n]*" END

void schema_set(json_t *schema, const char *key, json_t *value)
{
    if (json_object_set_new(schema, key, memory_need(value)) != 0)
        memory_need_block(NULL);
}

void schema_say(json_t *schema, const char *key, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    char *text = memory_need(talloc_vasprintf(NULL, format, arguments));
    va_end(arguments);
    schema_set(schema, key, json_string(text));
    talloc_free(text);
}

static void say_must_be(json_t *schema, const struct field *field, const char *wanted)
{
    schema_say(schema, "errorMessage",
               /* TRANSLATORS: first the name of a field, then what it must be: "a list". */
               _("'%1$s' must be %2$s"), field->name, wanted);
}

/* Reading bounds the bytes of a text. It has no more characters than bytes. */
static json_t *any_text(const struct field *field, const char *pattern)
{
    json_t *schema = memory_need(json_pack("{s:[s,s,s], s:s, s:I}", "type", "string", "number",
                                           "boolean", "pattern", pattern, "maxLength",
                                           (json_int_t)NODE_SCALAR_BYTES));
    /* TRANSLATORS: completes "'title' must be …". */
    say_must_be(schema, field, C_("must be", "text"));
    return schema;
}

static json_t *text(const struct field *field)
{
    json_t *schema = any_text(field, SOMETHING);
    /* TRANSLATORS: %s is the name of a field in a YAML file. */
    schema_say(schema, "patternErrorMessage", _("'%s' is empty"), field->name);
    return schema;
}

static json_t *plain(const struct field *field)
{
    json_t *schema = any_text(field, "^" ONE_LINE);
    schema_say(schema, "patternErrorMessage", "%s",
               /* TRANSLATORS: a field, such as a title, was given several lines. */
               _("this must be a single line"));
    return schema;
}

static json_t *path(const struct field *field)
{
    json_t *schema = any_text(field, "^(?!/)(?!.*\\.\\.)" ONE_LINE);
    schema_say(schema, "patternErrorMessage", "%s",
               /* TRANSLATORS: the name of a file points out of the course. */
               _("a file must lie inside the folder of the course"));
    return schema;
}

static json_t *id(void)
{
    json_t *schema = memory_need(json_pack("{s:[s,s,s], s:s}", "type", "string", "integer",
                                           "boolean", "pattern", "^[a-z0-9-]{1,63}" END));
    schema_say(schema, "errorMessage", "%s",
               /* TRANSLATORS: an id is the short name of a lesson, a question, an option. */
               _("an id has only the letters a-z, digits and '-', and at most 63 of them"));
    return schema;
}

static json_t *words(const struct field *field)
{
    json_t *list = memory_need(json_array());
    for (size_t i = 0; field->words[i]; i++)
        if (json_array_append_new(list, memory_need(json_string(field->words[i]))) != 0)
            memory_need_block(NULL);
    return memory_need(json_pack("{s:o}", "enum", list));
}

/* The bounds hold for numbers; what stands in quotes is only made of digits. */
static json_t *count(const struct field *field)
{
    json_t *schema = memory_need(json_pack("{s:[s,s], s:I, s:I, s:s}", "type", "integer", "string",
                                           "minimum", (json_int_t)field->least, "maximum",
                                           (json_int_t)field->most, "pattern", "^[0-9]+" END));
    schema_say(schema, "errorMessage",
               /* TRANSLATORS: the name of a field, then the smallest and largest number. */
               _("'%1$s' must be a whole number from %2$ld to %3$ld"), field->name, field->least,
               field->most);
    return schema;
}

/* An editor that sees the type boolean offers true and false, which reading
 * refuses; said in this roundabout way, it offers yes and no. */
static json_t *yes_no(const struct field *field)
{
    json_t *word = memory_need(json_pack("{s:[s,s]}", "enum", "yes", "no"));
    /* TRANSLATORS: completes "'right' must be …"; yes and no stay English. */
    say_must_be(word, field, C_("must be", "'yes' or 'no'"));
    return memory_need(json_pack("{s:[o, {s:{s:[s,s,s,s,s]}}]}", "anyOf", word, "not", "type",
                                 "string", "number", "array", "object", "null"));
}

static json_t *month(const struct field *field)
{
    json_t *schema = memory_need(json_pack("{s:s, s:s}", "type", "string", "pattern",
                                           "^[0-9]{4}-(0[1-9]|1[0-2])" END));
    /* TRANSLATORS: completes "'reviewed' must be …". */
    say_must_be(schema, field, C_("must be", "a month such as 2026-11"));
    return schema;
}

json_t *schema_list(const struct field *field, json_t *items)
{
    json_t *schema = memory_need(json_pack("{s:s, s:I, s:I, s:o}", "type", "array", "minItems",
                                           (json_int_t)field->least, "maxItems",
                                           (json_int_t)field->most, "items", memory_need(items)));
    /* TRANSLATORS: completes "'options' must be …". */
    say_must_be(schema, field, C_("must be", "a list"));
    return schema;
}

/* Names in a list mean nothing the second time. */
static json_t *names(const struct field *field, json_t *items)
{
    json_t *schema = schema_list(field, items);
    schema_set(schema, "uniqueItems", json_true());
    return schema;
}

json_t *schema_value(const struct field *field)
{
    switch (field->type) {
    case FIELD_ID:
        return id();
    case FIELD_LINE:
    case FIELD_PAGE:
    case FIELD_DRAWING:
        return text(field);
    case FIELD_WORD:
        return words(field);
    case FIELD_PLAIN:
        return plain(field);
    case FIELD_COUNT:
        return count(field);
    case FIELD_YES_NO:
        return yes_no(field);
    case FIELD_MONTH:
        return month(field);
    case FIELD_IDS:
        return names(field, id());
    case FIELD_LINES:
        return schema_list(field, text(field));
    case FIELD_WORDS:
        return names(field, words(field));
    case FIELD_PATH:
        return path(field);
    case FIELD_PATHS:
        return names(field, path(field));
    case FIELD_RECORDS:
    case FIELD_STEPS:
        break;
    }
    return NULL;
}
