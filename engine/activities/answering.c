/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "activities/answering.h"

#include <talloc.h>

#include "base/language.h"
#include "base/memory.h"
#include "view/markdown.h"

static bool acts(struct event event)
{
    return event.kind == EVENT_ENTER || event.kind == EVENT_SPACE;
}

enum outcome activity_go_on(struct event event)
{
    return acts(event) ? OUTCOME_DONE : OUTCOME_IGNORED;
}

size_t activity_picked(const struct turn *turn, struct event event)
{
    if (event.kind == EVENT_PICK)
        return event.number;
    return acts(event) ? *turn->focus : 0;
}

void activity_show_verdict(struct view *view, bool right, const char *otherwise)
{
    if (right)
        /* TRANSLATORS: the two verdicts on an answer; kind, without blame. */
        view_verdict(view, MARK_RIGHT, C_("verdict", "Right."));
    else
        /* TRANSLATORS: the two verdicts on an answer; kind, without blame. */
        view_verdict(view, MARK_WRONG, otherwise ? otherwise : C_("verdict", "Not quite."));
}

void activity_show_part(struct view *view, unsigned index, size_t count, const char *text)
{
    if (index > 0)
        view_begin_news(view, index);
    /* TRANSLATORS: which of several pairs or items is asked now, as in "2 of 6". */
    view_addf(view, BLOCK_PARAGRAPH, STYLE_QUIET, C_("sort", "%1$u of %2$zu"), index + 1, count);
    struct block *block = view_add(view, BLOCK_PARAGRAPH, "", STYLE_PLAIN);
    markdown_line(view, text, STYLE_BOLD, &block->text);
    view_gap(view);
}

struct gift_answer *activity_gift_answers(const void *parent, struct gift_question *question,
                                          size_t count)
{
    question->answers =
        memory_need(talloc_zero_array(parent, struct gift_answer, (unsigned)count));
    question->count = count;
    return question->answers;
}

const char *activity_plain(const void *parent, const struct text *line)
{
    struct rich rich = { .text = NULL };
    markdown_line(parent, line->bytes, STYLE_PLAIN, &rich);
    return rich.text;
}

const char *activity_page_with(const void *parent, const struct step *step,
                               const struct text_list *prompts)
{
    char *page = memory_need(talloc_strdup(parent, step_stem(step)->bytes));
    for (size_t i = 0; i < prompts->count; i++)
        page = memory_need(talloc_asprintf_append_buffer(page, "%s- %s", i > 0 ? "\n" : "\n\n",
                                                         prompts->items[i].bytes));
    return page;
}

void activity_show_prompts(struct view *view, const struct text_list *prompts)
{
    for (size_t i = 0; i < prompts->count; i++) {
        struct block *block = view_item(view, MARK_NONE);
        markdown_line(view, prompts->items[i].bytes, STYLE_PLAIN, &block->text);
    }
}
