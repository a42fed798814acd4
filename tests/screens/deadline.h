/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How long a script command may wait. Times are milliseconds of a clock that nobody sets. */
#ifndef SCREENS_DEADLINE_H
#define SCREENS_DEADLINE_H

#include <stdbool.h>
#include <stdint.h>

/* Returns the time now. */
int64_t deadline_clock(void);
/* Returns the end of a wait that begins now: 10 seconds, or as many as CONECTA_TEST_SECONDS says. */
int64_t deadline_begin(void);
bool deadline_passed(int64_t deadline);

#endif
