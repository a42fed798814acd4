/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/watch.h"

#include <poll.h>
#include <time.h>

#include "folder.h"

struct world {
    char *folder;
    char *path;
    struct watch *watch;
};

static struct watch *watch_file(const void *parent, const char *path)
{
    struct watch *watch = watch_new(parent);
    watch_add(watch, path);
    return watch;
}

static int open_world(void **state)
{
    struct world *world = talloc_zero(NULL, struct world);
    world->folder = folder_make(world);
    world->path = folder_add(world->folder, "file", "one");
    world->watch = watch_file(world, world->path);
    *state = world;
    return 0;
}

static int close_world(void **state)
{
    struct world *world = *state;
    folder_remove(world->folder);
    talloc_free(world);
    return 0;
}

static bool is_readable(const struct watch *watch)
{
    struct pollfd file = {.fd = watch_descriptor(watch), .events = POLLIN};
    return file.fd >= 0 && poll(&file, 1, 0) == 1;
}

static void rename_into(const struct world *world, const char *from, const char *to)
{
    char *one = talloc_asprintf(world->folder, "%s/%s", world->folder, from);
    char *other = talloc_asprintf(world->folder, "%s/%s", world->folder, to);
    assert_int_equal(rename(one, other), 0);
}

/* The kernel's clock for files moves on in steps of some milliseconds. */
static void let_time_pass(void)
{
    nanosleep(&(struct timespec){0, 20000000}, NULL);
}

static void nothing_is_no_save(void **state)
{
    struct world *world = *state;
    assert_false(watch_saved(world->watch));
    assert_false(is_readable(world->watch));
}

static void a_write_is_a_save_once(void **state)
{
    struct world *world = *state;
    folder_add(world->folder, "file", "two");
    assert_true(watch_saved(world->watch));
    assert_false(watch_saved(world->watch));
    assert_false(is_readable(world->watch));
}

static void a_new_file_of_the_name_is_a_save(void **state)
{
    struct world *world = *state;
    folder_add(world->folder, "new", "two");
    assert_false(watch_saved(world->watch));
    rename_into(world, "new", "file");
    assert_true(watch_saved(world->watch));
    assert_false(watch_saved(world->watch));
}

static void a_file_being_written_is_no_save_yet(void **state)
{
    struct world *world = *state;
    if (watch_descriptor(world->watch) < 0)
        skip();
    FILE *file = fopen(world->path, "w");
    assert_non_null(file);
    assert_int_equal(fputs("half", file) < 0 || fflush(file) != 0, 0);
    assert_false(watch_saved(world->watch));
    assert_int_equal(fclose(file), 0);
    assert_true(watch_saved(world->watch));
}

static void other_files_are_no_save(void **state)
{
    struct world *world = *state;
    folder_add(world->folder, "file~", "two");
    folder_add(world->folder, ".file.swp", "two");
    assert_false(watch_saved(world->watch));
    assert_false(is_readable(world->watch));
}

static void a_file_removed_counts_when_it_is_back(void **state)
{
    struct world *world = *state;
    assert_int_equal(unlink(world->path), 0);
    assert_false(watch_saved(world->watch));
    folder_add(world->folder, "file", "two");
    assert_true(watch_saved(world->watch));
}

static void the_file_behind_a_link_is_watched(void **state)
{
    struct world *world = *state;
    char *inner = folder_add_folder(world->folder, "inner");
    char *real = folder_add(inner, "real", "one");
    char *link = talloc_asprintf(world->folder, "%s/link", world->folder);
    assert_int_equal(symlink(real, link), 0);
    struct watch *watch = watch_file(world, link);
    folder_add(inner, "real", "two");
    assert_true(watch_saved(watch));
    assert_int_equal(unlink(link), 0);
    folder_add(world->folder, "link", "three");
    assert_true(watch_saved(watch));
}

static void without_help_its_time_is_looked_at(void **state)
{
    struct world *world = *state;
    watch_look(world->watch);
    assert_int_equal(watch_descriptor(world->watch), -1);
    assert_int_equal(watch_patience(world->watch), WATCH_LOOK_MS);
    assert_false(watch_saved(world->watch));
    let_time_pass();
    folder_add(world->folder, "file", "two");
    assert_true(watch_saved(world->watch));
    assert_false(watch_saved(world->watch));
    assert_int_equal(unlink(world->path), 0);
    assert_false(watch_saved(world->watch));
    let_time_pass();
    folder_add(world->folder, "file", "two");
    assert_true(watch_saved(world->watch));
}

static void a_folder_that_went_away_is_looked_for(void **state)
{
    struct world *world = *state;
    char *inner = folder_add_folder(world->folder, "inner");
    struct watch *watch = watch_file(world, folder_add(inner, "file", "one"));
    rename_into(world, "inner", "away");
    assert_false(watch_saved(watch));
    assert_int_equal(watch_patience(watch), WATCH_LOOK_MS);
    folder_add(folder_add_folder(world->folder, "inner"), "file", "two");
    assert_true(watch_saved(watch));
}

static void no_folder_yet_is_no_failure(void **state)
{
    struct world *world = *state;
    struct watch *watch =
        watch_file(world, talloc_asprintf(world->folder, "%s/none/file", world->folder));
    assert_int_equal(watch_patience(watch), WATCH_LOOK_MS);
    assert_false(watch_saved(watch));
    folder_add(folder_add_folder(world->folder, "none"), "file", "one");
    assert_true(watch_saved(watch));
}

static void each_of_several_files_counts(void **state)
{
    struct world *world = *state;
    char *inner = folder_add_folder(world->folder, "inner");
    watch_add(world->watch, folder_add(inner, "second", "one"));
    folder_add(inner, "third", "one");
    assert_false(watch_saved(world->watch));
    folder_add(inner, "second", "two");
    assert_true(watch_saved(world->watch));
    folder_add(world->folder, "file", "two");
    assert_true(watch_saved(world->watch));
    assert_false(watch_saved(world->watch));
}

#define IN_WORLD(test) cmocka_unit_test_setup_teardown(test, open_world, close_world)

int main(void)
{
    const struct CMUnitTest tests[] = {
        IN_WORLD(nothing_is_no_save),
        IN_WORLD(a_write_is_a_save_once),
        IN_WORLD(a_new_file_of_the_name_is_a_save),
        IN_WORLD(a_file_being_written_is_no_save_yet),
        IN_WORLD(other_files_are_no_save),
        IN_WORLD(a_file_removed_counts_when_it_is_back),
        IN_WORLD(the_file_behind_a_link_is_watched),
        IN_WORLD(without_help_its_time_is_looked_at),
        IN_WORLD(a_folder_that_went_away_is_looked_for),
        IN_WORLD(no_folder_yet_is_no_failure),
        IN_WORLD(each_of_several_files_counts),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
