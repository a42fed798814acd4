/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The environment that a program starts with. */
#ifndef SCREENS_ENVIRONMENT_H
#define SCREENS_ENVIRONMENT_H

#include "string-list.h"

/*
 * Adds HOME, given as an assignment, TERM, LANG and PATH, and out of the environment of this
 * program what steers Conecta and the sanitizers: nothing else, so that screens do not depend on
 * who runs the test.
 */
void environment_fill(struct strings *environment, const char *home);

#endif
