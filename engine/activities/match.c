/* SPDX-License-Identifier: GPL-3.0-or-later */
/* `match`: find what belongs to each left side, one after the other. */
#include <string.h>

#include "activities/answering.h"
#include "activities/option.h"
#include "base/language.h"
#include "view/markdown.h"

struct pair {
    struct position at;
    struct text id;
    struct text left;
    struct text right;
    struct text why;
};

struct matching {
    struct position at;
    struct text stem;
    struct record_list pairs; /* struct pair; the lefts are asked in this order */
};

struct state {
    unsigned char order[ACTIVITY_LIST_MAX];  /* the pairs whose rights are offered, mixed */
    unsigned char chosen[ACTIVITY_LIST_MAX]; /* for each left, the pair whose right she took */
    unsigned char count;                     /* lefts that have a right so far */
    unsigned char finished;
};

static const struct field pair_fields[] = {
    { .name = "id", .type = FIELD_ID, .flags = FIELD_REQUIRED | FIELD_UNIQUE,
      .offset = offsetof(struct pair, id),
      /* TRANSLATORS: explains the field 'id' of a pair that is matched. */
      .about = N_("the short name of the pair; it stays the same when the text changes") },
    { .name = "left", .type = FIELD_LINE, .flags = FIELD_REQUIRED | FIELD_TRANSLATED,
      .offset = offsetof(struct pair, left),
      /* TRANSLATORS: explains the field 'left' of a pair that is matched. */
      .about = N_("what is asked, as the learner reads it") },
    { .name = "right", .type = FIELD_LINE, .flags = FIELD_REQUIRED | FIELD_TRANSLATED,
      .offset = offsetof(struct pair, right),
      /* TRANSLATORS: explains the field 'right' of a pair that is matched. */
      .about = N_("what belongs to it; offered together with those of the other pairs") },
    { .name = "why", .type = FIELD_LINE, .flags = FIELD_REQUIRED | FIELD_TRANSLATED,
      .offset = offsetof(struct pair, why),
      /* TRANSLATORS: explains the field 'why' of a pair that is matched. */
      .about = N_("why the two belong together, shown after the answer") },
};

static const struct record pair_record = {
    .name = NC_("record", "pair"),
    .size = sizeof(struct pair),
    .fields = pair_fields,
    .field_count = sizeof pair_fields / sizeof pair_fields[0],
};

static const struct field fields[] = {
    { .name = "match", .type = FIELD_PAGE, .flags = FIELD_REQUIRED | FIELD_TRANSLATED,
      .offset = offsetof(struct matching, stem),
      /* TRANSLATORS: explains the field 'match' of a step. */
      .about = N_("what is to be matched") },
    { .name = "pairs", .type = FIELD_RECORDS, .flags = FIELD_REQUIRED,
      .offset = offsetof(struct matching, pairs), .record = &pair_record,
      .least = 2, .most = ACTIVITY_LIST_MAX,
      /* TRANSLATORS: explains the field 'pairs' of a step. */
      .about = N_("what belongs together; the learner gets the right sides mixed") },
};

static const struct record record = {
    .name = NC_("record", "pairs to match"),
    .size = sizeof(struct matching),
    .fields = fields,
    .field_count = sizeof fields / sizeof fields[0],
};

static const struct pair *pair_of(const struct matching *matching, size_t index)
{
    return (const struct pair *)matching->pairs.items + index;
}

static bool refuse_same(const struct reading *reading, const struct text *side,
                        const char *message)
{
    return reading_refuse(reading, side->at, message,
                          /* TRANSLATORS: advice after "another pair has the same 'left'". */
                          _("let each side of a pair say something else, or use 'sort'"));
}

