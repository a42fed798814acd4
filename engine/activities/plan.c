/* SPDX-License-Identifier: GPL-3.0-or-later */
/* `plan`: a safety plan of her own: what she has or will do, and what is left. */
#include <string.h>

#include "activities/answering.h"
#include "activities/option.h"
#include "activities/ticking.h"
#include "base/language.h"
#include "view/markdown.h"

/* Behind a question that she answers for herself: room for the answer. */
#define OPEN_LINE " ________"

struct item {
    struct position at;
    struct text id;
    struct text text;
    struct text ask;
};

struct safety_plan {
    struct position at;
    struct text stem;
    struct record_list items; /* struct item */
};

/* What can be done with a plan that is finished, as options. */
enum way {
    WAY_ON = 1,
    WAY_PRINT,
};

struct state {
    struct ticks ticks;
    unsigned char finished; /* the plan is shown */
};

static const struct field item_fields[] = {
    { .name = "id", .type = FIELD_ID, .flags = FIELD_REQUIRED | FIELD_UNIQUE,
      .offset = offsetof(struct item, id),
      /* TRANSLATORS: explains the field 'id' of an item of a safety plan. */
      .about = N_("the short name of the item; it stays the same when the text changes") },
    { .name = "text", .type = FIELD_LINE, .flags = FIELD_REQUIRED | FIELD_TRANSLATED,
      .offset = offsetof(struct item, text),
      /* TRANSLATORS: explains the field 'text' of an item of a safety plan. */
      .about = N_("what one can have or do, as the learner reads it") },
    { .name = "ask", .type = FIELD_LINE, .flags = FIELD_TRANSLATED,
      .offset = offsetof(struct item, ask),
      /* TRANSLATORS: explains the field 'ask' of an item of a safety plan. */
      .about = N_("a question that the learner answers for herself when she ticked the item") },
};

static const struct record item_record = {
    .name = NC_("record", "item"),
    .size = sizeof(struct item),
    .fields = item_fields,
    .field_count = sizeof item_fields / sizeof item_fields[0],
};

static const struct field fields[] = {
    { .name = "plan", .type = FIELD_PAGE, .flags = FIELD_REQUIRED | FIELD_TRANSLATED,
      .offset = offsetof(struct safety_plan, stem),
      /* TRANSLATORS: explains the field 'plan' of a step. */
      .about = N_("what the plan is for") },
    { .name = "items", .type = FIELD_RECORDS, .flags = FIELD_REQUIRED,
      .offset = offsetof(struct safety_plan, items), .record = &item_record,
      .least = 1, .most = ACTIVITY_LIST_MAX,
      /* TRANSLATORS: explains the field 'items' of a step with a safety plan. */
      .about = N_("what can be in the plan; the learner ticks what she has or will do") },
};

static const struct record record = {
    .name = NC_("record", "safety plan"),
    .size = sizeof(struct safety_plan),
    .fields = fields,
    .field_count = sizeof fields / sizeof fields[0],
};

static const struct item *item_of(const struct safety_plan *plan, size_t index)
{
    return (const struct item *)plan->items.items + index;
}

static void show_choice(const struct turn *turn, struct view *view)
{
    const struct safety_plan *plan = turn->step->fields;
    const struct state *state = turn->state;

    activity_show_stem(turn->step, view);
    for (size_t i = 0; i < plan->items.count; i++)
        markdown_option(view, item_of(plan, i)->text.bytes,
                        state->ticks.ticked[i] ? MARK_TICKED : MARK_OPEN);
    view_add(view, BLOCK_KEYS,
             turn->kept
                 /* TRANSLATORS: under the items of a safety plan, with boxes to tick; her place
                  * is saved, and the plan with it. */
                 ? _("Tick what you have or will do, then press Enter.")
                 /* TRANSLATORS: under the items of a safety plan, with boxes to tick. */
                 : _("Tick what you have or will do, then press Enter. Nothing is kept."),
             STYLE_QUIET);
    ticking_show_keys(turn, &state->ticks, view);
    view_hint(view, EVENT_ON, C_("key", "skip"));
}

static void show_ask(const struct item *item, struct view *view)
{
    if (!item->ask.bytes)
        return;
    struct block *block = view_add(view, BLOCK_PARAGRAPH, "", STYLE_PLAIN);
    block->depth = 1;
    markdown_line(view, item->ask.bytes, STYLE_EMPHASIS, &block->text);
    rich_add(view, &block->text, OPEN_LINE, strlen(OPEN_LINE), STYLE_QUIET);
}

