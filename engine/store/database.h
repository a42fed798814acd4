/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The file of a store, by means of SQLite. A connection lives as long as one
 * operation: what another program did to the file is seen every time.
 *
 * The first layout has three tables. `cost` has one row: the salt and how keys are derived. Without it nobody's words
 * lead anywhere, so `spare`, on another page, has the same. `record` has a row for each record: id, quarter, box, digest. The id is the key of the table, and looks
 * random, so that no row tells which came first. Each row has a digest of its own,
 * by which a damaged one is found without anybody's words.
 */
#ifndef CONECTA_STORE_DATABASE_H
#define CONECTA_STORE_DATABASE_H

#include <stdbool.h>

#include <sqlite3.h>

#include "base/diagnostic.h"
#include "store/box.h"
#include "store/cost.h"
#include "store/quarter.h"

/* What the head of the file says about its tables: the first layout, and that with ballots
 * (database_ballots.h). A file of the first one is used as it is until it gets a ballot or a
 * trainer's key; new files are of the last one. */
#define LAYOUT_RECORDS 1
#define LAYOUT_BALLOTS 2

/* Of a page in the file, whatever SQLite was built with. */
#define PAGE_SIZE 4096

struct database {
    sqlite3 *handle;
    const char *path;
    struct cost cost;
    int layout;
    int lock; /* closed with it; -1: none */
};

enum database_state {
    DATABASE_READY,
    DATABASE_ABSENT,  /* no file, or nothing in it yet */
    DATABASE_NEWER,   /* made by a later version of this program */
    DATABASE_DAMAGED, /* or another kind of file */
    DATABASE_FAILED,  /* see the problem */
};

/* How long to wait for another program, and whether to stop waiting: NULL, or asked
 * every hundredth of a second, with its data. */
struct patience {
    int milliseconds;
    bool (*give_up)(void *data);
    void *data;
};

struct row {
    unsigned char id[ID_SIZE];
    quarter when;
    unsigned char box[BOX_SIZE];
};

/* Opens the file at path and looks at it. *ret_database, owned by parent, is set only
 * when the state is READY; freeing it closes the file. A problem is added only when
 * it is FAILED. patience must live as long as the database. */
enum database_state database_open(const void *parent, const char *path,
                                  const struct patience *patience, struct database **ret_database,
                                  struct diagnostics *problems);

/* Opens a damaged file to take over what is sound in it. *ret_cost tells whether its cost is.
 * NULL when it cannot be opened at all; that is no problem by itself. */
struct database *database_open_damaged(const void *parent, const char *path,
                                       const struct patience *patience, bool *ret_cost);

/* Makes the tables in the empty file at path, unless another program just did; then
 * its cost counts. States as above; never ABSENT. */
enum database_state database_create(const void *parent, const char *path,
                                    const struct patience *patience, const struct cost *cost,
                                    struct database **ret_database, struct diagnostics *problems);

/* The rest returns an extended result code of SQLite. Out of memory does not return. */

/* Statements without values, such as "BEGIN IMMEDIATE". */
int database_run(struct database *database, const char *sql);

/* Adds the tables of the last layout, unless they are there. In a transaction. */
int database_upgrade(struct database *database);

/* The row with this id, into *ret_row: SQLITE_ROW. SQLITE_DONE: there is none.
 * SQLITE_CORRUPT: its digest is wrong. */
int database_find(struct database *database, const unsigned char id[ID_SIZE], struct row *ret_row);

/* Inserts or replaces. SQLITE_DONE is success. */
int database_put(struct database *database, const struct row *row);

/* Deletes the row with this id. SQLITE_DONE is success. */
int database_delete(struct database *database, const unsigned char id[ID_SIZE]);

/* Deletes sound rows of the quarter `last` and before. Those of QUARTER_UNKNOWN become of
 * `now`, which is later. SQLITE_DONE is success. */
int database_expire(struct database *database, quarter last, quarter now);

/* Calls visit with every sound row and counts the others; visit may be NULL. A
 * page that cannot be made out ends it, but from the other end one may come to the
 * rows behind it. SQLITE_DONE when all ids were seen. visit returns an extended result code;
 * anything but SQLITE_OK ends the walk. */
int database_walk(struct database *database, bool backwards,
                  int (*visit)(void *data, const struct row *row), void *data, size_t *ret_damaged);

/* The same with the rows around an id: at most count of them on each side of it. */
int database_walk_around(struct database *database, const unsigned char id[ID_SIZE], int count,
                         size_t *ret_damaged);

/* How many pages the file has; 0 when that cannot be made out. */
int database_pages(struct database *database);

/* Whether SQLite finds the whole structure of the file in order: SQLITE_OK or SQLITE_CORRUPT. */
int database_check(struct database *database);

/* The problem of the code that came last. Returns false. */
bool database_refuse(const struct database *database, int code, struct diagnostics *problems);

#endif
