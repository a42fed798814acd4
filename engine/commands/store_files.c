/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "commands/store_files.h"

#include <dirent.h>
#include <stdlib.h>
#include <string.h>

#include <talloc.h>

#include "base/memory.h"

static char *append(const void *parent, char *list, const char *name)
{
    return memory_need(list ? talloc_asprintf_append_buffer(list, ", %s", name)
                            : talloc_strdup(parent, name));
}

char *store_files_list(const void *parent, const char *folder, const char *beginning)
{
    struct dirent **entries = NULL;
    int count = scandir(folder, &entries, NULL, alphasort);
    char *list = NULL;

    for (int i = 0; i < count; i++) {
        if (strncmp(entries[i]->d_name, beginning, strlen(beginning)) == 0)
            list = append(parent, list, entries[i]->d_name);
        free(entries[i]);
    }
    free(entries);
    return list;
}
