/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Random orders, repeatable from a seed. Nothing secret is made from this. */
#ifndef CONECTA_BASE_RANDOM_H
#define CONECTA_BASE_RANDOM_H

#include <stddef.h>
#include <stdint.h>

struct random {
    uint64_t state;
};

/* A seed that nobody chose, from the system. */
uint64_t random_seed(void);

/* A number from 0 to limit - 1, all equally likely; limit is at least 1. */
size_t random_below(struct random *random, size_t limit);

/* Fills order[0 … count-1] with 0 … count-1, all orders equally likely. */
void random_order(struct random *random, unsigned char *order, size_t count);

#endif
