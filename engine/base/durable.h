/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Bytes and names that are on the disk before the program goes on. */
#ifndef CONECTA_BASE_DURABLE_H
#define CONECTA_BASE_DURABLE_H

#include <stdbool.h>
#include <stddef.h>

/* Writes all of it, brings it to the disk and closes the file, also when it fails: then
 * false, with the reason in errno. Some file systems tell only at the end that the disk
 * is full. */
bool durable_write(int file, const char *bytes, size_t length);

/* The folder in which a path lies, "." for a plain name; slashes at its end do not
 * count. Belongs to parent. */
char *durable_folder(const void *parent, const char *path);

/* Brings the names in a folder to the disk. Some file systems cannot; the files are
 * there all the same, so that is no failure. */
void durable_sync_folder(const char *folder);

#endif
