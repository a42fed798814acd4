/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A summary as lines for a terminal: words first, numbers second. */
#include <stdio.h>
#include <string.h>

#include <talloc.h>

#include "base/buffer.h"
#include "base/language.h"
#include "base/memory.h"
#include "base/text.h"
#include "base/wrap.h"
#include "report/figure.h"
#include "report/summary_words.h"
#include "report/summary_write.h"

#define LEAST_COLUMNS 30
#define WIDE 60 /* from here on bar, numbers and text have one line */

struct page {
    struct buffer out;
    void *memory; /* of one piece; emptied after each */
    size_t columns;
};

static void forget(struct page *page)
{
    talloc_free_children(page->memory);
}

static void put_spaces(struct page *page, size_t count)
{
    buffer_format(&page->out, "%*s", (int)count, "");
}

/* The lines of a text. The first begins where `lead` ends, which is there already and takes
 * `indent` columns; the others are indented as far. */
static void put_lines(struct page *page, const char *text, size_t indent)
{
    size_t count = 0;
    const struct slice *lines =
        wrap_text(page->memory, text, strlen(text), page->columns - indent, &count);

    for (size_t i = 0; i < count; i++) {
        if (i > 0)
            put_spaces(page, indent);
        buffer_add(&page->out, text + lines[i].start, lines[i].length);
        buffer_put(&page->out, "\n");
    }
}

/* A paragraph that belongs to page->memory, or lives longer; frees that memory. */
static void put(struct page *page, const char *text, size_t indent)
{
    put_spaces(page, indent);
    put_lines(page, text, indent);
    forget(page);
}

static void put_headed(struct page *page, const char *lead, const char *text)
{
    buffer_put(&page->out, lead);
    put_lines(page, text, text_width(lead, strlen(lead)));
}

static void put_heading(struct page *page, const char *text, char line)
{
    size_t width = text_width(text, strlen(text));

    buffer_put(&page->out, "\n");
    put_lines(page, text, 0);
    for (size_t i = 0; i < width && i < page->columns; i++)
        buffer_add(&page->out, &line, 1);
    buffer_put(&page->out, "\n");
    forget(page);
}

/* ---------------------------------------------------------------- what to do */

/* Every question with this verdict, below it. */
static bool put_verdict(struct page *page, const struct summary *summary, enum verdict verdict)
{
    bool any = false;

    for (struct summary_place at = { 0, 0 }; summary_find(summary, verdict, &at); at.item++) {
        const struct lesson_figures *lesson = &summary->lessons[at.lesson];
        const struct item_figures *item = &lesson->items[at.item];
        if (!any) {
            buffer_put(&page->out, "\n");
            put(page, summary_verdict(item), 0);
        }
        any = true;
        put_headed(page, "- ", summary_item_title(page->memory, item));
        put(page, summary_lesson_title(page->memory, lesson), 4);
    }
    return any;
}

static void put_first(struct page *page, const struct summary *summary)
{
    bool any = false;

    /* TRANSLATORS: heading above the questions that a trainer should look at. */
    put_heading(page, C_("summary", "Look at these first"), '=');
    for (const enum verdict *verdict = summary_asking; *verdict != VERDICT_FINE; verdict++)
        any |= put_verdict(page, summary, *verdict);
    if (!any)
        /* TRANSLATORS: below "Look at these first", when no question asks for it. */
        put(page, C_("summary", "No question stands out so far."), 0);
}

/* ---------------------------------------------------------------- the course */

static void put_completions(struct page *page, const struct summary *summary)
{
    /* TRANSLATORS: heading above how often each lesson was gone through to its end. */
    put_heading(page, C_("summary", "Completions by lesson"), '=');
    for (size_t i = 0; i < summary->count; i++) {
        const struct lesson_figures *lesson = &summary->lessons[i];
        const char *name = summary_lesson_title(page->memory, lesson);
        char lead[32];
        if (lesson->completions > 0) {
            snprintf(lead, sizeof lead, "%8zu  ", lesson->completions);
        } else {
            snprintf(lead, sizeof lead, "%8s  ", "-");
            name = memory_need(
                talloc_asprintf(page->memory, "%s: %s", name, summary_not_ready()));
        }
        put_headed(page, lead, name);
        forget(page);
    }
}

