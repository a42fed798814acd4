/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "commands/folders.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <talloc.h>

#include "base/language.h"
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

static bool is_own_name(const char *course, size_t length)
{
    const char *name = course + length;
    while (name > course && name[-1] != '/')
        name--;
    return strspn(name, ".") < (size_t)(course + length - name);
}

/* "." and ".." do not say what the folder is called. */
static char *name_folder(const void *parent, const char *course)
{
    char *path = realpath(course, NULL);
    char *name = path ? strrchr(path, '/') : NULL;
    char *named = memory_need(name ? talloc_asprintf(parent, "%s/..%s", course, name)
                                   : talloc_strdup(parent, course));
    free(path);
    return named;
}

char *folder_edition(const void *parent, const char *course, const char *language)
{
    const char *folder = getenv("CONECTA_TRANSLATED_DIR");
    size_t length = strlen(course);

    if (folder && *folder && strcmp(course, folder_lessons()) == 0)
        return memory_need(talloc_asprintf(parent, "%s/lessons-%s", folder, language));
    while (length > 1 && course[length - 1] == '/')
        length--;
    if (!is_own_name(course, length)) {
        course = name_folder(parent, course);
        length = strlen(course);
    }
    return memory_need(talloc_asprintf(parent, "%.*s-%s", (int)length, course, language));
}

char *folder_home(const void *parent, const char *wanted)
{
    const char *named = wanted ? wanted : variable_or("CONECTA_HOME", NULL);
    const char *data = variable_or("XDG_DATA_HOME", NULL);
    const char *home = variable_or("HOME", NULL);

    if (named)
        return memory_need(talloc_strdup(parent, named));
    /* What is not absolute is to be passed over, says the standard of these folders. */
    if (data && *data == '/')
        return memory_need(talloc_asprintf(parent, "%s/conecta", data));
    if (home)
        return memory_need(talloc_asprintf(parent, "%s/.local/share/conecta", home));
    return NULL;
}

char *folder_above(const void *parent, const char *folder)
{
    char *path = memory_need(talloc_strdup(parent, folder));

    while (access(path, F_OK) != 0) {
        char *slash = strrchr(path, '/');
        if (!slash)
            return memory_need(talloc_strdup(parent, "."));
        slash[slash == path ? 1 : 0] = '\0';
        if (strcmp(path, "/") == 0)
            break;
    }
    return path;
}

enum status folder_refuse_home(void)
{
    /* TRANSLATORS: the system does not tell which folder belongs to this user. */
    return command_fail(_("there is no folder for what is saved: HOME is not set"),
                        /* TRANSLATORS: advice; --home is an option, DIR a folder. */
                        _("name one with --home DIR"));
}
