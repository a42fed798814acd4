/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "terminal/footer.h"

#include <string.h>

#include <talloc.h>

#include "base/language.h"
#include "base/memory.h"
#include "base/text.h"
#include "terminal/keys.h"

/* On a narrow screen one more entry is worth more than a wider gap. */
static const char *gap_for(size_t width)
{
    return width < 60 ? "  " : "   ";
}

struct entry {
    const char *keys;
    const char *does;
};

static size_t entry_width(const struct entry *entry)
{
    return text_width(entry->keys, strlen(entry->keys)) + 1 +
           text_width(entry->does, strlen(entry->does));
}

/* Two keys that do the same are named together: "Enter/1-4 answer". */
static size_t collect(const void *parent, const struct view *view, bool more,
                      struct entry *entries)
{
    size_t count = 0;

    if (more)
        /* TRANSLATORS: the page goes on below; in the last line of the screen, short. */
        entries[count++] = (struct entry){ "↓", C_("key", "more") };
    for (size_t i = 0; i < view->hint_count; i++) {
        const struct hint *hint = &view->hints[i];
        const char *name = keys_name(parent, hint->event, view);
        struct entry *last = count > 0 ? &entries[count - 1] : NULL;
        if (last && strcmp(last->does, hint->does) == 0)
            last->keys = memory_need(talloc_asprintf(parent, "%s/%s", last->keys, name));
        else
            entries[count++] = (struct entry){ name, hint->does };
    }
    return count;
}

static void add_entry(const void *parent, struct rich *rich, const char *gap,
                      const struct entry *entry)
{
    if (rich->length > 0)
        rich_add(parent, rich, gap, strlen(gap), STYLE_PLAIN);
    rich_add(parent, rich, entry->keys, strlen(entry->keys), STYLE_KEY | STYLE_BOLD);
    rich_add(parent, rich, " ", 1, STYLE_PLAIN);
    rich_add(parent, rich, entry->does, strlen(entry->does), STYLE_PLAIN);
}

struct rich footer_text(const void *parent, const struct view *view, bool more, size_t width)
{
    struct entry entries[VIEW_HINTS + 1];
    size_t count = collect(parent, view, more, entries);
    const char *gap = gap_for(width);
    struct rich rich = { .text = NULL };
    size_t used = 0;

    rich_add(parent, &rich, "", 0, STYLE_PLAIN);
    if (count == 0)
        return rich;
    /* The last hint is the help's; its place is kept for it. */
    size_t reserved = strlen(gap) + entry_width(&entries[count - 1]);
    for (size_t i = 0; i + 1 < count; i++) {
        size_t needed = entry_width(&entries[i]) + (used > 0 ? strlen(gap) : 0);
        if (used + needed + reserved > width)
            continue;
        add_entry(parent, &rich, gap, &entries[i]);
        used += needed;
    }
    add_entry(parent, &rich, gap, &entries[count - 1]);
    return rich;
}
