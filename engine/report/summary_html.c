/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A summary as one page that can be sent, printed and read aloud. */
#include <string.h>

#include <talloc.h>

#include "base/buffer.h"
#include "base/html.h"
#include "base/language.h"
#include "base/memory.h"
#include "report/figure.h"
#include "report/html_table.h"
#include "report/summary_words.h"
#include "report/summary_write.h"

/* Nothing but the styles of the page itself may be loaded, whatever gets into it. */
static const char policy[] =
    "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

static const char styles[] =
    ":root{color-scheme:light dark;--ink:#1b1d20;--paper:#fff;--quiet:#53585f;--line:#c4c8cd;"
    "--fold:#f2f3f5;--right:#0a612a;--link:#0b4c98;--bar:#0b4c98;--rest:#e3e6ea}\n"
    "@media (prefers-color-scheme:dark){:root{--ink:#e9eaec;--paper:#16181b;--quiet:#aeb4bb;"
    "--line:#4a4f56;--fold:#212429;--right:#7fd79a;--link:#8fc1ff;--bar:#8fc1ff;--rest:#33383f}}\n"
    "*{box-sizing:border-box}\n"
    "html{font:100%/1.5 system-ui,-apple-system,\"Segoe UI\",Roboto,\"Noto Sans\",\"DejaVu Sans\","
    "sans-serif;background:var(--paper);color:var(--ink);-webkit-text-size-adjust:100%}\n"
    "body{max-width:46rem;margin:0 auto;padding:1rem;overflow-wrap:anywhere}\n"
    "h1,h2,h3{line-height:1.25;margin:1.2em 0 .5em}\n"
    "h1{font-size:1.6rem;margin-top:.3em}\nh2{font-size:1.25rem}\nh3{font-size:1.05rem}\n"
    "section{border-top:1px solid var(--line);padding:.6rem 0}\n"
    "ul{padding-left:1.3rem;margin:.6rem 0}\nli{margin:.3rem 0}\na{color:var(--link)}\n"
    ".quiet{color:var(--quiet)}\n.verdict{margin:.4rem 0}\n"
    ".asks{background:var(--fold);border-left:.25rem solid var(--ink);padding:.4rem .7rem;"
    "font-weight:600}\n"
    "@page{size:A4;margin:18mm 16mm}\n"
    "@media print{:root{color-scheme:light;--ink:#000;--paper:#fff;--quiet:#333;--line:#888;"
    "--fold:#fff;--right:#0a612a;--link:#000;--bar:#0b4c98;--rest:#ddd}\n"
    "html{font-size:11pt}\nbody{max-width:none;padding:0}\na{text-decoration:none}\n"
    "li,p{break-inside:avoid}\nh1,h2,h3,caption,.verdict{break-after:avoid}}\n";

struct page {
    struct buffer out;
    void *memory; /* of one piece; emptied after each */
    const struct summary *summary;
};

static void put(struct page *page, const char *text)
{
    buffer_put(&page->out, text);
}

/* Any plain text between two pieces of HTML. */
static void put_around(struct page *page, const char *open, const char *text, const char *close)
{
    put(page, open);
    html_text(&page->out, text, strlen(text));
    put(page, close);
}

static void put_paragraph(struct page *page, const char *text)
{
    put_around(page, "<p>", text, "</p>\n");
}

static void forget(struct page *page)
{
    talloc_free_children(page->memory);
}

static char *number(struct page *page, size_t count)
{
    return memory_need(talloc_asprintf(page->memory, "%zu", count));
}

static void put_head(struct page *page, const char *title)
{
    put_around(page, "<!DOCTYPE html>\n<html lang=\"", language_used(), "\">\n<head>\n");
    put(page, "<meta charset=\"utf-8\">\n");
    put(page, "<meta http-equiv=\"Content-Security-Policy\" content=\"");
    put(page, policy);
    put(page, "\">\n<meta name=\"referrer\" content=\"no-referrer\">\n");
    put(page, "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    put_around(page, "<title>",
               memory_need(talloc_asprintf(
                   page->memory,
                   /* TRANSLATORS: title of a page of figures; %s is the title of a course. */
                   C_("summary", "%s: what the first answers say"), title)),
               "</title>\n<style>\n");
    put(page, styles);
    put(page, html_table_styles);
    put(page, "</style>\n</head>\n<body>\n<main>\n");
    put_around(page, "<h1>", title, "</h1>\n");
}

/* ---------------------------------------------------------------- what to do */

static void put_asking(struct page *page, const struct summary_place *at)
{
    const struct lesson_figures *lesson = &page->summary->lessons[at->lesson];

    buffer_format(&page->out, "<li><a href=\"#question-%zu-%zu\">", at->lesson + 1, at->item + 1);
    put_around(page, "", summary_item_title(page->memory, &lesson->items[at->item]), "</a><br>");
    put_around(page, "<span class=\"quiet\">", summary_lesson_title(page->memory, lesson),
               "</span></li>\n");
    forget(page);
}

