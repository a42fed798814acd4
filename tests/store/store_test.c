/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store_world.h"

#include <dirent.h>
#include <fcntl.h>
#include <poll.h>
#include <sys/wait.h>
#include <time.h>

#include <sqlite3.h>

static void what_was_saved_is_there_again(void **state)
{
    struct world *world = *state;
    assert_true(world_save(world, "one two", "first"));
    assert_saved(world, "one two", "first");
    assert_true(world_save(world, "one two", "second, and longer"));
    assert_true(world_save(world, "other words", "hers"));
    world_open_store(world);
    assert_saved(world, "one two", "second, and longer");
    assert_saved(world, "other words", "hers");
    assert_int_equal(world->problems->count, 0);
}

static void nothing_and_the_most_can_be_saved(void **state)
{
    struct world *world = *state;
    struct store_key *key = world_key(world, "w");
    char *most = talloc_size(world, STORE_BYTES_MAX + 1);
    struct secret *found;
    memset(most, 0x80, STORE_BYTES_MAX + 1);
    assert_true(store_save(world->store, key, most, STORE_BYTES_MAX, world->problems));
    assert_int_equal(store_load(world, world->store, key, &found, world->problems), STORE_FOUND);
    assert_int_equal(found->length, STORE_BYTES_MAX);
    assert_memory_equal(found->bytes, most, STORE_BYTES_MAX);
    assert_true(store_save(world->store, key, most, 0, world->problems));
    assert_int_equal(store_load(world, world->store, key, &found, world->problems), STORE_FOUND);
    assert_int_equal(found->length, 0);
    assert_int_equal(world->problems->count, 0);
    assert_false(store_save(world->store, key, most, STORE_BYTES_MAX + 1, world->problems));
    assert_int_equal(world->problems->count, 1);
    assert_string_equal(world_load(world, "w"), "");
}

static void wrong_words_find_nothing(void **state)
{
    struct world *world = *state;
    assert_null(world_load(world, "right"));
    assert_true(world_save(world, "right", "text"));
    assert_null(world_load(world, "wrong"));
    assert_null(world_load(world, "righ"));
    assert_null(world_load(world, ""));
    assert_int_equal(world->problems->count, 0);
}

static size_t count_entries(const char *folder)
{
    size_t count = 0;
    DIR *entries = opendir(folder);
    assert_non_null(entries);
    while (readdir(entries))
        count++;
    closedir(entries);
    return count - 2;
}

static void nothing_is_made_before_the_first_save(void **state)
{
    struct world *world = *state;
    struct store_key *key = world_key(world, "w");
    struct store_report report;
    assert_null(world_load(world, "w"));
    assert_true(store_forget(world->store, key, world->problems));
    assert_true(store_forget_all(world->store, world->problems));
    assert_true(store_expire(world->store, world->problems));
    assert_true(store_check(world->store, &report, world->problems));
    assert_false(report.present);
    assert_int_equal(count_entries(world->folder), 0);
    assert_true(store_create(world->store, world->problems));
    assert_int_equal(count_entries(world->data), 1);
    assert_true(store_check(world->store, &report, world->problems));
    assert_true(report.present && report.structure);
    assert_int_equal(report.records, 0);
}

static void a_key_of_before_the_store_was_made_is_good(void **state)
{
    struct world *world = *state;
    struct store_key *key = world_key(world, "w");
    struct secret *found;
    assert_true(store_save(world->store, key, "x", 1, world->problems));
    world_open_store(world);
    assert_int_equal(store_load(world, world->store, key, &found, world->problems), STORE_FOUND);
    assert_saved(world, "w", "x");
}

static void a_key_of_another_store_is_refused(void **state)
{
    struct world *world = *state;
    struct store *other = store_open(world, world->data, &cheap, world->problems);
    struct store_key *key = world_key(world, "w");
    assert_true(store_create(other, world->problems));
    assert_false(store_save(world->store, key, "x", 1, world->problems));
    assert_int_equal(world->problems->count, 1);
    assert_non_null(strstr(world->problems->items[0].message, "replaced or deleted"));
    assert_true(world_save(world, "w", "y"));
    assert_saved(world, "w", "y");
}

