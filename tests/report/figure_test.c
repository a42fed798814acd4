/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/figure.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <talloc.h>

#include "base/language.h"

static void shares_are_whole_per_cents(void **state)
{
    (void)state;
    assert_int_equal(figure_percent(0), 0);
    assert_int_equal(figure_percent(1), 100);
    assert_int_equal(figure_percent(0.005), 1);
    assert_int_equal(figure_percent(0.0049), 0);
    assert_int_equal(figure_percent(0.995), 100);
    assert_int_equal(figure_percent(0.9949), 99);
    assert_int_equal(figure_percent(figure_share(1, 8)), 13);
    assert_int_equal(figure_percent(figure_share(115, 200)), 58);
    assert_int_equal(figure_percent(figure_share(29, 200)), 15);
}

static void what_is_no_share_is_shown_as_the_nearest(void **state)
{
    (void)state;
    assert_int_equal(figure_percent(-0.1), 0);
    assert_int_equal(figure_percent(1.1), 100);
    assert_int_equal(figure_percent(NAN), 0);
    assert_int_equal(figure_percent(figure_share(3, 0)), 0);
}

static void assert_decimal(double value, const char *wanted)
{
    char *text = figure_decimal(NULL, value);
    assert_string_equal(text, wanted);
    talloc_free(text);
}

static void coefficients_have_two_decimals(void **state)
{
    (void)state;
    assert_decimal(0, "0.00");
    assert_decimal(1, "1.00");
    assert_decimal(-1, "-1.00");
    assert_decimal(0.314, "0.31");
    assert_decimal(-0.05, "-0.05");
    assert_decimal(0.125, "0.13");
    assert_decimal(-0.125, "-0.13");
    assert_decimal(0.125 - 1e-17, "0.13");
    assert_decimal(0.345, "0.35");
    assert_decimal(-12.3, "-12.30");
}

static void nothing_is_minus_zero(void **state)
{
    (void)state;
    assert_decimal(-0.0, "0.00");
    assert_decimal(-0.0049, "0.00");
    assert_decimal(NAN, "0.00");
    assert_decimal(INFINITY, "0.00");
}

static void people_read_the_same_digits(void **state)
{
    char *text = figure_interval_text(NULL, 0.304, 0.925);
    (void)state;
    assert_string_equal(text, "30% to 93%");
    talloc_free(text);
    text = figure_decimal_text(NULL, -0.304);
    assert_string_equal(text, "-0.30");
    talloc_free(text);
}

static void assert_bar(double share, size_t cells, const char *wanted)
{
    char *bar = figure_bar(NULL, share, cells);
    assert_string_equal(bar, wanted);
    talloc_free(bar);
}

static void bars_are_full_or_empty_only_when_it_is_so(void **state)
{
    (void)state;
    assert_bar(0, 4, "....");
    assert_bar(1, 4, "####");
    assert_bar(0.5, 4, "##..");
    assert_bar(0.001, 4, "#...");
    assert_bar(0.999, 4, "###.");
    assert_bar(0.5, 1, "#");
    assert_bar(0.5, 0, "");
    assert_bar(7, 2, "##");
    assert_bar(NAN, 2, "..");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(shares_are_whole_per_cents),
        cmocka_unit_test(what_is_no_share_is_shown_as_the_nearest),
        cmocka_unit_test(coefficients_have_two_decimals),
        cmocka_unit_test(nothing_is_minus_zero),
        cmocka_unit_test(people_read_the_same_digits),
        cmocka_unit_test(bars_are_full_or_empty_only_when_it_is_so),
    };

    language_start("/nowhere", "/nowhere");
    return cmocka_run_group_tests(tests, NULL, NULL);
}
