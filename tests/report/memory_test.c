/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * CONECTA_STRIDE=1: every allocation of SQLite fails once (else every 8th), while a batch is folded
 * and while a report is made: the program says so and stops, or has done it; a batch counts
 * whole or not at all.
 */
#include "report_world.h"

#include <fcntl.h>
#include <sys/wait.h>

#include <sqlite3.h>

static sqlite3_mem_methods usual;
static long left = -1; /* allocations until the one that fails; below zero: none does */

static bool fails(void)
{
    return left >= 0 && left-- == 0;
}

static void *allocate(int size)
{
    return fails() ? NULL : usual.xMalloc(size);
}

static void *reallocate(void *block, int size)
{
    return fails() ? NULL : usual.xRealloc(block, size);
}

static void count_allocations(void)
{
    sqlite3_mem_methods counting;
    assert_int_equal(sqlite3_config(SQLITE_CONFIG_GETMALLOC, &usual), SQLITE_OK);
    counting = usual;
    counting.xMalloc = allocate;
    counting.xRealloc = reallocate;
    assert_int_equal(sqlite3_config(SQLITE_CONFIG_MALLOC, &counting), SQLITE_OK);
}

static const struct answers ten[] = {
    {"one", "ru", {YES, NO, YES, YES}, 0},    {"one", "ru", {NO, NO, YES, YES}, 0},
    {"one", "uk", {NO, YES, NO, YES}, 0},     {"one", "ru", {YES, NO, YES, YES}, 0},
    {"one", "ru", {YES, YES, YES, YES}, 0},   {"one", "ru", {YES, NO, YES, NO}, 0},
    {"one", "ru", {YES, SKIPPED, NO, NO}, 0}, {"one", "en", {YES, NO, YES, YES}, 0},
    {"one", "ru", {YES, NO, NO, YES}, 0},     {"one", "ru", {YES, NO, YES, YES}, 0},
};

/* 0: done; 1: it was refused; 2: stopped for want of memory; 9: no allocation failed. */
static int do_apart(struct report_world *world, uint64_t batch, long allocation, const char *said)
{
    int status;
    pid_t child = fork();

    assert_true(child >= 0);
    if (child == 0) {
        int file = open(said, O_WRONLY | O_CREAT | O_TRUNC, 0600);
        dup2(file, STDERR_FILENO);
        left = allocation;
        world_open(world);
        bool done = world->counts && fold_answers(world, batch, ten, 10) == COUNTS_NEW &&
                    summary_make(world, world->counts, &outline, world->problems);
        _exit(left >= 0 ? 9 : done ? 0 : 1);
    }
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_true(WIFEXITED(status));
    return WEXITSTATUS(status);
}

static void a_fold_that_runs_out_of_memory(void **state)
{
    struct report_world *world = *state;
    char *said = file_path(world, world->folder, "said");
    long stride = wanted("CONECTA_STRIDE", 8);
    size_t stops = 0, expected = 0;

    for (long i = 0;; i += stride) {
        int status = do_apart(world, (uint64_t)i, i, said);
        struct bytes message;
        assert_true(file_read(world, said, 1 << 20, &message, world->problems));
        assert_int_not_equal(status, 1);
        assert_true((status == 2) == (strstr(message.data, "out of memory") != NULL));
        stops += status == 2;
        talloc_free(message.data);
        world_open(world);
        size_t completions = world_summary(world)->lessons[0].completions;
        assert_true(completions == expected + 10 || (status == 2 && completions == expected));
        expected = completions;
        assert_int_equal(world->problems->count, 0);
        if (status == 9)
            break;
    }
    printf("%zu allocations failed\n", stops);
    assert_true(stops > 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        IN_WORLD(a_fold_that_runs_out_of_memory),
    };
    count_allocations();
    return cmocka_run_group_tests(tests, NULL, NULL);
}
