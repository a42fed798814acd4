/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which month it is. */
#ifndef CONECTA_BASE_TODAY_H
#define CONECTA_BASE_TODAY_H

#include <stdbool.h>

struct today {
    int year;  /* such as 2026 */
    int month; /* 1 to 12 */
};

/* Reads a month such as "2026-11". False, with nothing changed, when it has
 * another form. */
bool today_parse(const char *text, struct today *into);

/* The month of the clock, where this computer is; or that of the environment
 * variable CONECTA_TODAY, such as "2026-11", so that a test knows what comes
 * out. A variable of another form does not count. */
struct today today_read(void);

#endif
