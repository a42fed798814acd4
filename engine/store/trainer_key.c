/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/trainer_key.h"

#include <string.h>

#include <talloc.h>

#include "base/memory.h"
#include "store/trainer_lines.h"

void trainer_fingerprint_bytes(const struct trainer_public *key,
                               unsigned char ret_bytes[TRAINER_FINGERPRINT_BYTES])
{
    static const unsigned char purpose[] = "conecta trainer's key";
    unsigned char hash[crypto_generichash_BYTES_MIN];
    crypto_generichash_state state;

    crypto_generichash_init(&state, NULL, 0, sizeof hash);
    crypto_generichash_update(&state, purpose, sizeof purpose);
    crypto_generichash_update(&state, key->bytes, sizeof key->bytes);
    crypto_generichash_final(&state, hash, sizeof hash);
    memcpy(ret_bytes, hash, TRAINER_FINGERPRINT_BYTES);
}

void trainer_fingerprint(const struct trainer_public *key, char ret_text[TRAINER_FINGERPRINT])
{
    unsigned char bytes[TRAINER_FINGERPRINT_BYTES];
    char *at = ret_text;

    trainer_fingerprint_bytes(key, bytes);
    for (size_t i = 0; i < sizeof bytes; i += 2, at += 5) {
        sodium_bin2hex(at, 5, bytes + i, 2);
        at[4] = i + 2 < sizeof bytes ? ' ' : '\0';
    }
}

bool trainer_public_equal(const struct trainer_public *one, const struct trainer_public *other)
{
    return memcmp(one->bytes, other->bytes, sizeof one->bytes) == 0;
}

char *trainer_public_write(const void *parent, const struct trainer_public *key)
{
    char digits[2 * TRAINER_KEY_BYTES + 1], fingerprint[TRAINER_FINGERPRINT];

    sodium_bin2hex(digits, sizeof digits, key->bytes, sizeof key->bytes);
    trainer_fingerprint(key, fingerprint);
    return memory_need(talloc_asprintf(parent, "%s %d\nkey %s\nfingerprint %s\n", TRAINER_PUBLIC,
                                       TRAINER_VERSION, digits, fingerprint));
}

/* Nothing can be sealed for a point of small order: whoever made such a key wants to read what
 * everybody can. */
static bool can_seal(const struct trainer_public *key)
{
    unsigned char public[crypto_box_PUBLICKEYBYTES], secret[crypto_box_SECRETKEYBYTES];
    unsigned char shared[crypto_box_BEFORENMBYTES];

    crypto_box_keypair(public, secret);
    bool can = crypto_box_beforenm(shared, key->bytes, secret) == 0;
    sodium_memzero(secret, sizeof secret);
    sodium_memzero(shared, sizeof shared);
    return can;
}

static bool read_public(const struct trainer_lines *lines, struct trainer_public *key)
{
    const char *digits = trainer_line_value(lines, 1, "key");
    const char *found = trainer_line_value(lines, 2, "fingerprint");
    char fingerprint[TRAINER_FINGERPRINT];

    if (lines->count != 3 || !found || !trainer_line_bytes(digits, key->bytes, sizeof key->bytes))
        return false;
    trainer_fingerprint(key, fingerprint);
    return strcmp(found, fingerprint) == 0 && can_seal(key);
}

enum trainer_state trainer_public_parse(const char *bytes, size_t length,
                                        struct trainer_public *ret_key)
{
    void *memory = memory_need(talloc_new(NULL));
    struct trainer_lines lines;
    struct trainer_public key;
    enum trainer_state state = trainer_lines_read(memory, bytes, length, TRAINER_PUBLIC, &lines);

    if (state == TRAINER_READ && !read_public(&lines, &key))
        state = TRAINER_DAMAGED;
    if (state == TRAINER_READ)
        *ret_key = key;
    talloc_free(memory);
    return state;
}

struct trainer_secret *trainer_of(const void *parent, const unsigned char secret[TRAINER_KEY_BYTES])
{
    struct trainer_secret *key = memory_need(talloc(parent, struct trainer_secret));

    key->secret = secret_copy(key, secret, TRAINER_KEY_BYTES);
    crypto_scalarmult_base(key->public.bytes, key->secret->bytes);
    return key;
}

struct trainer_secret *trainer_new(const void *parent)
{
    struct trainer_secret *key = memory_need(talloc(parent, struct trainer_secret));

    key->secret = secret_new(key, TRAINER_KEY_BYTES);
    crypto_box_keypair(key->public.bytes, key->secret->bytes);
    return key;
}
