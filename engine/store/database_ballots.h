/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The tables of a store behind ballots.h and batch.h; see database.h for the file.
 *
 * `seal` has one row: the public key that all ballots are sealed for, its secret half if it is the
 * store's own, else zeros, and the key of the hash by which ballots are told to be about the same
 * lesson. `seal_spare`, on another page, has the same. `ballot` has a row for each ballot, `batch`
 * at most one: the bytes of the file that was shared, until that has arrived. All rows have a
 * digest.
 *
 * Functions return an extended result code of SQLite. In a file of the first layout nothing is
 * found; to write, call database_upgrade first.
 */
#ifndef CONECTA_STORE_DATABASE_BALLOTS_H
#define CONECTA_STORE_DATABASE_BALLOTS_H

#include "store/batch.h"
#include "store/database.h"

#define GROUPING_SIZE crypto_generichash_KEYBYTES
#define LESSON_SIZE 16

/* Lies in the memory of a secret. */
struct seal_row {
    struct trainer_public public;
    unsigned char secret[TRAINER_KEY_BYTES];
    unsigned char grouping[GROUPING_SIZE];
};

struct ballot_row {
    unsigned char id[ID_SIZE];
    unsigned char lesson[LESSON_SIZE]; /* keyed hash of the tag */
    unsigned char box[BATCH_BOX_BYTES];
};

struct batch_row {
    unsigned char file[BATCH_BYTES];
    struct trainer_public public;
    int ballots, lessons;
};

/* Ids of ballots. */
struct ballot_ids {
    unsigned char (*items)[ID_SIZE];
    size_t count;
};

struct seal_row *seal_row_in(const struct secret *secret);

/* The secret half is there. */
bool seal_row_own(const struct seal_row *seal);

/* SQLITE_ROW; SQLITE_DONE: none. SQLITE_CORRUPT: neither of the two is sound. */
int database_seal(struct database *database, struct seal_row *ret_seal);

/* In the place of what was there. SQLITE_DONE is success. */
int database_put_seal(struct database *database, const struct seal_row *seal);

/* SQLITE_ROW, SQLITE_DONE or SQLITE_CORRUPT, as database_find. */
int database_find_ballot(struct database *database, const unsigned char id[ID_SIZE],
                         struct ballot_row *ret_row);

/* Inserts or replaces. SQLITE_DONE is success. */
int database_put_ballot(struct database *database, const struct ballot_row *row);

int database_delete_ballot(struct database *database, const unsigned char id[ID_SIZE]);

/* All ids, in their order or backwards: *ret_ids gets those found so far in any case; they belong
 * to parent. SQLITE_DONE is success. */
int database_ballot_ids(const void *parent, struct database *database, bool backwards,
                        struct ballot_ids *ret_ids);

/* The ids of at most count ballots about a lesson. */
int database_lesson_ids(const void *parent, struct database *database,
                        const unsigned char lesson[LESSON_SIZE], int count,
                        struct ballot_ids *ret_ids);

/* Calls visit for each lesson with at least `least` ballots. SQLITE_DONE is success. */
int database_lessons(struct database *database, int least,
                     void (*visit)(void *data, const unsigned char lesson[LESSON_SIZE],
                                   size_t count),
                     void *data);

/* The batch: SQLITE_ROW, SQLITE_DONE or SQLITE_CORRUPT. */
int database_batch(struct database *database, struct batch_row *ret_row);

int database_put_batch(struct database *database, const struct batch_row *row);

/* SQLITE_DONE is success. */
int database_delete_batch(struct database *database);

/* Takes over what is sound in a damaged file, in a transaction of the other. *ret_key_lost: the
 * key was not, so the ballots were not taken over either: they must not be mixed with those for
 * another. SQLITE_DONE is success. */
int database_take_ballots(struct database *from, struct database *to, bool *ret_key_lost);

/* Counts rows that are not what was written. */
int database_check_ballots(struct database *database, size_t *ret_damaged);

#endif
