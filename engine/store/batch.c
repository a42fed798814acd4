/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/batch.h"

#include <stdlib.h>
#include <string.h>

#include <talloc.h>

#include "base/memory.h"

static const unsigned char magic[16] = "conecta batch\n";

#define VERSION 1
#define VERSION_AT sizeof magic
#define FINGERPRINT_AT (VERSION_AT + 1)
#define LOCK_AT (FINGERPRINT_AT + TRAINER_FINGERPRINT_BYTES)
#define LOCK_BYTES (KEY_BYTES + crypto_box_SEALBYTES)
#define NONCE_BYTES crypto_aead_xchacha20poly1305_ietf_NPUBBYTES
#define KEY_BYTES crypto_aead_xchacha20poly1305_ietf_KEYBYTES
#define CONTENT_AT (BATCH_HEAD_BYTES + NONCE_BYTES)
#define COUNT_AT BATCH_ID_BYTES
#define BOXES_AT (COUNT_AT + 4)

_Static_assert(LOCK_AT + LOCK_BYTES == BATCH_HEAD_BYTES, "the head is what batch.h says");

static void put_count(unsigned char *bytes, size_t count)
{
    for (size_t i = 0; i < 4; i++)
        bytes[i] = (unsigned char)(count >> (8 * i));
}

static size_t get_count(const unsigned char *bytes)
{
    size_t count = 0;
    for (size_t i = 0; i < 4; i++)
        count |= (size_t)bytes[i] << (8 * i);
    return count;
}

static void write_head(unsigned char *bytes, const struct trainer_public *key,
                       const unsigned char lock[KEY_BYTES])
{
    memcpy(bytes, magic, sizeof magic);
    bytes[VERSION_AT] = VERSION;
    trainer_fingerprint_bytes(key, bytes + FINGERPRINT_AT);
    crypto_box_seal(bytes + LOCK_AT, lock, KEY_BYTES, key->bytes);
}

/* The content is sealed where it lies. */
void batch_seal(unsigned char *bytes, const unsigned char id[BATCH_ID_BYTES],
                const unsigned char *boxes, size_t count, const struct trainer_public *key)
{
    struct secret *lock = secret_new(NULL, KEY_BYTES);
    unsigned char *content = bytes + CONTENT_AT;

    randombytes_buf(lock->bytes, KEY_BYTES);
    write_head(bytes, key, lock->bytes);
    randombytes_buf(bytes + BATCH_HEAD_BYTES, NONCE_BYTES);
    memcpy(content, id, BATCH_ID_BYTES);
    put_count(content + COUNT_AT, count);
    memcpy(content + BOXES_AT, boxes, count * BATCH_BOX_BYTES);
    memset(content + BOXES_AT + count * BATCH_BOX_BYTES, 0,
           (BATCH_SLOTS - count) * BATCH_BOX_BYTES);
    crypto_aead_xchacha20poly1305_ietf_encrypt(content, NULL, content, BATCH_CONTENT_BYTES, bytes,
                                               CONTENT_AT, NULL, bytes + BATCH_HEAD_BYTES,
                                               lock->bytes);
    talloc_free(lock);
}

static enum batch_state judge_head(const unsigned char *bytes, size_t length,
                                   const struct trainer_secret *key)
{
    unsigned char fingerprint[TRAINER_FINGERPRINT_BYTES];

    if (length < sizeof magic || memcmp(bytes, magic, sizeof magic) != 0)
        return BATCH_NO_BATCH;
    if (length > VERSION_AT && bytes[VERSION_AT] > VERSION)
        return BATCH_NEWER;
    if (length != BATCH_BYTES || bytes[VERSION_AT] != VERSION)
        return BATCH_DAMAGED;
    trainer_fingerprint_bytes(&key->public, fingerprint);
    return memcmp(bytes + FINGERPRINT_AT, fingerprint, sizeof fingerprint) == 0 ? BATCH_OPENED
                                                                                : BATCH_WRONG_KEY;
}

/* The content, or NULL. */
static unsigned char *open_content(const void *parent, const unsigned char *bytes,
                                   const struct trainer_secret *key)
{
    struct secret *lock = secret_new(NULL, KEY_BYTES);
    unsigned char *content = memory_need(talloc_array(parent, unsigned char, BATCH_CONTENT_BYTES));
    bool opened = crypto_box_seal_open(lock->bytes, bytes + LOCK_AT, LOCK_BYTES, key->public.bytes,
                                       key->secret->bytes) == 0 &&
                  crypto_aead_xchacha20poly1305_ietf_decrypt(
                      content, NULL, NULL, bytes + CONTENT_AT, BATCH_BYTES - CONTENT_AT, bytes,
                      CONTENT_AT, bytes + BATCH_HEAD_BYTES, lock->bytes) == 0;

    talloc_free(lock);
    if (opened)
        return content;
    talloc_free(content);
    return NULL;
}

static int compare(const void *one, const void *other)
{
    return memcmp(one, other, STORE_BALLOT_BYTES);
}

static bool open_boxes(const unsigned char *boxes, const struct trainer_secret *key,
                       struct batch *batch)
{
    for (size_t i = 0; i < batch->count; i++)
        if (crypto_box_seal_open(batch->ballots + i * STORE_BALLOT_BYTES,
                                 boxes + i * BATCH_BOX_BYTES, BATCH_BOX_BYTES, key->public.bytes,
                                 key->secret->bytes) != 0)
            return false;
    qsort(batch->ballots, batch->count, STORE_BALLOT_BYTES, compare);
    return true;
}

/* NULL when it is not what batch_seal wrote: it was sealed by somebody else. */
static struct batch *open_ballots(const void *parent, const unsigned char *content,
                                  const struct trainer_secret *key)
{
    size_t count = get_count(content + COUNT_AT);

    if (count < 1 || count > BATCH_SLOTS)
        return NULL;
    struct batch *batch = memory_need(talloc_zero(parent, struct batch));
    memcpy(batch->id, content, BATCH_ID_BYTES);
    batch->count = count;
    batch->ballots =
        memory_need(talloc_array(batch, unsigned char, (unsigned)(count * STORE_BALLOT_BYTES)));
    if (open_boxes(content + BOXES_AT, key, batch))
        return batch;
    talloc_free(batch);
    return NULL;
}

enum batch_state batch_open(const void *parent, const unsigned char *bytes, size_t length,
                            const struct trainer_secret *key, struct batch **ret_batch)
{
    enum batch_state state = judge_head(bytes, length, key);

    if (state != BATCH_OPENED)
        return state;
    unsigned char *content = open_content(NULL, bytes, key);
    if (!content)
        return BATCH_DAMAGED;
    struct batch *batch = open_ballots(parent, content, key);
    talloc_free(content);
    if (!batch)
        return BATCH_DAMAGED;
    *ret_batch = batch;
    return BATCH_OPENED;
}
