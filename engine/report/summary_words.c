/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/summary_words.h"

#include <string.h>

#include <talloc.h>

#include "base/language.h"
#include "base/memory.h"
#include "base/text.h"
#include "report/figure.h"

char *summary_line(const void *parent, const char *text)
{
    if (!text)
        return NULL;
    char *line = text_clean(parent, text, strlen(text));
    size_t out = 0;

    for (const char *at = line; *at; at++) {
        bool space = *at == ' ' || *at == '\n';
        if (!space)
            line[out++] = *at;
        else if (out > 0 && line[out - 1] != ' ')
            line[out++] = ' ';
    }
    while (out > 0 && line[out - 1] == ' ')
        out--;
    line[out] = '\0';
    return line;
}

/* The text, or this sentence about the id where the course has the text no more. Neither is
 * ever empty in what the program wrote itself; then a dash stands for it. */
static char *title(const void *parent, const char *text, const char *gone, const char *id)
{
    char *line = summary_line(parent, text ? text : id);
    const char *shown = *line ? line : "-";

    if (text && *line)
        return line;
    char *sentence = text ? memory_need(talloc_strdup(parent, shown))
                          : memory_need(talloc_asprintf(parent, "%s (%s)", gone, shown));
    talloc_free(line);
    return sentence;
}

char *summary_lesson_title(const void *parent, const struct lesson_figures *lesson)
{
    char *name = title(parent, lesson->title,
                       /* TRANSLATORS: in place of a title; the lesson's id follows. */
                       C_("summary", "A lesson that is not in the course any more"), lesson->id);
    if (lesson->current || !lesson->title)
        return name;
    char *revision = summary_line(NULL, lesson->revision);
    char *whole = memory_need(talloc_asprintf(
        parent,
        /* TRANSLATORS: title of a lesson that has changed since, and which version it was. */
        C_("summary", "%1$s (an earlier version, %2$s)"), name, revision));
    talloc_free(revision);
    talloc_free(name);
    return whole;
}

char *summary_item_title(const void *parent, const struct item_figures *item)
{
    return title(parent, item->text,
                 /* TRANSLATORS: in place of a question; its id follows. */
                 C_("summary", "A question that is not in the lesson any more"), item->id);
}

char *summary_option_title(const void *parent, const struct option_figures *option)
{
    char *text = title(parent, option->text,
                       /* TRANSLATORS: in place of an option of a question; its id follows. */
                       C_("summary", "An option that is not in the question any more"), option->id);
    if (!option->right)
        return text;
    /* TRANSLATORS: one of the options of a question, which is right. */
    char *marked = memory_need(talloc_asprintf(parent, C_("summary", "%s (right)"), text));
    talloc_free(text);
    return marked;
}

char *summary_language(const void *parent, const char *code)
{
    const struct language *language = language_find(code);
    return summary_line(parent, language ? language->name : code);
}

const enum verdict summary_asking[] = { VERDICT_CHECK_KEY, VERDICT_UNCLEAR, VERDICT_NOT_LEARNT,
                                        VERDICT_KNOWN, VERDICT_FINE };

bool summary_asks(const struct item_figures *item)
{
    const enum verdict *each = summary_asking;
    while (*each != VERDICT_FINE && *each != item->verdict)
        each++;
    return item->enough && *each != VERDICT_FINE;
}

bool summary_find(const struct summary *summary, enum verdict verdict,
                  struct summary_place *place)
{
    for (; place->lesson < summary->count; place->lesson++, place->item = 0) {
        const struct lesson_figures *lesson = &summary->lessons[place->lesson];
        if (!lesson->current || lesson->completions == 0)
            continue;
        for (; place->item < lesson->item_count; place->item++) {
            const struct item_figures *item = &lesson->items[place->item];
            if (item->enough && item->verdict == verdict)
                return true;
        }
    }
    return false;
}

const char *summary_verdict(const struct item_figures *item)
{
    switch (item->enough ? item->verdict : VERDICT_TOO_FEW) {
    case VERDICT_CHECK_KEY:
        /* TRANSLATORS: what a trainer should do about a question. */
        return _("Those who know more got this wrong: is the right answer marked?");
    case VERDICT_UNCLEAR:
        /* TRANSLATORS: what a trainer should do about a question. */
        return _("As many of the strong as of the weak got this wrong: check the wording.");
    case VERDICT_NOT_LEARNT:
        /* TRANSLATORS: what a trainer should do about a question. */
        return _("Many still got this wrong after the lesson: explain it another way?");
    case VERDICT_KNOWN:
        /* TRANSLATORS: what a trainer should do about a question. */
        return _("Almost everyone knew this before: drop it?");
    case VERDICT_TEACHES:
        /* TRANSLATORS: what a question seems to say. */
        return _("Many more got this right after the lesson than before: it teaches.");
    case VERDICT_FINE:
        /* TRANSLATORS: what a question seems to say: there is nothing to do. */
        return _("Nothing stands out.");
    case VERDICT_TOO_FEW:
        break;
    }
    /* TRANSLATORS: of a question that fewer than ten have answered. */
    return _("Not ready yet: too few answers.");
}

