/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Ballots from a lesson to a batch, and what can be told from the file meanwhile. */
#include "ballots_world.h"

#include <sqlite3.h>

static void assert_numbers(const struct batch *batch, unsigned from, unsigned to)
{
    bool seen[1000] = {false};

    assert_int_equal(batch->count, to - from);
    for (size_t i = 0; i < batch->count; i++) {
        unsigned number = ballot_number(batch, i);
        assert_in_range(number, from, to - 1);
        assert_false(seen[number]);
        seen[number] = true;
    }
}

static void five_of_a_lesson_are_ready_and_four_are_not(void **state)
{
    struct world *world = *state;

    assert_false(world_share(world)->ready);
    world_cast_many(world, "one 00000000", 0, 4);
    world_cast_many(world, "two 00000000", 100, 104);
    assert_false(world_share(world)->ready);
    assert_true(world_cast(world, "one 00000000", 4));
    struct share *share = world_share(world);
    assert_int_equal(share->ballots, 5);
    assert_int_equal(share->lessons, 1);
    assert_numbers(world_open(world, share, world_own_key(world)), 0, 5);
    assert_true(world_done(world));
    assert_false(world_share(world)->ready);
    assert_true(world_cast(world, "two 00000000", 104));
    assert_numbers(world_open(world, world_share(world), world_own_key(world)), 100, 105);
    assert_int_equal(world->problems->count, 0);
}

static void a_batch_stays_the_same_until_it_is_done(void **state)
{
    struct world *world = *state;
    struct share *look;

    assert_false(world_done(world));
    world_cast_many(world, "one 0", 0, 6);
    assert_true(store_share_look(world, world->store, &look, world->problems));
    assert_true(look->ready && !look->again && !look->bytes);
    struct share *first = world_share(world);
    assert_false(first->again);
    assert_int_equal(look->ballots, first->ballots);
    world_cast_many(world, "one 0", 6, 20);
    world_open_store(world);
    struct share *second = world_share(world);
    assert_true(second->again);
    assert_memory_equal(first->bytes, second->bytes, BATCH_BYTES);
    assert_int_equal(second->ballots, 6);
    assert_true(world_done(world));
    assert_false(world_done(world));
    struct share *third = world_share(world);
    struct trainer_secret *key = world_own_key(world);
    struct batch *one = world_open(world, second, key), *other = world_open(world, third, key);
    assert_numbers(other, 6, 20);
    assert_memory_not_equal(one->id, other->id, BATCH_ID_BYTES);
}

static void more_than_a_batch_holds_goes_into_the_next(void **state)
{
    struct world *world = *state;
    struct trainer_secret *key = world_use_new_key(world);

    world_cast_many(world, "one 0", 0, 150);
    world_cast_many(world, "two 0", 150, 260);
    struct batch *first = world_open(world, world_share(world), key);
    /* Four of them would have waited: so all room but that is taken, or all of it. */
    assert_in_range(first->count, BATCH_SLOTS - STORE_GROUP_LEAST + 1, BATCH_SLOTS);
    assert_true(world_done(world));
    assert_false(world_share(world)->ready);
    world_cast_many(world, "one 0", 260, 265);
    world_cast_many(world, "two 0", 265, 270);
    struct batch *second = world_open(world, world_share(world), key);
    bool seen[270] = {false};
    for (size_t i = 0; i < first->count; i++)
        seen[ballot_number(first, i)] = true;
    for (size_t i = 0; i < second->count; i++) {
        assert_false(seen[ballot_number(second, i)]);
        seen[ballot_number(second, i)] = true;
    }
    assert_int_equal(first->count + second->count, 270);
}

static bool in_store(struct world *world, const void *bytes, size_t length)
{
    struct bytes file = world_file(world, world->path);
    bool found = memmem(file.data, file.length, bytes, length) != NULL;
    talloc_free(file.data);
    return found;
}

