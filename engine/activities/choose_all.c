/* SPDX-License-Identifier: GPL-3.0-or-later */
/* `choose-all`: several options may be right, and all of them are asked for. */
#include "activities/answering.h"
#include "activities/option.h"
#include "activities/ticking.h"
#include "base/language.h"
#include "view/markdown.h"

struct state {
    unsigned char order[ACTIVITY_LIST_MAX];  /* index in the file of what is shown there */
    struct ticks ticks;
    struct ticks first; /* the first answer */
    unsigned char tries;
    unsigned char finished;
};

static const struct field fields[] = {
    { .name = "choose-all", .type = FIELD_PAGE, .flags = FIELD_REQUIRED | FIELD_TRANSLATED,
      .offset = offsetof(struct question, stem),
      /* TRANSLATORS: explains the field 'choose-all' of a step. */
      .about = N_("a question with several right answers") },
    OPTION_FIELDS,
};

static const struct record record = {
    .name = NC_("record", "question"),
    .size = sizeof(struct question),
    .fields = fields,
    .field_count = sizeof fields / sizeof fields[0],
};

static bool check(const struct reading *reading, const struct step *step)
{
    const struct question *question = step->fields;
    if (question_right_count(question) > 0)
        return true;
    return reading_refuse(reading, question->at,
                          /* TRANSLATORS: none of the 'options' of a question is marked right. */
                          _("no option of this question has 'right: yes'"),
                          /* TRANSLATORS: advice after "no option … has 'right: yes'". */
                          _("add 'right: yes' to every right option"));
}

static void lint(const struct reading *reading, const struct step *step)
{
    const struct question *question = step->fields;
    if (question_right_count(question) < question->options.count)
        return;
    reading_warn(reading, question->stem.at,
                 /* TRANSLATORS: warning; a question where every option is right. */
                 _("every option of this question is right"),
                 /* TRANSLATORS: advice after "every option of this question is right". */
                 _("add one that is wrong, or people learn to tick everything"));
}

static void start(const struct step *step, void *state, struct random *random)
{
    question_shuffle(step->fields, ((struct state *)state)->order, random);
}

static const struct option *shown_option(const struct turn *turn, size_t place)
{
    const struct state *state = turn->state;
    return question_option(turn->step->fields, state->order[place]);
}

static bool is_right(const struct question *question, const struct state *state,
                     const struct ticks *ticks)
{
    for (size_t i = 0; i < question->options.count; i++)
        if (question_option(question, state->order[i])->right != (ticks->ticked[i] != 0))
            return false;
    return true;
}

static void show_option(const struct turn *turn, struct view *view, size_t place)
{
    const struct state *state = turn->state;
    markdown_option(view, shown_option(turn, place)->text.bytes,
                    state->ticks.ticked[place] ? MARK_TICKED : MARK_OPEN);
}

/* What she did there, where it was not right. */
static const char *mistake(const struct option *option, bool ticked)
{
    if (option->right == ticked)
        return NULL;
    return ticked
               /* TRANSLATORS: behind a wrong option; what the learner did. */
               ? C_("option", "you ticked it")
               /* TRANSLATORS: behind a right option; what the learner did. */
               : C_("option", "you did not tick it");
}

static void show_solution(const struct turn *turn, struct view *view)
{
    const struct question *question = turn->step->fields;
    const struct state *state = turn->state;

    for (size_t i = 0; i < question->options.count; i++) {
        const struct option *option = shown_option(turn, i);
        struct block *block = view_item(view, option->right ? MARK_RIGHT : MARK_WRONG);
        /* TRANSLATORS: before an option of a question with several right answers. */
        const char *lead = option->right ? C_("option", "Fits:") : C_("option", "Does not fit:");
        block->aside = mistake(option, state->ticks.ticked[i]);
        activity_add_why(view, &block->text, lead, &option->text, &option->why);
    }
}

