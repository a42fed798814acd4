/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The forms in which lint says what it found. */
#ifndef CONECTA_COMMANDS_LINT_FORMAT_H
#define CONECTA_COMMANDS_LINT_FORMAT_H

#include <stdio.h>

#include "base/diagnostic.h"

/* What was found so far. */
struct lint_counts {
    size_t errors;
    size_t warnings;
    size_t printed; /* problems; past DIAGNOSTICS_MAX in one file they are only counted */
};

struct lint_format {
    const char *name; /* as the option --format takes it */
    void (*begin)(FILE *out);
    /* before: the counts without this problem. */
    void (*problem)(FILE *out, const struct diagnostic *problem, const struct lint_counts *before);
    void (*end)(FILE *out, const struct lint_counts *counts);
};

/* The format with this name; NULL when there is none. */
const struct lint_format *lint_format_find(const char *name);

/* Lines for people: the form of diagnostic_format, then how many there were. */
extern const struct lint_format lint_format_text;

/* One object for programs; docs/commands.md says what is in it. */
extern const struct lint_format lint_format_json;

#endif
