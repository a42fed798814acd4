/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A system whose only locale is C.UTF-8, whatever is installed here, and the
 * translations that were built. */
#ifndef CONECTA_TESTS_BASE_LANGUAGE_WORLD_H
#define CONECTA_TESTS_BASE_LANGUAGE_WORLD_H

#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>
#include <talloc.h>

#include "base/language.h"

/* All variables that may say which language is wanted. */
static inline void world_clear_environment(void)
{
    static const char *const names[] = {"LANGUAGE", "LC_ALL", "LC_MESSAGES", "LC_CTYPE", "LANG"};
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
        unsetenv(names[i]);
}

/* A C library that LOCPATH sends elsewhere finds none of the system's locales
 * but those that it has in itself. */
static inline void world_start(const char *locales)
{
    world_clear_environment();
    setenv("LC_ALL", "C.UTF-8", 1);
    setenv("LOCPATH", "/dev/null/no-locales", 1);
    language_start(getenv("CONECTA_LOCALE_DIR"), locales);
}

/* Ends the test as skipped where the build could make no private locales. Only
 * the GNU C library needs them: others know any name of a locale, or keep their
 * locales elsewhere. */
static inline void world_needs_private_locales(void)
{
#ifdef __GLIBC__
    char *file =
        talloc_asprintf(NULL, "%s/ru/LC_MESSAGES/SYS_LC_MESSAGES", getenv("CONECTA_LOCALE_DIR"));
    bool there = access(file, R_OK) == 0;
    talloc_free(file);
    if (there)
        return;
    print_message("the build made no private locales (is localedef missing?)\n");
    skip();
#endif
}

/* The same where a C library other than GNU's cannot play the part. */
static inline void world_needs_gnu_library(void)
{
#ifndef __GLIBC__
    skip();
#endif
    world_needs_private_locales();
}

/* Both alphabets lie between U+0400 and U+04FF. */
static inline bool is_cyrillic(const char *text)
{
    return strpbrk(text, "\xD0\xD1\xD2") != NULL;
}

#endif
