/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Any bytes as a batch; a batch with any bytes of it changed; and one whose content somebody who
 * knows the public key made up. None but the batch itself may open.
 */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <talloc.h>

#include "store/batch.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#define PATCH 4 /* bytes: where, and what is changed there */

static struct trainer_secret *key;
static unsigned char whole[BATCH_BYTES], changed[BATCH_BYTES];

static void prepare(void)
{
    static const unsigned char secret[TRAINER_KEY_BYTES] = "thirty-two bytes of a secret key";
    unsigned char ballot[STORE_BALLOT_BYTES] = {1}, box[BATCH_BOX_BYTES];
    unsigned char id[BATCH_ID_BYTES] = {1};

    if (sodium_init() < 0)
        abort();
    key = trainer_of(NULL, secret);
    crypto_box_seal(box, ballot, sizeof ballot, key->public.bytes);
    batch_seal(whole, id, box, 1, &key->public);
}

static void expect(const unsigned char *bytes, size_t length, bool opens)
{
    struct batch *batch = NULL;

    if ((batch_open(NULL, bytes, length, key, &batch) == BATCH_OPENED) != opens ||
        (batch != NULL) != opens)
        abort();
    talloc_free(batch);
}

static void change(const uint8_t *data, size_t size)
{
    memcpy(changed, whole, sizeof whole);
    for (; size >= PATCH; data += PATCH, size -= PATCH) {
        size_t place = (size_t)data[0] | (size_t)data[1] << 8 | (size_t)data[2] << 16;
        changed[place % BATCH_BYTES] ^= data[3];
    }
    expect(changed, BATCH_BYTES, memcmp(changed, whole, sizeof whole) == 0);
}

static void forge(const uint8_t *data, size_t size)
{
    static unsigned char boxes[BATCH_SLOTS * BATCH_BOX_BYTES];
    unsigned char id[BATCH_ID_BYTES] = {0};

    memset(boxes, 0, sizeof boxes);
    memcpy(boxes, data, size < sizeof boxes ? size : sizeof boxes);
    batch_seal(changed, id, boxes, size % (BATCH_SLOTS + 1), &key->public);
    expect(changed, BATCH_BYTES, false);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (!key)
        prepare();
    expect(data, size, false);
    change(data, size);
    if (size > 0 && data[0] % 8 == 0)
        forge(data, size);
    return 0;
}
