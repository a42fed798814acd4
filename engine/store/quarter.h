/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The only time that is ever kept: which quarter of a year it is. A day, or an
 * hour, would say who was at the laptop.
 */
#ifndef CONECTA_STORE_QUARTER_H
#define CONECTA_STORE_QUARTER_H

/* year * 4 + 0 to 3. */
typedef int quarter;

/* A clock that was never set says 1970, or the year the laptop was made. What was
 * saved then has this quarter, and its time begins when the clock is right. */
#define QUARTER_UNKNOWN 0

/* The quarter of base/today.h, or QUARTER_UNKNOWN. */
quarter quarter_now(void);

/* Makes the file or folder look as if it was last read and changed at the beginning of
 * the quarter (of 1970, if that is unknown). What cannot be set stays as it is: who
 * may not change a file did not change its times either. */
void quarter_stamp(const char *path, quarter when);

#endif
