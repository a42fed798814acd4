/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The course in other languages, for the rule on pages that do not fit. */
#ifndef CONECTA_COMMANDS_LINT_EDITIONS_H
#define CONECTA_COMMANDS_LINT_EDITIONS_H

#include "commands/linting.h"
#include "course/course.h"

/* Finds the languages that the course in a folder exists in, beside its own: those of
 * the PO files that were wished for, else the folders that `play` looks into. A lesson is
 * looked at in each language in which it is complete. Mistakes in PO files are reported.
 * All belongs to parent. */
const struct lint_editions *lint_editions_open(const struct linting *linting, const void *parent,
                                               const char *folder, const struct course *course);

#endif
