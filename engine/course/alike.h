/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What of a lesson is the same in every language: all that is not translated. */
#ifndef CONECTA_COURSE_ALIKE_H
#define CONECTA_COURSE_ALIKE_H

#include <stdbool.h>

#include "course/lesson.h"

#define FINGERPRINT_BYTES 16

/* Stands for verb, id, revision and lists of a step. Two steps that have it in common
 * differ in what is translated only, such as a text or a note. The same on every machine. */
struct fingerprint {
    unsigned char bytes[FINGERPRINT_BYTES];
};

struct fingerprint step_fingerprint(const struct step *step);

bool fingerprints_equal(const struct fingerprint *one, const struct fingerprint *other);

/* The same steps in the same order, with the same verbs, ids and lists: what a learner
 * did in one lesson can go on in the other. */
bool lessons_alike(const struct lesson *one, const struct lesson *other);

#endif
