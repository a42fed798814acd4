/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "commands/swap.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>
#include <talloc.h>

#define HEADING "Filename\t\t\t\tType\t\tSize\t\tUsed\t\tPriority\n"
#define ROW(place) place "                               partition\t8388604\t\t0\t\t-2\n"

static bool is_named(const char *place, const void *data)
{
    return strcmp(place, data) == 0;
}

static void assert_open(const char *swaps, const char *encrypted, const char *expected)
{
    void *memory = talloc_new(NULL);
    char *places = swap_open_places(memory, swaps, is_named, encrypted);
    if (expected)
        assert_string_equal(places, expected);
    else
        assert_null(places);
    talloc_free(memory);
}

static void no_swap_is_nowhere(void **state)
{
    (void)state;
    assert_open("", "", NULL);
    assert_open(HEADING, "", NULL);
    assert_open("Filename", "", NULL);
}

static void all_places_are_named(void **state)
{
    (void)state;
    assert_open(HEADING ROW("/dev/sda2"), "", "/dev/sda2");
    assert_open(HEADING ROW("/dev/sda2") ROW("/swapfile"), "", "/dev/sda2, /swapfile");
    assert_open(HEADING "/cut", "", "/cut");
}

static void memory_and_what_is_encrypted_is_left_out(void **state)
{
    (void)state;
    assert_open(HEADING ROW("/dev/zram0"), "", NULL);
    assert_open(HEADING ROW("/dev/dm-1"), "/dev/dm-1", NULL);
    assert_open(HEADING ROW("/dev/zram0") ROW("/dev/dm-1") ROW("/dev/dm-2"), "/dev/dm-1",
                "/dev/dm-2");
}

static void a_path_leads_somewhere(void **state)
{
    void *memory = talloc_new(NULL);
    (void)state;
    assert_string_equal(swap_real_path(memory, "/"), "/");
    assert_string_equal(swap_real_path(memory, "/no/such"), "/no/such");
    talloc_free(memory);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(no_swap_is_nowhere),
        cmocka_unit_test(all_places_are_named),
        cmocka_unit_test(memory_and_what_is_encrypted_is_left_out),
        cmocka_unit_test(a_path_leads_somewhere),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
