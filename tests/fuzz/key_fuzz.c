/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Any bytes as the files of a trainer's key, also with a checksum that is right. What is read must
 * be written as the same key again.
 */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <sodium.h>
#include <talloc.h>

#include "store/trainer_key.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void read_public(const void *memory, const char *bytes, size_t length)
{
    struct trainer_public key, again;

    if (trainer_public_parse(bytes, length, &key) != TRAINER_READ)
        return;
    const char *text = trainer_public_write(memory, &key);
    if (trainer_public_parse(text, strlen(text), &again) != TRAINER_READ ||
        !trainer_public_equal(&key, &again))
        abort();
}

/* Deriving a key that asks for much is no matter of the format. */
static void read_secret(const void *memory, const char *bytes, size_t length)
{
    char fingerprint[TRAINER_FINGERPRINT];
    struct trainer_secret *key = NULL;

    if (trainer_secret_look(bytes, length, fingerprint) != TRAINER_READ)
        return;
    if (strlen(fingerprint) != TRAINER_FINGERPRINT - 1)
        abort();
    if (memmem(bytes, length, "argon2id13 1 8\n", 15))
        trainer_secret_parse(memory, bytes, length, "words", 5, &key);
}

static void read_checked(const void *memory, const char *bytes, size_t length)
{
    unsigned char hash[16];
    char digits[33];
    char *text = talloc_strndup(memory, bytes, length);

    crypto_generichash(hash, sizeof hash, (const unsigned char *)text, strlen(text), NULL, 0);
    sodium_bin2hex(digits, sizeof digits, hash, sizeof hash);
    text = talloc_asprintf_append(text, "checksum %s\n", digits);
    read_secret(memory, text, strlen(text));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    void *memory = talloc_new(NULL);

    if (sodium_init() < 0)
        abort();
    char *bytes = talloc_memdup(memory, data, size);
    read_public(memory, bytes, size);
    read_secret(memory, bytes, size);
    read_checked(memory, bytes, size);
    talloc_free(memory);
    return 0;
}
