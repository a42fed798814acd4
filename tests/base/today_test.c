/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <time.h>

#include <cmocka.h>

#include "base/today.h"

static void the_variable_counts(void **state)
{
    (void)state;
    setenv("CONECTA_TODAY", "2031-02", 1);
    struct today today = today_read();
    assert_int_equal(today.year, 2031);
    assert_int_equal(today.month, 2);
}

static void a_variable_of_another_form_does_not_count(void **state)
{
    static const char *const wrong[] = {"",        "2031",     "2031-13", "2031-00",
                                        "2031-2",  "31-02-31", "2031/02", "x031-02",
                                        "2031-021", NULL};
    (void)state;
    for (size_t i = 0; wrong[i]; i++) {
        setenv("CONECTA_TODAY", wrong[i], 1);
        assert_int_not_equal(today_read().year, 2031);
    }
}

static void else_it_is_the_month_of_the_clock(void **state)
{
    (void)state;
    unsetenv("CONECTA_TODAY");
    time_t before = time(NULL);
    struct today today = today_read();
    time_t after = time(NULL);
    struct tm early = *localtime(&before), late = *localtime(&after);
    int month = today.year * 12 + today.month;

    assert_in_range(month, (early.tm_year + 1900) * 12 + early.tm_mon + 1,
                    (late.tm_year + 1900) * 12 + late.tm_mon + 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_variable_counts),
        cmocka_unit_test(a_variable_of_another_form_does_not_count),
        cmocka_unit_test(else_it_is_the_month_of_the_clock),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
