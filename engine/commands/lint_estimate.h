/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How long a page can be, told without laying it out. */
#ifndef CONECTA_COMMANDS_LINT_ESTIMATE_H
#define CONECTA_COMMANDS_LINT_ESTIMATE_H

#include "course/record.h"

/* Not less than the lines that all texts of a record that are not FIELD_LATER take
 * together in this width, one below the other, with the gaps of Markdown; mostly
 * more. */
size_t lint_estimate(const struct record *record, const void *fields, size_t width);

#endif
