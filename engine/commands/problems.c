/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "commands/problems.h"

#include <string.h>

#include <talloc.h>

#include "base/text.h"

void problem_print(FILE *out, const struct diagnostic *problem)
{
    char *text = diagnostic_format(NULL, problem);
    fputs(text_clean(text, text, strlen(text)), out);
    talloc_free(text);
}

void problems_print(FILE *out, const struct diagnostics *problems)
{
    for (size_t i = 0; i < problems->count; i++)
        problem_print(out, &problems->items[i]);
}
