/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/database.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <talloc.h>

#include "base/memory.h"
#include "store/failure.h"
#include "store/statement.h"

/* "Cone"; so that file(1) and other programs can tell what it is. */
#define APPLICATION 0x436f6e65
#define COST_VERSION 1
/* In the file a version stands in each of four bytes, so that one flipped bit is damage and not
 * a newer version. */
#define VERSION_UNIT 0x01010101
#define PAUSE 10 /* milliseconds */

#define COST_COLUMNS                                                                             \
    "(salt BLOB NOT NULL,algorithm INTEGER NOT NULL,passes INTEGER NOT NULL,memory INTEGER NOT " \
    "NULL,digest BLOB NOT NULL)"

static const char cost_table[] = "CREATE TABLE cost" COST_COLUMNS;
static const char spare_table[] = "CREATE TABLE spare" COST_COLUMNS;
static const char record_table[] =
    "CREATE TABLE record(id BLOB PRIMARY KEY,quarter INTEGER NOT NULL,box BLOB NOT NULL,"
    "digest BLOB NOT NULL) WITHOUT ROWID";

#define SEAL_COLUMNS \
    "(public BLOB NOT NULL,secret BLOB NOT NULL,grouping BLOB NOT NULL,digest BLOB NOT NULL)"

static const char seal_table[] = "CREATE TABLE seal" SEAL_COLUMNS;
static const char seal_spare_table[] = "CREATE TABLE seal_spare" SEAL_COLUMNS;
static const char ballot_table[] =
    "CREATE TABLE ballot(id BLOB PRIMARY KEY,lesson BLOB NOT NULL,box BLOB NOT NULL,"
    "digest BLOB NOT NULL) WITHOUT ROWID";
static const char batch_table[] =
    "CREATE TABLE batch(file BLOB NOT NULL,public BLOB NOT NULL,ballots INTEGER NOT NULL,"
    "lessons INTEGER NOT NULL,digest BLOB NOT NULL)";

static const char *const tables[] = {cost_table,       spare_table,  record_table, seal_table,
                                     seal_spare_table, ballot_table, batch_table};

#define TABLES 7
/* The first layout had the first of them only. */
#define TABLES_BEFORE_BALLOTS 3

static int table_count(int layout)
{
    return layout < LAYOUT_BALLOTS ? TABLES_BEFORE_BALLOTS : TABLES;
}

static const char read_first[] = "SELECT salt, algorithm, passes, memory, digest FROM cost";
static const char read_spare[] = "SELECT salt, algorithm, passes, memory, digest FROM spare";

static int close_handle(struct database *database)
{
    sqlite3_close(database->handle);
    if (database->lock >= 0)
        close(database->lock);
    return 0;
}

/* SQLite tries again as long as this says so. */
static int wait_for_others(void *data, int count)
{
    const struct patience *patience = data;

    if (count >= patience->milliseconds / PAUSE ||
        (patience->give_up && patience->give_up(patience->data)))
        return 0;
    usleep(PAUSE * 1000);
    return 1;
}

/* DELETE and secure_delete leave nothing of what was deleted in the file or beside it;
 * EXTRA brings the deletion of the journal to the disk as well; without temp_store
 * SQLite might write into another folder. */
static const char settings[] = "PRAGMA page_size=4096;"
                               "PRAGMA journal_mode=DELETE;"
                               "PRAGMA synchronous=EXTRA;"
                               "PRAGMA secure_delete=ON;"
                               "PRAGMA temp_store=MEMORY;"
                               "PRAGMA trusted_schema=OFF;"
                               "PRAGMA cell_size_check=ON;"
                               "PRAGMA mmap_size=0;";

static int open_handle(struct database *database, const struct patience *patience)
{
    int code = sqlite3_open_v2(database->path, &database->handle,
                               SQLITE_OPEN_READWRITE | SQLITE_OPEN_PRIVATECACHE, NULL);

    statement_code(code);
    if (code != SQLITE_OK)
        return sqlite3_extended_errcode(database->handle);
    sqlite3_extended_result_codes(database->handle, 1);
    sqlite3_busy_handler(database->handle, wait_for_others, (void *)(size_t)patience);
    sqlite3_db_config(database->handle, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
    /* Before the first read: a full page of the journal is written for it. */
    return database_run(database, settings);
}

int database_run(struct database *database, const char *sql)
{
    return statement_code(sqlite3_exec(database->handle, sql, NULL, NULL, NULL));
}

static void digest_cost(unsigned char digest[DIGEST_SIZE], const struct cost *cost)
{
    const int numbers[] = {COST_VERSION, cost->algorithm, cost->passes, cost->memory};
    crypto_generichash_state state;

    crypto_generichash_init(&state, NULL, 0, DIGEST_SIZE);
    crypto_generichash_update(&state, cost->salt, SALT_SIZE);
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
        const unsigned number = (unsigned)numbers[i];
        const unsigned char bytes[] = {(unsigned char)(number >> 24), (unsigned char)(number >> 16),
                                       (unsigned char)(number >> 8), (unsigned char)number};
        crypto_generichash_update(&state, bytes, sizeof bytes);
    }
    crypto_generichash_final(&state, digest, DIGEST_SIZE);
}