static void show_verdict(const struct turn *turn, struct view *view)
{
    const struct question *question = turn->step->fields;
    const struct state *state = turn->state;
    /* Not while she ticks again: that would tell her as she goes. */
    bool right = state->finished && is_right(question, state, &state->ticks);

    view_begin_news(view, state->tries);
    activity_show_verdict(view, right, NULL);
    if (state->finished)
        show_solution(turn, view);
    else
        activity_show_hint(view, &question->hints.items[state->tries - 1]);
}

static void show_task(const struct turn *turn, struct view *view)
{
    const struct question *question = turn->step->fields;
    const struct state *state = turn->state;

    for (size_t i = 0; i < question->options.count; i++)
        show_option(turn, view, i);
    if (state->tries > 0)
        return;
    view_add(view, BLOCK_KEYS,
             /* TRANSLATORS: under a question with boxes to tick. */
             _("Tick everything that fits, then press Enter."), STYLE_QUIET);
}

static void show(const struct turn *turn, struct view *view)
{
    const struct state *state = turn->state;

    activity_show_stem(turn->step, view);
    if (!state->finished || turn->quiet)
        show_task(turn, view);
    if (state->tries > 0 && !turn->quiet)
        show_verdict(turn, view);
    if (state->finished)
        return;
    ticking_show_keys(turn, &state->ticks, view);
}

static enum outcome finish_try(const struct turn *turn)
{
    const struct question *question = turn->step->fields;
    struct state *state = turn->state;

    if (state->tries++ == 0)
        state->first = state->ticks;
    state->finished = turn->quiet || is_right(question, state, &state->ticks) ||
                      state->tries > question->hints.count;
    return turn->quiet ? OUTCOME_DONE : OUTCOME_CHANGED;
}

static enum outcome handle(const struct turn *turn, struct event event)
{
    const struct question *question = turn->step->fields;
    struct state *state = turn->state;

    if (state->finished)
        return activity_go_on(event);
    enum outcome outcome = ticking_handle(turn, &state->ticks, question->options.count, event);
    return outcome == OUTCOME_DONE ? finish_try(turn) : outcome;
}

static enum answer answer(const struct step *step, const void *data)
{
    const struct state *state = data;
    if (state->tries == 0)
        return ANSWER_NONE;
    return is_right(step->fields, state, &state->first) ? ANSWER_RIGHT : ANSWER_WRONG;
}

static void recall(const struct step *step, struct rich *line, const void *parent)
{
    const struct question *question = step->fields;
    bool first = true;

    activity_recall_stem(step, line, parent);
    for (size_t i = 0; i < question->options.count; i++) {
        if (!question_option(question, i)->right)
            continue;
        if (!first)
            rich_add(parent, line, "; ", 2, STYLE_PLAIN);
        markdown_line(parent, question_option(question, i)->text.bytes, STYLE_BOLD, line);
        first = false;
    }
}

static void print(const struct step *step, struct handout *handout)
{
    const struct question *question = step->fields;
    struct view *view = handout->answer;

    question_print(step, MARK_OPEN, handout);
    for (size_t i = 0; i < question->options.count; i++) {
        const struct option *option = question_option(question, i);
        struct block *block = view_option(view, "", option->right ? MARK_RIGHT : MARK_WRONG);
        activity_add_why(view, &block->text,
                         option->right ? C_("option", "Fits:") : C_("option", "Does not fit:"),
                         &option->text, &option->why);
    }
}

static const char *gift(const void *parent, const struct step *step,
                        struct gift_question *question)
{
    return question_gift(parent, step, GIFT_CHOICES, question);
}

const struct activity activity_choose_all = {
    .verb = {
        .name = "choose-all",
        .record = &record,
        .counted = true,
        .comparable = true,
        .check = check,
        .lint = lint,
    },
    .state_size = sizeof(struct state),
    .start = start,
    .show = show,
    .handle = handle,
    .answer = answer,
    .recall = recall,
    .print = print,
    .gift = gift,
};
