/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/statement.h"

#include <string.h>

#include "base/memory.h"

int statement_code(int code)
{
    if ((code & 0xff) == SQLITE_NOMEM || code == SQLITE_IOERR_NOMEM)
        memory_need_block(NULL);
    return code;
}

int statement_begin(struct statement *statement, sqlite3 *database, const char *sql)
{
    return statement_code(sqlite3_prepare_v2(database, sql, -1, &statement->handle, NULL));
}

void statement_end(struct statement *statement)
{
    sqlite3_finalize(statement->handle);
}

int statement_step(struct statement *statement)
{
    return statement_code(sqlite3_step(statement->handle));
}

void statement_bind_blob(struct statement *statement, int place, const void *bytes, size_t length)
{
    statement_code(sqlite3_bind_blob(statement->handle, place, bytes, (int)length, SQLITE_STATIC));
}

void statement_bind_text(struct statement *statement, int place, const char *text)
{
    statement_code(sqlite3_bind_text(statement->handle, place, text, -1, SQLITE_STATIC));
}

void statement_bind_int(struct statement *statement, int place, int number)
{
    statement_code(sqlite3_bind_int(statement->handle, place, number));
}

bool statement_blob(struct statement *statement, int column, void *ret_bytes, size_t length)
{
    const void *bytes = sqlite3_column_blob(statement->handle, column);

    if (!bytes || sqlite3_column_type(statement->handle, column) != SQLITE_BLOB ||
        sqlite3_column_bytes(statement->handle, column) != (int)length)
        return false;
    memcpy(ret_bytes, bytes, length);
    return true;
}

int statement_error(const struct statement *statement)
{
    int code = statement_code(sqlite3_extended_errcode(sqlite3_db_handle(statement->handle)));
    return (code & 0xff) == SQLITE_IOERR ? code : SQLITE_CORRUPT;
}

int statement_number(sqlite3 *database, const char *sql, int *ret_number)
{
    struct statement statement;
    int code = statement_begin(&statement, database, sql);

    if (code == SQLITE_OK)
        code = statement_step(&statement);
    if (code == SQLITE_ROW) {
        *ret_number = sqlite3_column_int(statement.handle, 0);
        code = SQLITE_OK;
    } else if (code == SQLITE_DONE) {
        code = SQLITE_CORRUPT;
    }
    statement_end(&statement);
    return code;
}
