/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Numbers that only add up: what a heap of ballots about one revision of a lesson says, and
 * nothing of any one of them. The sum of two tallies is the tally of both heaps, in any order.
 *
 * The sums of item and rest are what a correlation needs. For one learner x is 1 when she got
 * the item right at the first answer, 0 when she got it wrong; y, the rest, is how many of the
 * other items of the lesson she got right at the first answer, what she skipped not among them.
 * What is asked after the lesson is a second answer, and not in it.
 */
#ifndef CONECTA_REPORT_TALLY_H
#define CONECTA_REPORT_TALLY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buffer.h"
#include "course/ballot.h"

struct tally_option {
    char *id;
    uint64_t taken;
};

/* n pairs, their sums, sums of squares and of products. */
struct tally_sums {
    uint64_t n, x, y, xx, yy, xy;
};

struct tally_item {
    char *id;
    long rev;
    enum ballot_moment moment;
    uint64_t answered, right, wrong, skipped;
    struct tally_option *options;
    size_t option_count;
    struct tally_sums rest;
    /* Of BALLOT_BEFORE, learners who answered twice: [right before][right after]. */
    uint64_t change[2][2];
};

/* Freed with talloc, as all of it belongs to it. */
struct tally {
    char *lesson;
    char revision[BALLOT_REVISION + 1];
    uint64_t ballots;
    struct tally_item *items;
    size_t count;
};

/* Of nothing yet. */
struct tally *tally_new(const void *parent, const char *lesson, const char *revision);

/* Adds a ballot: answers, or (tally_add_rest) only the sums of item and rest. The ballot is about
 * this lesson and revision; tally_add_rest takes those of one learner only. */
void tally_add(struct tally *tally, const struct ballot *ballot);
void tally_add_rest(struct tally *tally, const struct ballot *ballot);

/* Adds one to an option of an item, both added when they are not there; for what is counted
 * beside answers, such as languages. */
void tally_add_option(struct tally *tally, const char *item, const char *option);

/* Adds all numbers of another, but for `ballots`. */
void tally_add_numbers(struct tally *tally, const struct tally *other);

/* Bytes that tally_read understands, the same for the same tally. */
void tally_write(const struct tally *tally, struct buffer *buffer);

/* NULL when the bytes are no tally. No bytes: one of nothing. Belongs to parent. */
struct tally *tally_read(const void *parent, const char *lesson, const char *revision,
                         const void *bytes, size_t length);

#endif
