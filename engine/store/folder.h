/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The data folder and the names in it. All that a store ever writes lies here:
 *
 *     conecta.db              the store
 *     conecta.db-journal      SQLite's, while something is being written
 *     conecta.db.new          while what is sound of a damaged store is taken over
 *     conecta.db.graft        for a moment, with the one above; see graft.h
 *     conecta.db.damaged-N    what was set aside, with its journal if it had one
 */
#ifndef CONECTA_STORE_FOLDER_H
#define CONECTA_STORE_FOLDER_H

#include <stdbool.h>

#include "base/diagnostic.h"
#include "store/database.h"
#include "store/quarter.h"

#define STORE_NAME "conecta.db"

/* Makes the folder, and those above it, as far as they are missing: for their owner
 * only (0700). The same for the empty file at path in it (0600). Both are on the disk when this
 * returns true. False, with a problem added, when one cannot be made. */
bool folder_make(const char *folder, const char *path, struct diagnostics *problems);

/* LOCK_SH: while the file is used. LOCK_EX: while files are made, get other names or are
 * removed, which nobody must do under the hands of another program: SQLite knows a
 * journal by its name only. A file to close, which ends it; -1, with a problem added,
 * when the folder cannot be opened or patience came to an end. */
int folder_lock(const char *folder, int kind, const struct patience *patience,
                struct diagnostics *problems);

/* A name conecta.db.damaged-N, owned by parent, that nobody has. The folder is locked. */
char *folder_free_name(const void *parent, const char *path);

/* Gives the store at path the name aside, and the file at next, unless it is NULL, the
 * store's. After a power cut there is the one or the other. The folder is locked. False, with a problem added, when it cannot be done. */
bool folder_swap(const char *folder, const char *path, const char *aside, const char *next,
                 struct diagnostics *problems);

/* Removes every file that a store writes, and the folder if nothing else is in it. The folder
 * is locked. */
bool folder_remove_all(const char *folder, struct diagnostics *problems);

/* quarter_stamp for the folder and every file in it that a store writes. */
void folder_stamp(const char *folder, quarter when);

#endif
