/* SPDX-License-Identifier: GPL-3.0-or-later */
/* `order`: put the items in the order in which they come. */
#include <string.h>

#include <talloc.h>

#include "activities/answering.h"
#include "activities/option.h"
#include "base/language.h"
#include "base/memory.h"
#include "view/markdown.h"

struct item {
    struct position at;
    struct text id;
    struct text text;
    struct text why;
};

struct sequence {
    struct position at;
    struct text stem;
    struct record_list items; /* struct item, in the right order */
};

struct state {
    unsigned char order[ACTIVITY_LIST_MAX];  /* index in the file of what is shown there */
    unsigned char placed[ACTIVITY_LIST_MAX]; /* the places shown, in the learner's order */
    unsigned char count;                     /* of placed */
    unsigned char finished;
};

static const struct field item_fields[] = {
    { .name = "id", .type = FIELD_ID, .flags = FIELD_REQUIRED | FIELD_UNIQUE,
      .offset = offsetof(struct item, id),
      /* TRANSLATORS: explains the field 'id' of an item that is put in order or sorted. */
      .about = N_("the short name of the item; it stays the same when the text changes") },
    { .name = "text", .type = FIELD_LINE,
      .flags = FIELD_REQUIRED | FIELD_TRANSLATED | FIELD_DISTINCT,
      .offset = offsetof(struct item, text),
      /* TRANSLATORS: explains the field 'text' of an item that is put in order. */
      .about = N_("the item as the learner reads it") },
    { .name = "why", .type = FIELD_LINE,
      .flags = FIELD_REQUIRED | FIELD_TRANSLATED | FIELD_LATER,
      .offset = offsetof(struct item, why),
      /* TRANSLATORS: explains the field 'why' of an item that is put in order. */
      .about = N_("why it comes at this place, shown after the answer") },
};

static const struct record item_record = {
    .name = NC_("record", "item"),
    .size = sizeof(struct item),
    .fields = item_fields,
    .field_count = sizeof item_fields / sizeof item_fields[0],
};

static const struct field fields[] = {
    { .name = "order", .type = FIELD_PAGE, .flags = FIELD_REQUIRED | FIELD_TRANSLATED,
      .offset = offsetof(struct sequence, stem),
      /* TRANSLATORS: explains the field 'order' of a step. */
      .about = N_("what is to be put in order") },
    { .name = "items", .type = FIELD_RECORDS, .flags = FIELD_REQUIRED,
      .offset = offsetof(struct sequence, items), .record = &item_record,
      .least = 2, .most = ACTIVITY_LIST_MAX,
      /* TRANSLATORS: explains the field 'items' of a step that is put in order. */
      .about = N_("the items in the right order; the learner sees them mixed") },
};

static const struct record record = {
    .name = NC_("record", "items to put in order"),
    .size = sizeof(struct sequence),
    .fields = fields,
    .field_count = sizeof fields / sizeof fields[0],
};

static const struct item *item_of(const struct sequence *sequence, size_t index)
{
    return (const struct item *)sequence->items.items + index;
}

static bool is_sorted(const unsigned char *order, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (order[i] != i)
            return false;
    return true;
}

/* The solution is not shown as the task. */
static void start(const struct step *step, void *data, struct random *random)
{
    const struct sequence *sequence = step->fields;
    struct state *state = data;
    do
        random_order(random, state->order, sequence->items.count);
    while (is_sorted(state->order, sequence->items.count));
}

/* Her number for the item shown at a place; 0: none yet. */
static size_t rank_of(const struct state *state, size_t place)
{
    const unsigned char *found = memchr(state->placed, (int)place, state->count);
    return found ? (size_t)(found - state->placed) + 1 : 0;
}

static void show_items(const struct turn *turn, struct view *view)
{
    const struct sequence *sequence = turn->step->fields;
    const struct state *state = turn->state;

    for (size_t i = 0; i < sequence->items.count; i++) {
        static const char *const places[] = { NULL,  "→ 1", "→ 2", "→ 3", "→ 4",
                                              "→ 5", "→ 6", "→ 7", "→ 8", "→ 9" };
        struct block *block =
            markdown_option(view, item_of(sequence, state->order[i])->text.bytes, MARK_NONE);
        block->aside = places[rank_of(state, i)];
    }
}

static bool is_placed_right(const struct state *state, size_t index)
{
    return state->order[state->placed[index]] == index;
}

static const char *her_place(const void *parent, const struct state *state, size_t index)
{
    const unsigned char *shown = memchr(state->order, (int)index, sizeof state->order);
    size_t rank = rank_of(state, (size_t)(shown - state->order));
    /* TRANSLATORS: behind an item; where the learner had put it. */
    return memory_need(talloc_asprintf(parent, C_("order", "you had it in place %zu"), rank));
}

