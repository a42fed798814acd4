/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "commands/print_file.h"

#include <stdlib.h>
#include <sys/stat.h>

#include <talloc.h>

#include "base/create.h"
#include "base/file.h"
#include "base/memory.h"

/* The name says nothing of what the course is about. Nothing is overwritten: the next
 * one is plan-2.txt. */
static char *name_number(const void *parent, const char *folder, unsigned number)
{
    char *name = number == 1 ? memory_need(talloc_strdup(parent, "plan.txt"))
                             : memory_need(talloc_asprintf(parent, "plan-%u.txt", number));
    char *path = file_path(parent, folder, name);
    talloc_free(name);
    return path;
}

static bool is_there(const char *path)
{
    struct stat status;
    return lstat(path, &status) == 0;
}

const char *print_folder(void)
{
    const char *home = getenv("HOME");
    return home && *home ? home : ".";
}

static char *choose(const void *parent)
{
    const char *folder = print_folder();
    unsigned number = 1;
    char *path = name_number(parent, folder, number);

    while (is_there(path)) {
        talloc_free(path);
        path = name_number(parent, folder, ++number);
    }
    return path;
}

static bool write_text(const char *path, const char *text, struct diagnostics *problems)
{
    return create_file((struct new_file){ .name = path, .text = text, .secret = true }, problems);
}

const struct printer print_file = { choose, write_text };
