/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A folder that is gone when the work is over, however it ends. */
#ifndef BENCH_SCRATCH_H
#define BENCH_SCRATCH_H

/*
 * Calls WORK with the path of a new, empty folder, in a process of its own, and removes the folder
 * when that process has ended: because it was finished, crashed, or was interrupted. Returns what
 * WORK returned, 1 when there was no folder to be had (which it says on standard error), or 128 and
 * the number of the signal.
 */
int scratch_use(int (*work)(const char *folder, const void *data), const void *data);

#endif
