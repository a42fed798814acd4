/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A summary as JSON, as docs/summary.schema.json describes it. Lesson by lesson, one a line: a
 * tree of a thousand lessons would take more memory than all the rest of the program.
 */
#include <stdlib.h>

#include <jansson.h>
#include <talloc.h>

#include "base/buffer.h"
#include "base/memory.h"
#include "report/figure.h"
#include "report/summary_words.h"
#include "report/summary_write.h"

/* Of the format, in the file. */
#define FORMAT 1

/* json_real() is written with all digits that a double has, but no more than these: 0.31. */
#define DIGITS 12

static void set(json_t *object, const char *name, json_t *value)
{
    if (json_object_set_new(object, name, memory_need(value)) != 0)
        memory_need_block(NULL);
}

static void append(json_t *list, json_t *value)
{
    if (json_array_append_new(list, memory_need(value)) != 0)
        memory_need_block(NULL);
}

/* Text from outside; NULL is null. */
static json_t *text_of(const char *text)
{
    char *line = summary_line(NULL, text);
    json_t *value = memory_need(line ? json_string(line) : json_null());
    talloc_free(line);
    return value;
}

static json_t *count_of(size_t count)
{
    return json_integer((json_int_t)count);
}

static json_t *percent_of(double share)
{
    return json_integer(figure_percent(share));
}

static json_t *decimal_of(double value)
{
    return json_real((double)figure_hundredths(value) / 100);
}

static json_t *facility_of(const struct facility *facility)
{
    json_t *object = memory_need(json_object());
    set(object, "answered", count_of(facility->n));
    set(object, "right", count_of(facility->right));
    set(object, "right_percent", percent_of(facility->share));
    set(object, "right_percent_low", percent_of(facility->low));
    set(object, "right_percent_high", percent_of(facility->high));
    return object;
}

static json_t *option_of(const struct option_figures *option, size_t answered)
{
    json_t *object = memory_need(json_object());
    set(object, "id", text_of(option->id));
    set(object, "text", text_of(option->text));
    set(object, "right", json_boolean(option->right));
    set(object, "taken", count_of(option->n));
    set(object, "taken_percent", percent_of(figure_share(option->n, answered)));
    return object;
}

/* The first answers; a question that is asked before and after has others besides. */
static json_t *first_of(const struct item_figures *item)
{
    json_t *object = facility_of(&item->facility);
    json_t *options = memory_need(json_array());

    for (size_t i = 0; i < item->option_count; i++)
        append(options, option_of(&item->options[i], item->facility.n));
    set(object, "moment", json_string(item->paired ? "before" : "during"));
    set(object, "skipped", count_of(item->skipped));
    set(object, "options", options);
    return object;
}

static const char *verdict_of(const struct item_figures *item)
{
    switch (item->enough ? item->verdict : VERDICT_TOO_FEW) {
    case VERDICT_CHECK_KEY:
        return "check-key";
    case VERDICT_UNCLEAR:
        return "unclear";
    case VERDICT_NOT_LEARNT:
        return "not-learnt";
    case VERDICT_KNOWN:
        return "known";
    case VERDICT_TEACHES:
        return "teaches";
    case VERDICT_FINE:
        return "fine";
    case VERDICT_TOO_FEW:
        break;
    }
    return "too-few";
}

static json_t *item_of(const struct item_figures *item)
{
    json_t *object = memory_need(json_object());
    bool discriminates = item->enough && item->discriminates;
    bool after = item->enough && summary_after(item);

    set(object, "id", text_of(item->id));
    set(object, "rev", json_integer(item->rev));
    set(object, "verb", text_of(item->verb));
    set(object, "text", text_of(item->text));
    set(object, "verdict", json_string(verdict_of(item)));
    set(object, "first", item->enough ? first_of(item) : json_null());
    set(object, "after", after ? facility_of(&item->after) : json_null());
    set(object, "discrimination", discriminates ? decimal_of(item->discrimination) : json_null());
    return object;
}

static json_t *average_of(size_t answered, double share)
{
    json_t *object = memory_need(json_object());
    set(object, "answered", count_of(answered));
    set(object, "right_percent", percent_of(share));
    return object;
}

static json_t *lesson_of(const struct lesson_figures *lesson)
{
    bool shown = lesson->completions > 0, compares = summary_compares(lesson);
    json_t *object = memory_need(json_object()), *items = memory_need(json_array());

    for (size_t i = 0; shown && i < lesson->item_count; i++)
        append(items, item_of(&lesson->items[i]));
    set(object, "id", text_of(lesson->id));
    set(object, "title", text_of(lesson->title));
    set(object, "revision", text_of(lesson->revision));
    set(object, "current", json_boolean(lesson->current));
    set(object, "completions", shown ? count_of(lesson->completions) : json_null());
    set(object, "before", compares ? average_of(lesson->before_n, lesson->before) : json_null());
    set(object, "after", compares ? average_of(lesson->after_n, lesson->after) : json_null());
    set(object, "gain", compares && lesson->gained ? decimal_of(lesson->gain) : json_null());
    set(object, "items", items);
    return object;
}

static json_t *language_of(const struct language_figures *language)
{
    json_t *object = memory_need(json_object());
    set(object, "code", text_of(language->code));
    set(object, "completions_in_tens", count_of(language->tens));
    return object;
}

/* Adds the value and forgets it. */
static void put(struct buffer *out, json_t *value)
{
    char *text = memory_need(
        json_dumps(value, JSON_COMPACT | JSON_ENCODE_ANY | JSON_REAL_PRECISION(DIGITS)));
    buffer_put(out, text);
    free(text);
    json_decref(value);
}

char *summary_json(const void *parent, const struct summary *summary)
{
    struct buffer out = buffer_new(parent);

    buffer_format(&out, "{\"format\":%d,\n\"course\":", FORMAT);
    put(&out, text_of(summary->course));
    buffer_put(&out, ",\n\"lessons\":[");
    for (size_t i = 0; i < summary->count; i++) {
        buffer_put(&out, i == 0 ? "\n" : ",\n");
        put(&out, lesson_of(&summary->lessons[i]));
    }
    buffer_put(&out, "],\n\"languages\":[");
    for (size_t i = 0; i < summary->language_count; i++) {
        buffer_put(&out, i == 0 ? "\n" : ",\n");
        put(&out, language_of(&summary->languages[i]));
    }
    buffer_put(&out, "]}\n");
    return out.text;
}
