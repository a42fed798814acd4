/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/diagnostic.h"

#include <stdbool.h>
#include <string.h>

#include <talloc.h>

#include "base/language.h"
#include "base/memory.h"
#include "base/text.h"

/* An excerpt longer than this says nothing and hides the rest. */
#define EXCERPT_BYTES 400

struct diagnostics *diagnostics_new(const void *parent)
{
    return memory_need(talloc_zero(parent, struct diagnostics));
}

static bool keep_room(struct diagnostics *list)
{
    if (list->count == DIAGNOSTICS_MAX)
        return false;
    if ((list->count & (list->count - 1)) == 0) {
        size_t room = list->count == 0 ? 1 : list->count * 2;
        list->items =
            memory_need(talloc_realloc(list, list->items, struct diagnostic, (unsigned)room));
    }
    return true;
}

void diagnostics_add(struct diagnostics *list, enum severity severity, const char *file,
                     struct position at, const char *message, ...)
{
    if (severity == SEVERITY_ERROR)
        list->errors++;
    else
        list->warnings++;
    if (!keep_room(list))
        return;

    va_list arguments;
    va_start(arguments, message);
    list->items[list->count++] = (struct diagnostic){
        .severity = severity,
        .file = file ? memory_need(talloc_strdup(list, file)) : NULL,
        .at = at,
        .message = memory_need(talloc_vasprintf(list, message, arguments)),
    };
    va_end(arguments);
}

void diagnostics_advise(struct diagnostics *list, const char *advice, ...)
{
    if (list->errors + list->warnings > list->count || list->count == 0)
        return;
    va_list arguments;
    va_start(arguments, advice);
    list->items[list->count - 1].advice = memory_need(talloc_vasprintf(list, advice, arguments));
    va_end(arguments);
}

static const char *find_line(const char *bytes, size_t length, size_t line, size_t *ret_length)
{
    const char *end = bytes + length;
    bytes += text_mark_length(bytes, length);
    for (size_t number = 1; number < line; number++) {
        const char *newline = memchr(bytes, '\n', (size_t)(end - bytes));
        if (!newline)
            return NULL;
        bytes = newline + 1;
    }
    const char *newline = memchr(bytes, '\n', (size_t)(end - bytes));
    *ret_length = (size_t)((newline ? newline : end) - bytes);
    return bytes;
}

void diagnostics_quote(struct diagnostics *list, size_t first, const char *bytes, size_t length)
{
    for (size_t i = first; i < list->count; i++) {
        struct diagnostic *problem = &list->items[i];
        if (problem->excerpt || problem->at.line == 0)
            continue;
        size_t line_length = 0;
        const char *line = find_line(bytes, length, problem->at.line, &line_length);
        if (line)
            problem->excerpt = text_clean(list, line, text_cut(line, line_length, EXCERPT_BYTES));
    }
}

static char *append_place(char *out, const struct diagnostic *problem)
{
    if (problem->file)
        out = talloc_asprintf_append_buffer(out, "%s:", problem->file);
    if (problem->file && problem->at.line)
        out = talloc_asprintf_append_buffer(out, "%zu:%zu:", problem->at.line, problem->at.column);
    return problem->file ? talloc_strdup_append_buffer(out, " ") : out;
}

/* The caret stands under the character meant, whatever the width of those before it. */
static char *append_excerpt(char *out, const struct diagnostic *problem)
{
    size_t before = text_characters(problem->excerpt, problem->at.column - 1);
    size_t cells = text_width(problem->excerpt, before);
    return talloc_asprintf_append_buffer(out, "    %s\n    %*s^\n", problem->excerpt, (int)cells, "");
}

char *diagnostic_format(const void *parent, const struct diagnostic *problem)
{
    /* TRANSLATORS: stands before a message: "lesson.yaml:3:5: error: …" */
    const char *word = problem->severity == SEVERITY_ERROR ? C_("problem", "error")
                                                           : C_("problem", "warning");
    char *out = append_place(talloc_strdup(parent, ""), problem);
    out = talloc_asprintf_append_buffer(out, "%s: %s\n", word, problem->message);
    if (problem->excerpt && *problem->excerpt && problem->at.column)
        out = append_excerpt(out, problem);
    if (problem->advice)
        out = talloc_asprintf_append_buffer(out, "    %s\n", problem->advice);
    return memory_need(out);
}
