/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "export/sheet.h"

#include "../support/lesson.h"

static const struct glossary *glossary_of(const void *parent, const char *text)
{
    struct bytes bytes = {talloc_strdup(parent, text), strlen(text)};
    const struct glossary *glossary =
        glossary_parse(parent, "glossary.yaml", bytes, diagnostics_new(parent));
    assert_non_null(glossary);
    return glossary;
}

static void every_verb_can_be_printed(void **state)
{
    (void)state;
    for (size_t i = 0; activities[i]; i++)
        if (!activities[i]->print)
            fail_msg("%s has nothing for paper", activities[i]->verb.name);
}

static void terms_come_once_and_in_their_order(void **state)
{
    void *memory = talloc_new(NULL);
    const struct lesson *lesson = lesson_with(memory,
                                              "  - read: Ask for [[two]], [[TWO|both]], [[four]].\n"
                                              "    note: Say [[three]].\n"
                                              "  - choose: Which?\n"
                                              "    id: which\n"
                                              "    options:\n"
                                              "      - {id: a, text: A, right: yes, why: \"A [[one]]\"}\n"
                                              "      - {id: b, text: B, why: B}\n");
    const struct glossary *glossary = glossary_of(
        memory, "glossary:\n  - {term: One, text: 1}\n  - {term: Two, text: 2}\n"
                "  - {term: Three, text: 3}\n");
    (void)state;

    const struct sheet *sheet = sheet_new(memory, lesson, glossary, false);
    assert_int_equal(sheet->term_count, 2);
    assert_int_equal(sheet_term(sheet, "two"), 1);
    assert_int_equal(sheet_term(sheet, "one"), 2);
    assert_int_equal(sheet_term(sheet, "three"), 0);
    assert_int_equal(sheet_term(sheet, "four"), 0);
    assert_null(sheet->steps[0].note);

    sheet = sheet_new(memory, lesson, glossary, true);
    assert_int_equal(sheet_term(sheet, "three"), 2);
    assert_non_null(sheet->steps[0].note);
    assert_int_equal(sheet_new(memory, lesson, NULL, true)->term_count, 0);
    talloc_free(memory);
}

/* The order on paper is mixed, is not the solution, and is the same each time. */
static void what_is_mixed_is_mixed_alike(void **state)
{
    void *memory = talloc_new(NULL);
    const struct lesson *lesson = lesson_with(memory, "  - order: In order.\n"
                                                      "    id: sequence\n"
                                                      "    items:\n"
                                                      "      - {id: a, text: A, why: a}\n"
                                                      "      - {id: b, text: B, why: b}\n"
                                                      "      - {id: c, text: C, why: c}\n");
    (void)state;
    const struct view *one = sheet_new(memory, lesson, NULL, false)->steps[0].handout.task;
    const struct view *other = sheet_new(memory, lesson, NULL, false)->steps[0].handout.task;
    const char *const solution[] = {"A", "B", "C"};
    size_t in_order = 0, options = 0;

    assert_int_equal(one->count, other->count);
    for (size_t i = 0; i < one->count; i++) {
        assert_string_equal(one->blocks[i].text.text, other->blocks[i].text.text);
        if (one->blocks[i].kind == BLOCK_OPTION)
            in_order += strcmp(one->blocks[i].text.text, solution[options++]) == 0;
    }
    assert_int_equal(options, 3);
    assert_true(in_order < 3);
    talloc_free(memory);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_verb_can_be_printed),
        cmocka_unit_test(terms_come_once_and_in_their_order),
        cmocka_unit_test(what_is_mixed_is_mixed_alike),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
