/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What SQLite and the system refuse, as problems for a person. */
#ifndef CONECTA_STORE_FAILURE_H
#define CONECTA_STORE_FAILURE_H

#include <stdbool.h>

#include "base/diagnostic.h"

/* Adds the problem of an extended result code of SQLite with the errno that was behind
 * it (0: none is known). Returns false. Does not return when memory was short. */
bool failure_add(const char *path, int code, int error, struct diagnostics *problems);

/* The same for errno alone. */
bool failure_add_system(const char *path, int error, struct diagnostics *problems);

/* The content is not what was written: not a matter of rights or room. */
bool failure_is_damage(int code);

#endif