/* Two sides that read the same cannot be told apart. */
static bool check(const struct reading *reading, const struct step *step)
{
    const struct matching *matching = step->fields;
    bool good = true;

    for (size_t i = 0; i < matching->pairs.count; i++) {
        const struct pair *pair = pair_of(matching, i);
        for (size_t j = 0; j < i; j++) {
            const struct pair *other = pair_of(matching, j);
            if (strcmp(pair->left.bytes, other->left.bytes) == 0)
                good = refuse_same(reading, &pair->left,
                                   /* TRANSLATORS: 'left' is a field of the file format. */
                                   _("another pair has the same 'left'"));
            if (strcmp(pair->right.bytes, other->right.bytes) == 0)
                good = refuse_same(reading, &pair->right,
                                   /* TRANSLATORS: 'right' is a field of the file format. */
                                   _("another pair has the same 'right'"));
        }
    }
    return good;
}

static void start(const struct step *step, void *state, struct random *random)
{
    const struct matching *matching = step->fields;
    random_order(random, ((struct state *)state)->order, matching->pairs.count);
}

static bool is_taken(const struct state *state, size_t index)
{
    return memchr(state->chosen, (int)index, state->count) != NULL;
}

/* The pair whose right is offered under this number, from 1, among those that
 * are left; the count of pairs when there is no such number. */
static size_t offered(const struct matching *matching, const struct state *state, size_t number)
{
    for (size_t i = 0; i < matching->pairs.count; i++)
        if (!is_taken(state, state->order[i]) && --number == 0)
            return state->order[i];
    return matching->pairs.count;
}

static void show_rights(const struct turn *turn, struct view *view)
{
    const struct matching *matching = turn->step->fields;
    const struct state *state = turn->state;

    for (size_t i = 0; i < matching->pairs.count; i++)
        if (!is_taken(state, state->order[i]))
            markdown_option(view, pair_of(matching, state->order[i])->right.bytes, MARK_NONE);
}

static void show_question(const struct turn *turn, struct view *view)
{
    const struct matching *matching = turn->step->fields;
    const struct state *state = turn->state;

    activity_show_part(view, state->count, matching->pairs.count,
                       pair_of(matching, state->count)->left.bytes);
    show_rights(turn, view);
    view->input = INPUT_PICK;
    view->focus = *turn->focus;
    view_hint(view, EVENT_ENTER, C_("key", "goes with it"));
    view_hint(view, EVENT_PICK, C_("key", "goes with it"));
    if (state->count > 0)
        view_hint(view, EVENT_BACK, C_("key", "take back"));
}

static bool is_all_right(const struct matching *matching, const struct state *state)
{
    for (size_t i = 0; i < matching->pairs.count; i++)
        if (state->chosen[i] != i)
            return false;
    return true;
}

