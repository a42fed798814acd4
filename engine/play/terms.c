/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "play/terms.h"

#include <string.h>

#include "view/markdown.h"

/* More than fit one page are no help to anybody. */
#define TERMS_MAX 20

struct found {
    const struct term *terms[TERMS_MAX];
    size_t count;
};

static void add(struct found *found, const struct term *term)
{
    for (size_t i = 0; i < found->count; i++)
        if (found->terms[i] == term)
            return;
    if (found->count < TERMS_MAX)
        found->terms[found->count++] = term;
}

static struct found find(struct library *library, const char *language,
                         const struct view *page)
{
    struct found found = { .count = 0 };
    for (size_t i = 0; i < page->count; i++) {
        const struct rich *text = &page->blocks[i].text;
        for (size_t j = 0; j < text->term_count; j++) {
            const struct term *term = library_term(library, language, text->terms[j]);
            if (term)
                add(&found, term);
        }
    }
    return found;
}

bool terms_any(struct library *library, const char *language, const struct view *page)
{
    return find(library, language, page).count > 0;
}

void terms_show(struct library *library, const char *language, const struct view *page,
                struct view *view)
{
    const struct found found = find(library, language, page);
    for (size_t i = 0; i < found.count; i++) {
        const struct term *term = found.terms[i];
        struct block *block = view_add(view, BLOCK_PARAGRAPH, term->term.bytes, STYLE_BOLD);
        rich_add(view, &block->text, " — ", strlen(" — "), STYLE_PLAIN);
        markdown_line(view, term->text.bytes, STYLE_PLAIN, &block->text);
        view_gap(view);
    }
}
