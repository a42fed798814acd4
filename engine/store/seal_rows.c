/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is done with the rows of the tables `seal` and `seal_spare`, and `batch`. */
#include "store/database_ballots.h"

#include <string.h>

#include <talloc.h>

#include "base/memory.h"
#include "store/statement.h"

struct seal_row *seal_row_in(const struct secret *secret)
{
    return (struct seal_row *)secret->bytes;
}

bool seal_row_own(const struct seal_row *seal)
{
    return !sodium_is_zero(seal->secret, sizeof seal->secret);
}

static void digest_seal(unsigned char digest[DIGEST_SIZE], const struct seal_row *seal)
{
    crypto_generichash_state state;

    crypto_generichash_init(&state, NULL, 0, DIGEST_SIZE);
    crypto_generichash_update(&state, seal->public.bytes, sizeof seal->public.bytes);
    crypto_generichash_update(&state, seal->secret, sizeof seal->secret);
    crypto_generichash_update(&state, seal->grouping, sizeof seal->grouping);
    crypto_generichash_final(&state, digest, DIGEST_SIZE);
    sodium_memzero(&state, sizeof state);
}

static int read_seal(struct statement *statement, struct seal_row *seal)
{
    unsigned char digest[DIGEST_SIZE], expected[DIGEST_SIZE];

    if (!statement_blob(statement, 0, seal->public.bytes, sizeof seal->public.bytes) ||
        !statement_blob(statement, 1, seal->secret, sizeof seal->secret) ||
        !statement_blob(statement, 2, seal->grouping, sizeof seal->grouping) ||
        !statement_blob(statement, 3, digest, DIGEST_SIZE))
        return statement_error(statement);
    digest_seal(expected, seal);
    return memcmp(digest, expected, DIGEST_SIZE) == 0 ? SQLITE_ROW : SQLITE_CORRUPT;
}

static int find_seal(struct database *database, const char *sql, struct seal_row *seal)
{
    struct statement statement;
    int code = statement_begin(&statement, database->handle, sql);

    if (code == SQLITE_OK)
        code = statement_step(&statement);
    if (code == SQLITE_ROW)
        code = read_seal(&statement, seal);
    statement_end(&statement);
    return code;
}

/* One of them there and the other not: damaged, too. */
int database_seal(struct database *database, struct seal_row *ret_seal)
{
    if (database->layout < LAYOUT_BALLOTS)
        return SQLITE_DONE;
    int code = find_seal(database, "SELECT public, secret, grouping, digest FROM seal", ret_seal);
    if (code == SQLITE_ROW)
        return code;
    int spare =
        find_seal(database, "SELECT public, secret, grouping, digest FROM seal_spare", ret_seal);
    if (spare == SQLITE_ROW)
        return spare;
    return code == SQLITE_DONE ? spare : code;
}

static int insert_seal(struct database *database, const char *sql, const struct seal_row *seal)
{
    struct statement statement;
    unsigned char digest[DIGEST_SIZE];
    int code = statement_begin(&statement, database->handle, sql);

    digest_seal(digest, seal);
    if (code == SQLITE_OK) {
        statement_bind_blob(&statement, 1, seal->public.bytes, sizeof seal->public.bytes);
        statement_bind_blob(&statement, 2, seal->secret, sizeof seal->secret);
        statement_bind_blob(&statement, 3, seal->grouping, sizeof seal->grouping);
        statement_bind_blob(&statement, 4, digest, DIGEST_SIZE);
        code = statement_step(&statement);
    }
    statement_end(&statement);
    return code;
}

int database_put_seal(struct database *database, const struct seal_row *seal)
{
    int code = database_run(database, "DELETE FROM seal; DELETE FROM seal_spare");

    if (code == SQLITE_OK)
        code = insert_seal(database, "INSERT INTO seal VALUES(?1, ?2, ?3, ?4)", seal);
    if (code == SQLITE_DONE)
        code = insert_seal(database, "INSERT INTO seal_spare VALUES(?1, ?2, ?3, ?4)", seal);
    return code;
}

static void digest_batch(unsigned char digest[DIGEST_SIZE], const struct batch_row *row)
{
    const unsigned numbers[] = {(unsigned)row->ballots, (unsigned)row->lessons};
    crypto_generichash_state state;

    crypto_generichash_init(&state, NULL, 0, DIGEST_SIZE);
    crypto_generichash_update(&state, row->file, sizeof row->file);
    crypto_generichash_update(&state, row->public.bytes, sizeof row->public.bytes);
    for (size_t i = 0; i < 2; i++) {
        const unsigned char bytes[] = {(unsigned char)(numbers[i] >> 8), (unsigned char)numbers[i]};
        crypto_generichash_update(&state, bytes, sizeof bytes);
    }
    crypto_generichash_final(&state, digest, DIGEST_SIZE);
}

static int read_batch(struct statement *statement, struct batch_row *row)
{
    unsigned char digest[DIGEST_SIZE], expected[DIGEST_SIZE];

    if (!statement_blob(statement, 0, row->file, sizeof row->file) ||
        !statement_blob(statement, 1, row->public.bytes, sizeof row->public.bytes) ||
        !statement_blob(statement, 4, digest, DIGEST_SIZE))
        return statement_error(statement);
    row->ballots = sqlite3_column_int(statement->handle, 2);
    row->lessons = sqlite3_column_int(statement->handle, 3);
    digest_batch(expected, row);
    return memcmp(digest, expected, DIGEST_SIZE) == 0 ? SQLITE_ROW : SQLITE_CORRUPT;
}

int database_batch(struct database *database, struct batch_row *ret_row)
{
    struct statement statement;

    if (database->layout < LAYOUT_BALLOTS)
        return SQLITE_DONE;
    int code = statement_begin(&statement, database->handle,
                               "SELECT file, public, ballots, lessons, digest FROM batch");
    if (code == SQLITE_OK)
        code = statement_step(&statement);
    if (code == SQLITE_ROW)
        code = read_batch(&statement, ret_row);
    statement_end(&statement);
    return code;
}

int database_put_batch(struct database *database, const struct batch_row *row)
{
    struct statement statement;
    unsigned char digest[DIGEST_SIZE];
    int code = statement_begin(&statement, database->handle,
                               "INSERT INTO batch VALUES(?1, ?2, ?3, ?4, ?5)");

    digest_batch(digest, row);
    if (code == SQLITE_OK) {
        statement_bind_blob(&statement, 1, row->file, sizeof row->file);
        statement_bind_blob(&statement, 2, row->public.bytes, sizeof row->public.bytes);
        statement_bind_int(&statement, 3, row->ballots);
        statement_bind_int(&statement, 4, row->lessons);
        statement_bind_blob(&statement, 5, digest, DIGEST_SIZE);
        code = statement_step(&statement);
    }
    statement_end(&statement);
    return code;
}

int database_delete_batch(struct database *database)
{
    int code = database_run(database, "DELETE FROM batch");
    return code == SQLITE_OK ? SQLITE_DONE : code;
}
