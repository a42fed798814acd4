/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which files of a store lie in its folder. */
#ifndef CONECTA_COMMANDS_STORE_FILES_H
#define CONECTA_COMMANDS_STORE_FILES_H

#include <stddef.h>

#include "store/folder.h"

/* How the names of all files begin that a store writes, and of those that were damaged and
 * set aside. */
#define STORE_FILES STORE_NAME
#define STORE_FILES_ASIDE STORE_NAME ".damaged-"

/* The names in the folder that begin like this, in their order, with a comma and a space
 * between them; belongs to parent. NULL: none, or the folder cannot be read. */
char *store_files_list(const void *parent, const char *folder, const char *beginning);

#endif
