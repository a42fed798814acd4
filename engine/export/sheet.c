/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "export/sheet.h"

#include <talloc.h>

#include "base/memory.h"
#include "play/lesson_pages.h"
#include "view/markdown.h"

size_t sheet_term(const struct sheet *sheet, const char *term)
{
    const struct term *found = sheet->glossary ? glossary_find(sheet->glossary, term) : NULL;
    for (size_t i = 0; found && i < sheet->term_count; i++)
        if (sheet->terms[i] == found)
            return i + 1;
    return 0;
}

static void add_term(struct sheet *sheet, const char *term)
{
    const struct term *found = sheet->glossary ? glossary_find(sheet->glossary, term) : NULL;

    if (!found || sheet_term(sheet, term) > 0)
        return;
    sheet->terms = memory_need(talloc_realloc(sheet, sheet->terms, const struct term *,
                                              (unsigned)sheet->term_count + 1));
    sheet->terms[sheet->term_count++] = found;
}

static void add_terms(struct sheet *sheet, const struct view *view)
{
    for (size_t i = 0; view && i < view->count; i++)
        for (size_t j = 0; j < view->blocks[i].text.term_count; j++)
            add_term(sheet, view->blocks[i].text.terms[j]);
}

static void fill_step(struct sheet *sheet, const struct step *step, bool notes,
                      struct sheet_step *filled)
{
    struct handout *handout = &filled->handout;

    handout->task = view_new(sheet);
    handout->hints = view_new(sheet);
    handout->answer = view_new(sheet);
    handout->random.state = step->at.line;
    activity_of(step)->print(step, handout);
    if (notes && step->note.bytes) {
        filled->note = view_new(sheet);
        markdown_page(filled->note, step->note.bytes);
    }
    add_terms(sheet, handout->task);
    add_terms(sheet, handout->hints);
    add_terms(sheet, handout->answer);
    add_terms(sheet, filled->note);
}

struct sheet *sheet_new(const void *parent, const struct lesson *lesson,
                        const struct glossary *glossary, bool notes)
{
    struct sheet *sheet = memory_need(talloc_zero(parent, struct sheet));

    sheet->lesson = lesson;
    sheet->glossary = glossary;
    sheet->facts = view_new(sheet);
    lesson_page_facts(lesson, sheet->facts);
    add_terms(sheet, sheet->facts);
    sheet->steps = memory_need(
        talloc_zero_array(sheet, struct sheet_step, (unsigned)lesson->step_count));
    sheet->count = lesson->step_count;
    for (size_t i = 0; i < sheet->count; i++)
        fill_step(sheet, &lesson->steps[i], notes, &sheet->steps[i]);
    return sheet;
}
