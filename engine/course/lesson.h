/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A lesson, read and checked.
 *
 * Each step says with one verb what the learner does. Which verbs there are is
 * not known here: the caller passes the table, so that a new kind of step is a
 * file of its own in activities/.
 */
#ifndef CONECTA_COURSE_LESSON_H
#define CONECTA_COURSE_LESSON_H

#include <stdbool.h>
#include <stddef.h>

#include "base/diagnostic.h"
#include "base/file.h"
#include "course/record.h"

struct step;
struct lesson;

/* One kind of step, as far as reading needs it. */
struct verb {
    const char *name;            /* in the file; also the first field of its record */
    const struct record *record; /* its struct begins as struct verb_fields does */
    bool counted;                /* answers are remembered: the step needs an id */
    bool comparable;             /* may be asked before the lesson and after it */
    /* What the fields alone cannot say, such as that one option is right. Adds
     * problems; false when there was one. NULL: nothing more to check. */
    bool (*check)(const struct reading *reading, const struct step *step);
    /* What is of no use or teaches badly, though the step can be played. Adds
     * problems; only lint asks, and only when the lesson can be read. NULL: nothing. */
    void (*lint)(const struct reading *reading, const struct step *step);
};

struct verb_table {
    const struct verb *const *verbs;
    size_t count;
};

/* How the struct of every verb's record begins. */
struct verb_fields {
    struct position at;
    struct text stem; /* the verb's value: what the learner reads first */
};

struct step {
    struct position at;
    struct text id;
    struct count rev;
    struct text note;         /* for the facilitator */
    const struct verb *verb;
    const void *fields;       /* struct of verb->record */
    const struct lesson *lesson;
};

struct lesson {
    struct position at;
    struct text id;
    struct text title;
    struct text about;
    struct count minutes;
    struct text_list audiences;
    struct text_list countries;
    struct month reviewed;
    struct month review_by;
    struct text_list sources;
    struct text_list before_after; /* ids of steps */
    const struct step *steps;
    size_t step_count;
    const char *language; /* code; set by the library, as no lesson says it itself */
};

enum lesson_part {
    LESSON_HEAD,  /* all but the steps, which are not even read from the disk */
    LESSON_START, /* the head, from bytes that may end anywhere: NULL unless the
                   * steps begin in them */
    LESSON_WHOLE,
};

/* Reads a lesson from a file; it belongs to parent. NULL, with problems added,
 * when anything in it is wrong. */
struct lesson *lesson_read(const void *parent, const char *path, const struct verb_table *verbs,
                           enum lesson_part part, struct diagnostics *problems);

/* The same from memory; `file` is only named in problems. */
struct lesson *lesson_parse(const void *parent, const char *file, struct bytes bytes,
                            const struct verb_table *verbs, enum lesson_part part,
                            struct diagnostics *problems);

/* What the learner reads first at a step. */
const struct text *step_stem(const struct step *step);

/* The step with this id, or NULL. */
const struct step *lesson_find_step(const struct lesson *lesson, const char *id);

/* The record of a lesson's head and the fields that every step has. */
extern const struct record lesson_record;
extern const struct record step_record;

#endif
