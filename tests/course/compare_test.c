/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "course/compare.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>
#include <talloc.h>

struct row {
    const char *name;
    enum field_type type;
    const char *source;
    const char *translation;
    const char *message; /* of the one problem; NULL: there is none */
};

static struct row rows[] = {
    {"plain_words", FIELD_PAGE, "One *two* **three**.", "**Три** *два* раз.", NULL},
    {"bold_lost", FIELD_PAGE, "One **two**.", "Раз два.",
     "the translation lost Markdown of the original: bold"},
    {"bold_added", FIELD_PAGE, "One two.", "Раз **два**.",
     "the translation has Markdown that the original has not: bold"},
    {"one_of_two_lost", FIELD_LINE, "*a* *b*", "*а* б",
     "the translation lost Markdown of the original: emphasis"},
    {"nesting_lost", FIELD_PAGE, "**a *b* c**", "**а** *б* в",
     "the translation lost Markdown of the original: bold > emphasis"},
    {"link_lost", FIELD_PAGE, "See [it](x).", "Смотри.",
     "the translation lost Markdown of the original: link"},
    {"item_lost", FIELD_PAGE, "- a\n- b", "- а и б",
     "the translation lost Markdown of the original: item of a list"},
    {"depth_of_items", FIELD_PAGE, "- a\n  - b", "- а\n- б",
     "the translation lost Markdown of the original: item of a list > item of a list"},
    {"quotation_lost", FIELD_PAGE, "> a", "а",
     "the translation lost Markdown of the original: quotation"},
    {"heading_lost", FIELD_PAGE, "## a", "а",
     "the translation lost Markdown of the original: heading"},
    {"a_line_has_no_items", FIELD_LINE, "- a", "а", NULL},
    {"a_title_has_no_markup", FIELD_PLAIN, "a *b*", "а б", NULL},
    {"term_kept", FIELD_LINE, "Take [[PEP]].", "Прими [[PEP]].", NULL},
    {"term_cased", FIELD_LINE, "Take [[PEP]].", "Прими [[Pep|её]].", NULL},
    {"term_translated", FIELD_LINE, "Take [[PrEP|it]].", "Прими [[дкп|её]].", NULL},
    {"term_twice_is_once", FIELD_LINE, "[[PEP]] [[PEP]]", "[[PEP]]", NULL},
    {"term_lost", FIELD_LINE, "Take [[PEP]].", "Прими PEP.",
     "the translation lost the term [[PEP]]"},
    {"translated_term_lost", FIELD_LINE, "Take [[prep]].", "Прими.",
     "the translation lost the term [[ДКП]]"},
    {"term_added", FIELD_LINE, "Take it.", "Прими [[ДКП]].",
     "the original does not have the term [[ДКП]]"},
    {"number_kept", FIELD_LINE, "1.5 of 1,000 in 2026", "1,5 из 1 000 в 2026", NULL},
    {"thousands", FIELD_LINE, "2,304 and 1,000,000", "2304 и 1 000\u00A0000", NULL},
    {"no_thousands", FIELD_LINE, "112, 103; 2016 200", "2016, 200, 112 или 103", NULL},
    {"thousands_lost", FIELD_LINE, "2,304", "2,34", "the translation lost the number 2304"},
    {"number_lost", FIELD_LINE, "Within 72 hours.", "В течение часов.",
     "the translation lost the number 72"},
    {"number_changed", FIELD_LINE, "15 to 45", "15–54", "the translation lost the number 45"},
    {"number_once_of_twice", FIELD_LINE, "5 and 5", "5", "the translation lost the number 5"},
    {"number_in_a_title", FIELD_PLAIN, "Top 3", "Лучшие",
     "the translation lost the number 3"},
    {"number_added", FIELD_LINE, "Two hours.", "2 часа.",
     "the original does not have the number 2"},
    {"placeholder_moved", FIELD_LINE, "%s of %zu.", "Из %zu %s.", NULL},
    {"placeholder_lost", FIELD_LINE, "%s.", "Имя.", "the translation lost the placeholder %s"},
    {"placeholder_changed", FIELD_LINE, "%1$s.", "%s 1.",
     "the translation lost the placeholder %1$s"},
    {"per_cent_is_none", FIELD_LINE, "5% of 5%.", "5 % и 5 %.", NULL},
    {"a_blank_line", FIELD_PAGE, "a", "а\n\nб",
     "this translation has a blank line; it must stay one paragraph"},
    {"a_long_title", FIELD_PLAIN, "a", "а\nб", "this translation must be a single line"},
    {"only_spaces", FIELD_LINE, "a", "  ", "this translation is only spaces"},
    {"a_tab", FIELD_LINE, "a", "а\tб", "this translation holds a tab or an invisible character"},
    {"no_text", FIELD_LINE, "a", "a\xff", "this is not UTF-8 text"},
    {"direction", FIELD_LINE, "a", "а\u202e",
     "this translation holds a tab or an invisible character"},
    {"a_drawing", FIELD_DRAWING, " *-*\n  *2", " *-*\n  *2", NULL},
};

static struct po *make_po(const void *parent)
{
    struct po *po = po_new(parent, "c", "ru");
    po_put(po, &(struct po_entry){
                   .context = "glossary.yaml/glossary/PrEP/term",
                   .source = "PrEP",
                   .translation = "ДКП",
               });
    return po;
}

static void check(void **state)
{
    const struct row *row = *state;
    void *memory = talloc_new(NULL);
    struct diagnostics *problems = diagnostics_new(memory);
    const struct field field = {.name = "f", .type = row->type};
    const struct string string = {
        .context = "lesson/step/f", .text = row->source, .file = "l.yaml", .line = 7,
        .field = &field,
    };
    const struct po_entry entry = {
        .context = "lesson/step/f", .source = row->source, .translation = row->translation,
        .file = "ru.po", .line = 12,
    };
    bool good = compare_translation(&string, &entry, make_po(memory), problems);

    assert_int_equal(problems->count, row->message ? 1 : 0);
    assert_int_equal(good, problems->errors == 0);
    if (row->message) {
        const struct diagnostic *problem = &problems->items[0];
        assert_string_equal(problem->message, row->message);
        assert_string_equal(problem->file, "ru.po");
        assert_int_equal(problem->at.line, 12);
        assert_string_equal(problem->advice, "the original is l.yaml:7 (lesson/step/f)");
    }
    talloc_free(memory);
}

static void a_long_translation_is_refused(void **state)
{
    struct row row = {.type = FIELD_LINE, .source = "a"};
    char *text = talloc_zero_size(NULL, NODE_SCALAR_BYTES + 2);
    void *given = &row;
    (void)state;
    memset(text, 'x', NODE_SCALAR_BYTES + 1);
    row.translation = text;
    row.message = "this translation is too long";
    check(&given);
    talloc_free(text);
}

int main(void)
{
    enum { COUNT = sizeof rows / sizeof rows[0] };
    struct CMUnitTest tests[COUNT + 1];
    for (size_t i = 0; i < COUNT; i++)
        tests[i] = (struct CMUnitTest){rows[i].name, check, NULL, NULL, &rows[i]};
    tests[COUNT] = (struct CMUnitTest)cmocka_unit_test(a_long_translation_is_refused);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
