/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What one completed lesson tells a trainer: first answers, and nothing of the person.
 *
 * A ballot is about one revision of a lesson: the ids of all questions that are counted, their
 * `rev`, their verbs, and the ids of what can be answered and which of that is right. Any of
 * these differs: another revision, whose counts are never added to the others.
 *
 * As bytes a ballot is for sealing (store/): they say what was answered. They are the same on
 * every machine and padded to one size, whatever the lesson.
 */
#ifndef CONECTA_COURSE_BALLOT_H
#define CONECTA_COURSE_BALLOT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/diagnostic.h"

/* Of every ballot as bytes. */
#define BALLOT_BYTES 4096

#define BALLOT_REVISION 8 /* hexadecimal digits */

/* A group counts hands: several people in one ballot. One learner: 1. */
#define BALLOT_PEOPLE_MAX 40

enum ballot_moment {
    BALLOT_BEFORE, /* `before-after`, asked before the lesson */
    BALLOT_DURING,
    BALLOT_AFTER,  /* `before-after`, asked after it */
};

/* First answers to one question at one moment. One learner: each number is 0 or 1. */
struct ballot_item {
    char *id;
    long rev;
    enum ballot_moment moment;
    unsigned right;   /* who answered it right */
    unsigned wrong;
    unsigned skipped; /* saw it and did not answer */
    char **options;   /* ids of what can be answered; none for questions without */
    unsigned *taken;  /* who took each first */
    size_t option_count;
};

struct ballot {
    char *lesson;
    char revision[BALLOT_REVISION + 1];
    char *language; /* that the lesson was played in: a code */
    bool group;
    struct ballot_item *items;
    size_t count;
};

struct lesson;

/* The revision of a lesson that was read whole: eight digits and a NUL. The order of questions
 * and of options does not count, nor does any text. */
void ballot_revision(const struct lesson *lesson, char ret_revision[BALLOT_REVISION + 1]);

/* Writes BALLOT_BYTES bytes. False when the ballot does not fit, or is one that ballot_read
 * would refuse: nothing is written then. */
bool ballot_write(const struct ballot *ballot, unsigned char bytes[BALLOT_BYTES]);

/* Reads any bytes. Belongs to parent; NULL when they are no ballot, or one of a newer version
 * (then *ret_newer). Every number is at most BALLOT_PEOPLE_MAX, and right + wrong + skipped and
 * what was taken fit together. */
struct ballot *ballot_read(const void *parent, const unsigned char bytes[BALLOT_BYTES],
                           bool *ret_newer);

#endif
