/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/figures_file.h"

#include <errno.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <sodium.h>
#include <talloc.h>

#include "base/file.h"
#include "base/memory.h"
#include "report/figures_failure.h"
#include "store/failure.h"
#include "store/folder.h"
#include "store/statement.h"

/* "Conf": another kind of file than a store. */
#define APPLICATION 0x436f6e66
#define VERSION 1

/* What another program does to a file of figures takes milliseconds. */
static const struct patience patience = {.milliseconds = 5000};

static const char head_table[] = "CREATE TABLE head(digest BLOB NOT NULL)";
static const char pool_table[] =
    "CREATE TABLE pool(lesson TEXT NOT NULL,revision TEXT NOT NULL,kind INTEGER NOT NULL,"
    "pending BLOB NOT NULL,released BLOB NOT NULL,PRIMARY KEY(lesson,revision,kind)) WITHOUT ROWID";
static const char batch_table[] = "CREATE TABLE batch(id BLOB PRIMARY KEY) WITHOUT ROWID";

static const char *const tables[] = {head_table, pool_table, batch_table};

#define TABLES 3

_Static_assert(FIGURES_DIGEST == DIGEST_SIZE, "one kind of digest");

/* For the reasons, see store/database.c. */
static const char settings[] = "PRAGMA page_size=4096;"
                               "PRAGMA journal_mode=DELETE;"
                               "PRAGMA synchronous=EXTRA;"
                               "PRAGMA secure_delete=ON;"
                               "PRAGMA temp_store=MEMORY;"
                               "PRAGMA trusted_schema=OFF;"
                               "PRAGMA cell_size_check=ON;"
                               "PRAGMA mmap_size=0;";

static int run(struct figures_file *file, const char *sql)
{
    return statement_code(sqlite3_exec(file->handle, sql, NULL, NULL, NULL));
}

static int close_file(struct figures_file *file)
{
    sqlite3_finalize(file->find);
    sqlite3_finalize(file->put);
    sqlite3_close(file->handle);
    if (file->lock >= 0)
        close(file->lock);
    return 0;
}