static void a_trainers_key_takes_over_and_this_laptop_reads_no_more(void **state)
{
    struct world *world = *state;
    struct store_seal seal;

    assert_true(store_seal(world->store, &seal, world->problems));
    assert_false(seal.present);
    world_cast_many(world, "one 0", 0, 3);
    assert_true(store_seal(world->store, &seal, world->problems));
    assert_true(seal.present && seal.own);
    struct trainer_secret *own = world_own_key(world);
    assert_true(trainer_public_equal(&own->public, &seal.key));
    assert_true(in_store(world, own->secret->bytes, TRAINER_KEY_BYTES));
    struct trainer_secret *key = world_use_new_key(world);
    assert_false(in_store(world, own->secret->bytes, TRAINER_KEY_BYTES));
    assert_false(in_store(world, own->secret->bytes, 8));
    assert_null(store_own_key(world, world->store, world->problems));
    assert_true(store_seal(world->store, &seal, world->problems));
    assert_true(seal.present && !seal.own && trainer_public_equal(&seal.key, &key->public));
    world_cast_many(world, "one 0", 3, 6);
    struct share *share = world_share(world);
    struct batch *batch = NULL;
    assert_int_equal(batch_open(world, share->bytes, BATCH_BYTES, own, &batch), BATCH_WRONG_KEY);
    assert_numbers(world_open(world, share, key), 0, 6);
    assert_int_equal(world->problems->count, 0);
}

static enum store_use_key use(struct world *world, const struct trainer_secret *key, bool lose)
{
    return store_use_key(world->store, &key->public, lose, world->problems);
}

static void nothing_is_lost_between_two_trainers_unasked(void **state)
{
    struct world *world = *state;
    struct trainer_secret *first = world_use_new_key(world), *second = trainer_new(world);
    struct store_seal seal;

    assert_int_equal(use(world, first, false), USE_KEY_DONE);
    world_cast_many(world, "one 0", 0, 5);
    assert_int_equal(use(world, first, false), USE_KEY_DONE);
    assert_int_equal(use(world, second, true), USE_KEY_SHARE_FIRST);
    world_share(world);
    assert_int_equal(use(world, second, true), USE_KEY_SHARE_FIRST);
    assert_true(world_done(world));
    world_cast_many(world, "one 0", 5, 9);
    assert_int_equal(use(world, second, false), USE_KEY_WOULD_LOSE);
    assert_true(store_seal(world->store, &seal, world->problems));
    assert_true(trainer_public_equal(&seal.key, &first->public));
    assert_int_equal(use(world, second, true), USE_KEY_DONE);
    world_cast_many(world, "one 0", 9, 14);
    assert_numbers(world_open(world, world_share(world), second), 9, 14);
}

static void an_own_batch_is_counted_before_the_key_goes(void **state)
{
    struct world *world = *state;
    struct trainer_secret *key = trainer_new(world);

    world_cast_many(world, "one 0", 0, 5);
    world_share(world);
    assert_int_equal(use(world, key, true), USE_KEY_SUMMARY_FIRST);
    assert_true(world_done(world));
    assert_int_equal(use(world, key, false), USE_KEY_DONE);
}

static void run_sql(const char *path, const char *sql)
{
    sqlite3 *database;
    assert_int_equal(sqlite3_open(path, &database), SQLITE_OK);
    assert_int_equal(sqlite3_exec(database, sql, NULL, NULL, NULL), SQLITE_OK);
    assert_int_equal(sqlite3_close(database), SQLITE_OK);
}

static const char first_layout[] = "DROP TABLE seal; DROP TABLE seal_spare; DROP TABLE ballot;"
                                   "DROP TABLE batch; PRAGMA user_version=16843009";

static void a_store_from_before_ballots_goes_on(void **state)
{
    struct world *world = *state;
    struct store_report report;
    struct store_seal seal;

    assert_true(world_save(world, "w", "hers"));
    run_sql(world->path, first_layout);
    world_open_store(world);
    assert_saved(world, "w", "hers");
    assert_false(world_share(world)->ready);
    assert_false(world_done(world));
    assert_true(store_seal(world->store, &seal, world->problems));
    assert_false(seal.present);
    assert_true(store_check(world->store, &report, world->problems));
    assert_true(report.structure && report.records == 1 && report.damaged == 0);
    world_cast_many(world, "one 0", 0, 5);
    assert_saved(world, "w", "hers");
    assert_numbers(world_open(world, world_share(world), world_own_key(world)), 0, 5);
    assert_true(store_check(world->store, &report, world->problems));
    assert_true(report.structure && report.records == 1 && report.damaged == 0);
    run_sql(world->path, "PRAGMA user_version=50529027");
    assert_false(world_cast(world, "one 0", 5));
    assert_int_equal(world->problems->count, 1);
    assert_non_null(strstr(world->problems->items[0].message, "newer version"));
}

