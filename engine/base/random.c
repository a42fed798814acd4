/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/random.h"

#include <sys/random.h>
#include <time.h>

uint64_t random_seed(void)
{
    uint64_t seed;
    if (getrandom(&seed, sizeof seed, 0) == sizeof seed)
        return seed;
    return (uint64_t)time(NULL);
}

/* splitmix64: S. Vigna, "Further scramblings of Marsaglia's xorshift generators", 2017. */
static uint64_t next(struct random *random)
{
    uint64_t value = random->state += UINT64_C(0x9E3779B97F4A7C15);
    value = (value ^ (value >> 30)) * UINT64_C(0xBF58476D1CE4E5B9);
    value = (value ^ (value >> 27)) * UINT64_C(0x94D049BB133111EB);
    return value ^ (value >> 31);
}

size_t random_below(struct random *random, size_t limit)
{
    /* The values below `uneven` would make the first remainders likelier. */
    uint64_t uneven = (UINT64_MAX - limit + 1) % limit;
    uint64_t value;
    do
        value = next(random);
    while (value < uneven);
    return (size_t)(value % limit);
}

void random_order(struct random *random, unsigned char *order, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        size_t other = random_below(random, i + 1);
        order[i] = order[other];
        order[other] = (unsigned char)i;
    }
}
