/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/repeats.h"

#include <stdlib.h>
#include <string.h>

#include <talloc.h>

#include "base/memory.h"

/* Of two entries of the list; the same strings by their place in it. */
static int compare(const void *one, const void *other)
{
    const char *const *const *entries[] = { one, other };
    int order = strcmp(**entries[0], **entries[1]);
    return order ? order : (*entries[0] > *entries[1]) - (*entries[0] < *entries[1]);
}

void repeats_each(const char *const *strings, size_t count, repeats_found *found, void *data)
{
    const char *const **sorted =
        memory_need(talloc_array(NULL, const char *const *, (unsigned)count + 1));
    size_t known = 0, first = 0;

    for (size_t i = 0; i < count; i++)
        if (strings[i])
            sorted[known++] = &strings[i];
    qsort(sorted, known, sizeof *sorted, compare);
    for (size_t i = 1; i < known; i++) {
        if (strcmp(*sorted[first], *sorted[i]) == 0)
            found(data, (size_t)(sorted[first] - strings), (size_t)(sorted[i] - strings));
        else
            first = i;
    }
    talloc_free(sorted);
}
