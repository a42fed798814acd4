/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "commands/lint_kind.h"

#include <string.h>

#include "base/text.h"
#include "course/directory.h"
#include "course/glossary.h"
#include "course/lesson.h"

static bool has_name(const char *line, const struct record *record)
{
    const char *name = record->fields[0].name;
    size_t length = strlen(name);

    if (strncmp(line, name, length) != 0)
        return false;
    return line[length + strspn(line + length, " ")] == ':';
}

static enum lint_kind kind_of_line(const char *line)
{
    static const struct {
        const struct record *record;
        enum lint_kind kind;
    } kinds[] = {
        { &lesson_record, LINT_LESSON },
        { &glossary_record, LINT_GLOSSARY },
        { &directory_record, LINT_DIRECTORY },
    };

    for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++)
        if (has_name(line, kinds[i].record))
            return kinds[i].kind;
    return LINT_UNKNOWN;
}

enum lint_kind lint_kind_of(struct bytes bytes)
{
    const char *line = bytes.data + text_mark_length(bytes.data, bytes.length);
    enum lint_kind kind = kind_of_line(line);

    while (kind == LINT_UNKNOWN && (line = strchr(line, '\n')))
        kind = kind_of_line(++line);
    return kind;
}
