/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rules of lint, applied to one lesson that can be read. */
#ifndef CONECTA_COMMANDS_LINT_RULES_H
#define CONECTA_COMMANDS_LINT_RULES_H

#include "course/lint.h"

/* Adds what all rules have to say to the problems of the reading, without the
 * lines of the file: diagnostics_quote adds these. */
void lint_rules_apply(const struct lint *lint);

/* A page that is longer than a screen of 80×24 shows: the first page of the lesson,
 * the first view of each step, the scenes of a story. */
lint_rule lint_pages;

/* The same in every other language in which the lesson is complete. */
lint_rule lint_editions;

#endif