static void put_languages(struct page *page, const struct summary *summary)
{
    if (summary->language_count == 0)
        return;
    /* TRANSLATORS: heading above how often the course was gone through in each language. */
    put_heading(page, C_("summary", "Languages of the whole course, rounded down to tens"), '=');
    for (size_t i = 0; i < summary->language_count; i++) {
        char lead[32];
        snprintf(lead, sizeof lead, "%8zu  ", summary->languages[i].tens);
        put_headed(page, lead, summary_language(page->memory, summary->languages[i].code));
        forget(page);
    }
}

/* ---------------------------------------------------------------- a question */

static void put_option(struct page *page, const struct item_figures *item, size_t index)
{
    const struct option_figures *option = &item->options[index];
    double share = figure_share(option->n, item->facility.n);
    const char *name = summary_option_title(page->memory, option);
    bool wide = page->columns >= WIDE;
    char *percent = figure_percent_text(page->memory, share);
    int pad = (int)(5 - text_width(percent, strlen(percent)));
    char *numbers =
        memory_need(talloc_asprintf(page->memory, "%s %*s%s %6zu",
                                    figure_bar(page->memory, share, wide ? 20 : 12),
                                    pad > 0 ? pad : 0, "", percent, option->n));
    if (wide) {
        put_headed(page, memory_need(talloc_asprintf(page->memory, "   %s  ", numbers)), name);
    } else {
        put_headed(page, "   ", name);
        buffer_format(&page->out, "   %s\n", numbers);
    }
    forget(page);
}

static void put_facility(struct page *page, const struct item_figures *item)
{
    if (item->paired)
        /* TRANSLATORS: above the answers to a question that is asked before and after a lesson. */
        put(page, C_("summary", "Before the lesson:"), 3);
    put(page,
        memory_need(talloc_asprintf(page->memory, "%s; %s",
                                    summary_facility(page->memory, &item->facility),
                                    summary_skipped(page->memory, item->skipped))),
        3);
    for (size_t i = 0; i < item->option_count; i++)
        put_option(page, item, i);
    if (!item->paired)
        return;
    /* TRANSLATORS: above the answers to a question that is asked before and after a lesson. */
    put(page, C_("summary", "After the lesson:"), 3);
    put(page,
        summary_after(item) ? summary_facility(page->memory, &item->after) : summary_not_ready(),
        3);
}

static void put_item(struct page *page, const struct item_figures *item, size_t number)
{
    char lead[32];

    snprintf(lead, sizeof lead, "%zu. ", number);
    buffer_put(&page->out, "\n");
    put_headed(page, lead, summary_item_title(page->memory, item));
    put(page, summary_verdict(item), 3);
    if (!item->enough)
        return;
    put_facility(page, item);
    if (item->discriminates)
        put(page, summary_discrimination(page->memory, item), 3);
}

static void put_lesson(struct page *page, const struct lesson_figures *lesson)
{
    if (lesson->completions == 0)
        return;
    put_heading(page, summary_lesson_title(page->memory, lesson), '-');
    put(page, summary_completions(page->memory, lesson->completions), 0);
    if (summary_compares(lesson))
        put(page, summary_gain(page->memory, lesson), 0);
    for (size_t i = 0; i < lesson->item_count; i++)
        put_item(page, &lesson->items[i], i + 1);
}

static void put_limits(struct page *page)
{
    /* TRANSLATORS: heading above what the figures for a trainer cannot say. */
    put_heading(page, C_("summary", "What these figures cannot say"), '=');
    for (size_t i = 0; summary_limit(i); i++) {
        put_headed(page, "- ", summary_limit(i));
        forget(page);
    }
}

char *summary_text(const void *parent, const struct summary *summary, size_t columns)
{
    struct page page = { buffer_new(parent), memory_need(talloc_new(NULL)),
                         columns < LEAST_COLUMNS ? LEAST_COLUMNS : columns };

    put(&page, summary_line(page.memory, summary->course), 0);
    /* TRANSLATORS: first lines of the figures for a trainer. */
    put(&page, _("What the first answers say. Completions are counted, not people."), 0);
    if (summary_is_empty(summary)) {
        buffer_put(&page.out, "\n");
        /* TRANSLATORS: in place of the figures for a trainer. */
        put(&page, _("Not ready yet: a lesson is shown from ten completions on."), 0);
    } else {
        put_first(&page, summary);
    }
    put_completions(&page, summary);
    put_languages(&page, summary);
    for (size_t i = 0; i < summary->count; i++)
        put_lesson(&page, &summary->lessons[i]);
    put_limits(&page);
    talloc_free(page.memory);
    return page.out.text;
}
