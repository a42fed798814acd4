/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Any bytes as each of the other files of a course: course.yaml, a glossary, a
 * directory of services. Built with clang's libFuzzer; nothing may crash, leak
 * or hang.
 */
#include <stdint.h>
#include <stdlib.h>

#include <talloc.h>

#include "base/diagnostic.h"
#include "base/memory.h"
#include "course/course.h"
#include "course/directory.h"
#include "course/glossary.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void format_all(const struct diagnostics *problems)
{
    for (size_t i = 0; i < problems->count; i++)
        talloc_free(diagnostic_format(problems, &problems->items[i]));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const struct record *const records[] = {
        &course_record,
        &glossary_record,
        &directory_record,
    };

    /* There is enough: whoever says otherwise was given NULL. */
    memory_on_exhaustion(abort);
    for (size_t i = 0; i < sizeof records / sizeof records[0]; i++) {
        struct diagnostics *problems = diagnostics_new(NULL);
        struct bytes bytes = { .data = talloc_memdup(problems, data, size), .length = size };
        record_parse(problems, "file", bytes, records[i], NULL, problems);
        const struct glossary *glossary = glossary_parse(problems, "file", bytes, problems);
        if (glossary && !glossary_find(glossary, "PrEP"))
            glossary_nearest(glossary, "PrEP");
        format_all(problems);
        talloc_free(problems);
    }
    return 0;
}
