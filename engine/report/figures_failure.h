/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What SQLite and the system refuse, as problems for a trainer. */
#ifndef CONECTA_REPORT_FIGURES_FAILURE_H
#define CONECTA_REPORT_FIGURES_FAILURE_H

#include <stdbool.h>

#include "base/diagnostic.h"

/* Adds the problem of an extended result code of SQLite. Returns false. */
bool figures_refuse(const char *path, int code, struct diagnostics *problems);

/* The same for errno. */
bool figures_refuse_system(const char *path, int error, struct diagnostics *problems);

/* Adds the problem that this program is too old for the file. Returns false. */
bool figures_refuse_newer(const char *path, struct diagnostics *problems);

/* Adds the warning that a damaged file has another name now. */
void figures_tell_aside(const char *path, const char *aside, struct diagnostics *problems);

#endif
