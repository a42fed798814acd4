/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "view/rich.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>
#include <talloc.h>

static void add(struct rich *rich, const char *text, unsigned style)
{
    rich_add(NULL, rich, text, strlen(text), style);
}

static void rich_free(struct rich *rich)
{
    talloc_free(rich->text);
    talloc_free(rich->runs);
}

static void assert_run(const struct rich *rich, size_t index, size_t start, size_t length,
                       unsigned style)
{
    assert_true(index < rich->run_count);
    assert_int_equal(rich->runs[index].start, start);
    assert_int_equal(rich->runs[index].length, length);
    assert_int_equal(rich->runs[index].style, style);
}

static void nothing_added_is_an_empty_text(void **state)
{
    struct rich rich = {.text = NULL};
    (void)state;
    add(&rich, "", STYLE_BOLD);
    assert_string_equal(rich.text, "");
    assert_int_equal(rich.length, 0);
    assert_int_equal(rich.run_count, 0);
    rich_free(&rich);
}

static void each_style_is_a_run(void **state)
{
    struct rich rich = {.text = NULL};
    (void)state;
    add(&rich, "ВИЧ", STYLE_BOLD);
    add(&rich, " is a ", STYLE_PLAIN);
    add(&rich, "virus", STYLE_BOLD | STYLE_EMPHASIS);
    assert_string_equal(rich.text, "ВИЧ is a virus");
    assert_int_equal(rich.length, strlen(rich.text));
    assert_int_equal(rich.run_count, 3);
    assert_run(&rich, 0, 0, 6, STYLE_BOLD);
    assert_run(&rich, 1, 6, 6, STYLE_PLAIN);
    assert_run(&rich, 2, 12, 5, STYLE_BOLD | STYLE_EMPHASIS);
    rich_free(&rich);
}

static void neighbours_of_one_style_are_one_run(void **state)
{
    struct rich rich = {.text = NULL};
    (void)state;
    add(&rich, "one", STYLE_QUIET);
    add(&rich, "", STYLE_BOLD);
    add(&rich, " two", STYLE_QUIET);
    assert_int_equal(rich.run_count, 1);
    assert_run(&rich, 0, 0, 7, STYLE_QUIET);
    rich_free(&rich);
}

static void only_the_bytes_told_are_added(void **state)
{
    struct rich rich = {.text = NULL};
    (void)state;
    rich_add(NULL, &rich, "abcdef", 3, STYLE_PLAIN);
    assert_string_equal(rich.text, "abc");
    rich_free(&rich);
}

static void runs_cover_the_text_without_gaps(void **state)
{
    struct rich rich = {.text = NULL};
    size_t at = 0;
    (void)state;
    for (unsigned i = 0; i < 200; i++)
        rich_add(NULL, &rich, "xxxxx", i % 6, i * 7 % 5);
    for (size_t i = 0; i < rich.run_count; i++) {
        assert_int_equal(rich.runs[i].start, at);
        assert_true(rich.runs[i].length > 0);
        assert_true(i == 0 || rich.runs[i].style != rich.runs[i - 1].style);
        at += rich.runs[i].length;
    }
    assert_int_equal(at, rich.length);
    assert_int_equal(strlen(rich.text), rich.length);
    rich_free(&rich);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nothing_added_is_an_empty_text),
        cmocka_unit_test(each_style_is_a_run),
        cmocka_unit_test(neighbours_of_one_style_are_one_run),
        cmocka_unit_test(only_the_bytes_told_are_added),
        cmocka_unit_test(runs_cover_the_text_without_gaps),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
