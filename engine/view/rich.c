/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "view/rich.h"

#include <string.h>

#include <talloc.h>

#include "base/memory.h"

static void add_run(const void *parent, struct rich *rich, size_t length, unsigned style)
{
    struct run *last = rich->run_count ? &rich->runs[rich->run_count - 1] : NULL;
    if (last && last->style == style) {
        last->length += length;
        return;
    }
    rich->runs = memory_need(
        talloc_realloc(parent, rich->runs, struct run, (unsigned)rich->run_count + 1));
    rich->runs[rich->run_count++] =
        (struct run){ .start = rich->length, .length = length, .style = style };
}

void rich_add(const void *parent, struct rich *rich, const char *text, size_t length,
              unsigned style)
{
    rich->text =
        memory_need(talloc_realloc(parent, rich->text, char, (unsigned)(rich->length + length + 1)));
    if (length > 0) {
        memcpy(rich->text + rich->length, text, length);
        add_run(parent, rich, length, style);
    }
    rich->length += length;
    rich->text[rich->length] = '\0';
}

void rich_add_term(const void *parent, struct rich *rich, const char *term, size_t length)
{
    rich->terms = memory_need(talloc_realloc(parent, rich->terms, const char *,
                                             (unsigned)rich->term_count + 1));
    rich->terms[rich->term_count++] = memory_need(talloc_strndup(parent, term, length));
}
