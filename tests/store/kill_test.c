/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Several programs at one store, and programs that are killed. CONECTA_KILLS is how many
 * times kill -9 comes, at a random moment of a row of saves.
 */
#include "store_world.h"

#include <signal.h>
#include <sys/wait.h>
#include <time.h>

#include "base/random.h"

#define WRITERS 4

static char *number_text(const void *parent, long number)
{
    return talloc_asprintf(parent, "step %ld", number);
}

static long number_found(struct world *world, const char *words)
{
    char *text = world_load(world, words);
    long number = text ? strtol(text + strlen("step "), NULL, 10) : -1;
    talloc_free(text);
    return number;
}

/* Saves one number after the other and says so after each, until it is killed. */
static _Noreturn void play(struct world *world, long first, int told)
{
    struct store_key *key;

    world_open_store(world);
    key = world_key(world, "hers");
    for (long number = first;; number++) {
        char *text = number_text(world, number);
        if (!store_save(world->store, key, text, strlen(text), world->problems) ||
            write(told, &number, sizeof number) != sizeof number)
            _exit(1);
        talloc_free(text);
    }
}

/* The last number that was told before the end, or last. */
static long listen_to(int told, long last)
{
    long number;
    while (read(told, &number, sizeof number) == sizeof number)
        last = number;
    return last;
}

/* Returns what was on her screen. */
static long play_and_kill(struct world *world, long last, long microseconds)
{
    const struct timespec time = {.tv_nsec = microseconds * 1000};
    int ends[2], status;

    assert_int_equal(pipe(ends), 0);
    pid_t child = fork();
    assert_true(child >= 0);
    if (child == 0)
        play(world, last + 1, ends[1]);
    close(ends[1]);
    nanosleep(&time, NULL);
    assert_int_equal(kill(child, SIGKILL), 0);
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_true(WIFSIGNALED(status));
    last = listen_to(ends[0], last);
    close(ends[0]);
    return last;
}

static void nothing_that_was_acknowledged_is_lost(void **state)
{
    struct world *world = *state;
    const char *wanted = getenv("CONECTA_KILLS");
    long kills = wanted ? strtol(wanted, NULL, 10) : 100;
    struct random random = {.state = random_seed()};
    long last = -1;

    for (long i = 0; i < kills; i++) {
        /* The making of a store is killed, too. */
        if (i % 10 == 0) {
            assert_true(store_forget_all(world->store, world->problems));
            last = -1;
        }
        last = play_and_kill(world, last, (long)random_below(&random, 12000));
        world_open_store(world);
        assert_non_null(world->store);
        long found = number_found(world, "hers");
        assert_int_equal(world->problems->count, 0);
        if (found != last && found != last + 1)
            fail_msg("after kill %ld: told %ld, found %ld", i, last, found);
        last = found;
    }
    printf("%ld times killed, nothing lost\n", kills);
}

static _Noreturn void tell_and_exit(struct world *world, int status)
{
    for (size_t i = 0; i < world->problems->count; i++)
        fputs(diagnostic_format(world, &world->problems->items[i]), stderr);
    _exit(status);
}

static _Noreturn void write_much(struct world *world, const char *words)
{
    struct store_key *key;

    world_open_store(world);
    key = world_key(world, words);
    for (long number = 0; number <= 20; number++) {
        char *text = number_text(world, number);
        if (!store_save(world->store, key, text, strlen(text), world->problems))
            tell_and_exit(world, 1);
        if (number_found(world, words) != number)
            tell_and_exit(world, 2);
    }
    tell_and_exit(world, world->problems->count ? 3 : 0);
}

static void programs_wait_for_each_other(void **state)
{
    struct world *world = *state;
    pid_t children[WRITERS];
    int status;

    assert_true(store_create(world->store, world->problems));
    for (int i = 0; i < WRITERS; i++) {
        children[i] = fork();
        assert_true(children[i] >= 0);
        if (children[i] == 0)
            write_much(world, number_text(world, i));
    }
    for (int i = 0; i < WRITERS; i++) {
        assert_int_equal(waitpid(children[i], &status, 0), children[i]);
        assert_int_equal(status, 0);
    }
    for (int i = 0; i < WRITERS; i++)
        assert_int_equal(number_found(world, number_text(world, i)), 20);
}

/* One makes the store, and the others use it, whoever comes first. */
static void programs_make_one_store(void **state)
{
    struct world *world = *state;
    pid_t children[WRITERS];
    int status;

    for (int i = 0; i < WRITERS; i++) {
        children[i] = fork();
        assert_true(children[i] >= 0);
        if (children[i] == 0) {
            bool made = store_create(world->store, world->problems);
            _exit(made && world_save(world, number_text(world, i), "step 7") ? 0 : 1);
        }
    }
    for (int i = 0; i < WRITERS; i++) {
        assert_int_equal(waitpid(children[i], &status, 0), children[i]);
        assert_int_equal(status, 0);
    }
    for (int i = 0; i < WRITERS; i++)
        assert_int_equal(number_found(world, number_text(world, i)), 7);
}

/* While one sets the damaged store aside, the others go on saving into it, or its successor. */
static void a_store_is_set_aside_under_their_hands(void **state)
{
    struct world *world = *state;
    pid_t children[WRITERS];
    int status;

    assert_true(world_save(world, "damaged", "x"));
    struct bytes bytes = world_file(world, world->path);
    FILE *file = fopen(world->path, "rb+");
    assert_non_null(file);
    assert_int_equal(fseek(file, (long)bytes.length - 8000, SEEK_SET), 0);
    assert_int_equal(fwrite("damage", 1, 6, file), 6);
    assert_int_equal(fclose(file), 0);
    for (int i = 0; i < WRITERS; i++) {
        children[i] = fork();
        assert_true(children[i] >= 0);
        if (children[i] == 0)
            write_much(world, number_text(world, i));
    }
    assert_int_equal(number_found(world, "damaged"), -1);
    assert_int_equal(world->problems->errors, 1);
    for (int i = 0; i < WRITERS; i++) {
        assert_int_equal(waitpid(children[i], &status, 0), children[i]);
        assert_int_equal(status, 0);
    }
    for (int i = 0; i < WRITERS; i++)
        assert_int_equal(number_found(world, number_text(world, i)), 20);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        IN_WORLD(nothing_that_was_acknowledged_is_lost),
        IN_WORLD(programs_wait_for_each_other),
        IN_WORLD(programs_make_one_store),
        IN_WORLD(a_store_is_set_aside_under_their_hands),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
