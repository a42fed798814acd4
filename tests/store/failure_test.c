/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What goes wrong is said, and leaves what was saved before; what is deleted leaves nothing. */
#include "store_world.h"

#include <dirent.h>
#include <signal.h>
#include <sys/resource.h>

#include <sqlite3.h>

#define NOBODY 65534

static void assert_told(struct world *world, const char *message, const char *advice)
{
    assert_true(world->problems->errors > 0);
    const struct diagnostic *problem = &world->problems->items[world->problems->count - 1];
    assert_non_null(strstr(problem->message, message));
    assert_non_null(problem->advice);
    assert_non_null(strstr(problem->advice, advice));
}

/* A limit for the size of files stands for a disk that is full: from nothing at all to just
 * too little for the journal, or for a second record. */
static void a_full_disk_is_told_and_loses_nothing(void **state)
{
    struct world *world = *state;
    struct rlimit before, none;
    struct stat status;
    size_t failures = 0;

    assert_true(world_save(world, "one", "old"));
    struct store_key *key = world_key(world, "two");
    assert_int_equal(stat(world->path, &status), 0);
    signal(SIGXFSZ, SIG_IGN);
    assert_int_equal(getrlimit(RLIMIT_FSIZE, &before), 0);
    for (rlim_t size = 0; size <= (rlim_t)status.st_size; size += 2048) {
        none = (struct rlimit){size, before.rlim_max};
        assert_int_equal(setrlimit(RLIMIT_FSIZE, &none), 0);
        bool saved = store_save(world->store, key, "x", 1, world->problems);
        assert_int_equal(setrlimit(RLIMIT_FSIZE, &before), 0);
        assert_false(saved);
        assert_told(world, "no room", "still there");
        failures++;
        assert_saved(world, "one", "old");
        assert_null(world_load(world, "two"));
    }
    assert_int_equal(world->problems->count, failures);
}

/* Root may do everything, so it becomes nobody for a moment. */
static bool become(uid_t user)
{
    return getuid() != 0 || seteuid(user) == 0;
}

static void give_away(const char *path, mode_t mode)
{
    if (getuid() == 0)
        assert_int_equal(chown(path, NOBODY, NOBODY), 0);
    assert_int_equal(chmod(path, mode), 0);
}

static void nothing_is_written_where_it_may_not_be(void **state)
{
    struct world *world = *state;

    assert_true(world_save(world, "one", "old"));
    give_away(world->path, 0400);
    give_away(world->data, 0500);
    assert_true(become(NOBODY));
    bool saved = world_save(world, "one", "new");
    assert_saved(world, "one", "old");
    assert_true(become(0));
    assert_false(saved);
    assert_told(world, "nothing may be written", "--home");
    assert_int_equal(world->problems->count, 1);
}

static void a_store_that_may_not_be_read_is_told(void **state)
{
    struct world *world = *state;

    assert_true(world_save(world, "one", "old"));
    give_away(world->path, 0000);
    give_away(world->data, 0700);
    assert_true(become(NOBODY));
    struct store *store = store_open(world, world->data, &cheap, world->problems);
    assert_true(become(0));
    assert_null(store);
    assert_int_equal(world->problems->count, 1);
    assert_int_equal(chmod(world->path, 0600), 0);
    assert_saved(world, "one", "old");
}

static void no_folder_can_be_made(void **state)
{
    struct world *world = *state;
    struct store_key *key = world_key(world, "one");
    struct stat status;

    give_away(world->folder, 0555);
    assert_true(become(NOBODY));
    assert_false(store_save(world->store, key, "x", 1, world->problems));
    assert_true(become(0));
    assert_told(world, "nothing may be written", "--home");
    assert_int_equal(lstat(world->data, &status), -1);
    assert_int_equal(chmod(world->folder, 0755), 0);
}

static int count_down(void *data)
{
    return --*(int *)data;
}

static bool tired(void *data)
{
    return count_down(data) <= 0;
}

static void waiting_comes_to_an_end(void **state)
{
    struct world *world = *state;
    struct store_settings settings = cheap;
    int patience = 3;
    sqlite3 *other;

    assert_true(world_save(world, "one", "old"));
    struct store_key *key = world_key(world, "one");
    assert_int_equal(sqlite3_open(world->path, &other), SQLITE_OK);
    assert_int_equal(sqlite3_exec(other, "BEGIN IMMEDIATE", NULL, NULL, NULL), SQLITE_OK);
    settings.patience = 30;
    struct store *store = store_open(world, world->data, &settings, world->problems);
    assert_non_null(store);
    assert_false(store_save(store, key, "x", 1, world->problems));
    assert_told(world, "another program", "try again");
    settings = cheap;
    settings.give_up = tired;
    settings.data = &patience;
    store = store_open(world, world->data, &settings, world->problems);
    assert_false(store_save(store, key, "x", 1, world->problems));
    assert_int_equal(patience, 0);
    assert_int_equal(sqlite3_close(other), SQLITE_OK);
    assert_saved(world, "one", "old");
    assert_true(store_save(store, key, "new", 3, world->problems));
    assert_saved(world, "one", "new");
}

