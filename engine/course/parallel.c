/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "course/parallel.h"

#include <string.h>

#include <talloc.h>

#include "base/language.h"
#include "base/memory.h"

static const struct string *find_string(const struct strings *strings, const char *context)
{
    for (size_t i = 0; i < strings->count; i++)
        if (strcmp(strings->items[i].context, context) == 0)
            return &strings->items[i];
    return NULL;
}

/* How many strings of one text begin here. */
static size_t count_pieces(const struct strings *strings, const struct string *first)
{
    size_t count = 1;
    const struct string *end = strings->items + strings->count;
    while (first + count < end && first[count].node == first->node)
        count++;
    return count;
}

static void name_original(const struct string *string, struct diagnostics *problems)
{
    diagnostics_advise(problems,
                       /* TRANSLATORS: where the original of a translation is: file, line, name. */
                       _("the original is %1$s:%2$zu (%3$s)"), string->file, string->line,
                       string->context);
}

static void refuse_missing(const struct string *string, const char *file,
                           struct diagnostics *problems)
{
    diagnostics_add(problems, SEVERITY_ERROR, file, (struct position){ 0, 0 },
                    /* TRANSLATORS: the place of a text that a translated lesson lacks. */
                    _("there is no text at %s"), string->context);
    name_original(string, problems);
}

static void refuse_pieces(const struct string *string, size_t count, const struct string *other,
                          size_t other_count, struct diagnostics *problems)
{
    diagnostics_add(problems, SEVERITY_ERROR, other->file, other->node->at,
                    /* TRANSLATORS: of a text and its translation. */
                    _("this text has %1$zu paragraphs, its original %2$zu"), other_count, count);
    name_original(string, problems);
}

void parallel_match(const struct strings *strings, const struct strings *other, struct po *po,
                    struct diagnostics *problems)
{
    const char *file = other->count ? other->items[0].file : NULL;
    size_t count;

    for (size_t i = 0; i < strings->count; i += count) {
        const struct string *string = &strings->items[i];
        const struct string *match = find_string(other, string->context);
        count = count_pieces(strings, string);
        if (!match) {
            refuse_missing(string, file, problems);
            continue;
        }
        size_t pieces = count_pieces(other, match);
        if (pieces != count) {
            refuse_pieces(string, count, match, pieces, problems);
            continue;
        }
        for (size_t j = 0; j < count; j++)
            po_put(po, &(struct po_entry){
                           .context = string[j].context,
                           .source = string[j].text,
                           .translation = match[j].text,
                           .line = match[j].line,
                       });
    }
}
