/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A flipped byte, anywhere in a store of three records: whoever opens all of them either
 * gets what was saved, or is told. CONECTA_FLIPS is how many places are tried; all, if it is 0.
 */
#include "store_world.h"

#include <dirent.h>
#include <fcntl.h>

#include "base/random.h"

static const char *const words[] = {"one", "two", "three"};
#define COUNT 3

/* What became of a flipped byte. */
enum fate { FATE_HARMLESS, FATE_ONE_LOST, FATE_MORE_LOST, FATES };

static void write_file(const char *path, struct bytes bytes)
{
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(bytes.data, 1, bytes.length, file), bytes.length);
    assert_int_equal(fclose(file), 0);
}

/* Nothing but the store is left in the folder. */
static size_t remove_set_aside(const struct world *world, const char *original, size_t length)
{
    size_t count = 0;
    for (unsigned number = 1; number < 10; number++) {
        char *path = talloc_asprintf(world, "%s.damaged-%u", world->path, number);
        if (access(path, F_OK) == 0) {
            struct bytes bytes = world_file(world, path);
            if (number == 1) {
                /* As it was found: not a byte of it was written. */
                assert_int_equal(bytes.length, length);
                assert_memory_equal(bytes.data, original, length);
            }
            assert_int_equal(unlink(path), 0);
            count++;
            talloc_free(bytes.data);
        }
        talloc_free(path);
    }
    return count;
}

static enum fate open_all(struct world *world, struct bytes flipped)
{
    size_t there = 0;

    world_hear(world);
    write_file(world->path, flipped);
    world_open_store(world);
    assert_non_null(world->store);
    for (size_t i = 0; i < COUNT; i++) {
        char *text = world_load(world, words[i]);
        /* What comes out is what went in, or nothing. */
        if (text) {
            assert_string_equal(text, words[i]);
            there++;
        }
        talloc_free(text);
    }
    size_t aside = remove_set_aside(world, flipped.data, flipped.length);
    /* Told and kept, or nothing was lost. */
    assert_true(there == COUNT || (aside && world->problems->count));
    assert_true(!aside == !world->problems->count);
    return there == COUNT ? FATE_HARMLESS : there == COUNT - 1 ? FATE_ONE_LOST : FATE_MORE_LOST;
}

static void every_flipped_byte_is_noticed(void **state)
{
    struct world *world = *state;
    const char *wanted = getenv("CONECTA_FLIPS");
    size_t flips = wanted ? (size_t)strtoul(wanted, NULL, 10) : 100;
    size_t fates[FATES] = {0};

    for (size_t i = 0; i < COUNT; i++)
        assert_true(world_save(world, words[i], words[i]));
    struct bytes bytes = world_file(world, world->path);
    struct random random = {.state = 1};
    size_t rounds = flips && flips < bytes.length ? flips : bytes.length;
    for (size_t i = 0; i < rounds; i++) {
        size_t place = rounds == bytes.length ? i : random_below(&random, bytes.length);
        char kept = bytes.data[place];
        bytes.data[place] = (char)(kept ^ (1 << random_below(&random, 8)));
        fates[open_all(world, bytes)]++;
        bytes.data[place] = kept;
    }
    printf("%zu bytes flipped: nothing lost %zu, one record %zu, more %zu\n", rounds,
           fates[FATE_HARMLESS], fates[FATE_ONE_LOST], fates[FATE_MORE_LOST]);
    assert_true(fates[FATE_ONE_LOST] > 0);
    /* Only bytes of a page that leads to several records. */
    assert_true(fates[FATE_MORE_LOST] <= rounds / 100);
}

static void another_file_is_set_aside(void **state)
{
    struct world *world = *state;
    assert_int_equal(mkdir(world->data, 0700), 0);
    folder_add(world->data, "conecta.db",
               "not a database, but longer than the head of one would "
               "be, if this were one; so that all of it is looked at");
    world_open_store(world);
    assert_non_null(world->store);
    assert_int_equal(world->problems->warnings, 1);
    assert_non_null(strstr(world->problems->items[0].message, "conecta.db.damaged-1"));
    assert_int_equal(access(world->path, F_OK), -1);
    assert_true(world_save(world, "w", "x"));
    folder_add(world->data, "conecta.db", "again, another file that has nothing to do with this");
    world_open_store(world);
    assert_non_null(strstr(world->problems->items[1].message, "conecta.db.damaged-2"));
    assert_null(world_load(world, "w"));
}

