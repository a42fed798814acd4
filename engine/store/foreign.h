/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files that come from another computer: keys and batches. */
#ifndef CONECTA_STORE_FOREIGN_H
#define CONECTA_STORE_FOREIGN_H

#include "base/diagnostic.h"
#include "base/file.h"

/* file_read_start for what is no lesson: a folder, pipe or device is refused with another
 * advice. */
bool foreign_read(const void *parent, const char *path, size_t limit, struct bytes *ret_bytes,
                  bool *ret_whole, struct diagnostics *problems);

#endif
