/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of this room know about a store, and nobody else. */
#ifndef CONECTA_STORE_INSIDE_H
#define CONECTA_STORE_INSIDE_H

#include <stdbool.h>
#include <sys/stat.h>

#include "store/database.h"
#include "store/key.h"
#include "store/secret.h"
#include "store/store.h"

struct store {
    const char *folder;
    const char *path; /* of the file in it */
    struct store_settings settings;
    struct patience patience;
    struct cost cost; /* of the file as it was last seen; else made up, for a new one */
};

struct store_key {
    struct cost cost;      /* it was derived with */
    struct secret *secret; /* a struct box_key */
};

const struct box_key *key_box(const struct store_key *key);

/* Opens the file for one operation, while nobody gives it another name. As database_open,
 * otherwise. */
enum database_state store_look(struct store *store, struct database **ret_database,
                               struct diagnostics *problems);

/* The same; READY, ABSENT or FAILED. A damaged one is set aside
 * first. *ret_file tells which file it was, for store_set_aside. */
enum database_state store_use(struct store *store, struct database **ret_database,
                              struct stat *ret_file, struct diagnostics *problems);

/* What is done in one transaction. Returns SQLITE_DONE when it went well, SQLITE_CORRUPT
 * when damage was found. It may run again, when the damaged file was set aside. */
typedef int transaction(struct database *database, void *data);

/* Does the work in the store, if there is one. True also when there is none. */
bool store_change(struct store *store, transaction *work, void *data, struct diagnostics *problems);

/* The same for work that changes nothing. */
bool store_see(struct store *store, transaction *work, void *data, struct diagnostics *problems);

/* Makes the store. */
bool store_make(struct store *store, struct diagnostics *problems);

/* Does the work, in a store that is made if there is none. *done is set by the work. */
bool store_change_or_make(struct store *store, transaction *work, void *data, const bool *done,
                          struct diagnostics *problems);

/* Adds the problem that this program is too old for the store. Returns false. */
bool store_refuse_newer(const struct store *store, struct diagnostics *problems);

/* Sets the file aside that was found to be damaged and is closed again, unless another program did, and takes
 * over what is sound. Adds a warning. False, with a problem added, when it cannot. */
bool store_set_aside(struct store *store, const struct stat *file, struct diagnostics *problems);

#endif
