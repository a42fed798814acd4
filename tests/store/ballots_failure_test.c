/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Ballots on a full disk, in a damaged file, and in programs that are killed: what was said to
 * be cast is there once, in the store or in one batch. CONECTA_KILLS and CONECTA_FLIPS as in
 * the tests of progress.
 */
#include "ballots_world.h"

#include <signal.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>

#include "base/random.h"

#define MOST 4000

/* All ballots that are there, once the rest of a lesson is made up to five: by number. */
static void count_all(struct world *world, const struct trainer_secret *key, unsigned char *counts)
{
    for (bool more = true; more;) {
        struct share *share = world_share(world);
        more = share->ready;
        if (!more)
            break;
        struct batch *batch = world_open(world, share, key);
        for (size_t i = 0; i < batch->count; i++)
            counts[ballot_number(batch, i)]++;
        assert_true(world_done(world));
        talloc_free(batch);
        talloc_free(share);
    }
}

#define MADE_UP 3990

static void make_up(struct world *world)
{
    for (unsigned i = 0; i < STORE_GROUP_LEAST; i++)
        assert_true(world_cast(world, "one 0", MADE_UP + i));
}

static struct rlimit limit_files(rlim_t size)
{
    struct rlimit before, limit;
    assert_int_equal(getrlimit(RLIMIT_FSIZE, &before), 0);
    limit = (struct rlimit){size, before.rlim_max};
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &limit), 0);
    return before;
}

static void assert_full(struct world *world, size_t failures)
{
    assert_int_equal(world->problems->count, failures);
    assert_non_null(strstr(world->problems->items[failures - 1].message, "no room"));
}

static void a_full_disk_loses_no_ballot(void **state)
{
    struct world *world = *state;
    unsigned char counts[MOST] = {0};
    size_t failures = 0;
    unsigned cast = 0;
    struct stat status;

    signal(SIGXFSZ, SIG_IGN);
    struct trainer_secret *key = world_use_new_key(world);
    world_cast_many(world, "one 0", 0, 7);
    cast = 7;
    assert_int_equal(stat(world->path, &status), 0);
    for (rlim_t size = 0; size <= (rlim_t)status.st_size + 8192; size += 2048) {
        struct rlimit before = limit_files(size);
        bool done = world_cast(world, "one 0", cast);
        assert_int_equal(setrlimit(RLIMIT_FSIZE, &before), 0);
        if (done)
            cast++;
        else
            assert_full(world, ++failures);
    }
    assert_true(failures > 5);
    /* A batch is as large as two hundred ballots. */
    for (rlim_t size = 0; size <= BATCH_BYTES; size += 65536) {
        struct share *share = NULL;
        struct rlimit before = limit_files(size);
        bool done = store_share(world, world->store, &share, world->problems);
        assert_int_equal(setrlimit(RLIMIT_FSIZE, &before), 0);
        assert_false(done);
        assert_full(world, ++failures);
    }
    count_all(world, key, counts);
    for (unsigned i = 0; i < cast; i++)
        assert_int_equal(counts[i], 1);
    assert_int_equal(counts[cast], 0);
}

static _Noreturn void live(struct world *world, unsigned first, int told)
{
    world_open_store(world);
    for (unsigned number = first;; number++) {
        if (!world_cast(world, "one 0", number))
            _exit(1);
        if (write(told, &number, sizeof number) != sizeof number)
            _exit(1);
        struct share *share;
        if (number % 3 == 0 && !store_share(world, world->store, &share, world->problems))
            _exit(1);
    }
}

static unsigned live_and_kill(struct world *world, unsigned first, long microseconds)
{
    const struct timespec time = {.tv_nsec = microseconds * 1000};
    unsigned number, next = first;
    int ends[2], status;

    assert_int_equal(pipe(ends), 0);
    pid_t child = fork();
    assert_true(child >= 0);
    if (child == 0)
        live(world, first, ends[1]);
    close(ends[1]);
    nanosleep(&time, NULL);
    assert_int_equal(kill(child, SIGKILL), 0);
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_true(WIFSIGNALED(status));
    while (read(ends[0], &number, sizeof number) == sizeof number)
        next = number + 1;
    close(ends[0]);
    return next;
}

