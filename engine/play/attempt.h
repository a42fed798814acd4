/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * One lesson being played: a row of stops, and where the learner is.
 *
 * The row is: a title page; the questions of `before-after`, without a word on
 * the answers; the other steps; those questions again; what was missed or
 * skipped, once more; a last page that says what was learnt. A question of
 * `before-after` is asked at these two places only, wherever it is written.
 */
#ifndef CONECTA_PLAY_ATTEMPT_H
#define CONECTA_PLAY_ATTEMPT_H

#include <stdbool.h>

#include "activities/activity.h"
#include "base/random.h"
#include "course/lesson.h"
#include "view/view.h"

enum stop_kind {
    STOP_TITLE,
    STOP_BEFORE,
    STOP_STEP,
    STOP_AFTER,
    STOP_AGAIN,
    STOP_LAST,
};

struct stop {
    enum stop_kind kind;
    const struct step *step; /* NULL at the title and the last page */
    void *state;             /* of the step's activity */
    size_t focus;            /* number of the focused option */
};

/* Where the learner is, in words that still mean something when the lesson has changed. */
struct bookmark {
    enum stop_kind kind;
    size_t index;   /* in the row */
    const char *id; /* of the last step with one, up to here in this part of the row; NULL: none */
    size_t behind;  /* stops from there, or from the beginning of the part */
};

/* What became of an attempt that was put aside. */
enum resumed {
    RESUMED_WHOLE,   /* as it was, or not put aside at all */
    RESUMED_CHANGED, /* the lesson has changed since: what is not the same begins afresh */
    RESUMED_PLACE,   /* only the place was kept, not the answers */
};

struct attempt {
    const struct lesson *lesson;
    uint64_t seed; /* of the random orders */
    struct stop *stops;
    size_t count;
    size_t at;      /* index of the stop shown now */
    bool collected; /* missed questions were added already */
    const char *language; /* of the lesson, in itself; NULL: that of the interface */
    bool printable;       /* what she wants to take with her can be written into a file */
    bool kept;            /* her place is saved */
    enum resumed resumed; /* a page may say so */
};

/* Begins a lesson; the attempt belongs to parent and keeps the lesson, which must
 * live as long. Random orders come from the seed; a step that comes again has the
 * order that it had. */
struct attempt *attempt_new(const void *parent, const struct lesson *lesson, uint64_t seed);

/* Goes where another attempt is, at an earlier version of the lesson; see attempt_go.
 * Everything is unanswered, so the focus is not kept. On its last pages, and among the questions
 * asked once more, every question was missed. */
void attempt_resume(struct attempt *attempt, const struct attempt *earlier);

/* What the state of a step is started with. */
struct random attempt_random(const struct attempt *attempt, const struct step *step);

/* Where she is; refers to the lesson. */
struct bookmark attempt_bookmark(const struct attempt *attempt);

/* Goes there: to the step with the same id, at the same time of the lesson if it can be, and
 * as far behind it; where there is none, as far into the row. */
void attempt_go(struct attempt *attempt, const struct bookmark *bookmark);

/* The row is complete: adds what was not answered right at first, and the last page. */
void attempt_collect(struct attempt *attempt);

/* The same with questions that were found earlier; all steps of the lesson. */
void attempt_ask_again(struct attempt *attempt, const struct step *const *steps, size_t count);

/* Adds the page where the learner is to an empty view. */
void attempt_show(const struct attempt *attempt, struct view *view);

/* Adds what she takes with her from this page, after OUTCOME_PRINT, to an empty view. */
void attempt_take_away(const struct attempt *attempt, struct view *view);

/* OUTCOME_DONE: the last page was left. OUTCOME_LEFT: the first page was left
 * backwards. OUTCOME_PRINT: see attempt_take_away. */
enum outcome attempt_handle(struct attempt *attempt, struct event event);

/* She leaves the lesson and may come back: what must not be kept goes. */
void attempt_pause(struct attempt *attempt);

/* Goes on, at the same place and with the same answers, with the same lesson in another
 * language, which it keeps from now on. False, with nothing changed, when the two differ
 * in more than their words. */
bool attempt_translate(struct attempt *attempt, const struct lesson *lesson);

/* First answers to the questions of one part of the row. */
struct tally {
    size_t asked;
    size_t answered;
    size_t right;
};

struct tally attempt_tally(const struct attempt *attempt, enum stop_kind kind);

/* The first answer at a stop; ANSWER_NONE too where nothing is asked. */
enum answer stop_answer(const struct stop *stop);

/* Whether something is asked at a stop that can be right or wrong. */
bool stop_is_question(const struct stop *stop);

#endif
