/* SPDX-License-Identifier: GPL-3.0-or-later */
/* `number`: gives a number. */
#include <stdlib.h>
#include <string.h>

#include <talloc.h>

#include "activities/activity.h"
#include "activities/answering.h"
#include "activities/option.h"
#include "activities/typing.h"
#include "base/language.h"
#include "base/memory.h"
#include "view/markdown.h"

#define DIGITS 9 /* of the largest answer */
#define LARGEST 999999999

struct quantity {
    struct position at;
    struct text stem;
    struct count answer;
    struct count within;
    struct text unit;
    struct text why;
};

static const struct field fields[] = {
    { .name = "number", .type = FIELD_PAGE, .flags = FIELD_REQUIRED | FIELD_TRANSLATED,
      .offset = offsetof(struct quantity, stem),
      /* TRANSLATORS: explains the field 'number' of a step. */
      .about = N_("a question whose answer is a number") },
    { .name = "answer", .type = FIELD_COUNT, .flags = FIELD_REQUIRED,
      .offset = offsetof(struct quantity, answer), .least = 0, .most = LARGEST,
      /* TRANSLATORS: explains the field 'answer' of a question for a number. */
      .about = N_("the right number") },
    { .name = "within", .type = FIELD_COUNT, .offset = offsetof(struct quantity, within),
      .least = 0, .most = LARGEST,
      /* TRANSLATORS: explains the field 'within' of a question for a number. */
      .about = N_("how far an answer may be from the right number and still be right") },
    { .name = "unit", .type = FIELD_PLAIN, .flags = FIELD_TRANSLATED,
      .offset = offsetof(struct quantity, unit),
      /* TRANSLATORS: explains the field 'unit' of a question for a number. */
      .about = N_("what the number counts, such as days") },
    { .name = "why", .type = FIELD_LINE, .flags = FIELD_REQUIRED | FIELD_TRANSLATED,
      .offset = offsetof(struct quantity, why),
      /* TRANSLATORS: explains the field 'why' of a question for a number. */
      .about = N_("why this number is right, shown after the answer") },
};

static const struct record record = {
    .name = NC_("record", "question for a number"),
    .size = sizeof(struct quantity),
    .fields = fields,
    .field_count = sizeof fields / sizeof fields[0],
};

struct state {
    struct typed typed;
    unsigned char answered;
};

static bool is_right(const struct quantity *quantity, const struct state *state)
{
    return labs(strtol(state->typed.text, NULL, 10) - quantity->answer.value) <=
           quantity->within.value;
}

/* "28 days" */
static void add_quantity(const void *parent, struct rich *rich, const char *number,
                         const struct quantity *quantity)
{
    rich_add(parent, rich, number, strlen(number), STYLE_BOLD);
    if (!quantity->unit.bytes)
        return;
    rich_add(parent, rich, " ", 1, STYLE_BOLD);
    rich_add(parent, rich, quantity->unit.bytes, strlen(quantity->unit.bytes), STYLE_BOLD);
}

static void add_answer(const void *parent, struct rich *rich, const struct quantity *quantity)
{
    char *number = memory_need(talloc_asprintf(parent, "%ld", quantity->answer.value));
    add_quantity(parent, rich, number, quantity);
}

static void show_verdict(const struct turn *turn, struct view *view)
{
    const struct quantity *quantity = turn->step->fields;
    const struct state *state = turn->state;
    bool right = is_right(quantity, state);

    view_begin_news(view, 1);
    activity_show_verdict(view, right, NULL);
    struct block *block = view_add(view, BLOCK_PARAGRAPH, C_("option", "The right answer:"),
                                   STYLE_QUIET);
    rich_add(view, &block->text, " ", 1, STYLE_PLAIN);
    add_answer(view, &block->text, quantity);
    rich_add(view, &block->text, " — ", strlen(" — "), STYLE_PLAIN);
    markdown_line(view, quantity->why.bytes, STYLE_PLAIN, &block->text);
}

