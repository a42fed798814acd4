/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The file of a batch, as it goes to a USB stick. */
#ifndef CONECTA_COMMANDS_SHARE_FILE_H
#define CONECTA_COMMANDS_SHARE_FILE_H

#include <stdbool.h>

#include "base/diagnostic.h"

/* Whether a file may be written at path: there is none, or it is these BATCH_BYTES bytes
 * already; bytes may be NULL. False, with a problem added, when something else is there, or
 * nothing may be written in its folder. */
bool share_file_may(const char *path, const unsigned char *bytes, struct diagnostics *problems);

/* Writes BATCH_BYTES bytes, whole or not at all, for nobody but the owner of the file and with
 * no time but the quarter. */
bool share_file_write(const char *path, const unsigned char *bytes, struct diagnostics *problems);

#endif
