/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Printing problems. */
#ifndef CONECTA_COMMANDS_PROBLEMS_H
#define CONECTA_COMMANDS_PROBLEMS_H

#include <stdio.h>

#include "base/diagnostic.h"

/* Prints a problem in the form of diagnostic_format, free of anything that a
 * terminal would take for a command. */
void problem_print(FILE *out, const struct diagnostic *problem);

/* Prints each of them. */
void problems_print(FILE *out, const struct diagnostics *problems);

#endif
