/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Batches: ballots on their way from a laptop to who counts them.
 *
 * Every batch is a file of the same size, with room for BATCH_SLOTS ballots:
 *
 *     "conecta batch\n\0\0" | version, 1 byte | fingerprint of the public key, 10 bytes
 *     | crypto_box_seal of a random key
 *     | nonce | XChaCha20-Poly1305 of id, number of ballots, sealed ballots and zeros, with all
 *       that stands before it as associated data
 *
 * So whatever is changed in it, it is refused; nobody who has it can tell how many ballots there
 * are. The id is random. A batch counts once: who counts it keeps the id.
 */
#ifndef CONECTA_STORE_BATCH_H
#define CONECTA_STORE_BATCH_H

#include <stdbool.h>
#include <stddef.h>

#include "base/diagnostic.h"
#include "store/ballots.h"
#include "store/store.h"
#include "store/trainer_key.h"

#define BATCH_SLOTS 256
#define BATCH_ID_BYTES 16

/* A ballot as it lies in the store. */
#define BATCH_BOX_BYTES (STORE_BALLOT_BYTES + crypto_box_SEALBYTES)

#define BATCH_HEAD_BYTES                                                                \
    (16 + 1 + TRAINER_FINGERPRINT_BYTES + crypto_aead_xchacha20poly1305_ietf_KEYBYTES + \
     crypto_box_SEALBYTES)
#define BATCH_CONTENT_BYTES (BATCH_ID_BYTES + 4 + BATCH_SLOTS * BATCH_BOX_BYTES)
/* Of the file: 1,061,031. */
#define BATCH_BYTES                                                                          \
    (BATCH_HEAD_BYTES + crypto_aead_xchacha20poly1305_ietf_NPUBBYTES + BATCH_CONTENT_BYTES + \
     crypto_aead_xchacha20poly1305_ietf_ABYTES)

/* A batch opened. The ballots lie one after the other, STORE_BALLOT_BYTES each, in the order of
 * their bytes: the same answers are the same content. */
struct batch {
    unsigned char id[BATCH_ID_BYTES];
    unsigned char *ballots; /* belongs to the batch */
    size_t count;           /* 1 to BATCH_SLOTS */
};

enum batch_state {
    BATCH_OPENED,
    BATCH_NO_BATCH,  /* another kind of file */
    BATCH_NEWER,     /* of a newer version of the program */
    BATCH_WRONG_KEY, /* sealed for another key */
    BATCH_DAMAGED,   /* not what was written: cut off, longer, changed or forged */
};

/* Writes BATCH_BYTES bytes: count boxes, 1 to BATCH_SLOTS, as they stand. */
void batch_seal(unsigned char *bytes, const unsigned char id[BATCH_ID_BYTES],
                const unsigned char *boxes, size_t count, const struct trainer_public *key);

/* Opens any bytes. *ret_batch belongs to parent and is set only when it returns BATCH_OPENED.
 * A single ballot that cannot be opened makes the whole batch BATCH_DAMAGED. */
enum batch_state batch_open(const void *parent, const unsigned char *bytes, size_t length,
                            const struct trainer_secret *key, struct batch **ret_batch);

/* The same with a file. No more than BATCH_BYTES and one byte of it are read. *ret_state tells
 * what it is, unless the file cannot be read. False, with a problem added, when there is no
 * batch. */
bool batch_read(const void *parent, const char *path, const struct trainer_secret *key,
                enum batch_state *ret_state, struct batch **ret_batch,
                struct diagnostics *problems);

/* Adds the problem that a state is; none for BATCH_OPENED. Returns false. */
bool batch_refuse(const char *path, enum batch_state state, struct diagnostics *problems);

/* What store_share gives. Its numbers may be shown; what else is in the store may not. */
struct share {
    bool ready;           /* else there is nothing to share yet, and nothing below counts */
    unsigned char *bytes; /* BATCH_BYTES, to be written or opened */
    size_t ballots;
    size_t lessons;            /* or revisions of lessons */
    bool again;                /* it was made earlier, and is the same as then */
    struct trainer_public key; /* it is sealed for */
};

/* Moves the ballots of every lesson that has at least STORE_GROUP_LEAST of them into a batch, as
 * many as it has room for, unless there is one already; that one stays the same until
 * store_share_done. *ret_share belongs to parent. */
bool store_share(const void *parent, struct store *store, struct share **ret_share,
                 struct diagnostics *problems);

/* What it would give now, changing nothing; bytes is NULL unless `again`. */
bool store_share_look(const void *parent, struct store *store, struct share **ret_share,
                      struct diagnostics *problems);

/* The batch has arrived: it is not kept any more. *ret_done: there was one. */
bool store_share_done(struct store *store, bool *ret_done, struct diagnostics *problems);

#endif
