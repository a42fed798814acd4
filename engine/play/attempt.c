/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "play/attempt.h"

#include <string.h>

#include <talloc.h>

#include "base/memory.h"
#include "course/alike.h"
#include "play/lesson_pages.h"

struct random attempt_random(const struct attempt *attempt, const struct step *step)
{
    return (struct random){ attempt->seed + (uint64_t)(step - attempt->lesson->steps) };
}

static void add_stop(struct attempt *attempt, enum stop_kind kind, const struct step *step)
{
    attempt->stops =
        memory_need(talloc_realloc(attempt, attempt->stops, struct stop, (unsigned)attempt->count + 1));
    struct stop *stop = &attempt->stops[attempt->count++];
    *stop = (struct stop){ .kind = kind, .step = step, .focus = 1 };
    if (!step)
        return;
    const struct activity *activity = activity_of(step);
    struct random random = attempt_random(attempt, step);
    stop->state = memory_need(talloc_zero_size(attempt, activity->state_size));
    if (activity->start)
        activity->start(step, stop->state, &random);
}

static bool is_before_after(const struct lesson *lesson, const struct step *step)
{
    for (size_t i = 0; step->id.bytes && i < lesson->before_after.count; i++)
        if (strcmp(lesson->before_after.items[i].bytes, step->id.bytes) == 0)
            return true;
    return false;
}

static void add_compared(struct attempt *attempt, enum stop_kind kind)
{
    const struct text_list *ids = &attempt->lesson->before_after;
    for (size_t i = 0; i < ids->count; i++)
        add_stop(attempt, kind, lesson_find_step(attempt->lesson, ids->items[i].bytes));
}

struct attempt *attempt_new(const void *parent, const struct lesson *lesson, uint64_t seed)
{
    struct attempt *attempt = memory_need(talloc_zero(parent, struct attempt));
    attempt->lesson = lesson;
    attempt->seed = seed;
    add_stop(attempt, STOP_TITLE, NULL);
    add_compared(attempt, STOP_BEFORE);
    for (size_t i = 0; i < lesson->step_count; i++)
        if (!is_before_after(lesson, &lesson->steps[i]))
            add_stop(attempt, STOP_STEP, &lesson->steps[i]);
    add_compared(attempt, STOP_AFTER);
    return attempt;
}

bool stop_is_question(const struct stop *stop)
{
    return stop->step && activity_of(stop->step)->answer;
}

enum answer stop_answer(const struct stop *stop)
{
    return stop_is_question(stop) ? activity_of(stop->step)->answer(stop->step, stop->state)
                                  : ANSWER_NONE;
}

static void complete(struct attempt *attempt)
{
    add_stop(attempt, STOP_LAST, NULL);
    attempt->collected = true;
}

void attempt_ask_again(struct attempt *attempt, const struct step *const *steps, size_t count)
{
    for (size_t i = 0; i < count; i++)
        add_stop(attempt, STOP_AGAIN, steps[i]);
    complete(attempt);
}

void attempt_collect(struct attempt *attempt)
{
    size_t known = attempt->count;

    for (size_t i = 0; i < known; i++) {
        const struct stop *stop = &attempt->stops[i];
        bool counts = stop->kind == STOP_STEP || stop->kind == STOP_AFTER;
        if (counts && stop_is_question(stop) && stop_answer(stop) != ANSWER_RIGHT)
            add_stop(attempt, STOP_AGAIN, stop->step);
    }
    complete(attempt);
}

/* States hold numbers of options, no texts, so they mean the same in both. */
bool attempt_translate(struct attempt *attempt, const struct lesson *lesson)
{
    if (!lessons_alike(attempt->lesson, lesson))
        return false;
    for (size_t i = 0; i < attempt->count; i++)
        if (attempt->stops[i].step)
            attempt->stops[i].step =
                &lesson->steps[attempt->stops[i].step - attempt->lesson->steps];
    attempt->lesson = lesson;
    return true;
}

static bool has_id(const struct stop *stop, const char *id)
{
    return stop->step && stop->step->id.bytes && strcmp(stop->step->id.bytes, id) == 0;
}

/* A question may stand in the row up to three times, so the kind decides first. */
static bool find_id(const struct attempt *attempt, enum stop_kind kind, const char *id,
                    size_t *ret_at)
{
    bool found = false;

    for (size_t i = 0; i < attempt->count; i++) {
        if (!has_id(&attempt->stops[i], id))
            continue;
        if (!found || attempt->stops[i].kind == kind)
            *ret_at = i;
        found = true;
    }
    return found;
}

static const char *stop_id(const struct stop *stop)
{
    return stop->step ? stop->step->id.bytes : NULL;
}

/* Pages have no ids. They belong to the question before them. */
struct bookmark attempt_bookmark(const struct attempt *attempt)
{
    const struct stop *stops = attempt->stops;
    size_t anchor = attempt->at;

    while (!stop_id(&stops[anchor]) && anchor > 0 && stops[anchor - 1].kind == stops[anchor].kind)
        anchor--;
    return (struct bookmark){
        .kind = stops[attempt->at].kind,
        .index = attempt->at,
        .id = stop_id(&stops[anchor]),
        .behind = attempt->at - anchor,
    };
}

static bool find_part(const struct attempt *attempt, enum stop_kind kind, size_t *ret_at)
{
    for (size_t i = 0; i < attempt->count; i++)
        if (attempt->stops[i].kind == kind) {
            *ret_at = i;
            return true;
        }
    return false;
}

/* Never past a step with an id: she was not there yet. */
static void go_behind(struct attempt *attempt, size_t count)
{
    const struct stop *stop = &attempt->stops[attempt->at];

    for (; count > 0 && attempt->at + 1 < attempt->count; count--, stop++) {
        if (stop[1].kind != stop->kind || stop_id(&stop[1]))
            return;
        attempt->at++;
    }
}

