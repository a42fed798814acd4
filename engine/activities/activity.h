/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * One kind of thing that a learner can do at a step.
 *
 * Each lives in a file of its own that ends in a `const struct activity`, and
 * has one row in the table in activity.c. Nothing outside of that file knows
 * its fields or its state.
 */
#ifndef CONECTA_ACTIVITIES_ACTIVITY_H
#define CONECTA_ACTIVITIES_ACTIVITY_H

#include <stdbool.h>
#include <stddef.h>

#include "base/random.h"
#include "course/gift.h"
#include "course/lesson.h"
#include "view/event.h"
#include "view/view.h"

/* No list of an activity is longer: its places fit one digit key each. */
#define ACTIVITY_LIST_MAX 9

/* What an event did. The session acts on it; activities only say it. */
enum outcome {
    OUTCOME_IGNORED, /* the event means nothing here */
    OUTCOME_CHANGED, /* show the page again */
    OUTCOME_DONE,    /* go on to the next page */
    OUTCOME_LEFT,    /* go back to the page before */
    OUTCOME_PRINT,   /* ask whether to write `take_away` into a file */
};

/* How a first answer was. */
enum answer {
    ANSWER_NONE,    /* not answered yet */
    ANSWER_RIGHT,
    ANSWER_WRONG,
};

/* What an activity needs to show or handle one step. */
struct turn {
    const struct step *step;
    void *state;   /* state_size bytes, zeroed and started; plain data that can
                    * be copied and written to a file */
    size_t *focus; /* number of the focused option, from 1; the session moves it */
    bool quiet;    /* asked before the lesson: nothing is said about the answer */
    bool printable; /* OUTCOME_PRINT may be asked for */
    bool kept;      /* her place is saved, and with it what she takes with her */
};

/* A step on paper: nobody acts on it, so everything it has is there from the
 * beginning. Empty views, and a random order that is the same every time. */
struct handout {
    struct view *task;
    struct view *hints;  /* behind a fold of their own */
    struct view *answer; /* behind a fold; stays empty where nothing is right or wrong */
    struct random random;
};

struct activity {
    /* What reading needs: name, fields, checks. */
    struct verb verb;

    /* Bytes of the state. A learner's progress holds them: when they come to mean something
     * else, raise STATES in play/kept.c. */
    size_t state_size;

    /* Fills a zeroed state, such as with a random order. NULL: zero is right. */
    void (*start)(const struct step *step, void *state, struct random *random);

    /* Adds the page to an empty view. */
    void (*show)(const struct turn *turn, struct view *view);

    /* Pages behind the first one that stand in the file as well, such as the scenes
     * of a story: prepares a zeroed state in which page number index, from 0, is shown
     * and returns its text; NULL when there are not so many. NULL: only the first. */
    const struct text *(*page)(const struct step *step, size_t index, void *state);

    /* Takes an event that the session has no use for. */
    enum outcome (*handle)(const struct turn *turn, struct event event);

    /* Adds what OUTCOME_PRINT writes to an empty view; the state is kept also when the lesson
     * is finished. NULL: it is never asked for. */
    void (*take_away)(const struct turn *turn, struct view *view);

    /* The page is left: what must not be kept goes. NULL: nothing must. */
    void (*leave)(void *state);

    /* The first answer. NULL: nothing is asked that could be right or wrong. */
    enum answer (*answer)(const struct step *step, const void *state);

    /* Adds the right answer to the page at the end of the lesson, as one line
     * that stands for itself. NULL with answer. */
    void (*recall)(const struct step *step, struct rich *line, const void *parent);

    /* Fills the views of a handout. Options stand in `task` and in `answer` in the
     * same order: both are lettered. */
    void (*print)(const struct step *step, struct handout *handout);

    /* Fills a zeroed question of GIFT. Its texts are those of the step or belong to
     * parent, and are Markdown where gift_write wants Markdown. Returns what the
     * question has no place for, in words; NULL when all of it is there. NULL as a
     * hook: GIFT has no such question. */
    const char *(*gift)(const void *parent, const struct step *step,
                        struct gift_question *question);
};

/* The activity of a step. */
const struct activity *activity_of(const struct step *step);

/* The verbs of all activities, for reading. */
const struct verb_table *activity_verbs(void);

/* All activities; a NULL ends the list. */
extern const struct activity *const activities[];

#endif
