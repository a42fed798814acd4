/* SPDX-License-Identifier: GPL-3.0-or-later */
/* `write`: types a short answer. What was typed is gone with the page. */
#include <string.h>

#include "activities/activity.h"
#include "activities/answering.h"
#include "activities/option.h"
#include "activities/typing.h"
#include "activities/wording.h"
#include "base/language.h"
#include "view/markdown.h"

struct wording {
    struct position at;
    struct text stem;
    struct text_list accept;
    struct text why;
};

static const struct field fields[] = {
    { .name = "write", .type = FIELD_PAGE, .flags = FIELD_REQUIRED | FIELD_TRANSLATED,
      .offset = offsetof(struct wording, stem),
      /* TRANSLATORS: explains the field 'write' of a step. */
      .about = N_("a question whose answer is typed in a word or a few") },
    { .name = "accept", .type = FIELD_LINES, .flags = FIELD_REQUIRED | FIELD_TRANSLATED,
      .offset = offsetof(struct wording, accept), .least = 1, .most = 20,
      /* TRANSLATORS: explains the field 'accept' of a question for a text. */
      .about = N_("the answers that are right, the best one first; small slips are forgiven") },
    { .name = "why", .type = FIELD_LINE, .flags = FIELD_REQUIRED | FIELD_TRANSLATED,
      .offset = offsetof(struct wording, why),
      /* TRANSLATORS: explains the field 'why' of a question for a text. */
      .about = N_("why this answer is right, shown after the answer") },
};

static const struct record record = {
    .name = NC_("record", "question for a text"),
    .size = sizeof(struct wording),
    .fields = fields,
    .field_count = sizeof fields / sizeof fields[0],
};

struct state {
    struct typed typed;
    unsigned char answered;
    unsigned char right;
};

static bool is_accepted(const struct wording *wording, const char *text)
{
    for (size_t i = 0; i < wording->accept.count; i++)
        if (wording_matches(text, wording->accept.items[i].bytes))
            return true;
    return false;
}

static bool check(const struct reading *reading, const struct step *step)
{
    const struct wording *wording = step->fields;
    bool good = true;

    for (size_t i = 0; i < wording->accept.count; i++)
        if (!wording_matches(wording->accept.items[i].bytes, wording->accept.items[i].bytes))
            good = reading_refuse(reading, wording->accept.items[i].at,
                                  /* TRANSLATORS: an answer that is only punctuation. */
                                  _("this answer has no letters or digits"),
                                  /* TRANSLATORS: advice after "this answer has no letters …". */
                                  _("write the words that a learner would type"));
    return good;
}

static void show_answered(const struct turn *turn, struct view *view)
{
    const struct wording *wording = turn->step->fields;
    const struct state *state = turn->state;

    /* Back on this page, what she wrote is gone already. */
    if (!typing_is_empty(&state->typed))
        view_add(view, BLOCK_PARAGRAPH, state->typed.text, STYLE_BOLD)->aside =
            C_("option", "your answer");
    if (turn->quiet)
        return;
    view_begin_news(view, 1);
    activity_show_verdict(view, state->right, NULL);
    activity_show_why(view, C_("option", "The right answer:"), &wording->accept.items[0],
                      &wording->why);
}

static void show(const struct turn *turn, struct view *view)
{
    const struct state *state = turn->state;

    activity_show_stem(turn->step, view);
    if (state->answered) {
        show_answered(turn, view);
        return;
    }
    typing_show(&state->typed, view, INPUT_TEXT, NULL);
    view_add(view, BLOCK_KEYS,
             /* TRANSLATORS: under a question for a text. */
             _("Type your answer, then press Enter. It is not kept."), STYLE_QUIET);
    view_hint(view, EVENT_ENTER, C_("key", "done"));
}

static enum outcome handle(const struct turn *turn, struct event event)
{
    struct state *state = turn->state;

    if (state->answered)
        return activity_go_on(event);
    enum outcome outcome = typing_answer(&state->typed, event, INPUT_TEXT, VIEW_TYPED);
    if (outcome != OUTCOME_DONE)
        return outcome;
    state->right = is_accepted(turn->step->fields, state->typed.text);
    state->answered = 1;
    return turn->quiet ? OUTCOME_DONE : OUTCOME_CHANGED;
}

static void leave(void *data)
{
    struct state *state = data;
    memset(&state->typed, 0, sizeof state->typed);
}

static enum answer answer(const struct step *step, const void *data)
{
    const struct state *state = data;
    (void)step;
    if (!state->answered)
        return ANSWER_NONE;
    return state->right ? ANSWER_RIGHT : ANSWER_WRONG;
}

static void recall(const struct step *step, struct rich *line, const void *parent)
{
    const struct wording *wording = step->fields;
    activity_recall_stem(step, line, parent);
    markdown_line(parent, wording->accept.items[0].bytes, STYLE_BOLD, line);
}

static void print(const struct step *step, struct handout *handout)
{
    const struct wording *wording = step->fields;
    struct view *view = handout->answer;

    activity_show_stem(step, handout->task);
    view_field(handout->task, "", NULL);
    activity_show_why(view, C_("option", "The right answer:"), &wording->accept.items[0],
                      &wording->why);
    for (size_t i = 1; i < wording->accept.count; i++) {
        struct block *block = view_item(view, MARK_NONE);
        markdown_line(view, wording->accept.items[i].bytes, STYLE_PLAIN, &block->text);
    }
}

static const char *gift(const void *parent, const struct step *step,
                        struct gift_question *question)
{
    const struct wording *wording = step->fields;
    struct gift_answer *answers = activity_gift_answers(parent, question, wording->accept.count);

    question->kind = GIFT_SHORT;
    question->stem = wording->stem.bytes;
    for (size_t i = 0; i < question->count; i++) {
        answers[i].text = wording->accept.items[i].bytes;
        answers[i].feedback = wording->why.bytes;
        answers[i].right = true;
    }
    return NULL;
}

const struct activity activity_write = {
    .verb = {
        .name = "write",
        .record = &record,
        .counted = true,
        .comparable = true,
        .check = check,
    },
    .state_size = sizeof(struct state),
    .show = show,
    .handle = handle,
    .leave = leave,
    .answer = answer,
    .recall = recall,
    .print = print,
    .gift = gift,
};
