/* SPDX-License-Identifier: GPL-3.0-or-later */
/* `reflect`: thinks or writes for herself. Nothing of it is kept or counted. */
#include <string.h>

#include "activities/activity.h"
#include "activities/answering.h"
#include "activities/option.h"
#include "activities/typing.h"
#include "base/language.h"

struct reflection {
    struct position at;
    struct text stem;
    struct text_list prompts;
};

static const struct field fields[] = {
    { .name = "reflect", .type = FIELD_PAGE, .flags = FIELD_REQUIRED | FIELD_TRANSLATED,
      .offset = offsetof(struct reflection, stem),
      /* TRANSLATORS: explains the field 'reflect' of a step. */
      .about = N_("something to think about for oneself; nobody asks for the answer") },
    { .name = "prompts", .type = FIELD_LINES, .flags = FIELD_TRANSLATED,
      .offset = offsetof(struct reflection, prompts), .least = 1, .most = 6,
      /* TRANSLATORS: explains the field 'prompts' of a step. */
      .about = N_("questions that help to begin") },
};

static const struct record record = {
    .name = NC_("record", "reflection"),
    .size = sizeof(struct reflection),
    .fields = fields,
    .field_count = sizeof fields / sizeof fields[0],
};

struct state {
    struct typed typed;
};

static void show(const struct turn *turn, struct view *view)
{
    const struct reflection *reflection = turn->step->fields;
    const struct state *state = turn->state;

    activity_show_stem(turn->step, view);
    activity_show_prompts(view, &reflection->prompts);
    typing_show(&state->typed, view, INPUT_TEXT, NULL);
    view_gap(view);
    view_add(view, BLOCK_PARAGRAPH,
             /* TRANSLATORS: under something to think about. */
             _("Write here if you like, or just think. It is not kept, and nobody asks for it."),
             STYLE_QUIET);
    view_hint(view, EVENT_ENTER, C_("key", "go on"));
}

static enum outcome handle(const struct turn *turn, struct event event)
{
    struct state *state = turn->state;

    if (typing_handle(&state->typed, event, INPUT_TEXT, VIEW_TYPED))
        return OUTCOME_CHANGED;
    return event.kind == EVENT_ENTER ? OUTCOME_DONE : OUTCOME_IGNORED;
}

static void leave(void *data)
{
    memset(data, 0, sizeof(struct state));
}

static void print(const struct step *step, struct handout *handout)
{
    const struct reflection *reflection = step->fields;
    activity_show_stem(step, handout->task);
    activity_show_prompts(handout->task, &reflection->prompts);
}

/* A page, not an essay: nobody asks for the answer, and Moodle would keep it. */
static const char *gift(const void *parent, const struct step *step,
                        struct gift_question *question)
{
    const struct reflection *reflection = step->fields;
    question->kind = GIFT_DESCRIPTION;
    question->stem = activity_page_with(parent, step, &reflection->prompts);
    return NULL;
}

const struct activity activity_reflect = {
    .verb = { .name = "reflect", .record = &record },
    .state_size = sizeof(struct state),
    .show = show,
    .handle = handle,
    .leave = leave,
    .print = print,
    .gift = gift,
};
