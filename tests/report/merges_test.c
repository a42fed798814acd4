/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Batches are folded in any order, some of them again, by programs that are killed: kill -9 comes
 * right before a call of the system that writes, syncs, removes or cuts the file or its journal, any
 * of them. CONECTA_MERGES is how many batches are folded in that way. In the end everything counts
 * exactly once: the sum of what waits and what was released is that of all ballots.
 */
#include "report_world.h"

#include <signal.h>
#include <sys/wait.h>

#include <sqlite3.h>

#define BATCHES 5
#define BALLOTS_MOST 14
#define LEFT_WITHOUT_KILL 100000

struct merge {
    struct answers ballots[BATCHES][BALLOTS_MOST];
    size_t counts[BATCHES];
};

/* SQLite's way to the disk, with a killer in it. */
static sqlite3_vfs killing;
static sqlite3_vfs *usual;
static long left = LEFT_WITHOUT_KILL;

struct killing_file {
    sqlite3_file base;
    sqlite3_file *real;
};

static void step(void)
{
    if (left-- == 0)
        raise(SIGKILL);
}

static sqlite3_file *real(sqlite3_file *file)
{
    return ((struct killing_file *)file)->real;
}

static int kill_close(sqlite3_file *file)
{
    return real(file)->pMethods ? real(file)->pMethods->xClose(real(file)) : SQLITE_OK;
}

static int kill_read(sqlite3_file *file, void *bytes, int count, sqlite3_int64 offset)
{
    return real(file)->pMethods->xRead(real(file), bytes, count, offset);
}

/* Half of it may be there. */
static int kill_write(sqlite3_file *file, const void *bytes, int count, sqlite3_int64 offset)
{
    if (left == 0)
        real(file)->pMethods->xWrite(real(file), bytes, count / 2, offset);
    step();
    return real(file)->pMethods->xWrite(real(file), bytes, count, offset);
}

static int kill_truncate(sqlite3_file *file, sqlite3_int64 size)
{
    step();
    return real(file)->pMethods->xTruncate(real(file), size);
}

static int kill_sync(sqlite3_file *file, int flags)
{
    step();
    return real(file)->pMethods->xSync(real(file), flags);
}

static int kill_size(sqlite3_file *file, sqlite3_int64 *size)
{
    return real(file)->pMethods->xFileSize(real(file), size);
}

static int kill_lock(sqlite3_file *file, int level)
{
    return real(file)->pMethods->xLock(real(file), level);
}

static int kill_unlock(sqlite3_file *file, int level)
{
    step();
    return real(file)->pMethods->xUnlock(real(file), level);
}

static int kill_reserved(sqlite3_file *file, int *result)
{
    return real(file)->pMethods->xCheckReservedLock(real(file), result);
}

static int kill_control(sqlite3_file *file, int code, void *data)
{
    return real(file)->pMethods->xFileControl(real(file), code, data);
}

static int kill_sector(sqlite3_file *file)
{
    return real(file)->pMethods->xSectorSize(real(file));
}

static int kill_device(sqlite3_file *file)
{
    return real(file)->pMethods->xDeviceCharacteristics(real(file));
}

static const sqlite3_io_methods methods = {
    .iVersion = 1,
    .xClose = kill_close,
    .xRead = kill_read,
    .xWrite = kill_write,
    .xTruncate = kill_truncate,
    .xSync = kill_sync,
    .xFileSize = kill_size,
    .xLock = kill_lock,
    .xUnlock = kill_unlock,
    .xCheckReservedLock = kill_reserved,
    .xFileControl = kill_control,
    .xSectorSize = kill_sector,
    .xDeviceCharacteristics = kill_device,
};

static int kill_open(sqlite3_vfs *vfs, const char *name, sqlite3_file *file, int flags,
                     int *ret_flags)
{
    struct killing_file *killed = (struct killing_file *)file;
    (void)vfs;

    killed->real = (sqlite3_file *)(void *)(killed + 1);
    step();
    int code = usual->xOpen(usual, name, killed->real, flags, ret_flags);
    file->pMethods = code == SQLITE_OK ? &methods : NULL;
    return code;
}

