/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is done with the rows of the table `record`. */
#include "store/database.h"

#include <string.h>

#include <talloc.h>

#include "base/memory.h"
#include "store/statement.h"

static void digest_row(unsigned char digest[DIGEST_SIZE], const struct row *row)
{
    const unsigned when = (unsigned)row->when;
    const unsigned char bytes[] = {(unsigned char)(when >> 24), (unsigned char)(when >> 16),
                                   (unsigned char)(when >> 8), (unsigned char)when};
    crypto_generichash_state state;

    crypto_generichash_init(&state, NULL, 0, DIGEST_SIZE);
    crypto_generichash_update(&state, row->id, ID_SIZE);
    crypto_generichash_update(&state, bytes, sizeof bytes);
    crypto_generichash_update(&state, row->box, BOX_SIZE);
    crypto_generichash_final(&state, digest, DIGEST_SIZE);
}

/* Of "SELECT id, quarter, box, digest". */
static int read_row(struct statement *statement, struct row *row)
{
    unsigned char digest[DIGEST_SIZE], expected[DIGEST_SIZE];

    if (!statement_blob(statement, 0, row->id, ID_SIZE) ||
        !statement_blob(statement, 2, row->box, BOX_SIZE) ||
        !statement_blob(statement, 3, digest, DIGEST_SIZE))
        return statement_error(statement);
    row->when = sqlite3_column_int(statement->handle, 1);
    digest_row(expected, row);
    return memcmp(digest, expected, DIGEST_SIZE) == 0 ? SQLITE_ROW : SQLITE_CORRUPT;
}

int database_find(struct database *database, const unsigned char id[ID_SIZE], struct row *ret_row)
{
    struct statement statement;
    int code = statement_begin(&statement, database->handle,
                               "SELECT id, quarter, box, digest FROM record WHERE id = ?1");

    if (code == SQLITE_OK) {
        statement_bind_blob(&statement, 1, id, ID_SIZE);
        code = statement_step(&statement);
    }
    if (code == SQLITE_ROW)
        code = read_row(&statement, ret_row);
    statement_end(&statement);
    return code;
}

int database_put(struct database *database, const struct row *row)
{
    static const char sql[] = "INSERT INTO record VALUES(?1, ?2, ?3, ?4) ON CONFLICT(id) DO UPDATE "
                              "SET quarter = ?2, box = ?3, digest = ?4";
    struct statement statement;
    unsigned char digest[DIGEST_SIZE];
    int code = statement_begin(&statement, database->handle, sql);

    digest_row(digest, row);
    if (code == SQLITE_OK) {
        statement_bind_blob(&statement, 1, row->id, ID_SIZE);
        statement_bind_int(&statement, 2, row->when);
        statement_bind_blob(&statement, 3, row->box, BOX_SIZE);
        statement_bind_blob(&statement, 4, digest, DIGEST_SIZE);
        code = statement_step(&statement);
    }
    statement_end(&statement);
    return code;
}

int database_delete(struct database *database, const unsigned char id[ID_SIZE])
{
    struct statement statement;
    int code = statement_begin(&statement, database->handle, "DELETE FROM record WHERE id = ?1");

    if (code == SQLITE_OK) {
        statement_bind_blob(&statement, 1, id, ID_SIZE);
        code = statement_step(&statement);
    }
    statement_end(&statement);
    return code;
}

/* The first sound row that is due. What is damaged stays: its quarter may be wrong. */
static int find_due(struct database *database, quarter last, struct row *row)
{
    struct statement statement;
    int code = statement_begin(&statement, database->handle,
                               "SELECT id, quarter, box, digest FROM record WHERE quarter <= ?1");

    if (code == SQLITE_OK) {
        statement_bind_int(&statement, 1, last);
        code = statement_step(&statement);
    }
    while (code == SQLITE_ROW && read_row(&statement, row) != SQLITE_ROW)
        code = statement_step(&statement);
    statement_end(&statement);
    return code;
}

/* One at a time: a statement must not change the rows that it walks over. */
int database_expire(struct database *database, quarter last, quarter now)
{
    struct row *row = memory_need(talloc(NULL, struct row));
    int code = find_due(database, last, row);

    while (code == SQLITE_ROW) {
        if (row->when == QUARTER_UNKNOWN) {
            row->when = now;
            code = database_put(database, row);
        } else {
            code = database_delete(database, row->id);
        }
        if (code == SQLITE_DONE)
            code = find_due(database, last, row);
    }
    talloc_free(row);
    return code;
}

/* Goes through the ids that a statement returns, and reads the row of each. An id lies in
 * front in its row, so that reading it does not need the pages of the box: a damaged box does
 * not end the walk. code: of what was done with the statement last. */
static int walk(struct database *database, struct statement *ids, int code,
                int (*visit)(void *data, const struct row *row), void *data, size_t *ret_damaged)
{
    struct row *row = memory_need(talloc(NULL, struct row));

    if (code == SQLITE_OK)
        code = statement_step(ids);
    while (code == SQLITE_ROW) {
        unsigned char id[ID_SIZE];
        int found = statement_blob(ids, 0, id, ID_SIZE) ? database_find(database, id, row)
                                                        : statement_error(ids);
        if (found == SQLITE_ROW)
            found = visit ? visit(data, row) : SQLITE_OK;
        else if (found == SQLITE_DONE || (found & 0xff) == SQLITE_CORRUPT)
            found = SQLITE_OK, ++*ret_damaged;
        code = found == SQLITE_OK ? statement_step(ids) : found;
    }
    statement_end(ids);
    talloc_free(row);
    return code;
}

int database_walk(struct database *database, bool backwards,
                  int (*visit)(void *data, const struct row *row), void *data, size_t *ret_damaged)
{
    struct statement ids;
    int code = statement_begin(&ids, database->handle,
                               backwards ? "SELECT id FROM record ORDER BY id DESC"
                                         : "SELECT id FROM record ORDER BY id");

    return walk(database, &ids, code, visit, data, ret_damaged);
}

static int walk_from(struct database *database, const char *sql, const unsigned char *id, int count,
                     size_t *ret_damaged)
{
    struct statement ids;
    int code = statement_begin(&ids, database->handle, sql);

    if (code == SQLITE_OK) {
        statement_bind_blob(&ids, 1, id, ID_SIZE);
        statement_bind_int(&ids, 2, count);
    }
    return walk(database, &ids, code, NULL, NULL, ret_damaged);
}

int database_walk_around(struct database *database, const unsigned char id[ID_SIZE], int count,
                         size_t *ret_damaged)
{
    int code = walk_from(database, "SELECT id FROM record WHERE id >= ?1 ORDER BY id LIMIT ?2", id,
                         count, ret_damaged);
    if (code != SQLITE_DONE)
        return code;
    return walk_from(database, "SELECT id FROM record WHERE id < ?1 ORDER BY id DESC LIMIT ?2", id,
                     count, ret_damaged);
}
