/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/box.h"

#include <string.h>

#include <talloc.h>

#define NONCE_SIZE crypto_aead_xchacha20poly1305_ietf_NPUBBYTES

void box_seal(unsigned char box[BOX_SIZE], const struct box_key *key, const void *bytes,
              size_t length)
{
    struct secret *padded = secret_new(NULL, PADDED_SIZE);
    size_t padded_length;

    memset(padded->bytes, 0, PADDED_SIZE);
    if (length)
        memcpy(padded->bytes, bytes, length);
    sodium_pad(&padded_length, padded->bytes, length, PADDED_SIZE, PADDED_SIZE);
    randombytes_buf(box, NONCE_SIZE);
    crypto_aead_xchacha20poly1305_ietf_encrypt(box + NONCE_SIZE, NULL, padded->bytes, PADDED_SIZE,
                                               key->id, sizeof key->id, NULL, box, key->key);
    talloc_free(padded);
}

struct secret *box_open(const void *parent, const unsigned char box[BOX_SIZE],
                        const struct box_key *key)
{
    struct secret *opened = secret_new(parent, PADDED_SIZE);
    struct secret *content = NULL;
    size_t length;

    if (crypto_aead_xchacha20poly1305_ietf_decrypt(opened->bytes, NULL, NULL, box + NONCE_SIZE,
                                                   BOX_SIZE - NONCE_SIZE, key->id, sizeof key->id,
                                                   box, key->key) == 0 &&
        sodium_unpad(&length, opened->bytes, PADDED_SIZE, PADDED_SIZE) == 0)
        content = secret_copy(parent, opened->bytes, length);
    talloc_free(opened);
    return content;
}
