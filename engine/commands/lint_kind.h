/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which kind of file of a course this is. */
#ifndef CONECTA_COMMANDS_LINT_KIND_H
#define CONECTA_COMMANDS_LINT_KIND_H

#include "base/file.h"

enum lint_kind {
    LINT_UNKNOWN,
    LINT_LESSON,
    LINT_GLOSSARY,
    LINT_DIRECTORY,
};

/* Told by the field that names such a file, at the beginning of a line. The bytes may
 * be any, and need not be the whole file. */
enum lint_kind lint_kind_of(struct bytes bytes);

#endif