static void a_store_that_was_cut_short_is_set_aside(void **state)
{
    struct world *world = *state;
    for (size_t i = 0; i < COUNT; i++)
        assert_true(world_save(world, words[i], words[i]));
    assert_int_equal(truncate(world->path, 30000), 0);
    for (size_t i = 0; i < COUNT; i++)
        talloc_free(world_load(world, words[i]));
    assert_true(world->problems->count > 0);
    assert_int_equal(access(talloc_asprintf(world, "%s.damaged-1", world->path), F_OK), 0);
    assert_true(world_save(world, "one", "anew"));
    assert_saved(world, "one", "anew");
}

static void a_check_finds_the_damaged_record_and_changes_nothing(void **state)
{
    struct world *world = *state;
    struct store_report report;
    for (size_t i = 0; i < COUNT; i++)
        assert_true(world_save(world, words[i], words[i]));
    assert_true(store_check(world->store, &report, world->problems));
    assert_true(report.present && report.structure && report.damaged == 0);
    assert_int_equal(report.records, COUNT);
    struct bytes bytes = world_file(world, world->path);
    bytes.data[bytes.length - 5000] ^= 1;
    write_file(world->path, bytes);
    assert_true(store_check(world->store, &report, world->problems));
    assert_int_equal(report.records, COUNT - 1);
    assert_int_equal(report.damaged, 1);
    assert_int_equal(remove_set_aside(world, "", 0), 0);
    struct bytes after = world_file(world, world->path);
    assert_memory_equal(bytes.data, after.data, bytes.length);
}

/* Without it SQLite finds nothing at all. */
static void a_lost_first_page_loses_no_record(void **state)
{
    struct world *world = *state;
    for (size_t i = 0; i < COUNT; i++)
        assert_true(world_save(world, words[i], words[i]));
    struct bytes bytes = world_file(world, world->path);
    memset(bytes.data, 0x5a, 4096);
    write_file(world->path, bytes);
    world_open_store(world);
    assert_int_equal(world->problems->warnings, 1);
    for (size_t i = 0; i < COUNT; i++)
        assert_saved(world, words[i], words[i]);
    assert_int_equal(remove_set_aside(world, bytes.data, bytes.length), 1);
}

/* The salt of a store is on its second page, and again on its third. */
static void a_lost_salt_is_there_again(void **state)
{
    struct world *world = *state;
    for (size_t page = 1; page <= 2; page++) {
        assert_true(world_save(world, "one", "text"));
        struct bytes bytes = world_file(world, world->path);
        memset(bytes.data + page * 4096, 0x5a, 4096);
        write_file(world->path, bytes);
        world_open_store(world);
        assert_int_equal(world->problems->warnings, page);
        assert_saved(world, "one", "text");
    }
}

/* She saves again under words whose record is damaged. */
static void a_damaged_record_is_never_overwritten(void **state)
{
    struct world *world = *state;
    assert_true(world_save(world, "one", "old"));
    struct store_key *key = world_key(world, "one");
    struct bytes bytes = world_file(world, world->path);
    bytes.data[bytes.length - 5000] ^= 1;
    write_file(world->path, bytes);
    assert_true(store_save(world->store, key, "new", 3, world->problems));
    assert_int_equal(world->problems->warnings, 1);
    assert_int_equal(remove_set_aside(world, bytes.data, bytes.length), 1);
    assert_saved(world, "one", "new");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        IN_WORLD(every_flipped_byte_is_noticed),
        IN_WORLD(another_file_is_set_aside),
        IN_WORLD(a_store_that_was_cut_short_is_set_aside),
        IN_WORLD(a_check_finds_the_damaged_record_and_changes_nothing),
        IN_WORLD(a_lost_first_page_loses_no_record),
        IN_WORLD(a_lost_salt_is_there_again),
        IN_WORLD(a_damaged_record_is_never_overwritten),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
