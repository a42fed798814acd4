/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * CONECTA_STRIDE=1: every allocation of SQLite fails once (else every 8th, or so), while a record is saved: the program says so and
 * stops, or has saved; and what is in the store is the old or the new.
 */
#include "store_world.h"

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

/* 0: saved; 1: it was refused; 2: stopped for want of memory. What was said on standard
 * error goes to said. 9: no allocation failed. */
static int save_apart(struct world *world, const char *words, const char *text, long allocation,
                      const char *said)
{
    struct store_key *key = world_key(world, words);
    int status;
    pid_t child = fork();

    assert_true(child >= 0);
    if (child == 0) {
        int file = open(said, O_WRONLY | O_CREAT | O_TRUNC, 0600);
        dup2(file, STDERR_FILENO);
        left = allocation;
        bool saved = store_save(world->store, key, text, strlen(text), world->problems);
        _exit(left >= 0 ? 9 : saved ? 0 : 1);
    }
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_true(WIFEXITED(status));
    talloc_free(key);
    return WEXITSTATUS(status);
}

static void fail_each(struct world *world, const char *old, const char *new)
{
    char *said = file_path(world, world->folder, "said");
    const char *wanted = getenv("CONECTA_STRIDE");
    long stride = wanted ? strtol(wanted, NULL, 10) : 8;
    size_t stops = 0;

    for (long i = 0;; i += stride) {
        int status = save_apart(world, "one", new, i, said);
        struct bytes message = world_file(world, said);
        assert_true(status != 1);
        assert_true((status == 2) == (strstr(message.data, "out of memory") != NULL));
        stops += status == 2;
        char *found = world_load(world, "one");
        bool is_new = found && strcmp(found, new) == 0;
        assert_true(is_new || (status == 2 && (old ? found && strcmp(found, old) == 0 : !found)));
        assert_int_equal(world->problems->count, 0);
        talloc_free(found);
        talloc_free(message.data);
        if (status == 9)
            break;
        if (old)
            assert_true(world_save(world, "one", old));
        else
            assert_true(store_forget_all(world->store, world->problems));
    }
    printf("%zu allocations failed\n", stops);
    assert_true(stops > 0);
}

static void a_save_that_runs_out_of_memory(void **state)
{
    struct world *world = *state;
    assert_true(world_save(world, "one", "old"));
    fail_each(world, "old", "new");
}

static void a_store_that_runs_out_of_memory_while_it_is_made(void **state)
{
    fail_each(*state, NULL, "new");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        IN_WORLD(a_save_that_runs_out_of_memory),
        IN_WORLD(a_store_that_runs_out_of_memory_while_it_is_made),
    };
    count_allocations();
    return cmocka_run_group_tests(tests, NULL, NULL);
}
