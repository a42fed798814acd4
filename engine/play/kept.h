/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A lesson put aside: all that it takes to go on with an attempt, without the lesson.
 * What was typed for nobody is not in it (`leave` of struct activity).
 */
#ifndef CONECTA_PLAY_KEPT_H
#define CONECTA_PLAY_KEPT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "course/alike.h"
#include "play/attempt.h"
#include "base/octets.h"

struct kept {
    uint64_t seed;
    bool collected;
    struct fingerprint row;   /* of the stops before anything was collected */
    struct bookmark bookmark; /* its id belongs to the struct */
    unsigned char *answers;   /* the states of steps; wiped when freed; NULL: given up */
    size_t length;
};

/* Puts an attempt aside, which is not changed. Belongs to parent. */
struct kept *kept_new(const void *parent, const struct attempt *attempt);

/* Of a lesson that was played to its end, what she takes with her (`take_away` of struct
 * activity); NULL when there is nothing. */
struct kept *kept_new_taken(const void *parent, const struct attempt *attempt);

/* Gives a new attempt, which begins at its beginning, what was taken from an earlier one. */
void kept_give(struct attempt *attempt, const struct kept *taken);

/* A new attempt that goes on where the one put aside was, perhaps in another language or
 * another version of the lesson. The state of a step is only taken when the step has the same
 * fingerprint. Says in `resumed` what came of it. Owns and keeps what attempt_new does. */
struct attempt *kept_resume(const void *parent, const struct lesson *lesson,
                            const struct kept *kept);

/* As bytes, with the answers or without. */
void kept_write(struct octets_out *out, const struct kept *kept, bool answers);

/* From any bytes. Belongs to parent; NULL, with `failed` set, when they are none. */
struct kept *kept_read(const void *parent, struct octets_in *in);

#endif
