/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/replace.h"

#include <dirent.h>
#include <signal.h>
#include <sys/resource.h>

#include "folder.h"

struct world {
    char *folder;
    struct diagnostics *problems;
};

static int open_world(void **state)
{
    struct world *world = talloc_zero(NULL, struct world);
    world->folder = folder_make(world);
    world->problems = diagnostics_new(world);
    *state = world;
    return 0;
}

static int close_world(void **state)
{
    struct world *world = *state;
    folder_remove(world->folder);
    return talloc_free(world);
}

static struct bytes text(const char *words)
{
    return (struct bytes){.data = (char *)(size_t)words, .length = strlen(words)};
}

static void assert_holds(struct world *world, const char *path, const char *words)
{
    struct bytes bytes;
    assert_true(file_read(world, path, 100, &bytes, world->problems));
    assert_string_equal(bytes.data, words);
}

static size_t files_in(const char *folder)
{
    DIR *entries = opendir(folder);
    size_t count = 0;
    assert_non_null(entries);
    while (readdir(entries))
        count++;
    closedir(entries);
    return count - 2;
}

static void a_file_is_made_and_replaced(void **state)
{
    struct world *world = *state;
    char *path = file_path(world, world->folder, "a");
    assert_true(replace_with(path, text("one"), world->problems));
    assert_holds(world, path, "one");
    assert_true(replace_with(path, text("other"), world->problems));
    assert_holds(world, path, "other");
    assert_int_equal(files_in(world->folder), 1);
}

static bool fail_half_way(void *data, const char *path, struct diagnostics *problems)
{
    FILE *file = fopen(path, "w");
    (void)data;
    assert_non_null(file);
    fputs("half", file);
    fclose(file);
    return replace_refuse(path, 5, problems);
}

static void a_failure_changes_nothing(void **state)
{
    struct world *world = *state;
    char *path = folder_add(world->folder, "a", "one");
    assert_false(replace_file(path, fail_half_way, NULL, world->problems));
    assert_int_equal(world->problems->count, 1);
    assert_holds(world, path, "one");
    assert_int_equal(files_in(world->folder), 1);
}

static void a_full_disk_changes_nothing(void **state)
{
    struct world *world = *state;
    char *path = folder_add(world->folder, "a", "one");
    struct rlimit old, small;
    char many[5000];

    memset(many, 'x', sizeof many);
    assert_int_equal(getrlimit(RLIMIT_FSIZE, &old), 0);
    small = (struct rlimit){4096, old.rlim_max};
    signal(SIGXFSZ, SIG_IGN);
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &small), 0);
    bool written = replace_with(path, (struct bytes){many, sizeof many}, world->problems);
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &old), 0);
    assert_false(written);
    assert_non_null(strstr(world->problems->items[0].message, "cannot be written"));
    assert_holds(world, path, "one");
    assert_int_equal(files_in(world->folder), 1);
}

static void a_folder_that_is_missing_is_named(void **state)
{
    struct world *world = *state;
    char *path = file_path(world, world->folder, "none/a");
    assert_false(replace_with(path, text("one"), world->problems));
    assert_string_equal(world->problems->items[0].file, path);
    assert_non_null(world->problems->items[0].advice);
}

static void folders_are_made(void **state)
{
    struct world *world = *state;
    char *path = file_path(world, world->folder, "x/y/a");
    assert_true(replace_make_folders(path, world->problems));
    assert_true(replace_make_folders(path, world->problems));
    assert_true(replace_with(path, text("one"), world->problems));
    assert_holds(world, path, "one");
    folder_add(world->folder, "file", "");
    assert_false(replace_make_folders(file_path(world, world->folder, "file/y/a"),
                                      world->problems));
}

#define IN_WORLD(test) cmocka_unit_test_setup_teardown(test, open_world, close_world)

int main(void)
{
    static const struct CMUnitTest tests[] = {
        IN_WORLD(a_file_is_made_and_replaced),
        IN_WORLD(a_failure_changes_nothing),
        IN_WORLD(a_full_disk_changes_nothing),
        IN_WORLD(a_folder_that_is_missing_is_named),
        IN_WORLD(folders_are_made),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
