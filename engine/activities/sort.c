/* SPDX-License-Identifier: GPL-3.0-or-later */
/* `sort`: put each item in its group, one after the other. */
#include <string.h>

#include "activities/answering.h"
#include "activities/option.h"
#include "base/language.h"
#include "view/markdown.h"

struct group {
    struct position at;
    struct text id;
    struct text text;
};

struct item {
    struct position at;
    struct text id;
    struct text text;
    struct text group;
    struct text why;
};

struct sorting {
    struct position at;
    struct text stem;
    struct record_list groups; /* struct group */
    struct record_list items;  /* struct item */
};

struct state {
    unsigned char order[ACTIVITY_LIST_MAX]; /* index in the file of the item asked there */
    unsigned char group[ACTIVITY_LIST_MAX]; /* her group for it, numbered from 1 */
    unsigned char count;                    /* items sorted so far */
    unsigned char finished;
};

static const struct field group_fields[] = {
    { .name = "id", .type = FIELD_ID, .flags = FIELD_REQUIRED | FIELD_UNIQUE,
      .offset = offsetof(struct group, id),
      /* TRANSLATORS: explains the field 'id' of a group that items are sorted into. */
      .about = N_("the short name of the group; items name it") },
    { .name = "text", .type = FIELD_LINE,
      .flags = FIELD_REQUIRED | FIELD_TRANSLATED | FIELD_DISTINCT,
      .offset = offsetof(struct group, text),
      /* TRANSLATORS: explains the field 'text' of a group that items are sorted into. */
      .about = N_("the group as the learner reads it") },
};

static const struct record group_record = {
    .name = NC_("record", "group"),
    .size = sizeof(struct group),
    .fields = group_fields,
    .field_count = sizeof group_fields / sizeof group_fields[0],
};

static const struct field item_fields[] = {
    { .name = "id", .type = FIELD_ID, .flags = FIELD_REQUIRED | FIELD_UNIQUE,
      .offset = offsetof(struct item, id),
      /* TRANSLATORS: explains the field 'id' of an item that is put in order or sorted. */
      .about = N_("the short name of the item; it stays the same when the text changes") },
    { .name = "text", .type = FIELD_LINE,
      .flags = FIELD_REQUIRED | FIELD_TRANSLATED | FIELD_DISTINCT,
      .offset = offsetof(struct item, text),
      /* TRANSLATORS: explains the field 'text' of an item that is sorted. */
      .about = N_("the item as the learner reads it") },
    { .name = "group", .type = FIELD_ID, .flags = FIELD_REQUIRED,
      .offset = offsetof(struct item, group),
      /* TRANSLATORS: explains the field 'group' of an item that is sorted. */
      .about = N_("the id of the group that the item belongs to") },
    { .name = "why", .type = FIELD_LINE,
      .flags = FIELD_REQUIRED | FIELD_TRANSLATED | FIELD_LATER,
      .offset = offsetof(struct item, why),
      /* TRANSLATORS: explains the field 'why' of an item that is sorted. */
      .about = N_("why it belongs there, shown after the answer") },
};

static const struct record item_record = {
    .name = NC_("record", "item"),
    .size = sizeof(struct item),
    .fields = item_fields,
    .field_count = sizeof item_fields / sizeof item_fields[0],
};

static const struct field fields[] = {
    { .name = "sort", .type = FIELD_PAGE, .flags = FIELD_REQUIRED | FIELD_TRANSLATED,
      .offset = offsetof(struct sorting, stem),
      /* TRANSLATORS: explains the field 'sort' of a step. */
      .about = N_("what is to be sorted") },
    { .name = "groups", .type = FIELD_RECORDS, .flags = FIELD_REQUIRED,
      .offset = offsetof(struct sorting, groups), .record = &group_record,
      .least = 2, .most = ACTIVITY_LIST_MAX,
      /* TRANSLATORS: explains the field 'groups' of a step. */
      .about = N_("the groups to sort into") },
    { .name = "items", .type = FIELD_RECORDS, .flags = FIELD_REQUIRED,
      .offset = offsetof(struct sorting, items), .record = &item_record,
      .least = 2, .most = ACTIVITY_LIST_MAX,
      /* TRANSLATORS: explains the field 'items' of a step that sorts. */
      .about = N_("the items to sort; the learner gets them one by one, mixed") },
};

static const struct record record = {
    .name = NC_("record", "items to sort"),
    .size = sizeof(struct sorting),
    .fields = fields,
    .field_count = sizeof fields / sizeof fields[0],
};

