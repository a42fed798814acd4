/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/today.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

bool today_parse(const char *text, struct today *into)
{
    bool shape = strlen(text) == 7 && text[4] == '-' && strspn(text, "0123456789") == 4 &&
                 strspn(text + 5, "0123456789") == 2;
    int month = shape ? (int)strtol(text + 5, NULL, 10) : 0;

    if (month < 1 || month > 12)
        return false;
    *into = (struct today){ .year = (int)strtol(text, NULL, 10), .month = month };
    return true;
}

struct today today_read(void)
{
    const char *wanted = getenv("CONECTA_TODAY");
    time_t now = time(NULL);
    struct today today = { 0, 0 };
    struct tm parts;

    if (wanted && today_parse(wanted, &today))
        return today;
    if (localtime_r(&now, &parts))
        today = (struct today){ .year = parts.tm_year + 1900, .month = parts.tm_mon + 1 };
    return today;
}
