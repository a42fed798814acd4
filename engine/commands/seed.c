/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "commands/seed.h"

#include <stdlib.h>

#include "base/random.h"

uint64_t seed_choose(void)
{
    const char *seed = getenv("CONECTA_SEED");
    return seed && *seed ? strtoull(seed, NULL, 10) : random_seed();
}
