/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "commands/problems.h"

#include <string.h>

#include <talloc.h>

#include "base/text.h"

void problems_print(FILE *out, const struct diagnostics *problems)
{
    for (size_t i = 0; i < problems->count; i++) {
        char *text = diagnostic_format(NULL, &problems->items[i]);
        fputs(text_clean(text, text, strlen(text)), out);
        talloc_free(text);
    }
}
