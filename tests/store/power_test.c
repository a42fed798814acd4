/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The power fails at any moment of a session: the store opens to what it was before the
 * operation that was cut, or to what it was to become. kill -9 does not show that: what
 * a killed program wrote, the system still writes to the disk.
 * CONECTA_CUTS is how many cuts are tried, at random; 0 is every moment in twenty ways.
 */
#include "logging_vfs.h"
#include "store_world.h"

#include "base/random.h"

#define STATES 12

/* What is to be found for each learner, from this length of the log on. */
struct moment {
    size_t log;
    const char *one; /* NULL: nothing */
    const char *two;
};

static struct moment moments[STATES];
static size_t moment_count;

static void note(const char *one, const char *two)
{
    assert_true(moment_count < STATES);
    moments[moment_count++] = (struct moment){logging_count(), one, two};
}

static bool same(const char *found, const char *expected)
{
    return found && expected ? strcmp(found, expected) == 0 : !found && !expected;
}

static void live(struct world *world)
{
    struct store_key *two;

    note(NULL, NULL);
    assert_true(world_save(world, "one", "a"));
    note("a", NULL);
    assert_true(world_save(world, "one", "b"));
    note("b", NULL);
    assert_true(world_save(world, "two", "c"));
    note("b", "c");
    assert_true(world_save(world, "one", "d"));
    note("d", "c");
    two = world_key(world, "two");
    assert_true(store_forget(world->store, two, world->problems));
    note("d", NULL);
    assert_true(world_save(world, "two", "e"));
    note("d", "e");
    assert_saved(world, "one", "d");
    assert_true(world_save(world, "one", "f"));
    note("f", "e");
}

/* The last state that was acknowledged, or the next, as a whole. */
static bool is_old_or_new(const char *one, const char *two, size_t log)
{
    size_t last = 0;
    while (last + 1 < moment_count && moments[last + 1].log <= log)
        last++;
    size_t next = last + 1 < moment_count ? last + 1 : last;
    return (same(one, moments[last].one) && same(two, moments[last].two)) ||
           (same(one, moments[next].one) && same(two, moments[next].two));
}

static void cut(struct world *world, size_t log, enum survival survival, uint64_t seed)
{
    folder_remove(world->data);
    assert_int_equal(mkdir(world->data, 0700), 0);
    world_hear(world);
    logging_replay(world->data, log, survival, seed);
    world_open_store(world);
    assert_non_null(world->store);
    char *one = world_load(world, "one");
    char *two = world_load(world, "two");
    if (!is_old_or_new(one, two, log) || world->problems->count)
        fail_msg("after %zu entries, survival %d, seed %u: one is %s, two is %s, %zu problems", log,
                 (int)survival, (unsigned)seed, one, two, world->problems->count);
    assert_true(world_save(world, "three", "z"));
    assert_saved(world, "three", "z");
    talloc_free(one);
    talloc_free(two);
}

static size_t cut_everywhere(struct world *world, size_t log)
{
    for (size_t i = 0; i <= log; i++) {
        cut(world, i, SURVIVE_ALL, 0);
        cut(world, i, SURVIVE_NONE, 0);
        for (uint64_t seed = 1; seed <= 18; seed++)
            cut(world, i, SURVIVE_SOME, seed * 1000003 + i);
    }
    return (log + 1) * 20;
}

static size_t cut_anywhere(struct world *world, size_t log, size_t count)
{
    struct random random = {.state = 1};
    for (size_t i = 0; i < count; i++)
        cut(world, random_below(&random, log + 1), (enum survival)random_below(&random, 3), i);
    return count;
}

static void a_power_cut_leaves_the_old_or_the_new(void **state)
{
    struct world *world = *state;
    const char *wanted = getenv("CONECTA_CUTS");
    size_t count = wanted ? strtoul(wanted, NULL, 10) : 200;

    live(world);
    size_t log = logging_count();
    logging_stop();
    count = count ? cut_anywhere(world, log, count) : cut_everywhere(world, log);
    printf("%zu power cuts at %zu moments\n", count, log + 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        IN_WORLD(a_power_cut_leaves_the_old_or_the_new),
    };
    logging_start();
    return cmocka_run_group_tests(tests, NULL, NULL);
}
