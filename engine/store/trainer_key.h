/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A trainer's pair of keys. What is sealed for the public one can be opened with the secret
 * one only; who sealed it cannot be told.
 *
 * Both files are text, so that they survive mail and Windows. NAME.pub:
 *
 *     conecta-public-key 1
 *     key 64 hexadecimal digits
 *     fingerprint 3f2a 91c0 77de 04b1 c5aa
 *
 * The fingerprint is made from the key: it is the checksum of the file as well. NAME.key:
 *
 *     conecta-secret-key 1
 *     argon2id13 PASSES KIB
 *     salt 32 digits
 *     box 144 digits: nonce and crypto_secretbox of the secret key
 *     fingerprint of the public key
 *     checksum 32 digits, of all lines before it
 *
 * The checksum tells a damaged file from a wrong passphrase.
 */
#ifndef CONECTA_STORE_TRAINER_KEY_H
#define CONECTA_STORE_TRAINER_KEY_H

#include <stdbool.h>
#include <stddef.h>

#include <sodium.h>

#include "base/diagnostic.h"
#include "store/secret.h"

#define TRAINER_KEY_BYTES crypto_box_PUBLICKEYBYTES

/* Five groups of four digits, spaces between them, and the NUL. */
#define TRAINER_FINGERPRINT 25

/* No file of a key is larger. */
#define TRAINER_FILE_BYTES 4096

struct trainer_public {
    unsigned char bytes[TRAINER_KEY_BYTES];
};

struct trainer_secret {
    struct trainer_public public;
    struct secret *secret; /* TRAINER_KEY_BYTES; belongs to the struct */
};

enum trainer_state {
    TRAINER_READ,
    TRAINER_NO_KEY,  /* another kind of file */
    TRAINER_OTHER,   /* the file of the other half of a pair */
    TRAINER_DAMAGED, /* some of it is missing or was changed */
    TRAINER_NEWER,   /* of a newer version of the program */
    TRAINER_DEAR,    /* asks for more memory or time than any version of the program does */
    TRAINER_MEMORY,  /* there is not enough memory to open it */
    TRAINER_WRONG,   /* passphrase */
};

/* Something to compare by eye or over the telephone. */
void trainer_fingerprint(const struct trainer_public *key, char ret_text[TRAINER_FINGERPRINT]);

/* The same as bytes. */
#define TRAINER_FINGERPRINT_BYTES 10
void trainer_fingerprint_bytes(const struct trainer_public *key,
                               unsigned char ret_bytes[TRAINER_FINGERPRINT_BYTES]);

bool trainer_public_equal(const struct trainer_public *one, const struct trainer_public *other);

/* The text of NAME.pub; belongs to parent. */
char *trainer_public_write(const void *parent, const struct trainer_public *key);

/* Reads any bytes. *ret_key is set only when it returns TRAINER_READ. */
enum trainer_state trainer_public_parse(const char *bytes, size_t length,
                                        struct trainer_public *ret_key);

/* Reads a file. False, with a problem added, when it is not the file of a public key. */
bool trainer_public_read(const char *path, struct trainer_public *ret_key,
                         struct diagnostics *problems);

/* A new pair, owned by parent. */
struct trainer_secret *trainer_new(const void *parent);

/* The pair that a secret key belongs to; copies it. */
struct trainer_secret *trainer_of(const void *parent,
                                  const unsigned char secret[TRAINER_KEY_BYTES]);

/* The text of NAME.key, sealed under a passphrase with so many passes over so many KiB of memory.
 * Belongs to parent. NULL when the memory is not enough. */
char *trainer_secret_write(const void *parent, const struct trainer_secret *key,
                           const void *passphrase, size_t length, int passes, int memory);

/* Whether the bytes are such a file, without opening it: TRAINER_READ, and whose public key's
 * fingerprint it is. */
enum trainer_state trainer_secret_look(const char *bytes, size_t length,
                                       char ret_fingerprint[TRAINER_FINGERPRINT]);

/* Opens it: takes time and memory on purpose. *ret_key belongs to parent and is set only when it
 * returns TRAINER_READ. */
enum trainer_state trainer_secret_parse(const void *parent, const char *bytes, size_t length,
                                        const void *passphrase, size_t passphrase_length,
                                        struct trainer_secret **ret_key);

/* Reads a file for trainer_secret_parse into memory of parent. False, with a problem added, when
 * it cannot be read or trainer_secret_look says that no passphrase will open it. So it is asked
 * for only when there is something to open. */
bool trainer_secret_load(const void *parent, const char *path, const char **ret_bytes,
                         size_t *ret_length, struct diagnostics *problems);

/* Adds the problem that a state is; none for TRAINER_READ. Returns false. */
bool trainer_refuse(const char *path, enum trainer_state state, struct diagnostics *problems);

#endif
