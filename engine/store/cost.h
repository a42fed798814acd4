/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What makes a key of words: the salt of the store, and how hard it is. */
#ifndef CONECTA_STORE_COST_H
#define CONECTA_STORE_COST_H

#include <sodium.h>

#define SALT_SIZE crypto_pwhash_SALTBYTES

/* Kept in the store, so that another version of the program can still open it. */
struct cost {
    unsigned char salt[SALT_SIZE];
    int algorithm; /* crypto_pwhash_ALG_ARGON2ID13 */
    int passes;
    int memory; /* KiB */
};

#endif
