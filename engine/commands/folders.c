/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "commands/folders.h"

#include <stdlib.h>

/* The variables let the program run from where it was built. */
static const char *variable_or(const char *name, const char *installed)
{
    const char *value = getenv(name);
    return value && *value ? value : installed;
}

const char *folder_translations(void)
{
    return variable_or("CONECTA_LOCALE_DIR", CONECTA_LOCALE_DIR);
}

const char *folder_locales(void)
{
    return variable_or("CONECTA_LOCALE_DIR", CONECTA_PRIVATE_LOCALE_DIR);
}

const char *folder_lessons(void)
{
    return variable_or("CONECTA_LESSONS_DIR", CONECTA_LESSONS_DIR);
}
