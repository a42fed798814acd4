/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Writing files so that whoever reads them finds the old one or the new one,
 * whole: a temporary file beside it, fsync, rename, fsync of the folder.
 */
#ifndef CONECTA_BASE_REPLACE_H
#define CONECTA_BASE_REPLACE_H

#include <stdbool.h>

#include "base/diagnostic.h"
#include "base/file.h"

/* Writes the new content to the file `path`, which exists and is empty. False,
 * with a problem added, when it could not. */
typedef bool replace_fill(void *data, const char *path, struct diagnostics *problems);

/* Makes or replaces the file at path with what fill writes. False, with a problem
 * added and nothing changed on the disk, when that fails. */
bool replace_file(const char *path, replace_fill *fill, void *data,
                  struct diagnostics *problems);

/* The same with bytes that are at hand. */
bool replace_with(const char *path, struct bytes bytes, struct diagnostics *problems);

/* Makes the folders in which the file at path lies, as far as they are missing.
 * False, with a problem added, when one cannot be made. */
bool replace_make_folders(const char *path, struct diagnostics *problems);

/* Adds the problem that path could not be written, with errno's reason. Returns
 * false. */
bool replace_refuse(const char *path, int error, struct diagnostics *problems);

#endif
