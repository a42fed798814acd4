/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether two lessons differ in what is translated only. */
#ifndef CONECTA_COURSE_ALIKE_H
#define CONECTA_COURSE_ALIKE_H

#include <stdbool.h>

#include "course/lesson.h"

/* The same steps in the same order, with the same verbs, ids and lists: what a learner
 * did in one lesson can go on in the other. */
bool lessons_alike(const struct lesson *one, const struct lesson *other);

#endif
