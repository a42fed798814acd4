/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One activity at work, as an attempt would drive it. */
#ifndef CONECTA_TESTS_SUPPORT_DOING_H
#define CONECTA_TESTS_SUPPORT_DOING_H

#include "lesson.h"
#include "seen.h"
#include "terminal/lines.h"

struct doing {
    void *memory;
    const struct activity *activity;
    size_t focus;
    struct turn turn;
};

/* Begins the first step of a lesson that has only these steps. */
static inline struct doing doing_new(const char *steps, uint64_t seed)
{
    struct doing doing = {.memory = talloc_new(NULL), .focus = 1};
    struct random random = {seed};
    const struct lesson *lesson = lesson_with(doing.memory, steps);

    doing.turn.step = &lesson->steps[0];
    doing.activity = activity_of(doing.turn.step);
    assert_non_null(doing.activity);
    doing.turn.state = talloc_zero_size(doing.memory, doing.activity->state_size + 1);
    if (doing.activity->start)
        doing.activity->start(doing.turn.step, doing.turn.state, &random);
    return doing;
}

static inline void doing_free(struct doing *doing)
{
    talloc_free(doing->memory);
}

static inline struct turn doing_turn(struct doing *doing)
{
    struct turn turn = doing->turn;
    turn.focus = &doing->focus;
    return turn;
}

static inline struct view *doing_view(struct doing *doing)
{
    const struct turn turn = doing_turn(doing);
    struct view *view = view_new(doing->memory);
    doing->activity->show(&turn, view);
    return view;
}

static inline char *doing_text(struct doing *doing)
{
    return seen_text(doing_view(doing), LAYOUT_UNBROKEN);
}

static inline enum outcome doing_press(struct doing *doing, enum event_kind kind)
{
    const struct turn turn = doing_turn(doing);
    return doing->activity->handle(&turn, (struct event){kind, 0});
}

static inline enum outcome doing_pick(struct doing *doing, unsigned number)
{
    const struct turn turn = doing_turn(doing);
    return doing->activity->handle(&turn, (struct event){EVENT_PICK, number});
}

/* Picks the option with this text, wherever a random order put it. */
static inline enum outcome doing_pick_text(struct doing *doing, const char *text)
{
    return doing_pick(doing, seen_number(doing_view(doing), text));
}

/* Types a line of plain input; the outcome of its last event. */
static inline enum outcome doing_type(struct doing *doing, const char *line)
{
    struct line_events events;
    enum outcome outcome = OUTCOME_IGNORED;
    const struct turn turn = doing_turn(doing);

    assert_true(lines_understand(doing_view(doing), line, &events));
    for (size_t i = 0; i < events.count; i++)
        outcome = doing->activity->handle(&turn, events.events[i]);
    return outcome;
}

static inline enum answer doing_answer(struct doing *doing)
{
    return doing->activity->answer(doing->turn.step, doing->turn.state);
}

static inline const char *doing_recall(struct doing *doing)
{
    struct rich line = {.text = NULL};
    doing->activity->recall(doing->turn.step, &line, doing->memory);
    return line.text;
}

/* Goes on with a copy of the state's bytes and destroys the original. */
static inline void doing_move_state(struct doing *doing)
{
    size_t size = doing->activity->state_size;
    void *copy = talloc_size(doing->memory, size + 1);

    memcpy(copy, doing->turn.state, size);
    memset(doing->turn.state, 0xA5, size);
    doing->turn.state = copy;
}

/* No event but going on or back changes an answered page. */
static inline void assert_settled(struct doing *doing)
{
    char *before = doing_text(doing);
    enum answer answer = doing->activity->answer ? doing_answer(doing) : ANSWER_NONE;

    for (int kind = EVENT_NONE; kind <= EVENT_LEAVE; kind++) {
        if (kind == EVENT_ENTER || kind == EVENT_SPACE || kind == EVENT_PICK)
            continue;
        assert_int_equal(doing_press(doing, (enum event_kind)kind), OUTCOME_IGNORED);
    }
    for (unsigned number = 0; number <= 12; number++)
        assert_int_equal(doing_pick(doing, number), OUTCOME_IGNORED);
    assert_int_equal(doing_press(doing, EVENT_ENTER), OUTCOME_DONE);
    assert_int_equal(doing_press(doing, EVENT_SPACE), OUTCOME_DONE);
    assert_string_equal(doing_text(doing), before);
    if (doing->activity->answer)
        assert_int_equal(doing_answer(doing), answer);
}

#endif