/* Every question with this verdict, below it. */
static bool put_verdict(struct page *page, enum verdict verdict)
{
    bool any = false;

    for (struct summary_place at = { 0, 0 }; summary_find(page->summary, verdict, &at); at.item++) {
        const struct lesson_figures *lesson = &page->summary->lessons[at.lesson];
        if (!any)
            put_around(page, "<h3>", summary_verdict(&lesson->items[at.item]), "</h3>\n<ul>\n");
        any = true;
        put_asking(page, &at);
    }
    put(page, any ? "</ul>\n" : "");
    return any;
}

static void put_first(struct page *page)
{
    bool any = false;

    put_around(page, "<section>\n<h2>", C_("summary", "Look at these first"), "</h2>\n");
    for (const enum verdict *verdict = summary_asking; *verdict != VERDICT_FINE; verdict++)
        any |= put_verdict(page, *verdict);
    if (!any)
        put_paragraph(page, C_("summary", "No question stands out so far."));
    put(page, "</section>\n");
}

/* ---------------------------------------------------------------- the course */

static size_t most_completions(const struct summary *summary)
{
    size_t most = 1;
    for (size_t i = 0; i < summary->count; i++)
        most = summary->lessons[i].completions > most ? summary->lessons[i].completions : most;
    return most;
}

static void put_completions(struct page *page)
{
    const struct summary *summary = page->summary;
    size_t most = most_completions(summary);

    put(page, "<section>\n");
    html_table_open(&page->out, C_("summary", "Completions by lesson"),
                    /* TRANSLATORS: heading of a column of titles of lessons. */
                    C_("summary", "Lesson"),
                    /* TRANSLATORS: heading of a column of numbers: how often a lesson was gone
                     * through to its end. */
                    C_("summary", "Completions"), NULL);
    for (size_t i = 0; i < summary->count; i++) {
        const struct lesson_figures *lesson = &summary->lessons[i];
        bool shown = lesson->completions > 0;
        html_table_row(
            &page->out,
            &(struct html_row){
                .name = summary_lesson_title(page->memory, lesson),
                .link = shown ? memory_need(talloc_asprintf(page->memory, "lesson-%zu", i + 1))
                              : NULL,
                .number = shown ? number(page, lesson->completions) : summary_not_ready(),
                .share = shown ? figure_share(lesson->completions, most) : -1,
            });
        forget(page);
    }
    html_table_close(&page->out);
    put(page, "</section>\n");
}

static void put_languages(struct page *page)
{
    const struct summary *summary = page->summary;
    size_t most = 1;

    if (summary->language_count == 0)
        return;
    for (size_t i = 0; i < summary->language_count; i++)
        most = summary->languages[i].tens > most ? summary->languages[i].tens : most;
    put(page, "<section>\n");
    html_table_open(&page->out,
                    C_("summary", "Languages of the whole course, rounded down to tens"),
                    /* TRANSLATORS: heading of a column of names of languages. */
                    C_("summary", "Language"), C_("summary", "Completions"), NULL);
    for (size_t i = 0; i < summary->language_count; i++) {
        const struct language_figures *language = &summary->languages[i];
        html_table_row(&page->out, &(struct html_row){
                                       .name = summary_language(page->memory, language->code),
                                       .number = number(page, language->tens),
                                       .share = figure_share(language->tens, most),
                                   });
        forget(page);
    }
    html_table_close(&page->out);
    put(page, "</section>\n");
}

/* ---------------------------------------------------------------- a lesson */

/* How many got it right: now, or before and after. */
static void open_right(struct page *page)
{
    /* TRANSLATORS: above a table of how many answers were right. */
    html_table_open(&page->out, C_("summary", "Right answers"),
                    /* TRANSLATORS: heading of a column: before, during or after a lesson. */
                    C_("summary", "When"),
                    /* TRANSLATORS: heading of a column: the number of answers. */
                    C_("summary", "Answers"),
                    /* TRANSLATORS: heading of a column: the share of right answers. */
                    C_("summary", "Right"));
}

static void put_facility(struct page *page, const char *when, const struct facility *facility)
{
    char *interval = figure_interval_text(page->memory, facility->low, facility->high);

    html_table_row(
        &page->out,
        &(struct html_row){
            .name = when,
            .number = number(page, facility->n),
            .other = figure_percent_text(page->memory, facility->share),
            .share = facility->share,
            .right = true,
            .ranged = true,
            .low = facility->low,
            .high = facility->high,
            .range = memory_need(talloc_asprintf(
                page->memory,
                /* TRANSLATORS: below a bar: two shares that the true one is likely between. */
                C_("summary", "likely %s"), interval)),
        });
}