/* Where the box of the ballot cast last lies in the file, among all of them: 0 is first. */
static size_t place_of_last(struct world *world, unsigned char before[][48], size_t count)
{
    sqlite3 *database;
    sqlite3_stmt *rows;
    size_t last = 0, earlier = 0;
    const char *places[20];
    struct bytes file = world_file(world, world->path);

    assert_int_equal(sqlite3_open(world->path, &database), SQLITE_OK);
    assert_int_equal(sqlite3_prepare_v2(database, "SELECT box FROM ballot", -1, &rows, NULL), 0);
    for (size_t i = 0; sqlite3_step(rows) == SQLITE_ROW; i++) {
        /* Its end: the beginning lies with the id. */
        const char *box = sqlite3_column_blob(rows, 0);
        const char *end = box + sqlite3_column_bytes(rows, 0) - 48;
        places[i] = memmem(file.data, file.length, end, 48);
        assert_non_null(places[i]);
        bool known = false;
        for (size_t j = 0; j < count; j++)
            known |= memcmp(before[j], end, 48) == 0;
        if (!known) {
            memcpy(before[count], end, 48);
            last = i;
        }
    }
    for (size_t i = 0; i <= count; i++)
        earlier += places[i] < places[last];
    sqlite3_finalize(rows);
    sqlite3_close(database);
    talloc_free(file.data);
    return earlier;
}

/* In a file that only grows the last one would always lie last. */
static void where_a_ballot_lies_does_not_tell_when_it_came(void **state)
{
    struct world *world = *state;
    size_t places[8] = {0};
    const size_t rounds = 32;

    for (size_t round = 0; round < rounds; round++) {
        unsigned char before[20][48];
        size_t place = 0;
        for (unsigned i = 0; i < 8; i++) {
            assert_true(world_cast(world, "one 0", i));
            place = place_of_last(world, before, i);
        }
        places[place]++;
        assert_true(store_forget_all(world->store, world->problems));
    }
    /* 32 in 8 places, 4 in each: more than 18 anywhere is not chance. */
    for (size_t i = 0; i < 8; i++)
        assert_in_range(places[i], 0, 18);
}

static void nothing_of_a_ballot_is_in_the_files(void **state)
{
    struct world *world = *state;

    world_cast_many(world, "how-hiv-is-passed-on 1a2b3c4d", 0, 6);
    struct share *share = world_share(world);
    static const char *const words[] = {"lesson-marker", "option-marker", "how-hiv", "1a2b3c4d"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        assert_false(in_store(world, words[i], strlen(words[i])));
        assert_null(memmem(share->bytes, BATCH_BYTES, words[i], strlen(words[i])));
    }
}

/* The ends of all boxes, and the groups, of which nothing may be left. */
static unsigned char *read_traces(struct world *world, size_t *ret_length)
{
    sqlite3 *database;
    sqlite3_stmt *rows;
    unsigned char *traces = NULL;
    size_t length = 0;

    assert_int_equal(sqlite3_open(world->path, &database), SQLITE_OK);
    assert_int_equal(
        sqlite3_prepare_v2(database, "SELECT box || id || digest FROM ballot", -1, &rows, NULL),
        SQLITE_OK);
    while (sqlite3_step(rows) == SQLITE_ROW) {
        size_t row = (size_t)sqlite3_column_bytes(rows, 0);
        traces = talloc_realloc_size(world, traces, length + row);
        memcpy(traces + length, sqlite3_column_blob(rows, 0), row);
        length += row;
    }
    sqlite3_finalize(rows);
    sqlite3_close(database);
    *ret_length = length;
    return traces;
}