static int open_handle(struct figures_file *file)
{
    int code = statement_code(sqlite3_open_v2(
        file->path, &file->handle, SQLITE_OPEN_READWRITE | SQLITE_OPEN_PRIVATECACHE, NULL));

    if (code != SQLITE_OK)
        return sqlite3_extended_errcode(file->handle);
    sqlite3_extended_result_codes(file->handle, 1);
    sqlite3_busy_timeout(file->handle, patience.milliseconds);
    sqlite3_db_config(file->handle, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
    return run(file, settings);
}

static void digest_part(crypto_generichash_state *state, const void *bytes, size_t length)
{
    const uint64_t size = length;
    unsigned char before[8];

    for (int i = 0; i < 8; i++)
        before[i] = (unsigned char)(size >> (8 * i));
    crypto_generichash_update(state, before, sizeof before);
    /* Nothing may be hashed from NULL. */
    if (length)
        crypto_generichash_update(state, bytes, length);
}

/* Digests are added up by exclusive or, so that a row can change without the others. */
static void mix(unsigned char sum[DIGEST_SIZE], crypto_generichash_state *state)
{
    unsigned char digest[DIGEST_SIZE];

    crypto_generichash_final(state, digest, DIGEST_SIZE);
    for (int i = 0; i < DIGEST_SIZE; i++)
        sum[i] ^= digest[i];
}

static void mix_row(unsigned char sum[DIGEST_SIZE], const struct figures_row *row)
{
    const unsigned char kind = (unsigned char)row->pool.kind;
    crypto_generichash_state state;

    crypto_generichash_init(&state, NULL, 0, DIGEST_SIZE);
    digest_part(&state, row->pool.lesson, strlen(row->pool.lesson));
    digest_part(&state, row->pool.revision, strlen(row->pool.revision));
    digest_part(&state, &kind, 1);
    digest_part(&state, row->pending.data, row->pending.length);
    digest_part(&state, row->released.data, row->released.length);
    mix(sum, &state);
}

static void mix_batch(unsigned char sum[DIGEST_SIZE], const unsigned char id[FIGURES_BATCH_ID])
{
    crypto_generichash_state state;

    crypto_generichash_init(&state, NULL, 0, DIGEST_SIZE);
    digest_part(&state, id, FIGURES_BATCH_ID);
    mix(sum, &state);
}

static int read_head(struct figures_file *file, unsigned char ret_digest[DIGEST_SIZE])
{
    struct statement statement;
    int code = statement_begin(&statement, file->handle, "SELECT digest FROM head");

    if (code == SQLITE_OK)
        code = statement_step(&statement);
    if (code == SQLITE_DONE)
        code = SQLITE_CORRUPT;
    if (code == SQLITE_ROW)
        code = statement_blob(&statement, 0, ret_digest, DIGEST_SIZE) ? SQLITE_OK
                                                                      : statement_error(&statement);
    statement_end(&statement);
    return code;
}

static int write_head(struct figures_file *file, const unsigned char digest[DIGEST_SIZE])
{
    struct statement statement;
    int code = statement_begin(&statement, file->handle, "UPDATE head SET digest = ?1");

    if (code == SQLITE_OK) {
        statement_bind_blob(&statement, 1, digest, DIGEST_SIZE);
        code = statement_step(&statement);
    }
    statement_end(&statement);
    return code;
}

static const char *text_column(const struct statement *statement, int column)
{
    const void *text = sqlite3_column_text(statement->handle, column);

    statement_code(sqlite3_errcode(sqlite3_db_handle(statement->handle)));
    return text ? text : "";
}

static struct figures_bytes bytes_column(const struct statement *statement, int column)
{
    const void *data = sqlite3_column_blob(statement->handle, column);

    statement_code(sqlite3_errcode(sqlite3_db_handle(statement->handle)));
    return (struct figures_bytes){data, (size_t)sqlite3_column_bytes(statement->handle, column)};
}

static struct figures_row read_row(const struct statement *statement)
{
    return (struct figures_row){
        .pool = {text_column(statement, 0), text_column(statement, 1),
                 sqlite3_column_int(statement->handle, 2)},
        .pending = bytes_column(statement, 3),
        .released = bytes_column(statement, 4),
    };
}

int figures_walk(struct figures_file *file, figures_visit *visit, void *data)
{
    static const char sql[] = "SELECT lesson, revision, kind, pending, released FROM pool "
                              "ORDER BY lesson, revision, kind";
    struct statement statement;
    int code = statement_begin(&statement, file->handle, sql);

    while (code == SQLITE_OK && (code = statement_step(&statement)) == SQLITE_ROW) {
        struct figures_row row = read_row(&statement);
        code = visit(data, &row);
    }
    statement_end(&statement);
    return code;
}

int figures_begin(struct figures_file *file)
{
    static const char find[] = "SELECT lesson, revision, kind, pending, released FROM pool "
                               "WHERE lesson = ?1 AND revision = ?2 AND kind = ?3";
    static const char put[] = "INSERT OR REPLACE INTO pool VALUES(?1, ?2, ?3, ?4, ?5)";
    int code = run(file, "BEGIN IMMEDIATE");

    if (code == SQLITE_OK)
        code = read_head(file, file->digest);
    if (code == SQLITE_OK)
        code = statement_code(sqlite3_prepare_v2(file->handle, find, -1, &file->find, NULL));
    if (code == SQLITE_OK)
        code = statement_code(sqlite3_prepare_v2(file->handle, put, -1, &file->put, NULL));
    return code;
}

int figures_commit(struct figures_file *file)
{
    int code = write_head(file, file->digest);
    return code == SQLITE_DONE ? run(file, "COMMIT") : code;
}

int figures_find_batch(struct figures_file *file, const unsigned char id[FIGURES_BATCH_ID])
{
    struct statement statement;
    int code = statement_begin(&statement, file->handle, "SELECT 1 FROM batch WHERE id = ?1");

    if (code == SQLITE_OK) {
        statement_bind_blob(&statement, 1, id, FIGURES_BATCH_ID);
        code = statement_step(&statement);
    }
    statement_end(&statement);
    return code;
}

int figures_put_batch(struct figures_file *file, const unsigned char id[FIGURES_BATCH_ID])
{
    struct statement statement;
    int code = statement_begin(&statement, file->handle, "INSERT INTO batch VALUES(?1)");

    if (code == SQLITE_OK) {
        statement_bind_blob(&statement, 1, id, FIGURES_BATCH_ID);
        code = statement_step(&statement);
    }
    statement_end(&statement);
    if (code == SQLITE_DONE)
        mix_batch(file->digest, id);
    return code;
}

static void bind_pool(struct statement *statement, const struct figures_pool *pool)
{
    statement_bind_text(statement, 1, pool->lesson);
    statement_bind_text(statement, 2, pool->revision);
    statement_bind_int(statement, 3, pool->kind);
}

int figures_take(struct figures_file *file, const struct figures_pool *pool, figures_visit *visit,
                 void *data)
{
    struct statement statement = {file->find};

    bind_pool(&statement, pool);
    int code = statement_step(&statement);
    if (code == SQLITE_ROW) {
        struct figures_row row = read_row(&statement);
        int visited = visit(data, &row);
        mix_row(file->digest, &row);
        code = visited == SQLITE_OK ? code : visited;
    }
    sqlite3_reset(file->find);
    return code;
}

int figures_put(struct figures_file *file, const struct figures_row *row)
{
    struct statement statement = {file->put};

    bind_pool(&statement, &row->pool);
    /* NULL would be no bytes, which is another thing than none. */
    statement_bind_blob(&statement, 4, row->pending.length ? row->pending.data : "",
                        row->pending.length);
    statement_bind_blob(&statement, 5, row->released.length ? row->released.data : "",
                        row->released.length);
    int code = statement_step(&statement);
    sqlite3_reset(file->put);
    if (code == SQLITE_DONE)
        mix_row(file->digest, row);
    return code;
}

static int mix_found(void *data, const struct figures_row *row)
{
    mix_row(data, row);
    return SQLITE_OK;
}

static int mix_batches(struct figures_file *file, unsigned char sum[DIGEST_SIZE])
{
    unsigned char id[FIGURES_BATCH_ID];
    struct statement statement;
    int code = statement_begin(&statement, file->handle, "SELECT id FROM batch");

    while (code == SQLITE_OK && (code = statement_step(&statement)) == SQLITE_ROW) {
        bool whole = statement_blob(&statement, 0, id, FIGURES_BATCH_ID);
        code = whole ? SQLITE_OK : statement_error(&statement);
        if (whole)
            mix_batch(sum, id);
    }
    statement_end(&statement);
    return code;
}

static int check_digest(struct figures_file *file)
{
    unsigned char sum[DIGEST_SIZE] = {0}, expected[DIGEST_SIZE];
    int code = figures_walk(file, mix_found, sum);

    if (code == SQLITE_DONE)
        code = mix_batches(file, sum);
    if (code == SQLITE_DONE)
        code = read_head(file, expected);
    if (code == SQLITE_OK)
        code = memcmp(sum, expected, DIGEST_SIZE) == 0 ? SQLITE_OK : SQLITE_CORRUPT;
    return code;
}

/* Three tables, and these: what else there is was not put there by this program. */
static int check_tables(struct figures_file *file)
{
    static const char sql[] = "SELECT (SELECT count(*) FROM sqlite_schema) = 3 AND "
                              "(SELECT count(*) FROM sqlite_schema WHERE sql IN (?1, ?2, ?3)) = 3";
    struct statement statement;
    int code = statement_begin(&statement, file->handle, sql);

    if (code == SQLITE_OK) {
        for (int i = 0; i < TABLES; i++)
            statement_bind_text(&statement, i + 1, tables[i]);
        code = statement_step(&statement);
    }
    if (code == SQLITE_ROW)
        code = sqlite3_column_int(statement.handle, 0) ? SQLITE_OK : SQLITE_CORRUPT;
    statement_end(&statement);
    return code;
}

static enum figures_state state_of(const char *path, int code, struct diagnostics *problems)
{
    if (code == SQLITE_OK)
        return FIGURES_READY;
    if (failure_is_damage(code))
        return FIGURES_DAMAGED;
    figures_refuse(path, code, problems);
    return FIGURES_FAILED;
}

static enum figures_state look(struct figures_file *file, bool whole, struct diagnostics *problems)
{
    int pages, application, version;
    int code = statement_number(file->handle, "PRAGMA page_count", &pages);

    if (code == SQLITE_OK)
        code = statement_number(file->handle, "PRAGMA application_id", &application);
    if (code == SQLITE_OK)
        code = statement_number(file->handle, "PRAGMA user_version", &version);
    if (code != SQLITE_OK)
        return state_of(file->path, code, problems);
    if (pages <= 1 && application == 0 && version == 0)
        return FIGURES_ABSENT;
    if (application != APPLICATION || version < VERSION)
        return FIGURES_DAMAGED;
    if (version > VERSION)
        return FIGURES_NEWER;
    code = check_tables(file);
    /* In one transaction: another program may be folding. */
    if (code == SQLITE_OK && whole)
        code = run(file, "BEGIN");
    if (code == SQLITE_OK && whole)
        code = check_digest(file);
    if (code == SQLITE_OK && whole)
        code = run(file, "COMMIT");
    return state_of(file->path, code, problems);
}

/* A pipe would block, and a folder be called damaged. */
static enum figures_state look_at_file(const char *path, struct diagnostics *problems)
{
    struct stat status;

    if (stat(path, &status) == 0 && S_ISREG(status.st_mode))
        return FIGURES_READY;
    int error = errno;
    if (stat(path, &status) == 0)
        error = S_ISDIR(status.st_mode) ? EISDIR : EINVAL;
    if (error == ENOENT)
        return FIGURES_ABSENT;
    figures_refuse_system(path, error, problems);
    return FIGURES_FAILED;
}

/* Without the lock, which the caller has. */
static enum figures_state open_locked(const void *parent, const char *folder, bool whole,
                                      struct figures_file **ret_file, struct diagnostics *problems)
{
    struct figures_file *file = memory_need(talloc_zero(parent, struct figures_file));

    file->lock = -1;
    file->path = file_path(file, folder, FIGURES_NAME);
    talloc_set_destructor(file, close_file);
    enum figures_state state = look_at_file(file->path, problems);
    if (state == FIGURES_READY)
        state = state_of(file->path, open_handle(file), problems);
    if (state == FIGURES_READY)
        state = look(file, whole, problems);
    if (state == FIGURES_READY)
        *ret_file = file;
    else
        talloc_free(file);
    return state;
}

enum figures_state figures_open(const void *parent, const char *folder, bool whole,
                                struct figures_file **ret_file, struct diagnostics *problems)
{
    struct stat status;

    if (stat(folder, &status) != 0 && errno == ENOENT)
        return FIGURES_ABSENT;
    int lock = folder_lock(folder, LOCK_SH, &patience, problems);
    if (lock < 0)
        return FIGURES_FAILED;
    enum figures_state state = open_locked(parent, folder, whole, ret_file, problems);
    if (state == FIGURES_READY)
        (*ret_file)->lock = lock;
    else
        close(lock);
    return state;
}

static int make_tables(struct figures_file *file)
{
    char head[100];
    int code = SQLITE_OK;

    sqlite3_snprintf(sizeof head, head,
                     "PRAGMA application_id=%d; PRAGMA user_version=%d;"
                     "INSERT INTO head VALUES(zeroblob(%d))",
                     APPLICATION, VERSION, DIGEST_SIZE);
    for (int i = 0; i < TABLES && code == SQLITE_OK; i++)
        code = run(file, tables[i]);
    return code == SQLITE_OK ? run(file, head) : code;
}

/* Unless another program just made them. */
static bool fill(const char *path, struct diagnostics *problems)
{
    struct figures_file *file = memory_need(talloc_zero(NULL, struct figures_file));

    file->lock = -1;
    file->path = path;
    talloc_set_destructor(file, close_file);
    int code = open_handle(file);
    if (code == SQLITE_OK)
        code = run(file, "BEGIN IMMEDIATE");
    enum figures_state state = state_of(path, code, problems);
    if (state == FIGURES_READY)
        state = look(file, false, problems);
    if (state == FIGURES_ABSENT) {
        code = make_tables(file);
        if (code == SQLITE_OK)
            code = run(file, "COMMIT");
        /* An empty file just made cannot be damaged: it was the disk. */
        state = code == SQLITE_OK ? FIGURES_READY : FIGURES_FAILED;
        if (code != SQLITE_OK)
            figures_refuse(path, code, problems);
    }
    talloc_free(file);
    /* Damaged or newer by now: whoever opens it next says so. */
    return state != FIGURES_FAILED;
}

bool figures_create(const char *folder, struct diagnostics *problems)
{
    char *path = file_path(NULL, folder, FIGURES_NAME);
    int lock = -1;
    bool made = folder_make(folder, folder, problems) &&
                (lock = folder_lock(folder, LOCK_EX, &patience, problems)) >= 0 &&
                folder_make(folder, path, problems) && fill(path, problems);

    if (lock >= 0)
        close(lock);
    talloc_free(path);
    return made;
}

bool figures_set_aside(const char *folder, struct diagnostics *problems)
{
    char *path = file_path(NULL, folder, FIGURES_NAME);
    char *aside = folder_free_name(path, path);
    struct figures_file *file = NULL;
    int lock = folder_lock(folder, LOCK_EX, &patience, problems);
    bool done = lock >= 0;

    if (done && open_locked(path, folder, true, &file, problems) == FIGURES_DAMAGED) {
        done = folder_swap(folder, path, aside, NULL, problems);
        if (done)
            figures_tell_aside(path, aside, problems);
    }
    talloc_free(file);
    if (lock >= 0)
        close(lock);
    talloc_free(path);
    return done;
}
