/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files read whole, with a limit, so that nothing hostile is waited for. */
#ifndef CONECTA_BASE_FILE_H
#define CONECTA_BASE_FILE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/diagnostic.h"

struct bytes {
    char *data; /* ended by a NUL that length does not count */
    size_t length;
};

/* Reads a regular file of at most limit bytes into memory owned by parent.
 * False, with a problem added and ret_bytes untouched, when it is missing, not
 * a regular file, larger, or cannot be read. Never blocks on pipes or devices. */
bool file_read(const void *parent, const char *path, size_t limit, struct bytes *ret_bytes,
               struct diagnostics *problems);

/* Like file_read, but takes only the first limit bytes of a longer file;
 * *ret_whole says whether that was all of it. */
bool file_read_start(const void *parent, const char *path, size_t limit, struct bytes *ret_bytes,
                     bool *ret_whole, struct diagnostics *problems);

/* folder/name, owned by parent. */
char *file_path(const void *parent, const char *folder, const char *name);

#endif