static void stores_have_salts_of_their_own(void **state)
{
    struct world *world = *state;
    struct world *other = world_new();
    void *end = other;
    assert_true(world_save(world, "w", "x"));
    assert_true(world_save(other, "w", "x"));
    struct store_key *key = world_key(world, "w");
    struct secret *found;
    assert_int_equal(store_load(other, other->store, key, &found, other->problems),
                     STORE_NOT_FOUND);
    close_world(&end);
}

/* The file tells nothing of what is in it: neither the words, nor the text, nor how
 * much there is of it. */
static void the_file_says_nothing(void **state)
{
    struct world *world = *state;
    struct world *other = world_new();
    void *end = other;
    char *most = talloc_zero_size(world, STORE_BYTES_MAX + 1);
    memset(most, 'm', STORE_BYTES_MAX);
    assert_true(world_save(world, "marker of words", "marker of text"));
    assert_true(world_save(other, "marker of words", most));
    struct bytes small = world_file(world, world->path);
    struct bytes large = world_file(other, other->path);
    assert_int_equal(small.length, large.length);
    assert_null(memmem(small.data, small.length, "marker", 6));
    assert_null(memmem(large.data, large.length, "mmmm", 4));
    close_world(&end);
}

static void saving_the_same_again_looks_different(void **state)
{
    struct world *world = *state;
    assert_true(world_save(world, "w", "x"));
    struct bytes before = world_file(world, world->path);
    assert_true(world_save(world, "w", "x"));
    struct bytes after = world_file(world, world->path);
    size_t same = 0;
    assert_int_equal(before.length, after.length);
    for (size_t i = 0; i + 4096 <= before.length; i += 4096)
        same += memcmp(before.data + i, after.data + i, 4096) == 0;
    assert_true(before.length / 4096 - same >= 8);
}

static void assert_mode(const char *path, mode_t mode)
{
    struct stat status;
    assert_int_equal(lstat(path, &status), 0);
    assert_int_equal(status.st_mode & 07777, mode);
}

static void everything_is_its_owners_alone(void **state)
{
    struct world *world = *state;
    mode_t before = umask(0);
    world->data = file_path(world, world->folder, "a/b/data");
    world->path = file_path(world, world->data, "conecta.db");
    world_open_store(world);
    assert_true(world_save(world, "w", "x"));
    umask(before);
    assert_mode(world->path, 0600);
    assert_mode(world->data, 0700);
    assert_mode(file_path(world, world->folder, "a/b"), 0700);
    assert_mode(file_path(world, world->folder, "a"), 0700);
}

static void assert_time(const char *path, const char *day)
{
    struct stat status;
    char text[sizeof "2027-04-01 00:00:00"];
    struct tm parts;
    assert_int_equal(lstat(path, &status), 0);
    strftime(text, sizeof text, "%F %T", gmtime_r(&status.st_mtime, &parts));
    assert_string_equal(text, day);
    assert_int_equal(status.st_mtim.tv_nsec, 0);
    assert_int_equal(status.st_atime, status.st_mtime);
}

static void times_tell_the_quarter_only(void **state)
{
    struct world *world = *state;
    assert_true(world_save(world, "w", "x"));
    assert_time(world->path, "2027-04-01 00:00:00");
    assert_time(world->data, "2027-04-01 00:00:00");
    setenv("CONECTA_TODAY", "2027-10", 1);
    assert_saved(world, "w", "x");
    assert_time(world->path, "2027-10-01 00:00:00");
    assert_time(world->data, "2027-10-01 00:00:00");
    setenv("CONECTA_TODAY", "1999-10", 1);
    assert_true(world_save(world, "w", "y"));
    assert_time(world->path, "1970-01-01 00:00:00");
}