void attempt_go(struct attempt *attempt, const struct bookmark *bookmark)
{
    bool found = bookmark->id ? find_id(attempt, bookmark->kind, bookmark->id, &attempt->at)
                              : find_part(attempt, bookmark->kind, &attempt->at);

    if (found)
        go_behind(attempt, bookmark->behind);
    else
        attempt->at = bookmark->index < attempt->count ? bookmark->index : attempt->count - 1;
}

void attempt_resume(struct attempt *attempt, const struct attempt *earlier)
{
    const struct bookmark bookmark = attempt_bookmark(earlier);

    if (bookmark.kind == STOP_AGAIN || bookmark.kind == STOP_LAST)
        attempt_collect(attempt);
    attempt_go(attempt, &bookmark);
}

static struct turn turn_of(struct attempt *attempt)
{
    struct stop *stop = &attempt->stops[attempt->at];
    return (struct turn){
        .step = stop->step,
        .state = stop->state,
        .focus = &stop->focus,
        .quiet = stop->kind == STOP_BEFORE,
        .printable = attempt->printable,
        .kept = attempt->kept,
    };
}

/* What she typed for nobody but herself is gone with its page. */
void attempt_pause(struct attempt *attempt)
{
    struct stop *stop = &attempt->stops[attempt->at];
    const struct activity *activity = stop->step ? activity_of(stop->step) : NULL;

    if (!activity || !activity->leave)
        return;
    activity->leave(stop->state);
    stop->focus = 1;
}

static enum outcome go_on(struct attempt *attempt)
{
    attempt_pause(attempt);
    if (attempt->at + 1 == attempt->count && !attempt->collected)
        attempt_collect(attempt);
    if (attempt->at + 1 == attempt->count)
        return OUTCOME_DONE;
    attempt->at++;
    return OUTCOME_CHANGED;
}

static enum outcome go_back(struct attempt *attempt)
{
    if (attempt->at == 0)
        return OUTCOME_LEFT;
    attempt_pause(attempt);
    attempt->at--;
    return OUTCOME_CHANGED;
}

/* The focus goes round: from the last option down is the first. */
static enum outcome move_focus(struct attempt *attempt, bool down)
{
    struct stop *stop = &attempt->stops[attempt->at];
    struct view *view = view_new(attempt);
    attempt_show(attempt, view);
    size_t options = view->focus ? view->options : 0;
    talloc_free(view);
    if (options == 0)
        return OUTCOME_IGNORED;
    if (down)
        stop->focus = stop->focus < options ? stop->focus + 1 : 1;
    else
        stop->focus = stop->focus > 1 ? stop->focus - 1 : options;
    return OUTCOME_CHANGED;
}

static enum outcome handle_page(struct attempt *attempt, struct event event)
{
    switch (event.kind) {
    case EVENT_ENTER:
    case EVENT_SPACE:
    case EVENT_ON:
        return go_on(attempt);
    case EVENT_BACK:
        return go_back(attempt);
    default:
        return OUTCOME_IGNORED;
    }
}

enum outcome attempt_handle(struct attempt *attempt, struct event event)
{
    struct turn turn = turn_of(attempt);

    if (!turn.step)
        return handle_page(attempt, event);
    if (event.kind == EVENT_UP || event.kind == EVENT_DOWN)
        return move_focus(attempt, event.kind == EVENT_DOWN);
    if (event.kind == EVENT_ON)
        return go_on(attempt);
    enum outcome outcome = activity_of(turn.step)->handle(&turn, event);
    if (outcome == OUTCOME_DONE)
        return go_on(attempt);
    if (outcome == OUTCOME_IGNORED && event.kind == EVENT_BACK)
        return go_back(attempt);
    return outcome;
}

static void show_step(const struct attempt *attempt, struct view *view)
{
    /* Showing changes no state; the turn is the one that handling takes. */
    const struct turn turn = turn_of((struct attempt *)(size_t)attempt);

    lesson_page_lead(attempt, view);
    activity_of(turn.step)->show(&turn, view);
    if (turn.quiet && view->input == INPUT_NONE)
        lesson_page_noted(view);
}

void attempt_take_away(const struct attempt *attempt, struct view *view)
{
    const struct turn turn = turn_of((struct attempt *)(size_t)attempt);
    activity_of(turn.step)->take_away(&turn, view);
}

void attempt_show(const struct attempt *attempt, struct view *view)
{
    const struct stop *stop = &attempt->stops[attempt->at];

    view->title = attempt->lesson->title.bytes;
    if (stop->kind == STOP_TITLE)
        lesson_page_title(attempt, view);
    else if (stop->kind == STOP_LAST)
        lesson_page_last(attempt, view);
    else
        show_step(attempt, view);
    view->page = view->page * 512 + (unsigned)attempt->at + 1;
    view->step = attempt->at;
    view->steps = attempt->count - (attempt->collected ? 2 : 1);
    if (stop->kind == STOP_LAST)
        view->step = view->steps;
    if (stop->kind == STOP_TITLE)
        view->steps = 0;
    lesson_page_hints(attempt, view);
}

struct tally attempt_tally(const struct attempt *attempt, enum stop_kind kind)
{
    struct tally tally = { 0, 0, 0 };
    for (size_t i = 0; i < attempt->count; i++) {
        const struct stop *stop = &attempt->stops[i];
        if (stop->kind != kind || !stop_is_question(stop))
            continue;
        tally.asked++;
        tally.answered += stop_answer(stop) != ANSWER_NONE;
        tally.right += stop_answer(stop) == ANSWER_RIGHT;
    }
    return tally;
}
