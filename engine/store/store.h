/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What learners keep: one file, in which each record can be opened only with the
 * words that it was saved under. There is no list of learners and no date finer than
 * a quarter of a year. The bytes of a record mean nothing here.
 *
 * A store is the name of a folder. It holds no file open: every function opens the
 * file, does its work whole or not at all, and closes it. So programs that use one store
 * at the same time wait for each other, and what failed has changed nothing. Whatever
 * is found damaged gets another name beside the store, `conecta.db.damaged-N`, and
 * all that is sound in it is taken over into a new one: a warning says so.
 *
 * Functions that return bool add a problem and return false when they fail.
 */
#ifndef CONECTA_STORE_STORE_H
#define CONECTA_STORE_STORE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/diagnostic.h"
#include "store/key.h"
#include "store/secret.h"

/* The most bytes of one record. */
#define STORE_BYTES_MAX 32767

struct store;
struct store_key;

struct store_settings {
    int passes;   /* of Argon2id, for a new store; one with fewer counts as damaged */
    int memory;   /* KiB, likewise */
    int patience; /* how many milliseconds to wait for another program */
    /* Asked every hundredth of a second of such waiting: does the learner want to leave? Then
     * the function fails. NULL: no. */
    bool (*give_up)(void *data);
    void *data;
};

/* 3 passes over 64 MiB; five seconds. */
extern const struct store_settings store_settings_usual;

/* The store in this folder; copies folder and settings. There may be neither store nor
 * folder: nothing is made before the first store_create or store_save. NULL, with a
 * problem added, when what is there cannot be used: unreadable, or of a newer version
 * of the program. */
struct store *store_open(const void *parent, const char *folder,
                         const struct store_settings *settings, struct diagnostics *problems);

/* The same without a look at what is there, so in whatever state it is: for store_check and
 * store_forget_all, which no store may be too damaged or too new for. NULL only when the system
 * has no random bytes. */
struct store *store_at(const void *parent, const char *folder,
                       const struct store_settings *settings, struct diagnostics *problems);

/* Makes the folder (0700) and the file (0600), unless they are there. Called when a
 * learner has agreed to save and before her key is derived, it spares her the case
 * that another program makes the store meanwhile. */
bool store_create(struct store *store, struct diagnostics *problems);

enum store_found {
    STORE_FOUND,
    STORE_NOT_FOUND, /* no record has these words. A warning may say that one is damaged */
    STORE_FAILED,    /* see the problem; perhaps the record is there but damaged */
};

/* The bytes saved last under the key, into *ret_bytes, owned by parent. It becomes a
 * record of the present quarter, if writing is possible. */
enum store_found store_load(const void *parent, struct store *store, const struct store_key *key,
                            struct secret **ret_bytes, struct diagnostics *problems);

/* Saves length bytes, at most STORE_BYTES_MAX, in the place of what was saved under the
 * key before. When this returns true they are on the disk. Fails also when the store
 * of the key is not there any more, and another one is. */
bool store_save(struct store *store, const struct store_key *key, const void *bytes, size_t length,
                struct diagnostics *problems);

/* Removes the record of the key, and every trace of it in the folder. True also when
 * there was none. */
bool store_forget(struct store *store, const struct store_key *key, struct diagnostics *problems);

/* Removes everything that stores ever wrote into the folder, what was set aside as well,
 * and the folder, if it is empty then. */
bool store_forget_all(struct store *store, struct diagnostics *problems);

/* Removes records that were not opened for four whole quarters. */
bool store_expire(struct store *store, struct diagnostics *problems);

struct store_report {
    bool present;   /* there is a store */
    size_t records; /* sound ones */
    size_t damaged; /* records, or ballots, that do not hold what was written */
    bool structure; /* all between the records is sound */
};

/* Reads the whole store, for `doctor`. Changes nothing. */
bool store_check(struct store *store, struct store_report *ret_report,
                 struct diagnostics *problems);

#endif