static int read_cost(struct database *database, const char *sql)
{
    struct statement statement;
    unsigned char digest[DIGEST_SIZE], expected[DIGEST_SIZE];
    struct cost *cost = &database->cost;
    int code = statement_begin(&statement, database->handle, sql);

    if (code == SQLITE_OK)
        code = statement_step(&statement);
    if (code == SQLITE_ROW) {
        cost->algorithm = sqlite3_column_int(statement.handle, 1);
        cost->passes = sqlite3_column_int(statement.handle, 2);
        cost->memory = sqlite3_column_int(statement.handle, 3);
        bool whole = statement_blob(&statement, 0, cost->salt, SALT_SIZE) &&
                     statement_blob(&statement, 4, digest, DIGEST_SIZE);
        digest_cost(expected, cost);
        code = whole && memcmp(digest, expected, DIGEST_SIZE) == 0 ? SQLITE_OK : SQLITE_CORRUPT;
    } else if (code == SQLITE_DONE) {
        code = SQLITE_CORRUPT;
    }
    statement_end(&statement);
    return code;
}

static int write_cost(struct database *database, const char *sql, const struct cost *cost)
{
    struct statement statement;
    unsigned char digest[DIGEST_SIZE];
    int code = statement_begin(&statement, database->handle, sql);

    digest_cost(digest, cost);
    if (code == SQLITE_OK) {
        statement_bind_blob(&statement, 1, cost->salt, SALT_SIZE);
        statement_bind_int(&statement, 2, cost->algorithm);
        statement_bind_int(&statement, 3, cost->passes);
        statement_bind_int(&statement, 4, cost->memory);
        statement_bind_blob(&statement, 5, digest, DIGEST_SIZE);
        code = statement_step(&statement);
    }
    statement_end(&statement);
    return code;
}

/* So many tables, and these: what else there is was not put there by this program. */
static int check_tables(struct database *database)
{
    static const char sql[] = "SELECT (SELECT count(*) FROM sqlite_schema) = ?8 AND (SELECT "
                              "count(*) FROM sqlite_schema WHERE sql IN (?1, ?2, ?3, ?4, ?5, "
                              "?6, ?7)) = ?8";
    struct statement statement;
    int code = statement_begin(&statement, database->handle, sql);

    int count = table_count(database->layout);

    if (code == SQLITE_OK) {
        for (int i = 0; i < count; i++)
            statement_bind_text(&statement, i + 1, tables[i]);
        statement_bind_int(&statement, TABLES + 1, count);
        code = statement_step(&statement);
    }
    if (code == SQLITE_ROW)
        code = sqlite3_column_int(statement.handle, 0) ? SQLITE_OK : SQLITE_CORRUPT;
    statement_end(&statement);
    return code;
}

static enum database_state state_of(struct database *database, int code,
                                    struct diagnostics *problems)
{
    if (code == SQLITE_OK)
        return DATABASE_READY;
    if (failure_is_damage(code))
        return DATABASE_DAMAGED;
    database_refuse(database, code, problems);
    return DATABASE_FAILED;
}

static enum database_state look(struct database *database, struct diagnostics *problems)
{
    int pages, application, version;
    int code = statement_number(database->handle, "PRAGMA page_count", &pages);

    if (code == SQLITE_OK)
        code = statement_number(database->handle, "PRAGMA application_id", &application);
    if (code == SQLITE_OK)
        code = statement_number(database->handle, "PRAGMA user_version", &version);
    if (code != SQLITE_OK)
        return state_of(database, code, problems);
    /* SQLite counts the first page as soon as it may write. Each table has another one. */
    if (pages <= 1 && application == 0 && version == 0)
        return DATABASE_ABSENT;
    if (application != APPLICATION || version < LAYOUT_RECORDS * VERSION_UNIT ||
        version % VERSION_UNIT != 0)
        return DATABASE_DAMAGED;
    if (version > LAYOUT_BALLOTS * VERSION_UNIT)
        return DATABASE_NEWER;
    database->layout = version / VERSION_UNIT;
    code = check_tables(database);
    if (code == SQLITE_OK)
        code = read_cost(database, read_spare);
    if (code == SQLITE_OK)
        code = read_cost(database, read_first);
    return state_of(database, code, problems);
}

/* A pipe would block, and a folder be called damaged. */
static enum database_state look_at_file(const char *path, struct diagnostics *problems)
{
    struct stat status;