/* After kill -9 the times may be those of a second. */
static void opening_mends_the_times(void **state)
{
    struct world *world = *state;
    assert_true(world_save(world, "w", "x"));
    utimensat(AT_FDCWD, world->path, NULL, 0);
    world_open_store(world);
    assert_time(world->path, "2027-04-01 00:00:00");
}

static void records_expire_after_four_quarters(void **state)
{
    struct world *world = *state;
    assert_true(world_save(world, "old", "x"));
    assert_true(world_save(world, "opened", "y"));
    setenv("CONECTA_TODAY", "2028-05", 1);
    assert_true(store_expire(world->store, world->problems));
    assert_saved(world, "opened", "y");
    setenv("CONECTA_TODAY", "2028-07", 1);
    assert_true(store_expire(world->store, world->problems));
    assert_null(world_load(world, "old"));
    assert_saved(world, "opened", "y");
    assert_int_equal(world->problems->count, 0);
}

/* A laptop whose clock has lost its battery says 1970 today, and the right year tomorrow. */
static void a_clock_that_was_never_set_loses_nothing(void **state)
{
    struct world *world = *state;
    assert_true(world_save(world, "w", "x"));
    setenv("CONECTA_TODAY", "1970-01", 1);
    assert_true(world_save(world, "then", "y"));
    assert_saved(world, "w", "x");
    assert_true(store_expire(world->store, world->problems));
    setenv("CONECTA_TODAY", "2027-05", 1);
    assert_true(store_expire(world->store, world->problems));
    setenv("CONECTA_TODAY", "2028-05", 1);
    assert_true(store_expire(world->store, world->problems));
    assert_saved(world, "w", "x");
    setenv("CONECTA_TODAY", "2028-07", 1);
    assert_true(store_expire(world->store, world->problems));
    assert_null(world_load(world, "then"));
}

static void forgetting_everything_leaves_no_file(void **state)
{
    struct world *world = *state;
    assert_true(world_save(world, "w", "x"));
    folder_add(world->data, "conecta.db.damaged-1", "old");
    struct store_key *key = world_key(world, "w");
    assert_true(store_forget_all(world->store, world->problems));
    assert_int_equal(count_entries(world->folder), 0);
    assert_false(world_load(world, "w"));
    assert_true(world_save(world, "w", "again"));
    assert_false(store_save(world->store, key, "x", 1, world->problems));
    assert_saved(world, "w", "again");
    folder_add(world->data, "hers.txt", "not ours");
    assert_true(store_forget_all(world->store, world->problems));
    assert_int_equal(count_entries(world->data), 1);
}

static void a_newer_store_is_refused_with_what_to_do(void **state)
{
    struct world *world = *state;
    sqlite3 *database;
    assert_true(world_save(world, "w", "x"));
    assert_int_equal(sqlite3_open(world->path, &database), SQLITE_OK);
    assert_int_equal(sqlite3_exec(database, "PRAGMA user_version=50529027", NULL, NULL, NULL), SQLITE_OK);
    sqlite3_close(database);
    struct bytes before = world_file(world, world->path);
    struct store_key *key = NULL;
    assert_null(store_open(world, world->data, &cheap, world->problems));
    key = store_key_derive(world, world->store, "w", 1, world->problems);
    assert_null(key);
    assert_int_equal(world->problems->count, 2);
    assert_non_null(strstr(world->problems->items[0].message, "newer version"));
    assert_non_null(strstr(world->problems->items[0].advice, "newer version"));
    struct store_report report;
    struct store *unopened = store_at(world, world->data, &cheap, world->problems);
    assert_false(store_check(unopened, &report, world->problems));
    assert_int_equal(world->problems->count, 3);
    assert_non_null(strstr(world->problems->items[2].message, "newer version"));
    struct bytes after = world_file(world, world->path);
    assert_int_equal(before.length, after.length);
    assert_memory_equal(before.data, after.data, before.length);
    assert_int_equal(count_entries(world->data), 1);
    assert_true(store_forget_all(unopened, world->problems));
    assert_int_equal(count_entries(world->folder), 0);
}

