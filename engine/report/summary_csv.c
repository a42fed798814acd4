/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A summary as a table for programs: RFC 4180, one figure a row, the columns of docs/trainers.md. */
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include <talloc.h>

#include "base/buffer.h"
#include "base/memory.h"
#include "report/figure.h"
#include "report/summary_words.h"
#include "report/summary_write.h"

/* Where the figures of a row stand, as cells. What has no meaning there is NULL. */
struct place {
    const char *lesson, *revision, *item;
    long rev; /* with an item only */
    const char *moment, *option, *language;
    const char *text;
};

struct table {
    struct buffer out;
    void *memory; /* of one lesson */
};

/* Spreadsheets compute a cell that begins so, whatever quotes are around it. */
static bool is_computed(const char *text)
{
    static const char *const beginnings[] = { "=", "+", "-", "@", "＝", "＋", "－", "＠" };

    for (size_t i = 0; i < sizeof beginnings / sizeof beginnings[0]; i++)
        if (strncmp(text, beginnings[i], strlen(beginnings[i])) == 0)
            return true;
    return false;
}

/* Any text as a cell, which lives until the lesson is written. */
static const char *cell(struct table *table, const char *text)
{
    if (!text)
        return NULL;
    const char *clean = summary_line(table->memory, text);
    const char *mark = is_computed(clean) ? "'" : "";
    struct buffer quoted;

    if (!strpbrk(clean, "\",;"))
        return *mark ? memory_need(talloc_asprintf(table->memory, "%s%s", mark, clean)) : clean;
    quoted = buffer_new(table->memory);
    buffer_format(&quoted, "\"%s", mark);
    for (const char *at = clean; *at; at++)
        buffer_add(&quoted, *at == '"' ? "\"\"" : at, *at == '"' ? 2 : 1);
    buffer_put(&quoted, "\"");
    return quoted.text;
}

static void put(struct table *table, const char *one)
{
    buffer_put(&table->out, one ? one : "");
    buffer_put(&table->out, ",");
}

/* A number is never a text: a spreadsheet may take "-0.05" as it is. */
static void put_row(struct table *table, const struct place *place, const char *figure,
                    const char *number)
{
    put(table, place->lesson);
    put(table, place->revision);
    put(table, place->item);
    if (place->item)
        buffer_format(&table->out, "%ld", place->rev);
    put(table, NULL);
    put(table, place->moment);
    put(table, place->option);
    put(table, place->language);
    put(table, figure);
    put(table, number);
    buffer_put(&table->out, place->text ? place->text : "");
    buffer_put(&table->out, "\r\n");
}

static void put_count(struct table *table, const struct place *place, const char *figure,
                      size_t count)
{
    char number[32];
    snprintf(number, sizeof number, "%zu", count);
    put_row(table, place, figure, number);
}

static void put_percent(struct table *table, const struct place *place, const char *figure,
                        double share)
{
    put_count(table, place, figure, (size_t)figure_percent(share));
}

static void put_decimal(struct table *table, const struct place *place, const char *figure,
                        double value)
{
    char *number = figure_decimal(NULL, value);
    put_row(table, place, figure, number);
    talloc_free(number);
}

static void put_facility(struct table *table, const struct place *place,
                         const struct facility *facility)
{
    put_count(table, place, "answered", facility->n);
    put_count(table, place, "right", facility->right);
    put_percent(table, place, "right_percent", facility->share);
    put_percent(table, place, "right_percent_low", facility->low);
    put_percent(table, place, "right_percent_high", facility->high);
}

static void put_options(struct table *table, struct place place, const struct item_figures *item)
{
    for (size_t i = 0; i < item->option_count; i++) {
        const struct option_figures *option = &item->options[i];
        place.option = cell(table, option->id);
        place.text = cell(table, option->text);
        put_count(table, &place, "taken", option->n);
        put_percent(table, &place, "taken_percent", figure_share(option->n, item->facility.n));
    }
}

static void put_item(struct table *table, struct place place, const struct item_figures *item)
{
    place.item = cell(table, item->id);
    place.rev = item->rev;
    place.moment = item->paired ? "before" : "during";
    place.text = cell(table, item->text);
    if (!item->enough) {
        put_row(table, &place, "answered", "");
        return;
    }
    put_facility(table, &place, &item->facility);
    put_count(table, &place, "skipped", item->skipped);
    if (item->discriminates)
        put_decimal(table, &place, "discrimination", item->discrimination);
    put_options(table, place, item);
    if (!summary_after(item))
        return;
    place.moment = "after";
    put_facility(table, &place, &item->after);
}

static void put_gain(struct table *table, struct place place, const struct lesson_figures *lesson)
{
    place.moment = "before";
    put_count(table, &place, "answered", lesson->before_n);
    put_percent(table, &place, "right_percent", lesson->before);
    place.moment = "after";
    put_count(table, &place, "answered", lesson->after_n);
    put_percent(table, &place, "right_percent", lesson->after);
    place.moment = NULL;
    if (lesson->gained)
        put_decimal(table, &place, "gain", lesson->gain);
}

static void put_lesson(struct table *table, const struct lesson_figures *lesson)
{
    struct place place = { .lesson = cell(table, lesson->id),
                           .revision = cell(table, lesson->revision),
                           .text = cell(table, lesson->title) };

    if (lesson->completions == 0) {
        put_row(table, &place, "completions", "");
        return;
    }
    put_count(table, &place, "completions", lesson->completions);
    if (summary_compares(lesson))
        put_gain(table, place, lesson);
    for (size_t i = 0; i < lesson->item_count; i++)
        put_item(table, place, &lesson->items[i]);
}

char *summary_csv(const void *parent, const struct summary *summary)
{
    struct table table = { buffer_new(parent), memory_need(talloc_new(NULL)) };

    buffer_put(&table.out,
               "lesson,revision,item,rev,moment,option,language,figure,value,text\r\n");
    for (size_t i = 0; i < summary->count; i++) {
        put_lesson(&table, &summary->lessons[i]);
        talloc_free_children(table.memory);
    }
    for (size_t i = 0; i < summary->language_count; i++) {
        const struct place place = { .language = cell(&table, summary->languages[i].code) };
        put_count(&table, &place, "completions_in_tens", summary->languages[i].tens);
    }
    talloc_free(table.memory);
    return table.out.text;
}
