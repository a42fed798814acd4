/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/random.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static void the_same_seed_gives_the_same_order(void **state)
{
    unsigned char one[9], other[9];
    (void)state;
    random_order(&(struct random){42}, one, sizeof one);
    random_order(&(struct random){42}, other, sizeof other);
    assert_memory_equal(one, other, sizeof one);
    random_order(&(struct random){43}, other, sizeof other);
    assert_memory_not_equal(one, other, sizeof one);
}

static void an_order_holds_every_number_once(void **state)
{
    struct random random = {7};
    (void)state;
    for (size_t count = 0; count <= 9; count++) {
        unsigned char order[10] = {[9] = 99};
        bool seen[9] = {false};
        random_order(&random, order, count);
        for (size_t i = 0; i < count; i++) {
            assert_in_range(order[i], 0, count - 1);
            assert_false(seen[order[i]]);
            seen[order[i]] = true;
        }
        assert_int_equal(order[9], 99);
    }
}

/* 24 orders, 24,000 tries: 1,000 each with a standard deviation of 31. The seed
 * is fixed, so this passes always or never. */
static void all_orders_are_equally_likely(void **state)
{
    struct random random = {1};
    size_t counts[4 * 4 * 4] = {0};
    size_t orders = 0;
    (void)state;
    for (size_t i = 0; i < 24000; i++) {
        unsigned char order[4];
        random_order(&random, order, 4);
        counts[order[0] * 16 + order[1] * 4 + order[2]]++;
    }
    for (size_t i = 0; i < sizeof counts / sizeof counts[0]; i++) {
        if (counts[i] == 0)
            continue;
        orders++;
        assert_in_range(counts[i], 850, 1150);
    }
    assert_int_equal(orders, 24);
}

static void numbers_stay_below_the_limit(void **state)
{
    static const size_t limits[] = {1, 2, 3, 9, SIZE_MAX / 2 + 2, SIZE_MAX};
    struct random random = {5};
    (void)state;
    for (size_t i = 0; i < sizeof limits / sizeof limits[0]; i++)
        for (size_t j = 0; j < 1000; j++)
            assert_true(random_below(&random, limits[i]) < limits[i]);
    assert_int_equal(random_below(&random, 1), 0);
}

/* With a limit of two thirds of the range, a plain remainder would fall into the
 * lower half twice as often as into the upper one. */
static void no_remainder_is_likelier(void **state)
{
    struct random random = {11};
    const size_t limit = SIZE_MAX / 3 * 2;
    size_t low = 0;
    (void)state;
    for (size_t i = 0; i < 10000; i++)
        low += random_below(&random, limit) < limit / 2;
    assert_in_range(low, 4800, 5200);
}

/* Two seeds of 64 bits are the same once in 18 million million million runs. */
static void nobody_chose_the_seed(void **state)
{
    (void)state;
    assert_true(random_seed() != random_seed());
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_same_seed_gives_the_same_order),
        cmocka_unit_test(an_order_holds_every_number_once),
        cmocka_unit_test(all_orders_are_equally_likely),
        cmocka_unit_test(numbers_stay_below_the_limit),
        cmocka_unit_test(no_remainder_is_likelier),
        cmocka_unit_test(nobody_chose_the_seed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
