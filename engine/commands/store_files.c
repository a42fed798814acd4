/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "commands/store_files.h"

#include <dirent.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <talloc.h>

#include "base/memory.h"

#ifndef O_NOATIME
#define O_NOATIME 0
#endif

/* The time of the last reading would tell when somebody was here. */
static DIR *open_unnoticed(const char *folder)
{
    const int how = O_RDONLY | O_DIRECTORY | O_CLOEXEC;
    int file = open(folder, how | O_NOATIME);
    /* The system grants that to the owner only. */
    if (file < 0)
        file = open(folder, how);
    DIR *entries = file < 0 ? NULL : fdopendir(file);
    if (file >= 0 && !entries)
        close(file);
    return entries;
}

struct names {
    char **name;
    size_t count;
};

static void add(struct names *names, const void *parent, const char *name)
{
    names->name =
        memory_need(talloc_realloc(parent, names->name, char *, (unsigned)names->count + 1));
    names->name[names->count++] = memory_need(talloc_strdup(names->name, name));
}

static int compare(const void *one, const void *other)
{
    return strcmp(*(char *const *)one, *(char *const *)other);
}

static struct names read_names(const void *parent, const char *folder, const char *beginning)
{
    struct names names = {.count = 0};
    DIR *entries = open_unnoticed(folder);

    for (struct dirent *entry; entries && (entry = readdir(entries)) != NULL;)
        if (strncmp(entry->d_name, beginning, strlen(beginning)) == 0)
            add(&names, parent, entry->d_name);
    if (entries)
        closedir(entries);
    if (names.count)
        qsort(names.name, names.count, sizeof *names.name, compare);
    return names;
}

char *store_files_list(const void *parent, const char *folder, const char *beginning)
{
    const struct names names = read_names(parent, folder, beginning);
    char *list = NULL;

    for (size_t i = 0; i < names.count; i++)
        list = memory_need(i ? talloc_asprintf_append_buffer(list, ", %s", names.name[i])
                             : talloc_strdup(parent, names.name[i]));
    talloc_free(names.name);
    return list;
}