static void show_solution(const struct turn *turn, struct view *view)
{
    const struct sequence *sequence = turn->step->fields;
    const struct state *state = turn->state;
    bool right = true;

    for (size_t i = 0; i < sequence->items.count; i++)
        right &= is_placed_right(state, i);
    view_begin_news(view, 1);
    activity_show_verdict(view, right,
                          /* TRANSLATORS: verdict; the right order follows. */
                          C_("verdict", "Not quite. This is the order:"));
    for (size_t i = 0; i < sequence->items.count; i++) {
        const struct item *item = item_of(sequence, i);
        struct block *block = view_item(view, is_placed_right(state, i) ? MARK_RIGHT : MARK_WRONG);
        block->number = (unsigned)i + 1;
        if (!is_placed_right(state, i))
            block->aside = her_place(view, state, i);
        activity_add_why(view, &block->text, NULL, &item->text, &item->why);
    }
}

static void show(const struct turn *turn, struct view *view)
{
    const struct sequence *sequence = turn->step->fields;
    const struct state *state = turn->state;

    activity_show_stem(turn->step, view);
    if (state->finished) {
        show_solution(turn, view);
        return;
    }
    show_items(turn, view);
    view_add(view, BLOCK_KEYS,
             state->count < sequence->items.count
                 /* TRANSLATORS: under items that are to be put in order. */
                 ? _("Pick what comes first, then what comes next, and so on.")
                 /* TRANSLATORS: all items have their place. */
                 : _("Press Enter when the order is right for you."),
             STYLE_QUIET);
    view->input = INPUT_ORDER;
    view->focus = *turn->focus;
    view_hint(view, EVENT_ENTER,
              state->count == sequence->items.count ? C_("key", "done") : C_("key", "comes next"));
    view_hint(view, EVENT_PICK, C_("key", "comes next"));
    if (state->count > 0)
        view_hint(view, EVENT_BACK, C_("key", "take back"));
}

static void take_back(struct state *state, size_t rank)
{
    memmove(state->placed + rank - 1, state->placed + rank, state->count - rank);
    state->count--;
}

static enum outcome pick(const struct turn *turn, size_t number)
{
    const struct sequence *sequence = turn->step->fields;
    struct state *state = turn->state;

    if (number < 1 || number > sequence->items.count)
        return OUTCOME_IGNORED;
    *turn->focus = number;
    size_t rank = rank_of(state, number - 1);
    if (rank)
        take_back(state, rank);
    else
        state->placed[state->count++] = (unsigned char)(number - 1);
    return OUTCOME_CHANGED;
}

static enum outcome undo(struct state *state)
{
    if (state->count == 0)
        return OUTCOME_IGNORED;
    state->count--;
    return OUTCOME_CHANGED;
}

static enum outcome handle(const struct turn *turn, struct event event)
{
    const struct sequence *sequence = turn->step->fields;
    struct state *state = turn->state;

    if (state->finished)
        return activity_go_on(event);
    switch (event.kind) {
    case EVENT_PICK:
        return pick(turn, event.number);
    case EVENT_SPACE:
        return pick(turn, *turn->focus);
    case EVENT_CLEAR:
        state->count = 0;
        return OUTCOME_CHANGED;
    case EVENT_BACK:
        return undo(state);
    case EVENT_ENTER:
        if (state->count < sequence->items.count)
            return pick(turn, *turn->focus);
        state->finished = 1;
        return OUTCOME_CHANGED;
    default:
        return OUTCOME_IGNORED;
    }
}

static enum answer answer(const struct step *step, const void *data)
{
    const struct sequence *sequence = step->fields;
    const struct state *state = data;

    if (!state->finished)
        return ANSWER_NONE;
    for (size_t i = 0; i < sequence->items.count; i++)
        if (!is_placed_right(state, i))
            return ANSWER_WRONG;
    return ANSWER_RIGHT;
}

static void recall(const struct step *step, struct rich *line, const void *parent)
{
    const struct sequence *sequence = step->fields;

    activity_recall_stem(step, line, parent);
    for (size_t i = 0; i < sequence->items.count; i++) {
        if (i > 0)
            rich_add(parent, line, " → ", strlen(" → "), STYLE_PLAIN);
        markdown_line(parent, item_of(sequence, i)->text.bytes, STYLE_BOLD, line);
    }
}

static void print(const struct step *step, struct handout *handout)
{
    const struct sequence *sequence = step->fields;
    struct state state = { .count = 0 };

    activity_show_stem(step, handout->task);
    start(step, &state, &handout->random);
    for (size_t i = 0; i < sequence->items.count; i++)
        markdown_option(handout->task, item_of(sequence, state.order[i])->text.bytes, MARK_OPEN);
    for (size_t i = 0; i < sequence->items.count; i++) {
        const struct item *item = item_of(sequence, i);
        struct block *block = view_item(handout->answer, MARK_NONE);
        block->number = (unsigned)i + 1;
        activity_add_why(handout->answer, &block->text, NULL, &item->text, &item->why);
    }
}

const struct activity activity_order = {
    .verb = { .name = "order", .record = &record, .counted = true },
    .state_size = sizeof(struct state),
    .start = start,
    .show = show,
    .handle = handle,
    .answer = answer,
    .recall = recall,
    .print = print,
};
