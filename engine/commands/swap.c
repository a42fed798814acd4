/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "commands/swap.h"

#include <stdlib.h>
#include <string.h>

#include <talloc.h>

#include "base/memory.h"

static bool is_in_memory(const char *place)
{
    static const char zram[] = "/dev/zram";
    return strncmp(place, zram, strlen(zram)) == 0;
}

static char *add_place(const void *parent, char *list, const char *place)
{
    return memory_need(list ? talloc_asprintf_append_buffer(list, ", %s", place)
                            : talloc_strdup(parent, place));
}

/* Each line begins with a place; the first one is a heading. */
char *swap_open_places(const void *parent, const char *swaps,
                       bool (*is_encrypted)(const char *place, const void *data), const void *data)
{
    char *list = NULL;

    for (const char *line = strchr(swaps, '\n'); line && line[1]; line = strchr(line, '\n')) {
        line++;
        char *place = memory_need(talloc_strndup(parent, line, strcspn(line, " \t\n")));
        if (*place && !is_in_memory(place) && !is_encrypted(place, data))
            list = add_place(parent, list, place);
        talloc_free(place);
    }
    return list;
}

char *swap_real_path(const void *parent, const char *path)
{
    char *found = realpath(path, NULL);
    char *real = memory_need(talloc_strdup(parent, found ? found : path));
    free(found);
    return real;
}