static void show_solution(const struct turn *turn, struct view *view)
{
    const struct matching *matching = turn->step->fields;
    const struct state *state = turn->state;
    bool right = is_all_right(matching, state);

    view_begin_news(view, matching->pairs.count);
    activity_show_verdict(view, right,
                          /* TRANSLATORS: verdict; the right pairs follow. */
                          C_("verdict", "Not quite. This is what belongs together:"));
    for (size_t i = 0; i < matching->pairs.count; i++) {
        const struct pair *pair = pair_of(matching, i);
        struct block *block = view_item(view, state->chosen[i] == i ? MARK_RIGHT : MARK_WRONG);
        if (state->chosen[i] != i)
            /* TRANSLATORS: behind a pair of which the learner took another right side. */
            block->aside = C_("match", "you took another one");
        markdown_line(view, pair->left.bytes, STYLE_PLAIN, &block->text);
        rich_add(view, &block->text, " → ", strlen(" → "), STYLE_PLAIN);
        activity_add_why(view, &block->text, NULL, &pair->right, &pair->why);
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

static void take(struct state *state, size_t index)
{
    state->chosen[state->count++] = (unsigned char)index;
}

/* What is left for the last one goes without saying. */
static enum outcome pick(const struct turn *turn, size_t number)
{
    const struct matching *matching = turn->step->fields;
    struct state *state = turn->state;

    if (number < 1 || number > matching->pairs.count - state->count)
        return OUTCOME_IGNORED;
    take(state, offered(matching, state, number));
    if (state->count + 1u == matching->pairs.count) {
        take(state, offered(matching, state, 1));
        state->finished = 1;
    }
    *turn->focus = 1;
    return OUTCOME_CHANGED;
}

static enum outcome undo(const struct turn *turn)
{
    struct state *state = turn->state;

    if (state->count == 0)
        return OUTCOME_IGNORED;
    state->count--;
    *turn->focus = 1;
    return OUTCOME_CHANGED;
}

static enum outcome handle(const struct turn *turn, struct event event)
{
    const struct state *state = turn->state;

    if (state->finished)
        return activity_go_on(event);
    if (event.kind == EVENT_BACK)
        return undo(turn);
    return pick(turn, activity_picked(turn, event));
}

static enum answer answer(const struct step *step, const void *data)
{
    const struct state *state = data;
    if (!state->finished)
        return ANSWER_NONE;
    return is_all_right(step->fields, state) ? ANSWER_RIGHT : ANSWER_WRONG;
}

static void recall(const struct step *step, struct rich *line, const void *parent)
{
    const struct matching *matching = step->fields;

    activity_recall_stem(step, line, parent);
    for (size_t i = 0; i < matching->pairs.count; i++) {
        if (i > 0)
            rich_add(parent, line, "; ", 2, STYLE_PLAIN);
        markdown_line(parent, pair_of(matching, i)->left.bytes, STYLE_PLAIN, line);
        rich_add(parent, line, " → ", strlen(" → "), STYLE_PLAIN);
        markdown_line(parent, pair_of(matching, i)->right.bytes, STYLE_BOLD, line);
    }
}

static void print(const struct step *step, struct handout *handout)
{
    const struct matching *matching = step->fields;
    unsigned char order[ACTIVITY_LIST_MAX];

    activity_show_stem(step, handout->task);
    for (size_t i = 0; i < matching->pairs.count; i++) {
        struct block *block = view_item(handout->task, MARK_OPEN);
        block->number = (unsigned)i + 1;
        markdown_line(handout->task, pair_of(matching, i)->left.bytes, STYLE_PLAIN, &block->text);
    }
    view_gap(handout->task);
    random_order(&handout->random, order, matching->pairs.count);
    for (size_t i = 0; i < matching->pairs.count; i++)
        markdown_option(handout->task, pair_of(matching, order[i])->right.bytes, MARK_NONE);
    for (size_t i = 0; i < matching->pairs.count; i++) {
        const struct pair *pair = pair_of(matching, i);
        struct block *block = view_item(handout->answer, MARK_NONE);
        block->number = (unsigned)i + 1;
        markdown_line(handout->answer, pair->left.bytes, STYLE_PLAIN, &block->text);
        rich_add(handout->answer, &block->text, " → ", strlen(" → "), STYLE_PLAIN);
        activity_add_why(handout->answer, &block->text, NULL, &pair->right, &pair->why);
    }
}

static const char *gift(const void *parent, const struct step *step,
                        struct gift_question *question)
{
    const struct matching *matching = step->fields;
    struct gift_answer *answers =
        activity_gift_answers(parent, question, matching->pairs.count);

    question->kind = GIFT_MATCH;
    question->stem = matching->stem.bytes;
    for (size_t i = 0; i < question->count; i++) {
        const struct pair *pair = pair_of(matching, i);
        answers[i].text = pair->left.bytes;
        answers[i].match = activity_plain(parent, &pair->right);
        answers[i].feedback = pair->why.bytes;
        answers[i].right = true;
    }
    return NULL;
}

const struct activity activity_match = {
    .verb = { .name = "match", .record = &record, .counted = true, .check = check },
    .state_size = sizeof(struct state),
    .start = start,
    .show = show,
    .handle = handle,
    .answer = answer,
    .recall = recall,
    .print = print,
    .gift = gift,
};