static const struct group *group_of(const struct sorting *sorting, size_t index)
{
    return (const struct group *)sorting->groups.items + index;
}

static const struct item *item_of(const struct sorting *sorting, size_t index)
{
    return (const struct item *)sorting->items.items + index;
}

/* The number of the group that an item belongs to, from 1; 0: there is none. */
static size_t right_group(const struct sorting *sorting, const struct item *item)
{
    for (size_t i = 0; i < sorting->groups.count; i++)
        if (strcmp(group_of(sorting, i)->id.bytes, item->group.bytes) == 0)
            return i + 1;
    return 0;
}

static bool check(const struct reading *reading, const struct step *step)
{
    const struct sorting *sorting = step->fields;
    bool good = true;

    for (size_t i = 0; i < sorting->items.count; i++) {
        const struct item *item = item_of(sorting, i);
        if (right_group(sorting, item) == 0)
            good = reading_refuse(reading, item->group.at,
                                  /* TRANSLATORS: an item names a group that does not exist. */
                                  _("no group of this step has this id"),
                                  /* TRANSLATORS: advice after "no group … has this id". */
                                  _("write the id of one of the 'groups'"));
    }
    return good;
}

static void start(const struct step *step, void *state, struct random *random)
{
    const struct sorting *sorting = step->fields;
    random_order(random, ((struct state *)state)->order, sorting->items.count);
}

static bool has_items(const struct sorting *sorting, size_t number)
{
    for (size_t i = 0; i < sorting->items.count; i++)
        if (right_group(sorting, item_of(sorting, i)) == number)
            return true;
    return false;
}

static void lint(const struct reading *reading, const struct step *step)
{
    const struct sorting *sorting = step->fields;

    for (size_t i = 0; i < sorting->groups.count; i++)
        if (!has_items(sorting, i + 1))
            reading_refuse(reading, group_of(sorting, i)->at,
                           /* TRANSLATORS: a group into which no item is to be sorted. */
                           _("no item belongs to this group"),
                           /* TRANSLATORS: advice after "no item belongs to this group". */
                           _("add an item with this 'group', or take the group away"));
}

static const struct item *asked_item(const struct turn *turn, size_t place)
{
    const struct state *state = turn->state;
    return item_of(turn->step->fields, state->order[place]);
}

static void show_question(const struct turn *turn, struct view *view)
{
    const struct sorting *sorting = turn->step->fields;
    const struct state *state = turn->state;

    activity_show_part(view, state->count, sorting->items.count,
                       asked_item(turn, state->count)->text.bytes);
    for (size_t i = 0; i < sorting->groups.count; i++)
        markdown_option(view, group_of(sorting, i)->text.bytes, MARK_NONE);
    view->input = INPUT_PICK;
    view->focus = *turn->focus;
    view_hint(view, EVENT_ENTER, C_("key", "belongs here"));
    view_hint(view, EVENT_PICK, C_("key", "belongs here"));
    if (state->count > 0)
        view_hint(view, EVENT_BACK, C_("key", "take back"));
}

static bool is_right_at(const struct turn *turn, size_t place)
{
    const struct state *state = turn->state;
    return state->group[place] == right_group(turn->step->fields, asked_item(turn, place));
}

static void show_solution(const struct turn *turn, struct view *view)
{
    const struct sorting *sorting = turn->step->fields;
    bool right = true;

    for (size_t i = 0; i < sorting->items.count; i++)
        right &= is_right_at(turn, i);
    view_begin_news(view, sorting->items.count);
    activity_show_verdict(view, right,
                          /* TRANSLATORS: verdict; the right groups follow. */
                          C_("verdict", "Not quite. This is where they belong:"));
    for (size_t i = 0; i < sorting->items.count; i++) {
        const struct item *item = asked_item(turn, i);
        const struct group *group = group_of(sorting, right_group(sorting, item) - 1);
        struct block *block = view_item(view, is_right_at(turn, i) ? MARK_RIGHT : MARK_WRONG);
        if (!is_right_at(turn, i))
            /* TRANSLATORS: behind an item that the learner sorted into another group. */
            block->aside = C_("sort", "you sorted it elsewhere");
        markdown_line(view, item->text.bytes, STYLE_PLAIN, &block->text);
        rich_add(view, &block->text, " → ", strlen(" → "), STYLE_PLAIN);
        activity_add_why(view, &block->text, NULL, &group->text, &item->why);
    }
}

static void show(const struct turn *turn, struct view *view)
{
    const struct state *state = turn->state;

    activity_show_stem(turn->step, view);
    if (state->finished)
        show_solution(turn, view);
    else
        show_question(turn, view);
}

