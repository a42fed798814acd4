/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "course/record.h"

#include <talloc.h>

#include "base/memory.h"

static void *read_root(const struct reading *reading, const struct node *root,
                       const struct record *record,
                       bool (*check)(const struct reading *, const void *))
{
    void *into = memory_need(talloc_zero_size(reading->parent, record->size));
    const struct binding binding = { record, into };

    if (!record_read(reading, root, &binding, 1) || (check && !check(reading, into)))
        return NULL;
    return into;
}

void *record_parse(const void *parent, const char *file, struct bytes bytes,
                   const struct record *record,
                   bool (*check)(const struct reading *reading, const void *into),
                   struct diagnostics *problems)
{
    void *pool = memory_need(talloc_pool(parent, READING_BYTES));
    const struct reading reading = { pool, file, problems };
    size_t first_problem = problems->count;

    struct node *root = node_parse(pool, file, bytes, NULL, problems);
    void *into = root ? read_root(&reading, root, record, check) : NULL;
    diagnostics_quote(problems, first_problem, bytes.data, bytes.length);
    if (!into) {
        talloc_free(pool);
        return NULL;
    }
    talloc_steal(parent, into);
    talloc_steal(into, pool);
    return into;
}

void *record_read_file(const void *parent, const char *path, const struct record *record,
                       bool (*check)(const struct reading *reading, const void *into),
                       struct diagnostics *problems)
{
    struct bytes bytes;

    if (!file_read(problems, path, NODE_FILE_BYTES, &bytes, problems))
        return NULL;
    void *into = record_parse(parent, path, bytes, record, check, problems);
    talloc_free(bytes.data);
    return into;
}
