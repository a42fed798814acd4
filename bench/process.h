/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the system tells about a running program, read from /proc. */
#ifndef BENCH_PROCESS_H
#define BENCH_PROCESS_H

#include <sys/types.h>

/* The most memory that was in use at one time (VmHWM), in MiB. Negative when it is not told. */
double process_peak_memory(pid_t pid);

/*
 * How often the program went to sleep by itself so far, in all its threads. Who sleeps once more
 * than before was woken up in between. Negative when it is not told.
 */
double process_sleeps(pid_t pid);

#endif
