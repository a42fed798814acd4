/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is done with the rows of the table `ballot`. */
#include "store/database_ballots.h"

#include <string.h>

#include <talloc.h>

#include "base/memory.h"
#include "store/failure.h"
#include "store/statement.h"

static void digest_row(unsigned char digest[DIGEST_SIZE], const struct ballot_row *row)
{
    crypto_generichash_state state;

    crypto_generichash_init(&state, NULL, 0, DIGEST_SIZE);
    crypto_generichash_update(&state, row->id, ID_SIZE);
    crypto_generichash_update(&state, row->lesson, LESSON_SIZE);
    crypto_generichash_update(&state, row->box, sizeof row->box);
    crypto_generichash_final(&state, digest, DIGEST_SIZE);
}

static int read_row(struct statement *statement, struct ballot_row *row)
{
    unsigned char digest[DIGEST_SIZE], expected[DIGEST_SIZE];

    if (!statement_blob(statement, 0, row->id, ID_SIZE) ||
        !statement_blob(statement, 1, row->lesson, LESSON_SIZE) ||
        !statement_blob(statement, 2, row->box, sizeof row->box) ||
        !statement_blob(statement, 3, digest, DIGEST_SIZE))
        return statement_error(statement);
    digest_row(expected, row);
    return memcmp(digest, expected, DIGEST_SIZE) == 0 ? SQLITE_ROW : SQLITE_CORRUPT;
}

int database_find_ballot(struct database *database, const unsigned char id[ID_SIZE],
                         struct ballot_row *ret_row)
{
    struct statement statement;
    int code = statement_begin(&statement, database->handle,
                               "SELECT id, lesson, box, digest FROM ballot WHERE id = ?1");

    if (code == SQLITE_OK) {
        statement_bind_blob(&statement, 1, id, ID_SIZE);
        code = statement_step(&statement);
    }
    if (code == SQLITE_ROW)
        code = read_row(&statement, ret_row);
    statement_end(&statement);
    return code;
}

int database_put_ballot(struct database *database, const struct ballot_row *row)
{
    static const char sql[] = "INSERT INTO ballot VALUES(?1, ?2, ?3, ?4) ON CONFLICT(id) DO UPDATE "
                              "SET lesson = ?2, box = ?3, digest = ?4";
    struct statement statement;
    unsigned char digest[DIGEST_SIZE];
    int code = statement_begin(&statement, database->handle, sql);

    digest_row(digest, row);
    if (code == SQLITE_OK) {
        statement_bind_blob(&statement, 1, row->id, ID_SIZE);
        statement_bind_blob(&statement, 2, row->lesson, LESSON_SIZE);
        statement_bind_blob(&statement, 3, row->box, sizeof row->box);
        statement_bind_blob(&statement, 4, digest, DIGEST_SIZE);
        code = statement_step(&statement);
    }
    statement_end(&statement);
    return code;
}

int database_delete_ballot(struct database *database, const unsigned char id[ID_SIZE])
{
    struct statement statement;
    int code = statement_begin(&statement, database->handle, "DELETE FROM ballot WHERE id = ?1");

    if (code == SQLITE_OK) {
        statement_bind_blob(&statement, 1, id, ID_SIZE);
        code = statement_step(&statement);
    }
    statement_end(&statement);
    return code;
}

/* Of a statement that was begun with this code; ends it. */
static int list_ids(const void *parent, struct statement *statement, int code,
                    struct ballot_ids *ret_ids)
{
    size_t room = 0;

    *ret_ids = (struct ballot_ids){0};
    if (code == SQLITE_OK)
        code = statement_step(statement);
    while (code == SQLITE_ROW) {
        if (ret_ids->count == room) {
            room = room ? 2 * room : 16;
            ret_ids->items =
                memory_need(talloc_realloc_size(parent, ret_ids->items, room * ID_SIZE));
        }
        if (!statement_blob(statement, 0, ret_ids->items[ret_ids->count], ID_SIZE)) {
            code = statement_error(statement);
            break;
        }
        ret_ids->count++;
        code = statement_step(statement);
    }
    statement_end(statement);
    return code;
}

int database_ballot_ids(const void *parent, struct database *database, bool backwards,
                        struct ballot_ids *ret_ids)
{
    struct statement statement;