static int kill_delete(sqlite3_vfs *vfs, const char *name, int sync)
{
    (void)vfs;
    step();
    return usual->xDelete(usual, name, sync);
}

static void install_killer(void)
{
    usual = sqlite3_vfs_find(NULL);
    killing = *usual;
    killing.zName = "killing";
    killing.szOsFile = (int)sizeof(struct killing_file) + usual->szOsFile;
    killing.xOpen = kill_open;
    killing.xDelete = kill_delete;
    assert_int_equal(sqlite3_vfs_register(&killing, 1), SQLITE_OK);
}

static void make_merge(struct merge *merge, struct random *random)
{
    for (size_t i = 0; i < BATCHES; i++) {
        merge->counts[i] = 1 + random_below(random, BALLOTS_MOST);
        for (size_t j = 0; j < merge->counts[i]; j++) {
            struct answers *answers = &merge->ballots[i][j];
            *answers = (struct answers){outline_lessons[random_below(random, 2)].id,
                                        random_below(random, 2) ? "ru" : "uk",
                                        {0},
                                        random_below(random, 6) == 0 ? 3 : 0};
            for (int k = 0; k < ITEMS; k++)
                answers->given[k] = (int)random_below(random, ANSWERS);
        }
    }
}

static enum counts_fold fold_one(struct report_world *world, const struct merge *merge,
                                 size_t batch)
{
    return fold_answers(world, batch, merge->ballots[batch], merge->counts[batch]);
}

/* Folds in a program of its own, which is killed at a random step. How it ended. */
static enum counts_fold fold_and_kill(struct report_world *world, const struct merge *merge,
                                      size_t batch, long steps, bool *ret_killed)
{
    int status;
    pid_t child = fork();

    assert_true(child >= 0);
    if (child == 0) {
        left = steps;
        world_open(world);
        _exit(world->counts ? (int)fold_one(world, merge, batch) : (int)COUNTS_FAILED);
    }
    assert_int_equal(waitpid(child, &status, 0), child);
    *ret_killed = WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL;
    assert_true(*ret_killed || WIFEXITED(status));
    return *ret_killed ? COUNTS_FAILED : (enum counts_fold)WEXITSTATUS(status);
}

/* Ballots of one lesson, and how often each answer was given. */
struct truth {
    uint64_t ballots, taken[ITEMS][2], skipped[ITEMS];
};

static void count_truth(const struct merge *merge, const char *lesson, bool group,
                        struct truth *ret_truth)
{
    memset(ret_truth, 0, sizeof *ret_truth);
    for (size_t i = 0; i < BATCHES; i++)
        for (size_t j = 0; j < merge->counts[i]; j++) {
            const struct answers *answers = &merge->ballots[i][j];
            if (strcmp(answers->lesson, lesson) != 0 || !answers->hands == group)
                continue;
            const uint64_t people = answers->hands ? answers->hands : 1;
            ret_truth->ballots++;
            for (int k = 0; k < ITEMS; k++)
                if (answers->given[k] == SKIPPED)
                    ret_truth->skipped[k] += people;
                else
                    ret_truth->taken[k][answers->given[k]] += people;
        }
}

struct checking {
    const struct merge *merge;
    uint64_t ballots, languages;
};

/* What waits and what was released, together. */
static int check_row(void *data, const struct figures_row *row)
{
    struct checking *checking = data;
    const struct figures_pool *pool = &row->pool;
    struct tally *sum =
        tally_read(NULL, pool->lesson, pool->revision, row->pending.data, row->pending.length);
    struct tally *released =
        tally_read(sum, pool->lesson, pool->revision, row->released.data, row->released.length);
    struct truth truth;

    assert_true(sum && released);
    assert_true(sum->ballots < 10 || pool->kind == 2);
    tally_add_numbers(sum, released);
    sum->ballots += released->ballots;
    if (pool->kind < 2) {
        count_truth(checking->merge, pool->lesson, pool->kind == 1, &truth);
        assert_int_equal(sum->ballots, truth.ballots);
        for (size_t k = 0; k < ITEMS; k++) {
            assert_int_equal(sum->items[k].options[0].taken, truth.taken[k][0]);
            assert_int_equal(sum->items[k].options[1].taken, truth.taken[k][1]);
            assert_int_equal(sum->items[k].skipped, truth.skipped[k]);
        }
        checking->ballots += sum->ballots;
    } else if (pool->kind > 2) {
        checking->languages += sum->ballots;
    }
    talloc_free(sum);
    return SQLITE_OK;
}