/* Somebody with the file in his hands could make her words easy to guess. */
static void a_store_that_asks_for_less_is_refused(void **state)
{
    struct world *world = *state;
    struct store_settings settings = cheap;
    assert_true(world_save(world, "w", "x"));
    settings.passes = 2;
    assert_null(store_open(world, world->data, &settings, world->problems));
    assert_non_null(strstr(world->problems->items[0].message, "not protected"));
    assert_saved(world, "w", "x");
}

static void the_key_comes_through_a_file(void **state)
{
    struct world *world = *state;
    struct store_settings costly = store_settings_usual;
    /* Fifty times as slow as usual. */
    if (getenv("CONECTA_VALGRIND"))
        costly = (struct store_settings){.passes = 1, .memory = 2048, .patience = 5000};
    talloc_free(world->store);
    world->store = store_open(world, world->data, &costly, world->problems);
    struct derivation *given_up = derivation_start(world, world->store, "w", 1, world->problems);
    struct derivation *derivation = derivation_start(world, world->store, "w", 1, world->problems);
    struct pollfd ready = {.fd = derivation_file(derivation), .events = POLLIN};
    talloc_free(given_up);
    assert_int_equal(poll(&ready, 1, 60000), 1);
    struct store_key *key = derivation_key(world, derivation, world->problems);
    assert_non_null(key);
    assert_true(store_save(world->store, key, "x", 1, world->problems));
    assert_saved(world, "w", "x");
}

/* The derivation would take longer than anybody waits. */
static void leaving_does_not_wait_for_a_key(void **state)
{
    struct world *world = *state;
    struct store_settings endless = {.passes = 5000, .memory = 65536, .patience = 5000};
    struct timespec before, after;
    int status;

    clock_gettime(CLOCK_MONOTONIC, &before);
    pid_t child = fork();
    assert_true(child >= 0);
    if (child == 0) {
        struct store *store = store_open(world, world->data, &endless, world->problems);
        struct derivation *derivation = derivation_start(world, store, "w", 1, world->problems);
        talloc_free(derivation);
        _exit(derivation ? 0 : 1);
    }
    assert_int_equal(waitpid(child, &status, 0), child);
    clock_gettime(CLOCK_MONOTONIC, &after);
    assert_int_equal(status, 0);
    assert_true(after.tv_sec - before.tv_sec < 20);
}

static void a_file_that_is_a_folder_is_left_alone(void **state)
{
    struct world *world = *state;
    assert_int_equal(mkdir(world->data, 0700), 0);
    folder_add_folder(world->data, "conecta.db");
    assert_null(store_open(world, world->data, &cheap, world->problems));
    assert_int_equal(world->problems->errors, 1);
    assert_int_equal(count_entries(world->data), 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        IN_WORLD(what_was_saved_is_there_again),
        IN_WORLD(nothing_and_the_most_can_be_saved),
        IN_WORLD(wrong_words_find_nothing),
        IN_WORLD(nothing_is_made_before_the_first_save),
        IN_WORLD(a_key_of_before_the_store_was_made_is_good),
        IN_WORLD(a_key_of_another_store_is_refused),
        IN_WORLD(stores_have_salts_of_their_own),
        IN_WORLD(the_file_says_nothing),
        IN_WORLD(saving_the_same_again_looks_different),
        IN_WORLD(everything_is_its_owners_alone),
        IN_WORLD(times_tell_the_quarter_only),
        IN_WORLD(opening_mends_the_times),
        IN_WORLD(records_expire_after_four_quarters),
        IN_WORLD(a_clock_that_was_never_set_loses_nothing),
        IN_WORLD(forgetting_everything_leaves_no_file),
        IN_WORLD(a_newer_store_is_refused_with_what_to_do),
        IN_WORLD(a_store_that_asks_for_less_is_refused),
        IN_WORLD(the_key_comes_through_a_file),
        IN_WORLD(leaving_does_not_wait_for_a_key),
        IN_WORLD(a_file_that_is_a_folder_is_left_alone),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