    *ret_ids = (struct ballot_ids){0};
    if (database->layout < LAYOUT_BALLOTS)
        return SQLITE_DONE;
    int code = statement_begin(&statement, database->handle,
                               backwards ? "SELECT id FROM ballot ORDER BY id DESC"
                                         : "SELECT id FROM ballot ORDER BY id");
    return list_ids(parent, &statement, code, ret_ids);
}

int database_lesson_ids(const void *parent, struct database *database,
                        const unsigned char lesson[LESSON_SIZE], int count,
                        struct ballot_ids *ret_ids)
{
    struct statement statement;
    int code = statement_begin(&statement, database->handle,
                               "SELECT id FROM ballot WHERE lesson = ?1 ORDER BY id LIMIT ?2");

    if (code == SQLITE_OK) {
        statement_bind_blob(&statement, 1, lesson, LESSON_SIZE);
        statement_bind_int(&statement, 2, count);
    }
    return list_ids(parent, &statement, code, ret_ids);
}

int database_lessons(struct database *database, int least,
                     void (*visit)(void *data, const unsigned char lesson[LESSON_SIZE],
                                   size_t count),
                     void *data)
{
    struct statement statement;
    unsigned char lesson[LESSON_SIZE];

    if (database->layout < LAYOUT_BALLOTS)
        return SQLITE_DONE;
    int code = statement_begin(&statement, database->handle,
                               "SELECT lesson, count(*) FROM ballot GROUP BY lesson "
                               "HAVING count(*) >= ?1");
    if (code == SQLITE_OK) {
        statement_bind_int(&statement, 1, least);
        code = statement_step(&statement);
    }
    while (code == SQLITE_ROW) {
        if (!statement_blob(&statement, 0, lesson, LESSON_SIZE)) {
            code = statement_error(&statement);
            break;
        }
        visit(data, lesson, (size_t)sqlite3_column_int(statement.handle, 1));
        code = statement_step(&statement);
    }
    statement_end(&statement);
    return code;
}

int database_check_ballots(struct database *database, size_t *ret_damaged)
{
    void *memory = memory_need(talloc_new(NULL));
    struct ballot_row *row = memory_need(talloc(memory, struct ballot_row));
    struct batch_row *batch = memory_need(talloc(memory, struct batch_row));
    struct secret *seal = secret_new(memory, sizeof(struct seal_row));
    struct ballot_ids ids;
    int code = database_ballot_ids(memory, database, false, &ids);

    for (size_t i = 0; code == SQLITE_DONE && i < ids.count; i++)
        *ret_damaged += database_find_ballot(database, ids.items[i], row) != SQLITE_ROW;
    *ret_damaged += failure_is_damage(database_batch(database, batch));
    *ret_damaged += failure_is_damage(database_seal(database, (struct seal_row *)seal->bytes));
    talloc_free(memory);
    return code;
}

/* From both ends: behind a page that cannot be made out there may be sound ones. */
static int take_rows(const void *memory, struct database *from, struct database *to)
{
    struct ballot_row *row = memory_need(talloc(memory, struct ballot_row));
    int code = SQLITE_DONE;

    for (int backwards = 0; backwards < 2 && code == SQLITE_DONE; backwards++) {
        struct ballot_ids ids;
        int listed = database_ballot_ids(memory, from, backwards, &ids);
        for (size_t i = 0; i < ids.count && code == SQLITE_DONE; i++)
            if (database_find_ballot(from, ids.items[i], row) == SQLITE_ROW)
                code = database_put_ballot(to, row);
        if (listed == SQLITE_DONE)
            break;
    }
    return code;
}

static int take_batch(const void *memory, struct database *from, struct database *to)
{
    struct batch_row *batch = memory_need(talloc(memory, struct batch_row));

    return database_batch(from, batch) == SQLITE_ROW ? database_put_batch(to, batch) : SQLITE_DONE;
}

int database_take_ballots(struct database *from, struct database *to, bool *ret_key_lost)
{
    void *memory = memory_need(talloc_new(NULL));
    struct secret *secret = secret_new(memory, sizeof(struct seal_row));
    struct seal_row *seal = (struct seal_row *)secret->bytes;
    int found = database_seal(from, seal);
    int code = SQLITE_DONE;

    if (found == SQLITE_ROW) {
        code = database_put_seal(to, seal);
        if (code == SQLITE_DONE)
            code = take_rows(memory, from, to);
    }
    if (code == SQLITE_DONE)
        code = take_batch(memory, from, to);
    *ret_key_lost = (found & 0xff) == SQLITE_CORRUPT;
    talloc_free(memory);
    return code;
}
