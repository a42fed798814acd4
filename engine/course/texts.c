/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "course/texts.h"

#include <string.h>

static void visit_list(const struct field *field, const struct text_list *list,
                       texts_visit *visit, void *data)
{
    for (size_t i = 0; i < list->count; i++)
        visit(data, field, &list->items[i]);
}

static void visit_text(const struct field *field, const void *value, texts_visit *visit,
                       void *data)
{
    const struct text *text = value;

    if (field->type == FIELD_LINES)
        visit_list(field, value, visit, data);
    else if (text->bytes)
        visit(data, field, text);
}

void texts_each(const struct record *record, const void *fields, texts_visit *visit, void *data)
{
    for (size_t i = 0; i < record->field_count; i++) {
        const struct field *field = &record->fields[i];
        const char *value = (const char *)fields + field->offset;

        if (field->flags & FIELD_TRANSLATED)
            visit_text(field, value, visit, data);
        if (field->type != FIELD_RECORDS)
            continue;
        const struct record_list *list = (const struct record_list *)value;
        for (size_t j = 0; j < list->count; j++)
            texts_each(field->record, (const char *)list->items + j * field->record->size, visit,
                       data);
    }
}

bool texts_paragraph_ends(const char *line)
{
    line += strspn(line, " ");
    size_t digits = strspn(line, "0123456789");

    if (digits > 0)
        return (line[digits] == '.' || line[digits] == ')') && line[digits + 1] == ' ';
    switch (*line) {
    case '\0':
    case '\n':
    case '#':
    case '>':
        return true;
    case '-':
    case '*':
    case '+':
        return line[1] == ' ';
    default:
        return strncmp(line, "```", 3) == 0;
    }
}
