/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SQLite's statements, for which memory never runs short: the program ends then. */
#ifndef CONECTA_STORE_STATEMENT_H
#define CONECTA_STORE_STATEMENT_H

#include <stdbool.h>
#include <stddef.h>

#include <sqlite3.h>

#define DIGEST_SIZE 16

struct statement {
    sqlite3_stmt *handle; /* NULL when it could not be prepared */
};

/* The code itself, unless memory was short. */
int statement_code(int code);

/* Prepares one statement. statement_end is due in any case. */
int statement_begin(struct statement *statement, sqlite3 *database, const char *sql);
void statement_end(struct statement *statement);

/* SQLITE_ROW, SQLITE_DONE, or what went wrong. */
int statement_step(struct statement *statement);

/* Values; bytes and text must live as long as the statement. */
void statement_bind_blob(struct statement *statement, int place, const void *bytes, size_t length);
void statement_bind_text(struct statement *statement, int place, const char *text);
void statement_bind_int(struct statement *statement, int place, int number);

/* Copies a column of just this length. False, with nothing copied, when it is anything
 * else; that may be for want of a page that could be read: see statement_error. */
bool statement_blob(struct statement *statement, int column, void *ret_bytes, size_t length);

/* Why the last statement_blob was false: SQLITE_CORRUPT, or an error of the disk. */
int statement_error(const struct statement *statement);

/* The single number that a statement gives. */
int statement_number(sqlite3 *database, const char *sql, int *ret_number);

#endif
