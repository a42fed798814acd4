/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/hide.h"

#include <sys/resource.h>

#include "base/leak_checker.h"

#ifdef __linux__
#include <sys/prctl.h>
#endif

void hide_memory(void)
{
    static const struct rlimit none = { 0, 0 };

    setrlimit(RLIMIT_CORE, &none);
#if defined(__linux__) && !defined(CHECKS_LEAKS)
    prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
#endif
}
