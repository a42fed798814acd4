/* SPDX-License-Identifier: GPL-3.0-or-later */
/* `read`: a short page. */
#include <string.h>

#include <talloc.h>

#include "activities/activity.h"
#include "activities/answering.h"
#include "base/language.h"
#include "base/memory.h"
#include "view/markdown.h"

struct page {
    struct position at;
    struct text stem;
    struct text figure;
    struct text alt;
};

static const struct field fields[] = {
    { .name = "read", .type = FIELD_PAGE, .flags = FIELD_REQUIRED | FIELD_TRANSLATED,
      .offset = offsetof(struct page, stem),
      /* TRANSLATORS: explains the field 'read' of a step. */
      .about = N_("a page of text to read, in Markdown") },
    { .name = "figure", .type = FIELD_DRAWING, .flags = FIELD_TRANSLATED,
      .offset = offsetof(struct page, figure),
      /* TRANSLATORS: explains the field 'figure' of a page. */
      .about = N_("a drawing made of characters, kept line by line") },
    { .name = "alt", .type = FIELD_LINE, .flags = FIELD_TRANSLATED,
      .offset = offsetof(struct page, alt),
      /* TRANSLATORS: explains the field 'alt' of a page. */
      .about = N_("what the drawing shows, in words, for whoever cannot see it") },
};

static const struct record record = {
    .name = NC_("record", "page to read"),
    .size = sizeof(struct page),
    .fields = fields,
    .field_count = sizeof fields / sizeof fields[0],
};

static bool check(const struct reading *reading, const struct step *step)
{
    const struct page *page = step->fields;
    if (page->figure.bytes && !page->alt.bytes)
        return reading_refuse(reading, page->figure.at,
                              /* TRANSLATORS: 'figure' and 'alt' are fields of the format. */
                              _("a 'figure' needs an 'alt' that says in words what it shows"),
                              /* TRANSLATORS: advice after "a 'figure' needs an 'alt' …". */
                              _("some learners listen to the lesson"));
    return true;
}

static void show_page(const struct step *step, struct view *view)
{
    const struct page *page = step->fields;

    markdown_page(view, page->stem.bytes);
    if (page->figure.bytes) {
        view_gap(view);
        view_add(view, BLOCK_DRAWING, page->figure.bytes, STYLE_PLAIN);
        view_gap(view);
        markdown_paragraph(view, page->alt.bytes);
    }
}

static void show(const struct turn *turn, struct view *view)
{
    show_page(turn->step, view);
}

static enum outcome handle(const struct turn *turn, struct event event)
{
    (void)turn;
    return activity_go_on(event);
}

static void print(const struct step *step, struct handout *handout)
{
    show_page(step, handout->task);
}

/* The drawing becomes a block of lines kept as they are. */
static const char *gift(const void *parent, const struct step *step,
                        struct gift_question *question)
{
    const struct page *page = step->fields;

    question->kind = GIFT_DESCRIPTION;
    question->stem = page->stem.bytes;
    if (page->figure.bytes) {
        size_t length = strlen(page->figure.bytes);
        bool ended = length > 0 && page->figure.bytes[length - 1] == '\n';
        question->stem = memory_need(talloc_asprintf(
            parent, "%s\n\n~~~\n%s%s~~~\n\n%s", page->stem.bytes, page->figure.bytes,
            ended ? "" : "\n", page->alt.bytes));
    }
    return NULL;
}

const struct activity activity_read = {
    .verb = { .name = "read", .record = &record, .check = check },
    .show = show,
    .handle = handle,
    .print = print,
    .gift = gift,
};
