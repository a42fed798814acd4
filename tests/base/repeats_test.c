/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/repeats.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

static char seen[200];

static void note(void *data, size_t first, size_t later)
{
    size_t length = strlen(seen);
    assert_ptr_equal(data, seen);
    snprintf(seen + length, sizeof seen - length, "%zu=%zu ", first, later);
}

static const char *repeats(const char *const *strings, size_t count)
{
    seen[0] = '\0';
    repeats_each(strings, count, note, seen);
    return seen;
}

static void each_later_one_comes_with_the_first(void **state)
{
    static const char *const strings[] = {"b", "a", "b", "c", "a", "b"};
    (void)state;
    assert_string_equal(repeats(strings, 6), "1=4 0=2 0=5 ");
}

static void different_strings_are_no_repeats(void **state)
{
    static const char *const strings[] = {"", "a", "aa", "A"};
    (void)state;
    assert_string_equal(repeats(strings, 4), "");
    assert_string_equal(repeats(strings, 0), "");
}

static void what_is_not_there_equals_nothing(void **state)
{
    static const char *const strings[] = {NULL, "a", NULL, "a", NULL};
    (void)state;
    assert_string_equal(repeats(strings, 5), "1=3 ");
    assert_string_equal(repeats(strings, 1), "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_later_one_comes_with_the_first),
        cmocka_unit_test(different_strings_are_no_repeats),
        cmocka_unit_test(what_is_not_there_equals_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
