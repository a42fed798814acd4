/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where random orders come from. */
#ifndef CONECTA_COMMANDS_SEED_H
#define CONECTA_COMMANDS_SEED_H

#include <stdint.h>

/* A seed that nobody chose; tests ask for the same orders each time (CONECTA_SEED). */
uint64_t seed_choose(void);

#endif