static void put_average(struct page *page, const char *when, size_t answered, double share)
{
    html_table_row(&page->out, &(struct html_row){
                                   .name = when,
                                   .number = number(page, answered),
                                   .other = figure_percent_text(page->memory, share),
                                   .share = share,
                                   .right = true,
                               });
}

static void put_right(struct page *page, const struct item_figures *item)
{
    open_right(page);
    /* TRANSLATORS: when a question was asked. */
    put_facility(page, item->paired ? C_("summary", "Before the lesson")
                                    /* TRANSLATORS: when a question was asked. */
                                    : C_("summary", "In the lesson"),
                 &item->facility);
    if (summary_after(item))
        /* TRANSLATORS: when a question was asked. */
        put_facility(page, C_("summary", "After the lesson"), &item->after);
    else if (item->paired)
        html_table_row(&page->out, &(struct html_row){ .name = C_("summary", "After the lesson"),
                                                       .number = "",
                                                       .other = summary_not_ready(),
                                                       .share = -1 });
    html_table_close(&page->out);
}

static void put_options(struct page *page, const struct item_figures *item)
{
    if (item->option_count == 0)
        return;
    /* TRANSLATORS: above a table of how many took each option of a question. */
    html_table_open(&page->out, C_("summary", "What was taken first"),
                    /* TRANSLATORS: heading of a column of options of a question. */
                    C_("summary", "Option"),
                    /* TRANSLATORS: heading of a column: how many took an option. */
                    C_("summary", "Taken"),
                    /* TRANSLATORS: heading of a column of shares in per cent. */
                    C_("summary", "Share"));
    for (size_t i = 0; i < item->option_count; i++) {
        const struct option_figures *option = &item->options[i];
        double share = figure_share(option->n, item->facility.n);
        html_table_row(&page->out, &(struct html_row){
                                       .name = summary_option_title(page->memory, option),
                                       .number = number(page, option->n),
                                       .other = figure_percent_text(page->memory, share),
                                       .share = share,
                                       .right = option->right,
                                   });
    }
    html_table_close(&page->out);
}

static void put_item(struct page *page, size_t lesson, size_t index)
{
    const struct item_figures *item = &page->summary->lessons[lesson].items[index];

    buffer_format(&page->out, "<h3 id=\"question-%zu-%zu\">%zu. ", lesson + 1, index + 1,
                  index + 1);
    put_around(page, "", summary_item_title(page->memory, item), "</h3>\n");
    put_around(page, summary_asks(item) ? "<p class=\"verdict asks\">" : "<p class=\"verdict\">",
               summary_verdict(item), "</p>\n");
    if (item->enough) {
        put_right(page, item);
        put_paragraph(page, summary_skipped(page->memory, item->skipped));
        put_options(page, item);
    }
    if (item->enough && item->discriminates)
        put_paragraph(page, summary_discrimination(page->memory, item));
    forget(page);
}

static void put_compared(struct page *page, const struct lesson_figures *lesson)
{
    put_paragraph(page, summary_gain(page->memory, lesson));
    open_right(page);
    put_average(page, C_("summary", "Before the lesson"), lesson->before_n, lesson->before);
    put_average(page, C_("summary", "After the lesson"), lesson->after_n, lesson->after);
    html_table_close(&page->out);
}

static void put_lesson(struct page *page, size_t index)
{
    const struct lesson_figures *lesson = &page->summary->lessons[index];

    if (lesson->completions == 0)
        return;
    buffer_format(&page->out, "<section>\n<h2 id=\"lesson-%zu\">", index + 1);
    put_around(page, "", summary_lesson_title(page->memory, lesson), "</h2>\n");
    put_paragraph(page, summary_completions(page->memory, lesson->completions));
    if (summary_compares(lesson))
        put_compared(page, lesson);
    for (size_t i = 0; i < lesson->item_count; i++)
        put_item(page, index, i);
    put(page, "</section>\n");
    forget(page);
}

static void put_limits(struct page *page)
{
    put_around(page, "<section>\n<h2>", C_("summary", "What these figures cannot say"),
               "</h2>\n<ul>\n");
    for (size_t i = 0; summary_limit(i); i++)
        put_around(page, "<li>", summary_limit(i), "</li>\n");
    put(page, "</ul>\n</section>\n");
}

char *summary_html(const void *parent, const struct summary *summary)
{
    struct page page = { buffer_new(parent), memory_need(talloc_new(NULL)), summary };

    put_head(&page, summary_line(page.memory, summary->course));
    put_paragraph(&page, _("What the first answers say. Completions are counted, not people."));
    if (summary_is_empty(summary))
        put_paragraph(&page, _("Not ready yet: a lesson is shown from ten completions on."));
    else
        put_first(&page);
    put_completions(&page);
    put_languages(&page);
    for (size_t i = 0; i < summary->count; i++)
        put_lesson(&page, i);
    put_limits(&page);
    put(&page, "</main>\n</body>\n</html>\n");
    talloc_free(page.memory);
    return page.out.text;
}
