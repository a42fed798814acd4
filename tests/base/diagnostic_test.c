/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/diagnostic.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>
#include <talloc.h>

static const struct position whole_file = {0, 0};

static int make_list(void **state)
{
    *state = diagnostics_new(NULL);
    return 0;
}

static int free_list(void **state)
{
    return talloc_free(*state);
}

static void assert_formatted(const struct diagnostics *list, size_t index, const char *expected)
{
    char *text = diagnostic_format(NULL, &list->items[index]);
    assert_string_equal(text, expected);
    talloc_free(text);
}

static void a_new_list_is_empty(void **state)
{
    const struct diagnostics *list = *state;
    assert_int_equal(list->count, 0);
    assert_int_equal(list->errors, 0);
    assert_int_equal(list->warnings, 0);
}

static void errors_and_warnings_are_counted_apart(void **state)
{
    struct diagnostics *list = *state;
    diagnostics_add(list, SEVERITY_ERROR, "a.yaml", whole_file, "one");
    diagnostics_add(list, SEVERITY_WARNING, "a.yaml", whole_file, "two");
    diagnostics_add(list, SEVERITY_ERROR, "a.yaml", whole_file, "three");
    assert_int_equal(list->count, 3);
    assert_int_equal(list->errors, 2);
    assert_int_equal(list->warnings, 1);
    assert_string_equal(list->items[1].message, "two");
    assert_int_equal(list->items[1].severity, SEVERITY_WARNING);
}

static void everything_is_copied(void **state)
{
    struct diagnostics *list = *state;
    char file[] = "a.yaml", word[] = "steps", advice[] = "help", line[] = "steps:\n";

    diagnostics_add(list, SEVERITY_ERROR, file, (struct position){1, 1}, "no %s", word);
    diagnostics_advise(list, "%s", advice);
    diagnostics_quote(list, 0, line, strlen(line));
    memset(file, 'x', strlen(file));
    memset(word, 'x', strlen(word));
    memset(advice, 'x', strlen(advice));
    memset(line, 'x', strlen(line));
    assert_formatted(list, 0, "a.yaml:1:1: error: no steps\n    steps:\n    ^\n    help\n");
}

static void a_place_needs_a_file_and_a_line(void **state)
{
    struct diagnostics *list = *state;
    diagnostics_add(list, SEVERITY_WARNING, "a.yaml", (struct position){12, 3}, "old");
    diagnostics_add(list, SEVERITY_ERROR, "a.yaml", whole_file, "gone");
    diagnostics_add(list, SEVERITY_ERROR, NULL, whole_file, "no terminal");
    assert_formatted(list, 0, "a.yaml:12:3: warning: old\n");
    assert_formatted(list, 1, "a.yaml: error: gone\n");
    assert_formatted(list, 2, "error: no terminal\n");
}

static void percent_signs_of_a_file_are_no_format(void **state)
{
    struct diagnostics *list = *state;
    diagnostics_add(list, SEVERITY_ERROR, "100%s.yaml", whole_file, "%s", "95%n sure");
    diagnostics_advise(list, "%s", "%d");
    assert_formatted(list, 0, "100%s.yaml: error: 95%n sure\n    %d\n");
}

static void advice_goes_to_the_last_problem(void **state)
{
    struct diagnostics *list = *state;
    diagnostics_advise(list, "nobody asked");
    diagnostics_add(list, SEVERITY_ERROR, "a.yaml", whole_file, "one");
    diagnostics_add(list, SEVERITY_ERROR, "a.yaml", whole_file, "two");
    diagnostics_advise(list, "keep %d", 1);
    assert_null(list->items[0].advice);
    assert_string_equal(list->items[1].advice, "keep 1");
}

