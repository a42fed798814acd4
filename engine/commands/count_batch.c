/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "commands/count_batch.h"

#include <talloc.h>

#include "base/memory.h"

/* Both rooms have their own name for these. */
_Static_assert(BATCH_ID_BYTES == FIGURES_BATCH_ID, "the id of a batch");
_Static_assert(STORE_BALLOT_BYTES == BALLOT_BYTES, "a ballot as bytes");

/* A store cannot have more batches ready than this; should one be damaged, it ends. */
#define OWN_MOST 1000

static const struct ballot **read_ballots(const void *parent, const struct batch *batch,
                                          enum batch_state *ret_state)
{
    const struct ballot **ballots =
        memory_need(talloc_array(parent, const struct ballot *, (unsigned)batch->count));

    for (size_t i = 0; i < batch->count; i++) {
        bool newer = false;
        ballots[i] = ballot_read(ballots, batch->ballots + i * BALLOT_BYTES, &newer);
        if (!ballots[i]) {
            *ret_state = newer ? BATCH_NEWER : BATCH_DAMAGED;
            return NULL;
        }
    }
    return ballots;
}

enum counts_fold count_batch(struct counts *counts, const struct batch *batch,
                             enum batch_state *ret_state, struct diagnostics *problems)
{
    void *memory = memory_need(talloc_new(NULL));
    const struct ballot **ballots = read_ballots(memory, batch, ret_state);
    enum counts_fold fold = COUNTS_FAILED;

    if (ballots)
        fold = counts_fold_batch(counts, batch->id, ballots, batch->count, problems);
    memory_wipe(memory);
    return fold;
}

static bool count_share(struct counts *counts, const char *home, const struct share *share,
                        const struct trainer_secret *key, struct diagnostics *problems)
{
    struct batch *batch = NULL;
    enum batch_state state = batch_open(share, share->bytes, BATCH_BYTES, key, &batch);
    bool counted =
        state == BATCH_OPENED && count_batch(counts, batch, &state, problems) != COUNTS_FAILED;

    batch_refuse(home, state, problems);
    if (batch)
        memory_wipe(batch);
    return counted;
}

/* A batch is taken out, counted, and only then given up; who is interrupted in between finds the
 * same one again, and its id counts once. */
static bool count_next(struct counts *counts, const char *home, struct store *store,
                       const struct trainer_secret *key, bool *ret_more,
                       struct diagnostics *problems)
{
    struct share *share = NULL;
    bool done = false;

    *ret_more = false;
    if (!store_share(store, store, &share, problems))
        return false;
    *ret_more = share->ready;
    bool fine = !share->ready || (count_share(counts, home, share, key, problems) &&
                                  store_share_done(store, &done, problems));
    talloc_free(share);
    return fine;
}

bool count_own(struct counts *counts, const char *home, struct diagnostics *problems)
{
    struct store *store = store_open(NULL, home, &store_settings_usual, problems);
    struct store_seal seal = {.present = false};
    bool fine = store && store_seal(store, &seal, problems);
    struct trainer_secret *key = NULL;

    if (fine && seal.present && seal.own) {
        key = store_own_key(store, store, problems);
        fine = key != NULL;
    }
    bool more = key != NULL;
    for (int i = 0; fine && more && i < OWN_MOST; i++)
        fine = count_next(counts, home, store, key, &more, problems);
    talloc_free(store);
    return fine;
}
