/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "course/glossary.h"

#include "../base/folder.h"
#include "problem_check.h"

static struct glossary *read_text(const char *folder, const char *text,
                                  struct diagnostics *problems)
{
    folder_add(folder, GLOSSARY_FILE, text);
    return glossary_read(problems, folder, problems);
}

static void a_term_is_found_however_it_is_cased(void **state)
{
    char *folder = folder_make(NULL);
    struct diagnostics *problems = diagnostics_new(folder);
    (void)state;
    struct glossary *glossary = read_text(folder,
                                          "glossary:\n"
                                          "  - term: PrEP\n"
                                          "    text: A medicine.\n"
                                          "  - term: Постконтактная профилактика\n"
                                          "    text: Лекарство.\n",
                                          problems);
    assert_non_null(glossary);
    assert_string_equal(glossary_find(glossary, "prep")->text.bytes, "A medicine.");
    assert_string_equal(glossary_find(glossary, "ПОСТКОНТАКТНАЯ профилактика")->text.bytes,
                        "Лекарство.");
    assert_null(glossary_find(glossary, "pre"));
    assert_null(glossary_find(glossary, ""));
    folder_remove(folder);
    talloc_free(folder);
}

/* Every one of many, whatever their order is in the file. */
static void all_of_a_long_glossary_are_found(void **state)
{
    char *folder = folder_make(NULL);
    struct diagnostics *problems = diagnostics_new(folder);
    char *text = talloc_strdup(folder, "glossary:\n");
    (void)state;
    for (unsigned i = 0; i < 500; i++)
        text = talloc_asprintf_append(text, "  - {term: Слово %u, text: t%u}\n", i * 7919 % 500, i);
    struct glossary *glossary = read_text(folder, text, problems);
    assert_non_null(glossary);
    for (unsigned i = 0; i < 500; i++) {
        const struct term *term = glossary_term(glossary, i);
        assert_ptr_equal(
            glossary_find(glossary, talloc_asprintf(folder, "СЛОВО %u", i * 7919 % 500)), term);
    }
    assert_null(glossary_find(glossary, "слово 500"));
    folder_remove(folder);
    talloc_free(folder);
}

static void the_nearest_term_is_offered(void **state)
{
    char *folder = folder_make(NULL);
    struct diagnostics *problems = diagnostics_new(folder);
    (void)state;
    struct glossary *glossary = read_text(folder,
                                          "glossary:\n"
                                          "  - {term: Viral load, text: a}\n"
                                          "  - {term: viral LOAD, text: b}\n"
                                          "  - {term: Профилактика, text: c}\n",
                                          problems);
    assert_non_null(glossary);
    assert_string_equal(glossary_nearest(glossary, "VIRAL LOAT")->text.bytes, "a");
    assert_string_equal(glossary_nearest(glossary, "профелактика")->text.bytes, "c");
    assert_null(glossary_nearest(glossary, "window period"));
    assert_string_equal(glossary_find(glossary, "viral LOAD")->text.bytes, "a");
    folder_remove(folder);
    talloc_free(folder);
}

static void assert_mistake(const char *text, size_t line, const char *message)
{
    char *folder = folder_make(NULL);
    struct diagnostics *problems = diagnostics_new(folder);
    assert_null(read_text(folder, text, problems));
    assert_int_equal(problems->count, 1);
    assert_int_equal(problems->items[0].at.line, line);
    assert_string_equal(problems->items[0].message, message);
    assert_non_null(problems->items[0].excerpt);
    folder_remove(folder);
    talloc_free(folder);
}

static void mistakes_have_their_place(void **state)
{
    (void)state;
    assert_mistake("glossary:\n  - term: A\n", 2, "'text' is missing (word of the glossary)");
    assert_mistake("glossary:\n  - term: A\n    text: x\n  - term: A\n    text: y\n", 4,
                   "'A' stands twice in this list");
    assert_mistake("glossary: []\n", 1, "'glossary' needs 1 to 500 entries and has 0");
}

static void a_course_may_have_none(void **state)
{
    char *folder = folder_make(NULL);
    struct diagnostics *problems = diagnostics_new(folder);
    (void)state;
    assert_null(glossary_read(folder, folder, problems));
    assert_int_equal(problems->count, 1);
    folder_remove(folder);
    talloc_free(folder);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_term_is_found_however_it_is_cased),
        cmocka_unit_test(all_of_a_long_glossary_are_found),
        cmocka_unit_test(the_nearest_term_is_offered),
        cmocka_unit_test(mistakes_have_their_place),
        cmocka_unit_test(a_course_may_have_none),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
