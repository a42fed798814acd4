/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A record as it lies in the store: an authenticated box. All are of one size,
 * whatever is in them.
 *
 *     nonce | XChaCha20-Poly1305 of the padded bytes, with the record's id as
 *             associated data, so that no box can take the place of another
 */
#ifndef CONECTA_STORE_BOX_H
#define CONECTA_STORE_BOX_H

#include <stdbool.h>
#include <stddef.h>

#include <sodium.h>

#include "store/secret.h"

#define ID_SIZE 16
#define KEY_SIZE crypto_aead_xchacha20poly1305_ietf_KEYBYTES
/* Room for 200 lessons with 160 bytes each. */
#define PADDED_SIZE 32768
#define BOX_SIZE                                                  \
    (crypto_aead_xchacha20poly1305_ietf_NPUBBYTES + PADDED_SIZE + \
     crypto_aead_xchacha20poly1305_ietf_ABYTES)

/* What the words of a learner lead to. Lies in the memory of a secret. */
struct box_key {
    unsigned char id[ID_SIZE];
    unsigned char key[KEY_SIZE];
};

/* Seals length bytes, fewer than PADDED_SIZE, into box. */
void box_seal(unsigned char box[BOX_SIZE], const struct box_key *key, const void *bytes,
              size_t length);

/* What was sealed, owned by parent; NULL when the box is not what box_seal made with
 * this key. */
struct secret *box_open(const void *parent, const unsigned char box[BOX_SIZE],
                        const struct box_key *key);

#endif