static void show_answered(const struct turn *turn, struct view *view)
{
    const struct quantity *quantity = turn->step->fields;
    const struct state *state = turn->state;
    struct block *block = view_add(view, BLOCK_PARAGRAPH, "", STYLE_PLAIN);

    add_quantity(view, &block->text, state->typed.text, quantity);
    block->aside = C_("option", "your answer");
    if (!turn->quiet)
        show_verdict(turn, view);
}

static void show(const struct turn *turn, struct view *view)
{
    const struct quantity *quantity = turn->step->fields;
    const struct state *state = turn->state;

    activity_show_stem(turn->step, view);
    if (state->answered) {
        show_answered(turn, view);
        return;
    }
    typing_show(&state->typed, view, INPUT_NUMBER, quantity->unit.bytes);
    view_add(view, BLOCK_KEYS,
             /* TRANSLATORS: under a question for a number. */
             _("Type a number, then press Enter."), STYLE_QUIET);
    view_hint(view, EVENT_ENTER, C_("key", "done"));
}

static enum outcome handle(const struct turn *turn, struct event event)
{
    struct state *state = turn->state;

    if (state->answered)
        return activity_go_on(event);
    enum outcome outcome = typing_answer(&state->typed, event, INPUT_NUMBER, DIGITS);
    if (outcome != OUTCOME_DONE)
        return outcome;
    state->answered = 1;
    return turn->quiet ? OUTCOME_DONE : OUTCOME_CHANGED;
}

/* A number is kept when it is an answer, not while it is typed. */
static void leave(void *data)
{
    struct state *state = data;
    if (!state->answered)
        memset(&state->typed, 0, sizeof state->typed);
}

static enum answer answer(const struct step *step, const void *data)
{
    const struct state *state = data;
    if (!state->answered)
        return ANSWER_NONE;
    return is_right(step->fields, state) ? ANSWER_RIGHT : ANSWER_WRONG;
}

static void recall(const struct step *step, struct rich *line, const void *parent)
{
    activity_recall_stem(step, line, parent);
    add_answer(parent, line, step->fields);
}

static void print(const struct step *step, struct handout *handout)
{
    const struct quantity *quantity = step->fields;
    struct view *view = handout->answer;

    activity_show_stem(step, handout->task);
    view_field(handout->task, "", quantity->unit.bytes);
    struct block *block =
        view_add(view, BLOCK_PARAGRAPH, C_("option", "The right answer:"), STYLE_QUIET);
    rich_add(view, &block->text, " ", 1, STYLE_PLAIN);
    add_answer(view, &block->text, quantity);
    if (quantity->within.value > 0) {
        char *within = memory_need(talloc_asprintf(view, " (±%ld)", quantity->within.value));
        rich_add(view, &block->text, within, strlen(within), STYLE_PLAIN);
    }
    rich_add(view, &block->text, " — ", strlen(" — "), STYLE_PLAIN);
    markdown_line(view, quantity->why.bytes, STYLE_PLAIN, &block->text);
}

static size_t trimmed_length(const char *text)
{
    size_t length = strlen(text);
    while (length > 0 && strchr(" \n", text[length - 1]))
        length--;
    return length;
}

/* The unit stands behind the gap for the number. */
static const char *gift(const void *parent, const struct step *step,
                        struct gift_question *question)
{
    const struct quantity *quantity = step->fields;
    struct gift_answer *answer = activity_gift_answers(parent, question, 1);

    question->kind = GIFT_NUMBER;
    question->stem = quantity->stem.bytes;
    if (quantity->unit.bytes)
        question->stem = memory_need(talloc_asprintf(parent, "%.*s" GIFT_GAP "%s",
                                                     (int)trimmed_length(quantity->stem.bytes),
                                                     quantity->stem.bytes, quantity->unit.bytes));
    answer->text = memory_need(talloc_asprintf(parent, "%ld:%ld", quantity->answer.value,
                                               quantity->within.value));
    answer->feedback = quantity->why.bytes;
    answer->right = true;
    return NULL;
}

const struct activity activity_number = {
    .verb = { .name = "number", .record = &record, .counted = true, .comparable = true },
    .state_size = sizeof(struct state),
    .show = show,
    .handle = handle,
    .leave = leave,
    .answer = answer,
    .recall = recall,
    .print = print,
    .gift = gift,
};
