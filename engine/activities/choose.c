/* SPDX-License-Identifier: GPL-3.0-or-later */
/* `choose`: one of several options is right. */
#include "activities/answering.h"
#include "activities/option.h"
#include "base/language.h"
#include "view/markdown.h"

struct state {
    unsigned char order[ACTIVITY_LIST_MAX]; /* index in the file of what is shown there */
    unsigned char tried[ACTIVITY_LIST_MAX]; /* places picked so far, numbered from 1 */
    unsigned char tries;
    unsigned char finished; /* the right one is shown */
};

static const struct field fields[] = {
    { .name = "choose", .type = FIELD_PAGE, .flags = FIELD_REQUIRED | FIELD_TRANSLATED,
      .offset = offsetof(struct question, stem),
      /* TRANSLATORS: explains the field 'choose' of a step. */
      .about = N_("a question with one right answer") },
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
    if (question_right_count(question) == 1)
        return true;
    return reading_refuse(reading, question->at,
                          /* TRANSLATORS: the question's 'options' mark none or several as right. */
                          _("exactly one option of this question must have 'right: yes'"),
                          /* TRANSLATORS: advice after "exactly one option …". */
                          _("for several right answers begin the step with 'choose-all'"));
}

/* When one option is left untried, it is shown. */
static void lint(const struct reading *reading, const struct step *step)
{
    const struct question *question = step->fields;
    size_t most = question->options.count - 2;

    if (question->hints.count <= most)
        return;
    const struct text *first = &question->hints.items[most];
    diagnostics_add(reading->problems, SEVERITY_ERROR, reading->file, first->at, "%s",
                    /* TRANSLATORS: 'hints' are shown before another try. */
                    _("this hint can never be shown"));
    diagnostics_advise(reading->problems,
                       /* TRANSLATORS: advice after "this hint can never be shown"; both numbers
                        * are small. */
                       _("with %1$zu options, %2$zu of the hints can be shown; take the rest away, "
                         "or add options"),
                       question->options.count, most);
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

static bool was_tried(const struct state *state, size_t place)
{
    for (size_t i = 0; i < state->tries; i++)
        if (state->tried[i] == place + 1)
            return true;
    return false;
}

static size_t last_place(const struct state *state)
{
    return state->tried[state->tries - 1] - 1u;
}

static enum mark option_mark(const struct turn *turn, size_t place)
{
    const struct state *state = turn->state;

    if (turn->quiet || (!state->finished && !was_tried(state, place)))
        return MARK_NONE;
    if (shown_option(turn, place)->right)
        return MARK_RIGHT;
    return was_tried(state, place) ? MARK_WRONG : MARK_NONE;
}

static void show_options(const struct turn *turn, struct view *view)
{
    const struct question *question = turn->step->fields;
    const struct state *state = turn->state;

    for (size_t i = 0; i < question->options.count; i++) {
        struct block *block =
            markdown_option(view, shown_option(turn, i)->text.bytes, option_mark(turn, i));
        if (state->tries > 0 && last_place(state) == i)
            /* TRANSLATORS: stands behind the option that the learner chose. */
            block->aside = C_("option", "your answer");
    }
}

static void show_right(const struct turn *turn, struct view *view)
{
    const struct question *question = turn->step->fields;
    for (size_t i = 0; i < question->options.count; i++) {
        const struct option *option = question_option(question, i);
        if (option->right)
            /* TRANSLATORS: stands before the right option and its reason. */
            activity_show_why(view, C_("option", "The right answer:"), &option->text,
                              &option->why);
    }
}

static void show_verdict(const struct turn *turn, struct view *view)
{
    const struct question *question = turn->step->fields;
    const struct state *state = turn->state;
    const struct option *chosen = shown_option(turn, last_place(state));

    view_begin_news(view, state->tries);
    activity_show_verdict(view, chosen->right, NULL);
    activity_show_why(view, NULL, &chosen->text, &chosen->why);
    if (chosen->right)
        return;
    view_gap(view);
    if (state->finished) {
        show_right(turn, view);
        return;
    }
    activity_show_hint(view, &question->hints.items[state->tries - 1]);
}

static void show(const struct turn *turn, struct view *view)
{
    const struct state *state = turn->state;

    activity_show_stem(turn->step, view);
    show_options(turn, view);
    if (state->tries > 0 && !turn->quiet)
        show_verdict(turn, view);
    if (state->finished)
        return;
    view->input = INPUT_PICK;
    view->focus = *turn->focus;
    /* TRANSLATORS: what keys do; in the last line of the screen, so as short as can be. */
    view_hint(view, EVENT_ENTER, C_("key", "answer"));
    view_hint(view, EVENT_PICK, C_("key", "answer"));
}

static enum outcome pick(const struct turn *turn, size_t number)
{
    const struct question *question = turn->step->fields;
    struct state *state = turn->state;

    if (number < 1 || number > question->options.count)
        return OUTCOME_IGNORED;
    *turn->focus = number;
    if (was_tried(state, number - 1))
        return OUTCOME_CHANGED;
    state->tried[state->tries++] = (unsigned char)number;
    state->finished = turn->quiet || shown_option(turn, number - 1)->right ||
                      state->tries > question->hints.count ||
                      state->tries == question->options.count - 1;
    return turn->quiet ? OUTCOME_DONE : OUTCOME_CHANGED;
}

static enum outcome handle(const struct turn *turn, struct event event)
{
    const struct state *state = turn->state;

    if (state->finished)
        return activity_go_on(event);
    return pick(turn, activity_picked(turn, event));
}

static enum answer answer(const struct step *step, const void *data)
{
    const struct state *state = data;
    if (state->tries == 0)
        return ANSWER_NONE;
    size_t index = state->order[state->tried[0] - 1];
    return question_option(step->fields, index)->right ? ANSWER_RIGHT : ANSWER_WRONG;
}

static void recall(const struct step *step, struct rich *line, const void *parent)
{
    const struct question *question = step->fields;

    activity_recall_stem(step, line, parent);
    for (size_t i = 0; i < question->options.count; i++)
        if (question_option(question, i)->right)
            markdown_line(parent, question_option(question, i)->text.bytes, STYLE_BOLD, line);
}

static void print(const struct step *step, struct handout *handout)
{
    const struct question *question = step->fields;
    struct view *view = handout->answer;

    question_print(step, MARK_NONE, handout);
    for (size_t i = 0; i < question->options.count; i++) {
        const struct option *option = question_option(question, i);
        struct block *block = view_option(view, "", option->right ? MARK_RIGHT : MARK_WRONG);
        activity_add_why(view, &block->text,
                         option->right ? C_("option", "The right answer:") : NULL, &option->text,
                         &option->why);
    }
}

static const char *gift(const void *parent, const struct step *step,
                        struct gift_question *question)
{
    return question_gift(parent, step, GIFT_CHOICE, question);
}

const struct activity activity_choose = {
    .verb = {
        .name = "choose",
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