static void the_caret_stands_under_the_character(void **state)
{
    static const char text[] = "one\n\tи\xCC\x86漢!x\r\nlast";
    struct diagnostics *list = *state;
    diagnostics_add(list, SEVERITY_ERROR, "a.yaml", (struct position){2, 5}, "here");
    diagnostics_add(list, SEVERITY_ERROR, "a.yaml", (struct position){3, 1}, "there");
    diagnostics_quote(list, 0, text, strlen(text));
    assert_formatted(list, 0, "a.yaml:2:5: error: here\n     и\xCC\x86漢!x\n        ^\n");
    assert_formatted(list, 1, "a.yaml:3:1: error: there\n    last\n    ^\n");
}

static void a_column_past_the_line_is_its_end(void **state)
{
    struct diagnostics *list = *state;
    diagnostics_add(list, SEVERITY_ERROR, "a.yaml", (struct position){1, 99}, "here");
    diagnostics_quote(list, 0, "abc", 3);
    assert_formatted(list, 0, "a.yaml:1:99: error: here\n    abc\n       ^\n");
}

static void only_new_problems_are_quoted(void **state)
{
    struct diagnostics *list = *state;
    diagnostics_add(list, SEVERITY_ERROR, "a.yaml", (struct position){1, 1}, "of another file");
    diagnostics_add(list, SEVERITY_ERROR, "b.yaml", (struct position){1, 1}, "of this one");
    diagnostics_add(list, SEVERITY_ERROR, "b.yaml", (struct position){3, 1}, "past its end");
    diagnostics_add(list, SEVERITY_ERROR, "b.yaml", whole_file, "of all of it");
    diagnostics_quote(list, 1, "b\n", 2);
    assert_null(list->items[0].excerpt);
    assert_string_equal(list->items[1].excerpt, "b");
    assert_null(list->items[2].excerpt);
    assert_null(list->items[3].excerpt);
    diagnostics_quote(list, 0, "x\n", 2);
    assert_string_equal(list->items[1].excerpt, "b");
}

static void an_excerpt_is_harmless_and_short(void **state)
{
    struct diagnostics *list = *state;
    char line[4000] = "\x1B[2J\xFF";
    for (size_t i = strlen(line); i + 2 < sizeof line; i += 2)
        memcpy(line + i, "я", 3);
    diagnostics_add(list, SEVERITY_ERROR, "a.yaml", (struct position){1, 1}, "here");
    diagnostics_quote(list, 0, line, strlen(line));
    const char *excerpt = list->items[0].excerpt;
    assert_memory_equal(excerpt, "[2J?я", 6);
    assert_true(strlen(excerpt) <= 400);
    assert_string_equal(excerpt + strlen(excerpt) - 2, "я");
}

static void a_flood_is_only_counted(void **state)
{
    struct diagnostics *list = *state;
    for (size_t i = 0; i < DIAGNOSTICS_MAX + 7; i++) {
        diagnostics_add(list, SEVERITY_ERROR, "a.yaml", whole_file, "number %zu", i);
        diagnostics_advise(list, "advice %zu", i);
    }
    assert_int_equal(list->count, DIAGNOSTICS_MAX);
    assert_int_equal(list->errors, DIAGNOSTICS_MAX + 7);
    assert_string_equal(list->items[DIAGNOSTICS_MAX - 1].message, "number 999");
    assert_string_equal(list->items[DIAGNOSTICS_MAX - 1].advice, "advice 999");
}

#define WITH_LIST(test) cmocka_unit_test_setup_teardown(test, make_list, free_list)

int main(void)
{
    static const struct CMUnitTest tests[] = {
        WITH_LIST(a_new_list_is_empty),
        WITH_LIST(errors_and_warnings_are_counted_apart),
        WITH_LIST(everything_is_copied),
        WITH_LIST(a_place_needs_a_file_and_a_line),
        WITH_LIST(percent_signs_of_a_file_are_no_format),
        WITH_LIST(advice_goes_to_the_last_problem),
        WITH_LIST(the_caret_stands_under_the_character),
        WITH_LIST(a_column_past_the_line_is_its_end),
        WITH_LIST(only_new_problems_are_quoted),
        WITH_LIST(an_excerpt_is_harmless_and_short),
        WITH_LIST(a_flood_is_only_counted),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