static size_t count_traces(struct world *world, const unsigned char *traces, size_t length)
{
    struct bytes file = world_file(world, world->path);
    size_t count = 0;

    for (size_t i = 0; i + 12 <= length; i += 500)
        count += memmem(file.data, file.length, traces + i, 12) != NULL;
    talloc_free(file.data);
    return count;
}

static void what_was_shared_leaves_no_trace(void **state)
{
    struct world *world = *state;
    size_t length;

    world_cast_many(world, "one 0", 0, 12);
    unsigned char *traces = read_traces(world, &length);
    assert_true(count_traces(world, traces, length) > 80);
    struct share *share = world_share(world);
    assert_int_equal(count_traces(world, traces, length), 0);
    assert_true(count_traces(world, share->bytes, BATCH_BYTES) > 1000);
    assert_true(world_done(world));
    assert_int_equal(count_traces(world, share->bytes, BATCH_BYTES), 0);
    assert_int_equal(count_traces(world, traces, length), 0);
    assert_int_equal(access(talloc_asprintf(world, "%s-journal", world->path), F_OK), -1);
}

/* What a laptop with another name, clock, user and past does with the same answers. */
static struct share *live(struct world *world, const char *today, unsigned turn)
{
    setenv("CONECTA_TODAY", today, 1);
    setenv("HOSTNAME", turn ? "anna-laptop" : "office-3", 1);
    setenv("USER", turn ? "anna" : "office", 1);
    for (unsigned i = 0; i < 11 * turn; i++)
        assert_true(world_save(world, talloc_asprintf(world, "%u", i), "progress"));
    if (turn) {
        world_cast_many(world, "old 0", 500, 507);
        world_share(world);
        assert_true(world_done(world));
    }
    for (unsigned i = 0; i < 9; i++)
        assert_true(world_cast(world, i % 3 ? "one 0" : "two 0", turn ? 8 - i : i));
    world_cast_many(world, "two 0", 9, 12);
    return world_share(world);
}

static void two_laptops_with_the_same_answers_write_the_same(void **state)
{
    struct world *one = *state, *other = world_new();
    struct trainer_secret *key = trainer_new(one);

    assert_int_equal(use(one, key, false), USE_KEY_DONE);
    assert_int_equal(use(other, key, false), USE_KEY_DONE);
    struct batch *first = world_open(one, live(one, "2026-11", 0), key);
    struct batch *second = world_open(other, live(other, "2031-02", 1), key);
    assert_int_equal(first->count, 12);
    assert_int_equal(second->count, first->count);
    assert_memory_equal(first->ballots, second->ballots, first->count * STORE_BALLOT_BYTES);
    assert_memory_not_equal(first->id, second->id, BATCH_ID_BYTES);
    folder_remove(other->folder);
    talloc_free(other);
}

static void forgetting_everything_forgets_ballots(void **state)
{
    struct world *world = *state;
    struct store_seal seal;

    world_cast_many(world, "one 0", 0, 5);
    world_share(world);
    assert_true(store_forget_all(world->store, world->problems));
    assert_true(store_seal(world->store, &seal, world->problems));
    assert_false(seal.present);
    assert_false(world_share(world)->ready);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        IN_WORLD(five_of_a_lesson_are_ready_and_four_are_not),
        IN_WORLD(a_batch_stays_the_same_until_it_is_done),
        IN_WORLD(more_than_a_batch_holds_goes_into_the_next),
        IN_WORLD(a_trainers_key_takes_over_and_this_laptop_reads_no_more),
        IN_WORLD(nothing_is_lost_between_two_trainers_unasked),
        IN_WORLD(an_own_batch_is_counted_before_the_key_goes),
        IN_WORLD(a_store_from_before_ballots_goes_on),
        IN_WORLD(where_a_ballot_lies_does_not_tell_when_it_came),
        IN_WORLD(nothing_of_a_ballot_is_in_the_files),
        IN_WORLD(what_was_shared_leaves_no_trace),
        IN_WORLD(two_laptops_with_the_same_answers_write_the_same),
        IN_WORLD(forgetting_everything_forgets_ballots),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
