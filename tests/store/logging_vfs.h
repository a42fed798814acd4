/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A file system for SQLite that does everything on the real one and keeps a log of it. From
 * the log the disk can be made again as it may be found after a power cut at any moment:
 * what was synced is there; of what was written since then, any part may be missing, down
 * to single sectors.
 */
#ifndef CONECTA_TESTS_STORE_LOGGING_VFS_H
#define CONECTA_TESTS_STORE_LOGGING_VFS_H

#include <stddef.h>
#include <stdint.h>

/* Registers it as the one that everybody uses. Once. */
void logging_start(void);

/* From now on nothing is added to the log. */
void logging_stop(void);

/* How many entries the log has. */
size_t logging_count(void);

/* What survives of writes that were not synced. */
enum survival { SURVIVE_ALL, SURVIVE_NONE, SURVIVE_SOME };

/* Makes the files of the log in folder as a power cut after the first `count` entries
 * leaves them. seed decides which sectors survive with SURVIVE_SOME. */
void logging_replay(const char *folder, size_t count, enum survival survival, uint64_t seed);

#endif