/* All that a row of the table is made of. */
struct traces {
    unsigned char *bytes;
    size_t length;
};

static struct traces read_traces(struct world *world)
{
    sqlite3 *database;
    sqlite3_stmt *rows;
    struct traces traces = {talloc_size(world, 0), 0};

    assert_int_equal(sqlite3_open(world->path, &database), SQLITE_OK);
    assert_int_equal(
        sqlite3_prepare_v2(database, "SELECT id || box || digest FROM record", -1, &rows, NULL),
        SQLITE_OK);
    while (sqlite3_step(rows) == SQLITE_ROW) {
        size_t length = (size_t)sqlite3_column_bytes(rows, 0);
        traces.bytes = talloc_realloc_size(world, traces.bytes, traces.length + length);
        memcpy(traces.bytes + traces.length, sqlite3_column_blob(rows, 0), length);
        traces.length += length;
    }
    sqlite3_finalize(rows);
    sqlite3_close(database);
    return traces;
}

#define TRACE 12
#define EVERY 96 /* bytes, there is one to look for */

/* How many pieces of the traces are in a file. */
static size_t count_traces(struct world *world, const char *path, struct traces traces)
{
    struct bytes bytes = world_file(world, path);
    size_t count = 0;
    for (size_t i = 0; i + TRACE <= traces.length; i += EVERY)
        count += memmem(bytes.data, bytes.length, traces.bytes + i, TRACE) != NULL;
    talloc_free(bytes.data);
    return count;
}

/* Journals and temporary files would be found, too. */
static size_t count_traces_in_folder(struct world *world, struct traces traces)
{
    size_t count = 0;
    DIR *entries = opendir(world->data);
    assert_non_null(entries);
    for (struct dirent *entry; (entry = readdir(entries));)
        if (entry->d_name[0] != '.')
            count += count_traces(world, file_path(world, world->data, entry->d_name), traces);
    closedir(entries);
    return count;
}

static void overwriting_leaves_no_trace(void **state)
{
    struct world *world = *state;
    assert_true(world_save(world, "one", "text"));
    struct traces traces = read_traces(world);
    assert_true(count_traces_in_folder(world, traces) > 300);
    assert_true(world_save(world, "one", "other"));
    /* The first piece is of the id, which stays. */
    assert_int_equal(count_traces_in_folder(world, traces), 1);
}

static void forgetting_leaves_no_trace(void **state)
{
    struct world *world = *state;
    assert_true(world_save(world, "one", "text"));
    struct traces traces = read_traces(world);
    for (int i = 0; i < 20; i++)
        assert_true(world_save(world, talloc_asprintf(world, "%d", i), "other"));
    assert_true(count_traces_in_folder(world, traces) > 300);
    struct store_key *key = world_key(world, "one");
    assert_true(store_forget(world->store, key, world->problems));
    assert_int_equal(count_traces_in_folder(world, traces), 0);
    assert_saved(world, "7", "other");
}

static void expiry_leaves_no_trace(void **state)
{
    struct world *world = *state;
    for (int i = 0; i < 10; i++)
        assert_true(world_save(world, talloc_asprintf(world, "%d", i), "text"));
    struct traces traces = read_traces(world);
    setenv("CONECTA_TODAY", "2029-01", 1);
    assert_true(world_save(world, "new", "other"));
    assert_true(store_expire(world->store, world->problems));
    assert_int_equal(count_traces_in_folder(world, traces), 0);
    assert_saved(world, "new", "other");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        IN_WORLD(a_full_disk_is_told_and_loses_nothing),
        IN_WORLD(nothing_is_written_where_it_may_not_be),
        IN_WORLD(a_store_that_may_not_be_read_is_told),
        IN_WORLD(no_folder_can_be_made),
        IN_WORLD(waiting_comes_to_an_end),
        IN_WORLD(overwriting_leaves_no_trace),
        IN_WORLD(forgetting_leaves_no_trace),
        IN_WORLD(expiry_leaves_no_trace),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