    if (stat(path, &status) == 0) {
        if (S_ISREG(status.st_mode))
            return DATABASE_READY;
        failure_add_system(path, S_ISDIR(status.st_mode) ? EISDIR : EINVAL, problems);
        return DATABASE_FAILED;
    }
    if (errno == ENOENT)
        return DATABASE_ABSENT;
    failure_add_system(path, errno, problems);
    return DATABASE_FAILED;
}

static struct database *database_new(const void *parent, const char *path)
{
    struct database *database = memory_need(talloc_zero(parent, struct database));
    database->path = memory_need(talloc_strdup(database, path));
    database->lock = -1;
    talloc_set_destructor(database, close_handle);
    return database;
}

static enum database_state keep(struct database *database, enum database_state state,
                                struct database **ret_database)
{
    if (state == DATABASE_READY)
        *ret_database = database;
    else
        talloc_free(database);
    return state;
}

enum database_state database_open(const void *parent, const char *path,
                                  const struct patience *patience, struct database **ret_database,
                                  struct diagnostics *problems)
{
    enum database_state state = look_at_file(path, problems);

    if (state != DATABASE_READY)
        return state;
    struct database *database = database_new(parent, path);
    state = state_of(database, open_handle(database, patience), problems);
    if (state == DATABASE_READY)
        state = look(database, problems);
    return keep(database, state, ret_database);
}

struct database *database_open_damaged(const void *parent, const char *path,
                                       const struct patience *patience, bool *ret_cost)
{
    struct database *database = database_new(parent, path);

    if (open_handle(database, patience) != SQLITE_OK) {
        talloc_free(database);
        return NULL;
    }
    /* If it has no such tables, looking into them says so. */
    database->layout = LAYOUT_BALLOTS;
    *ret_cost = read_cost(database, read_first) == SQLITE_OK ||
                read_cost(database, read_spare) == SQLITE_OK;
    return database;
}

/* From table number first on, and says so in the head of the file. */
static int make_tables_from(struct database *database, int first)
{
    char head[100];
    int code = SQLITE_OK;

    sqlite3_snprintf(sizeof head, head, "PRAGMA application_id=%d; PRAGMA user_version=%d",
                     APPLICATION, LAYOUT_BALLOTS * VERSION_UNIT);
    for (int i = first; i < TABLES && code == SQLITE_OK; i++)
        code = database_run(database, tables[i]);
    if (code == SQLITE_OK)
        code = database_run(database, head);
    if (code == SQLITE_OK)
        database->layout = LAYOUT_BALLOTS;
    return code;
}

int database_upgrade(struct database *database)
{
    return database->layout >= LAYOUT_BALLOTS
               ? SQLITE_OK
               : make_tables_from(database, table_count(database->layout));
}

static int make_tables(struct database *database, const struct cost *cost)
{
    int code = make_tables_from(database, 0);

    if (code == SQLITE_OK)
        code = write_cost(database, "INSERT INTO cost VALUES(?1, ?2, ?3, ?4, ?5)", cost);
    if (code == SQLITE_DONE)
        code = write_cost(database, "INSERT INTO spare VALUES(?1, ?2, ?3, ?4, ?5)", cost);
    return code == SQLITE_DONE ? SQLITE_OK : code;
}

enum database_state database_create(const void *parent, const char *path,
                                    const struct patience *patience, const struct cost *cost,
                                    struct database **ret_database, struct diagnostics *problems)
{
    struct database *database = database_new(parent, path);
    int code = open_handle(database, patience);

    if (code == SQLITE_OK)
        code = database_run(database, "BEGIN IMMEDIATE");
    enum database_state state = state_of(database, code, problems);
    if (state == DATABASE_READY)
        state = look(database, problems);
    if (state == DATABASE_ABSENT) {
        code = make_tables(database, cost);
        if (code == SQLITE_OK)
            code = database_run(database, "COMMIT");
        database->cost = *cost;
        state = state_of(database, code, problems);
    } else if (state == DATABASE_READY) {
        state = state_of(database, database_run(database, "COMMIT"), problems);
    }
    return keep(database, state, ret_database);
}

int database_pages(struct database *database)
{
    int pages = 0;
    int code = statement_number(database->handle, "PRAGMA page_count", &pages);
    return code == SQLITE_OK ? pages : 0;
}

int database_check(struct database *database)
{
    struct statement statement;
    int code = statement_begin(&statement, database->handle, "PRAGMA integrity_check(1)");

    if (code == SQLITE_OK)
        code = statement_step(&statement);
    if (code == SQLITE_ROW) {
        const char *text = (const char *)sqlite3_column_text(statement.handle, 0);
        code = strcmp(memory_need(text), "ok") == 0 ? SQLITE_OK : SQLITE_CORRUPT;
    }
    statement_end(&statement);
    return code;
}

bool database_refuse(const struct database *database, int code, struct diagnostics *problems)
{
    return failure_add(database->path, code, sqlite3_system_errno(database->handle), problems);
}
