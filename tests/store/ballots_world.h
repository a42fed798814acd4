/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Ballots in a store of a test. Each has a number, by which it is known again. */
#ifndef CONECTA_TESTS_STORE_BALLOTS_WORLD_H
#define CONECTA_TESTS_STORE_BALLOTS_WORLD_H

#include "store_world.h"

#include "store/ballots.h"
#include "store/batch.h"

static inline void ballot_fill(unsigned char bytes[STORE_BALLOT_BYTES], unsigned number)
{
    memset(bytes, 0, STORE_BALLOT_BYTES);
    snprintf((char *)bytes, 100, "lesson-marker option-marker %u", number);
}

static inline unsigned ballot_number(const struct batch *batch, size_t index)
{
    const char *text = (const char *)batch->ballots + index * STORE_BALLOT_BYTES;
    return (unsigned)strtoul(strrchr(text, ' '), NULL, 10);
}

static inline bool world_cast(struct world *world, const char *tag, unsigned number)
{
    unsigned char bytes[STORE_BALLOT_BYTES];
    ballot_fill(bytes, number);
    return store_cast(world->store, tag, bytes, world->problems);
}

static inline void world_cast_many(struct world *world, const char *tag, unsigned from, unsigned to)
{
    for (unsigned i = from; i < to; i++)
        assert_true(world_cast(world, tag, i));
}

static inline struct share *world_share(struct world *world)
{
    struct share *share = NULL;
    assert_true(store_share(world, world->store, &share, world->problems));
    assert_int_equal(share->ready, share->bytes != NULL);
    return share;
}

static inline struct batch *world_open(struct world *world, const struct share *share,
                                       const struct trainer_secret *key)
{
    struct batch *batch = NULL;
    assert_true(share->ready);
    assert_int_equal(batch_open(world, share->bytes, BATCH_BYTES, key, &batch), BATCH_OPENED);
    assert_int_equal(batch->count, share->ballots);
    return batch;
}

static inline struct trainer_secret *world_own_key(struct world *world)
{
    struct trainer_secret *key = store_own_key(world, world->store, world->problems);
    assert_non_null(key);
    return key;
}

static inline struct trainer_secret *world_use_new_key(struct world *world)
{
    struct trainer_secret *key = trainer_new(world);
    assert_int_equal(store_use_key(world->store, &key->public, false, world->problems),
                     USE_KEY_DONE);
    return key;
}

static inline bool world_done(struct world *world)
{
    bool done = false;
    assert_true(store_share_done(world->store, &done, world->problems));
    return done;
}

#endif
