/* SPDX-License-Identifier: GPL-3.0-or-later */
/* `rate`: how much, from 1 to 5. No answer is better than another. */
#include "activities/answering.h"
#include "activities/option.h"
#include "base/language.h"
#include "view/markdown.h"

#define SCALE 5

struct rating {
    struct position at;
    struct text stem;
    struct text low;
    struct text high;
};

struct state {
    unsigned char value; /* 1 to SCALE; 0: not said */
};

static const struct field fields[] = {
    { .name = "rate", .type = FIELD_PAGE, .flags = FIELD_REQUIRED | FIELD_TRANSLATED,
      .offset = offsetof(struct rating, stem),
      /* TRANSLATORS: explains the field 'rate' of a step. */
      .about = N_("a question that is answered on a scale from 1 to 5, without right or wrong") },
    { .name = "low", .type = FIELD_LINE, .flags = FIELD_REQUIRED | FIELD_TRANSLATED,
      .offset = offsetof(struct rating, low),
      /* TRANSLATORS: explains the field 'low' of a step. */
      .about = N_("what 1 means, such as: not sure at all") },
    { .name = "high", .type = FIELD_LINE, .flags = FIELD_REQUIRED | FIELD_TRANSLATED,
      .offset = offsetof(struct rating, high),
      /* TRANSLATORS: explains the field 'high' of a step. */
      .about = N_("what 5 means, such as: very sure") },
};

static const struct record record = {
    .name = NC_("record", "question on a scale"),
    .size = sizeof(struct rating),
    .fields = fields,
    .field_count = sizeof fields / sizeof fields[0],
};

/* Every number has words, for whoever listens to the page. */
static const char *words_of(const struct rating *rating, size_t value)
{
    switch (value) {
    case 1:
        return rating->low.bytes;
    case 2:
        /* TRANSLATORS: what a number means on a scale from 1 to 5. */
        return C_("scale", "between 1 and 3");
    case 3:
        /* TRANSLATORS: what 3 means on a scale from 1 to 5. */
        return C_("scale", "in the middle");
    case 4:
        /* TRANSLATORS: what a number means on a scale from 1 to 5. */
        return C_("scale", "between 3 and 5");
    default:
        return rating->high.bytes;
    }
}

static void show(const struct turn *turn, struct view *view)
{
    const struct state *state = turn->state;

    activity_show_stem(turn->step, view);
    for (size_t value = 1; value <= SCALE; value++) {
        struct block *block = markdown_option(view, words_of(turn->step->fields, value), MARK_NONE);
        if (state->value == value)
            block->aside = C_("option", "your answer");
    }
    view->input = INPUT_PICK;
    view->focus = *turn->focus;
    view_hint(view, EVENT_ENTER, C_("key", "answer"));
    view_hint(view, EVENT_PICK, C_("key", "answer"));
    view_hint(view, EVENT_ON, C_("key", "skip"));
}

/* There is nothing to say about the answer, so the next page comes at once. Who
 * comes back may change it. */
static enum outcome pick(const struct turn *turn, size_t number)
{
    struct state *state = turn->state;

    if (number < 1 || number > SCALE)
        return OUTCOME_IGNORED;
    *turn->focus = number;
    state->value = (unsigned char)number;
    return OUTCOME_DONE;
}

static enum outcome handle(const struct turn *turn, struct event event)
{
    return pick(turn, activity_picked(turn, event));
}

static void print(const struct step *step, struct handout *handout)
{
    activity_show_stem(step, handout->task);
    for (size_t value = 1; value <= SCALE; value++) {
        struct block *block = view_item(handout->task, MARK_OPEN);
        block->number = (unsigned)value;
        markdown_line(handout->task, words_of(step->fields, value), STYLE_PLAIN, &block->text);
    }
}

const struct activity activity_rate = {
    .verb = { .name = "rate", .record = &record, .counted = true },
    .state_size = sizeof(struct state),
    .show = show,
    .handle = handle,
    .print = print,
};
