/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "commands/folders.h"

#include <stdlib.h>
#include <string.h>

#include <talloc.h>

#include "base/memory.h"

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

char *folder_edition(const void *parent, const char *course, const char *language)
{
    const char *folder = getenv("CONECTA_TRANSLATED_DIR");
    size_t length = strlen(course);

    if (folder && *folder && strcmp(course, folder_lessons()) == 0)
        return memory_need(talloc_asprintf(parent, "%s/lessons-%s", folder, language));
    while (length > 1 && course[length - 1] == '/')
        length--;
    return memory_need(talloc_asprintf(parent, "%.*s-%s", (int)length, course, language));
}
