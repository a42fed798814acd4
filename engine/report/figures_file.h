/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The file of the figures, by means of SQLite. As with a store (store/database.h), a
 * connection lives as long as one operation, nothing that was replaced stays in it or
 * beside it, and it can be read by its owner only.
 *
 * Three tables. `pool` has a row for each heap of ballots that is counted for itself, as bytes of
 * report/tally.h: what waits, and what was released. `batch` has the ids of batches that were
 * folded; they are random, so that no row tells which came first. `head` has one digest of
 * all that: what was not written by this program is noticed, a row that is missing as well.
 */
#ifndef CONECTA_REPORT_FIGURES_FILE_H
#define CONECTA_REPORT_FIGURES_FILE_H

#include <stdbool.h>
#include <stddef.h>

#include <sqlite3.h>

#include "base/diagnostic.h"

#define FIGURES_NAME "figures.db"
#define FIGURES_BATCH_ID 16
#define FIGURES_DIGEST 16

struct figures_file {
    sqlite3 *handle;
    const char *path;
    int lock; /* on the folder; closed with it */
    /* While something is changed: the digest, and two statements that are run for many rows. */
    unsigned char digest[FIGURES_DIGEST];
    sqlite3_stmt *find, *put;
};

enum figures_state {
    FIGURES_READY,
    FIGURES_ABSENT, /* no file, or nothing in it yet */
    FIGURES_NEWER,
    FIGURES_DAMAGED, /* or another kind of file */
    FIGURES_FAILED,  /* see the problem */
};

/* What a heap is of. */
struct figures_pool {
    const char *lesson;
    const char *revision;
    int kind;
};

/* Bytes that the caller owns; none: NULL, 0. */
struct figures_bytes {
    const void *data;
    size_t length;
};

struct figures_row {
    struct figures_pool pool;
    struct figures_bytes pending, released;
};

/* Opens the file figures.db in the folder; whole: reads all of it and compares the digest.
 * *ret_file, owned by parent, is set only when the state is READY; freeing it closes the file. A
 * problem is added only when it is FAILED. */
enum figures_state figures_open(const void *parent, const char *folder, bool whole,
                                struct figures_file **ret_file, struct diagnostics *problems);

/* Makes folder, file and tables, as far as they are missing. False, with a problem added, when
 * that fails. */
bool figures_create(const char *folder, struct diagnostics *problems);

/* Gives a damaged file another name and adds a warning. False, with a problem added, when that
 * fails. Nothing happens to one that is not damaged (any more). */
bool figures_set_aside(const char *folder, struct diagnostics *problems);

/* The rest returns an extended result code of SQLite. Out of memory does not return. */

/* Called with a row, whose bytes live until it returns. It returns SQLITE_OK to go on. */
typedef int figures_visit(void *data, const struct figures_row *row);

/* All rows by lesson, revision and kind. SQLITE_DONE at the end. */
int figures_walk(struct figures_file *file, figures_visit *visit, void *data);

/* Changes begin and are kept: SQLITE_OK. Whoever does not come to the end frees the file, and
 * nothing has changed. */
int figures_begin(struct figures_file *file);
int figures_commit(struct figures_file *file);

/* In between. SQLITE_ROW: the batch is there; SQLITE_DONE: it is not. */
int figures_find_batch(struct figures_file *file, const unsigned char id[FIGURES_BATCH_ID]);
int figures_put_batch(struct figures_file *file, const unsigned char id[FIGURES_BATCH_ID]);

/* Takes the row of a pool out, to be changed and put back once: visit gets it, and SQLITE_ROW is
 * returned; SQLITE_DONE: there is none; else what visit returned. */
int figures_take(struct figures_file *file, const struct figures_pool *pool, figures_visit *visit,
                 void *data);

/* Puts a row in the place of what was taken, or of nothing. SQLITE_DONE is success. */
int figures_put(struct figures_file *file, const struct figures_row *row);

/* The problem of the code that came last. Returns false. */
bool figures_refuse(const char *path, int code, struct diagnostics *problems);

#endif