/* A heading, then what she ticked or did not tick; nothing when there is none. */
static void show_items(const struct turn *turn, struct view *view, bool ticked,
                       const char *heading)
{
    const struct safety_plan *plan = turn->step->fields;
    const struct state *state = turn->state;
    bool any = false;

    for (size_t i = 0; i < plan->items.count; i++) {
        if ((state->ticks.ticked[i] != 0) != ticked)
            continue;
        if (!any) {
            view_gap(view);
            view_add(view, BLOCK_HEADING, heading, STYLE_HEADING | STYLE_BOLD);
        }
        any = true;
        struct block *block = view_item(view, ticked ? MARK_TICKED : MARK_OPEN);
        markdown_line(view, item_of(plan, i)->text.bytes, STYLE_PLAIN, &block->text);
        if (ticked)
            show_ask(item_of(plan, i), view);
    }
}

static void take_away(const struct turn *turn, struct view *view)
{
    /* TRANSLATORS: heading above what a learner ticked in her safety plan. */
    show_items(turn, view, true, _("Your plan"));
    /* TRANSLATORS: heading above what a learner did not tick in her safety plan; no blame. */
    show_items(turn, view, false, _("Perhaps later"));
}

static void show_ways_on(const struct turn *turn, struct view *view)
{
    view_gap(view);
    /* TRANSLATORS: the two options under a finished safety plan. */
    view_option(view, C_("plan", "Go on"), MARK_NONE);
    /* TRANSLATORS: the two options under a finished safety plan. */
    view_option(view, C_("plan", "Write the plan into a file"), MARK_NONE);
    view->focus = *turn->focus;
    view->input = INPUT_PICK;
    view_hint(view, EVENT_ENTER, C_("key", "choose"));
    view_hint(view, EVENT_PICK, C_("key", "choose"));
}

static void show_plan(const struct turn *turn, struct view *view)
{
    take_away(turn, view);
    view_gap(view);
    view_add(view, BLOCK_PARAGRAPH,
             turn->kept
                 /* TRANSLATORS: under a safety plan, when her place is saved and the plan with
                  * it. */
                 ? _("Your plan is kept with your place. Only your five words open it.")
                 /* TRANSLATORS: under a safety plan. The program keeps nothing of it. */
                 : _("Nothing of this is kept here. Keep it in your head, or on paper that only "
                     "you will find."),
             STYLE_QUIET);
    if (turn->printable)
        show_ways_on(turn, view);
    else
        view_hint(view, EVENT_ENTER, C_("key", "go on"));
    view->page = 1;
    view_hint(view, EVENT_BACK, C_("key", "change"));
}

static void show(const struct turn *turn, struct view *view)
{
    const struct state *state = turn->state;

    if (state->finished)
        show_plan(turn, view);
    else
        show_choice(turn, view);
}

static enum outcome handle_plan(const struct turn *turn, struct event event)
{
    struct state *state = turn->state;

    if (event.kind == EVENT_BACK) {
        state->finished = 0;
        *turn->focus = 1;
        return OUTCOME_CHANGED;
    }
    if (!turn->printable)
        return activity_go_on(event);
    switch (activity_picked(turn, event)) {
    case WAY_ON:
        return OUTCOME_DONE;
    case WAY_PRINT:
        return OUTCOME_PRINT;
    default:
        return OUTCOME_IGNORED;
    }
}

static enum outcome handle(const struct turn *turn, struct event event)
{
    const struct safety_plan *plan = turn->step->fields;
    struct state *state = turn->state;

    if (state->finished)
        return handle_plan(turn, event);
    enum outcome outcome = ticking_handle(turn, &state->ticks, plan->items.count, event);
    if (outcome != OUTCOME_DONE)
        return outcome;
    state->finished = 1;
    *turn->focus = WAY_ON;
    return OUTCOME_CHANGED;
}

static void print(const struct step *step, struct handout *handout)
{
    const struct safety_plan *plan = step->fields;

    activity_show_stem(step, handout->task);
    for (size_t i = 0; i < plan->items.count; i++) {
        struct block *block = view_item(handout->task, MARK_OPEN);
        markdown_line(handout->task, item_of(plan, i)->text.bytes, STYLE_PLAIN, &block->text);
        show_ask(item_of(plan, i), handout->task);
    }
}

const struct activity activity_plan = {
    .verb = { .name = "plan", .record = &record },
    .state_size = sizeof(struct state),
    .show = show,
    .take_away = take_away,
    .handle = handle,
    .print = print,
};
