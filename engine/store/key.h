/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * From words to the key of a record.
 *
 * Deriving takes a tenth of a second and 64 MiB on purpose, and libsodium cannot be
 * interrupted in it. A learner must be able to leave meanwhile, so it runs in a
 * thread: the caller waits for a key press and for the derivation at once, and to
 * leave, the process simply ends. (A child process would need the words copied
 * into it, and a program that may start no other.) The thread touches nothing but
 * memory of its own: no talloc, no files, no messages; all signals go elsewhere.
 */
#ifndef CONECTA_STORE_KEY_H
#define CONECTA_STORE_KEY_H

#include <stddef.h>

#include "base/diagnostic.h"

struct store;
struct store_key;
struct derivation;

/* Begins to derive the key of these words in this store. The bytes are copied, and the
 * copy is wiped as soon as it is not needed. When there is no store yet, the key is
 * for the one that the first store_save will make. Freeing the derivation
 * gives it up; its thread ends, wipes and frees what it has by itself.
 * NULL, with a problem added, when the store is there but cannot be read. */
struct derivation *derivation_start(const void *parent, struct store *store, const void *words,
                                    size_t length, struct diagnostics *problems);

/* A file that can be read from when the key is there. Not to be read or closed. */
int derivation_file(const struct derivation *derivation);

/* The key, owned by parent; waits for it, if need be. To be called once. NULL, with a
 * problem added, when the memory was not enough. */
struct store_key *derivation_key(const void *parent, struct derivation *derivation,
                                 struct diagnostics *problems);

/* All three in one, for who has nothing else to do meanwhile. */
struct store_key *store_key_derive(const void *parent, struct store *store, const void *words,
                                   size_t length, struct diagnostics *problems);

#endif
