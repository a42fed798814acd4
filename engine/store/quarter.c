/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/quarter.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <time.h>

#include "base/today.h"

/* Nothing was saved before this program was there to do it. */
#define FIRST_YEAR 2026

quarter quarter_now(void)
{
    struct today today = today_read();
    if (today.year < FIRST_YEAR)
        return QUARTER_UNKNOWN;
    return today.year * 4 + (today.month - 1) / 3;
}

static time_t beginning(quarter when)
{
    struct tm parts = {.tm_year = when / 4 - 1900, .tm_mon = when % 4 * 3, .tm_mday = 1};
    return when == QUARTER_UNKNOWN ? 0 : timegm(&parts);
}

void quarter_stamp(const char *path, quarter when)
{
    const struct timespec at = {.tv_sec = beginning(when)};
    const struct timespec times[] = {at, at};
    struct stat status;

    /* Setting the same again would only move the time of the last change of status. */
    if (lstat(path, &status) != 0 ||
        (status.st_mtim.tv_sec == at.tv_sec && status.st_mtim.tv_nsec == 0 &&
         status.st_atim.tv_sec == at.tv_sec && status.st_atim.tv_nsec == 0))
        return;
    utimensat(AT_FDCWD, path, times, AT_SYMLINK_NOFOLLOW);
}