static void check_counts(struct report_world *world, const struct merge *merge)
{
    struct checking checking = {.merge = merge};
    struct figures_file *file = NULL;
    uint64_t all = 0;

    for (size_t i = 0; i < BATCHES; i++)
        all += merge->counts[i];
    assert_int_equal(figures_open(NULL, world->data, true, &file, world->problems), FIGURES_READY);
    assert_int_equal(figures_walk(file, check_row, &checking), SQLITE_DONE);
    talloc_free(file);
    assert_int_equal(checking.ballots, all);
    assert_int_equal(checking.languages, all);
}

static void fold_until_all_count(struct report_world *world, const struct merge *merge,
                                 struct random *random, long *merges, long *kills)
{
    bool done[BATCHES] = {false};

    for (size_t counted = 0; counted < BATCHES;) {
        size_t batch = random_below(random, BATCHES);
        bool killed = false;
        long steps = (long)random_below(random, 90);
        enum counts_fold fold = fold_and_kill(world, merge, batch, steps, &killed);
        ++*merges;
        *kills += killed;
        /* Nobody was told of a batch whose program was killed; it may count or not. */
        if (killed)
            continue;
        assert_true(fold == COUNTS_NEW || fold == COUNTS_SEEN);
        assert_true(fold == COUNTS_SEEN || !done[batch]);
        counted += !done[batch];
        done[batch] = true;
    }
    check_counts(world, merge);
    assert_int_equal(world->problems->count, 0);
}

static void after_10_000_merges_and_kills_counts_equal_the_truth(void **state)
{
    struct report_world *world = *state;
    struct random random = {.state = random_seed()};
    long most = wanted("CONECTA_MERGES", 200), merges = 0, kills = 0, rounds = 0;
    struct merge merge;

    for (; merges < most; rounds++) {
        unlink(world->path);
        make_merge(&merge, &random);
        fold_until_all_count(world, &merge, &random, &merges, &kills);
    }
    printf("%ld merges of %ld trainers, %ld of them killed\n", merges, rounds, kills);
    assert_true(kills > 0);
}

/* One batch, killed at its first step, then at its second, until it is through. */
static void a_kill_at_every_step_leaves_all_or_nothing(void **state)
{
    struct report_world *world = *state;
    struct random random = {.state = 11};
    struct merge merge;
    size_t nothing = 0, all = 0;
    bool killed = true;

    make_merge(&merge, &random);
    for (long steps = 0; killed; steps++) {
        unlink(world->path);
        world_open(world);
        for (size_t i = 1; i < BATCHES; i++)
            assert_int_equal(fold_one(world, &merge, i), COUNTS_NEW);
        fold_and_kill(world, &merge, 0, steps, &killed);
        world_open(world);
        enum counts_fold fold = fold_one(world, &merge, 0);
        assert_true(fold != COUNTS_FAILED);
        nothing += fold == COUNTS_NEW;
        all += fold == COUNTS_SEEN;
        check_counts(world, &merge);
        assert_int_equal(world->problems->count, 0);
    }
    printf("killed at %zu steps: nothing counted after %zu, all of it after %zu\n",
           nothing + all - 1, nothing, all - 1);
    assert_true(nothing > 5 && all > 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        IN_WORLD(after_10_000_merges_and_kills_counts_equal_the_truth),
        IN_WORLD(a_kill_at_every_step_leaves_all_or_nothing),
    };
    install_killer();
    return cmocka_run_group_tests(tests, NULL, NULL);
}
