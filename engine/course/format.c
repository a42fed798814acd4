/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "course/format.h"

#include <talloc.h>

#include "base/memory.h"

struct names {
    const char **items;
    unsigned count;
};

static void add_translated(struct names *names, const char *before, const struct record *record)
{
    for (size_t i = 0; i < record->field_count; i++) {
        const struct field *field = &record->fields[i];
        const char *name =
            memory_need(talloc_asprintf(names->items, "%s%s", before, field->name));
        if (field->flags & FIELD_TRANSLATED) {
            names->items = memory_need(
                talloc_realloc(NULL, names->items, const char *, names->count + 2));
            names->items[names->count++] = name;
        }
        if (field->type == FIELD_RECORDS) {
            const char *deeper = memory_need(talloc_asprintf(names->items, "%s.", name));
            add_translated(names, deeper, field->record);
        }
    }
}

const char **record_translated(const void *parent, const struct record *record)
{
    struct names names = { memory_need(talloc_array(NULL, const char *, 1)), 0 };
    add_translated(&names, "", record);
    names.items[names.count] = NULL;
    return talloc_steal(parent, names.items);
}
