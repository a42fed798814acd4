/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * New files and folders, whole or not at all: they are written under another
 * name beside the place, brought to the disk, and only then get their name.
 * Nothing that is there already is ever touched. A signal waits until it is
 * done; when it fails, nothing is left behind.
 */
#ifndef CONECTA_BASE_CREATE_H
#define CONECTA_BASE_CREATE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/diagnostic.h"

/* A file to write. In a folder its name may have one folder of its own before it,
 * such as "module/lesson.yaml", which is made. */
struct new_file {
    const char *name;
    const char *text;
    bool secret; /* nobody but its owner may read it */
};

/* False, with a problem added, when something of this name is there, its folder is
 * not, or it cannot be written. */
bool create_file(struct new_file file, struct diagnostics *problems);

/* A folder with these files; the same otherwise. */
bool create_folder(const char *path, const struct new_file *files, size_t count,
                   struct diagnostics *problems);

#endif
