/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include <talloc.h>

#include "base/memory.h"
#include "course/directory.h"
#include "course/lint.h"

/* The lesson was read with it, so it is there and has no mistakes, or else the file is
 * none. */
static void check_directory(const struct lint *lint, const struct text *name)
{
    void *memory = memory_need(talloc_new(NULL));
    struct diagnostics *problems = lint->reading->problems;
    struct diagnostics *ignored = diagnostics_new(memory);
    const char *file = directory_path(memory, lint->reading->file, name->bytes);
    const struct reading reading = { memory, file, problems };
    size_t first_problem = problems->count;
    struct bytes bytes;

    if (file_read(memory, file, NODE_FILE_BYTES, &bytes, ignored)) {
        const struct directory *directory = directory_parse(memory, file, bytes, ignored);
        if (directory)
            lint_terms_of_record(&reading, bytes, &directory_record, directory, lint->words);
        diagnostics_quote(problems, first_problem, bytes.data, bytes.length);
    }
    talloc_free(memory);
}

static void check_step(const struct lint *lint, const struct step *step)
{
    const struct record *record = step->verb->record;
    for (size_t i = 0; i < record->field_count; i++)
        if (record->fields[i].type == FIELD_PATH)
            check_directory(lint, (const struct text *)((const char *)step->fields +
                                                        record->fields[i].offset));
}

void lint_directory_terms(const struct lint *lint)
{
    for (size_t i = 0; lint->words && i < lint->lesson->step_count; i++)
        check_step(lint, &lint->lesson->steps[i]);
}