char *summary_completions(const void *parent, size_t count)
{
    return memory_need(talloc_asprintf(
        parent,
        /* TRANSLATORS: how often a lesson was gone through to its end; not how many people did. */
        P_("%zu completion", "%zu completions", count), count));
}

char *summary_facility(const void *parent, const struct facility *facility)
{
    void *memory = memory_need(talloc_new(NULL));
    char *text = memory_need(talloc_asprintf(
        parent,
        /* TRANSLATORS: such as: 92% right of 40 answers (likely 80% to 97%). The range is what the
         * share would be if many more had answered. */
        P_("%2$s right of %1$zu answer (likely %3$s)", "%2$s right of %1$zu answers (likely %3$s)",
           facility->n),
        facility->n, figure_percent_text(memory, facility->share),
        figure_interval_text(memory, facility->low, facility->high)));
    talloc_free(memory);
    return text;
}

char *summary_skipped(const void *parent, size_t skipped)
{
    return memory_need(talloc_asprintf(
        parent,
        /* TRANSLATORS: how many saw a question and went on without an answer. */
        P_("%zu skipped it", "%zu skipped it", skipped), skipped));
}

char *summary_discrimination(const void *parent, const struct item_figures *item)
{
    char *value = figure_decimal_text(NULL, item->discrimination);
    char *text = memory_need(talloc_asprintf(
        parent,
        /* TRANSLATORS: a figure of a question, from -1 to 1: whether those who answered the rest
         * of the lesson well got it right more often than the others. */
        _("Tells the strong from the weak: %s (0 not at all, 1 perfectly)"), value));
    talloc_free(value);
    return text;
}

bool summary_after(const struct item_figures *item)
{
    return item->paired && item->after.n >= SUMMARY_ITEM_LEAST;
}

bool summary_compares(const struct lesson_figures *lesson)
{
    bool nothing_to_gain = lesson->before >= 1 && lesson->before_n >= SUMMARY_ITEM_LEAST &&
                           lesson->after_n >= SUMMARY_ITEM_LEAST;
    return lesson->completions > 0 && (lesson->gained || nothing_to_gain);
}

static const char *gain_words(const struct lesson_figures *lesson)
{
    long gain = figure_hundredths(lesson->gain);

    if (gain < 0)
        /* TRANSLATORS: of a lesson after which less was answered right than before it. */
        return _("Less was right after the lesson than before it. Gain: %s.");
    if (gain == 0)
        /* TRANSLATORS: of a lesson after which as much was answered right as before it. */
        return _("Nothing was gained. Gain: %s.");
    /* TRANSLATORS: the gain is the part of what was wrong before a lesson that is right after it,
     * from 0 to 1. */
    return _("Gain: %s (1 would be all that was not known before).");
}

static char *gain_sentence(const void *parent, const struct lesson_figures *lesson)
{
    if (lesson->gained)
        return memory_need(talloc_asprintf(parent, gain_words(lesson),
                                           figure_decimal_text(parent, lesson->gain)));
    /* TRANSLATORS: of a lesson before which everything was answered right. */
    return memory_need(talloc_strdup(parent, _("These questions left nothing to learn.")));
}

char *summary_gain(const void *parent, const struct lesson_figures *lesson)
{
    void *memory = memory_need(talloc_new(NULL));
    char *shares = memory_need(talloc_asprintf(
        memory,
        /* TRANSLATORS: shares of right answers, each with the number of answers. */
        _("Before the lesson %1$s of the answers were right (of %2$zu), after it %3$s (of %4$zu)."),
        figure_percent_text(memory, lesson->before), lesson->before_n,
        figure_percent_text(memory, lesson->after), lesson->after_n));
    char *text =
        memory_need(talloc_asprintf(parent, "%s %s", shares, gain_sentence(memory, lesson)));
    talloc_free(memory);
    return text;
}

bool summary_is_empty(const struct summary *summary)
{
    for (size_t i = 0; i < summary->count; i++)
        if (summary->lessons[i].completions > 0)
            return false;
    return true;
}

const char *summary_not_ready(void)
{
    /* TRANSLATORS: in place of a number that is not shown because too few took part. */
    return C_("summary", "not ready yet");
}

const char *summary_limit(size_t index)
{
    switch (index) {
    case 0:
        /* TRANSLATORS: below the figures for a trainer: what they cannot say. */
        return _("Completions are counted, never people. Who plays a lesson again as a guest, or "
                 "on another laptop, counts again.");
    case 1:
        /* TRANSLATORS: below the figures for a trainer: what they cannot say. */
        return _("Whoever has your public key can forge a batch. Take batches only from hands "
                 "that you know, and wonder at figures that change suddenly.");
    case 2:
        /* TRANSLATORS: below the figures for a trainer: what they cannot say. */
        return _("Answers come out in blocks of ten or more. Somebody who plants nine learners "
                 "among ten knows what the tenth answered.");
    case 3:
        /* TRANSLATORS: below the figures for a trainer: what they cannot say. */
        return _("What all of a block answered alike, each of them answered.");
    case 4:
        /* TRANSLATORS: below the figures for a trainer: what they cannot say. */
        return _("Small numbers swing. Look at the range behind a share before you change a "
                 "lesson, and at the words of the question before you blame the learners.");
    default:
        return NULL;
    }
}