/* The one that was being cast may be there, too. */
static void assert_each_once(struct world *world, const struct trainer_secret *key,
                             unsigned char *counts, unsigned from, unsigned to)
{
    make_up(world);
    count_all(world, key, counts);
    for (unsigned i = from; i < to; i++)
        if (counts[i] != 1)
            fail_msg("ballot %u is there %u times", i, counts[i]);
    assert_in_range(counts[to], 0, 1);
}

static void what_was_cast_is_there_once_after_a_kill(void **state)
{
    struct world *world = *state;
    const char *wanted = getenv("CONECTA_KILLS");
    long kills = wanted ? strtol(wanted, NULL, 10) : 40;
    struct random random = {.state = random_seed()};
    struct trainer_secret *key = world_use_new_key(world);
    unsigned all = 0;

    for (long i = 0; i < kills; i++) {
        unsigned char counts[MOST] = {0};
        /* So that there is something to share at once. */
        world_cast_many(world, "one 0", 0, 6);
        unsigned next = live_and_kill(world, 6, (long)random_below(&random, 150000));
        world_open_store(world);
        assert_each_once(world, key, counts, 0, next);
        all += next;
        assert_int_equal(world->problems->count, 0);
    }
    printf("%ld times killed, each of %u ballots is there once\n", kills, all);
}

static void write_file(const char *path, struct bytes bytes)
{
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(bytes.data, 1, bytes.length, file), bytes.length);
    assert_int_equal(fclose(file), 0);
}

/* Whoever goes on either finds all, or is told; nothing comes out that did not go in, and no
 * ballot twice. */
static size_t go_on(struct world *world, const struct trainer_secret *key, unsigned count)
{
    unsigned char counts[MOST] = {0};
    struct store_seal seal;
    size_t there = 0;

    world_hear(world);
    world_open_store(world);
    assert_non_null(world->store);
    assert_true(store_seal(world->store, &seal, world->problems));
    /* Without its key the store must not say that it is a trainer's. */
    if (!seal.present || seal.own) {
        assert_true(world->problems->count > 0);
        return 0;
    }
    make_up(world);
    count_all(world, key, counts);
    for (unsigned i = 0; i < MADE_UP; i++) {
        assert_in_range(counts[i], 0, i < count ? 1 : 0);
        there += counts[i];
    }
    assert_true(there == count || world->problems->count > 0);
    return there;
}

static void every_flipped_byte_is_noticed(void **state)
{
    struct world *world = *state;
    const char *wanted = getenv("CONECTA_FLIPS");
    size_t flips = wanted ? (size_t)strtoul(wanted, NULL, 10) : 60;
    struct random random = {.state = 1};
    struct trainer_secret *key = world_use_new_key(world);
    size_t all = 0, one = 0, none = 0;

    world_cast_many(world, "one 0", 0, 6);
    struct bytes bytes = world_file(world, world->path);
    size_t rounds = flips && flips < bytes.length ? flips : bytes.length;
    for (size_t i = 0; i < rounds; i++) {
        size_t place = rounds == bytes.length ? i : random_below(&random, bytes.length);
        char kept = bytes.data[place];
        bytes.data[place] = (char)(kept ^ (1 << random_below(&random, 8)));
        write_file(world->path, bytes);
        size_t there = go_on(world, key, 6);
        all += there == 6, one += there == 5, none += there < 5;
        bytes.data[place] = kept;
        for (unsigned number = 1; number < 10; number++)
            unlink(talloc_asprintf(bytes.data, "%s.damaged-%u", world->path, number));
    }
    printf("%zu bytes flipped: nothing lost %zu, one ballot %zu, more %zu\n", rounds, all, one,
           none);
    assert_true(one > 0);
    assert_true(none <= rounds / 20);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        IN_WORLD(a_full_disk_loses_no_ballot),
        IN_WORLD(what_was_cast_is_there_once_after_a_kill),
        IN_WORLD(every_flipped_byte_is_noticed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
