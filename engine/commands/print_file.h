/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where a learner's printed plan goes: a text file in her home folder that nobody else
 * may read. */
#ifndef CONECTA_COMMANDS_PRINT_FILE_H
#define CONECTA_COMMANDS_PRINT_FILE_H

#include "play/printer.h"

extern const struct printer print_file;

/* The only folder into which it writes. */
const char *print_folder(void);

#endif
