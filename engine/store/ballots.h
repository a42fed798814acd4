/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Ballots in the store, from the end of a lesson until they are shared.
 *
 * Each is sealed at once for one public key and lies under a random id; which ballots are
 * about the same lesson is told by a keyed hash, so that they can be counted, and by nothing
 * else. No time is kept, and where a ballot lies in the file does not say which came first.
 *
 * There is always one key that all ballots of a store are sealed for. Out of the box it is the
 * store's own, made with the first ballot, whose secret half is in the store as well: so this
 * laptop can read them. With a trainer's key it cannot.
 *
 * Functions work on the file as those of store/store.h do: whole or not at all.
 */
#ifndef CONECTA_STORE_BALLOTS_H
#define CONECTA_STORE_BALLOTS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/diagnostic.h"
#include "store/store.h"
#include "store/trainer_key.h"

/* Of every ballot; see course/ballot.h, which this room does not know. */
#define STORE_BALLOT_BYTES 4096

/* Of one lesson, before any of them is shared. */
#define STORE_GROUP_LEAST 5

/* Seals a ballot and puts it into the store, which is made if there is none. The tag says
 * what it is counted with: lesson and revision, such as "how-hiv-is-passed-on 1a2b3c4d". */
bool store_cast(struct store *store, const char *tag, const unsigned char bytes[STORE_BALLOT_BYTES],
                struct diagnostics *problems);

struct store_seal {
    bool present; /* there is a key; none before the first ballot or store_use_key */
    bool own;     /* the store's own: its secret half is here */
    struct trainer_public key;
};

/* Which key the store seals for. */
bool store_seal(struct store *store, struct store_seal *ret_seal, struct diagnostics *problems);

/* The store's own pair, for opening its batches here. Belongs to parent. NULL without a problem
 * added: it has none. */
struct trainer_secret *store_own_key(const void *parent, struct store *store,
                                     struct diagnostics *problems);

enum store_use_key {
    USE_KEY_DONE,
    USE_KEY_SHARE_FIRST,   /* ballots for the trainer so far are ready, or in a batch that is
                            * kept: store_share, store_share_done */
    USE_KEY_SUMMARY_FIRST, /* a batch for the own key is kept: somebody is counting it, or was
                            * interrupted */
    USE_KEY_WOULD_LOSE,    /* ballots for the trainer so far would be deleted */
    USE_KEY_FAILED,        /* see the problem */
};

/* Seals for this key from now on; makes the store if there is none. Ballots that were sealed for
 * the store's own key are sealed again for this one, and the own secret key is wiped. Those
 * for another trainer's are deleted, if `lose` says so. Anything but USE_KEY_DONE changes
 * nothing. */
enum store_use_key store_use_key(struct store *store, const struct trainer_public *key, bool lose,
                                 struct diagnostics *problems);

#endif
