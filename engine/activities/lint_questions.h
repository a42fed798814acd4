/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rules of lint on the questions of a lesson. */
#ifndef CONECTA_ACTIVITIES_LINT_QUESTIONS_H
#define CONECTA_ACTIVITIES_LINT_QUESTIONS_H

#include "course/lint.h"

/* What the verb of each step has to say. */
lint_rule lint_steps;

/* No `sources`, though a step is read or can be answered right or wrong. */
lint_rule lint_sources;

/* In a lesson with three `choose` or more: the right option is always the
 * longest. */
lint_rule lint_longest_right;

/* In a lesson with three or more `choose` that keep their order: the right option
 * is always at the same place. */
lint_rule lint_same_place;

/* Three `choose` or more have two options, and they are more than half. */
lint_rule lint_two_options;

#endif