static enum outcome pick(const struct turn *turn, size_t number)
{
    const struct sorting *sorting = turn->step->fields;
    struct state *state = turn->state;

    if (number < 1 || number > sorting->groups.count)
        return OUTCOME_IGNORED;
    state->group[state->count++] = (unsigned char)number;
    state->finished = state->count == sorting->items.count;
    *turn->focus = 1;
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
    struct state *state = turn->state;

    if (state->finished)
        return activity_go_on(event);
    if (event.kind == EVENT_BACK)
        return undo(state);
    return pick(turn, activity_picked(turn, event));
}

static enum answer answer(const struct step *step, const void *data)
{
    /* Reading a state changes nothing; a turn only asks for more than that. */
    const struct turn turn = { .step = step, .state = (void *)(size_t)data };
    const struct sorting *sorting = step->fields;
    const struct state *state = data;

    if (!state->finished)
        return ANSWER_NONE;
    for (size_t i = 0; i < sorting->items.count; i++)
        if (!is_right_at(&turn, i))
            return ANSWER_WRONG;
    return ANSWER_RIGHT;
}

static void recall_group(const struct sorting *sorting, size_t number, struct rich *line,
                         const void *parent)
{
    bool first = true;

    markdown_line(parent, group_of(sorting, number - 1)->text.bytes, STYLE_BOLD, line);
    rich_add(parent, line, ": ", 2, STYLE_PLAIN);
    for (size_t i = 0; i < sorting->items.count; i++) {
        const struct item *item = item_of(sorting, i);
        if (right_group(sorting, item) != number)
            continue;
        if (!first)
            rich_add(parent, line, "; ", 2, STYLE_PLAIN);
        markdown_line(parent, item->text.bytes, STYLE_PLAIN, line);
        first = false;
    }
}

static void recall(const struct step *step, struct rich *line, const void *parent)
{
    const struct sorting *sorting = step->fields;

    activity_recall_stem(step, line, parent);
    for (size_t i = 0; i < sorting->groups.count; i++) {
        if (i > 0)
            rich_add(parent, line, ". ", 2, STYLE_PLAIN);
        recall_group(sorting, i + 1, line, parent);
    }
}

static void print(const struct step *step, struct handout *handout)
{
    const struct sorting *sorting = step->fields;
    unsigned char order[ACTIVITY_LIST_MAX];

    activity_show_stem(step, handout->task);
    for (size_t i = 0; i < sorting->groups.count; i++)
        markdown_option(handout->task, group_of(sorting, i)->text.bytes, MARK_NONE);
    view_gap(handout->task);
    random_order(&handout->random, order, sorting->items.count);
    for (size_t i = 0; i < sorting->items.count; i++) {
        const struct item *item = item_of(sorting, order[i]);
        const struct group *group = group_of(sorting, right_group(sorting, item) - 1);
        struct block *block = view_item(handout->task, MARK_OPEN);
        block->number = (unsigned)i + 1;
        markdown_line(handout->task, item->text.bytes, STYLE_PLAIN, &block->text);
        block = view_item(handout->answer, MARK_NONE);
        block->number = (unsigned)i + 1;
        markdown_line(handout->answer, item->text.bytes, STYLE_PLAIN, &block->text);
        rich_add(handout->answer, &block->text, " → ", strlen(" → "), STYLE_PLAIN);
        activity_add_why(handout->answer, &block->text, NULL, &group->text, &item->why);
    }
}

/* Pairs in which several items share a right side. */
static const char *gift(const void *parent, const struct step *step,
                        struct gift_question *question)
{
    const struct sorting *sorting = step->fields;
    struct gift_answer *answers = activity_gift_answers(parent, question, sorting->items.count);

    question->kind = GIFT_MATCH;
    question->stem = sorting->stem.bytes;
    for (size_t i = 0; i < question->count; i++) {
        const struct item *item = item_of(sorting, i);
        const struct group *group = group_of(sorting, right_group(sorting, item) - 1);
        answers[i].text = item->text.bytes;
        answers[i].match = activity_plain(parent, &group->text);
        answers[i].feedback = item->why.bytes;
        answers[i].right = true;
    }
    return NULL;
}

const struct activity activity_sort = {
    .verb = { .name = "sort", .record = &record, .counted = true, .check = check, .lint = lint },
    .state_size = sizeof(struct state),
    .start = start,
    .show = show,
    .handle = handle,
    .answer = answer,
    .recall = recall,
    .print = print,
    .gift = gift,
};
