/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/create.h"

#include <dirent.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/stat.h>

#include "base/file.h"
#include "folder.h"

struct world {
    char *folder;
    char *path; /* of what is made */
    struct diagnostics *problems;
};

static const struct new_file files[] = {
    {.name = "inner/one", .text = "1"},
    {.name = "inner/two", .text = "2"},
    {.name = "three", .text = "3"},
};

static int open_world(void **state)
{
    struct world *world = talloc_zero(NULL, struct world);
    world->folder = folder_make(world);
    world->path = talloc_asprintf(world, "%s/new", world->folder);
    world->problems = diagnostics_new(world);
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

static size_t count_entries(const char *folder)
{
    size_t count = 0;
    DIR *entries = opendir(folder);
    assert_non_null(entries);
    while (readdir(entries))
        count++;
    closedir(entries);
    return count - 2;
}

static void assert_holds(const struct world *world, const char *path, const char *text)
{
    struct bytes bytes;
    assert_true(file_read(world, path, 100, &bytes, world->problems));
    assert_string_equal(bytes.data, text);
}

static bool make_file(const struct world *world)
{
    return create_file((struct new_file){.name = world->path, .text = "text\n"},
                       world->problems);
}

static bool make_folder(const struct world *world)
{
    return create_folder(world->path, files, 3, world->problems);
}

static void assert_refused(const struct world *world, const char *advice)
{
    assert_int_equal(world->problems->count, 1);
    assert_string_equal(world->problems->items[0].file, world->path);
    assert_non_null(world->problems->items[0].advice);
    assert_non_null(strstr(world->problems->items[0].advice, advice));
}

static void a_file_is_made_with_the_usual_rights(void **state)
{
    struct world *world = *state;
    struct stat status;
    mode_t mask = umask(027);
    assert_true(make_file(world));
    umask(mask);
    assert_holds(world, world->path, "text\n");
    assert_int_equal(count_entries(world->folder), 1);
    assert_int_equal(stat(world->path, &status), 0);
    assert_int_equal(status.st_mode & 0777, 0640);
}

static void a_folder_is_made_with_its_files(void **state)
{
    struct world *world = *state;
    assert_true(make_folder(world));
    assert_holds(world, file_path(world, world->path, "inner/one"), "1");
    assert_holds(world, file_path(world, world->path, "inner/two"), "2");
    assert_holds(world, file_path(world, world->path, "three"), "3");
    assert_int_equal(count_entries(world->folder), 1);
    assert_int_equal(count_entries(world->path), 2);
}

static void what_is_there_stays(void **state)
{
    struct world *world = *state;
    folder_add(world->folder, "new", "old");
    assert_false(make_file(world));
    assert_refused(world, "another name");
    assert_false(make_folder(world));
    assert_holds(world, world->path, "old");
    assert_int_equal(count_entries(world->folder), 1);
}

static void not_even_an_empty_folder_or_a_link_is_replaced(void **state)
{
    struct world *world = *state;
    folder_add_folder(world->folder, "new");
    assert_false(make_folder(world));
    assert_false(make_file(world));
    assert_int_equal(rmdir(world->path), 0);
    assert_int_equal(symlink("nowhere", world->path), 0);
    assert_false(make_folder(world));
    assert_false(make_file(world));
    assert_int_equal(count_entries(world->folder), 1);
}

static void a_missing_folder_is_not_made(void **state)
{
    struct world *world = *state;
    world->path = talloc_asprintf(world, "%s/none/new", world->folder);
    assert_false(make_file(world));
    assert_refused(world, "make the folder first");
    assert_false(make_folder(world));
    assert_int_equal(count_entries(world->folder), 0);
}

/* A limit for the size of files stands for a disk that is full. */
static void without_room_nothing_is_left(void **state)
{
    struct world *world = *state;
    struct rlimit before, none;
    signal(SIGXFSZ, SIG_IGN);
    assert_int_equal(getrlimit(RLIMIT_FSIZE, &before), 0);
    none = (struct rlimit){0, before.rlim_max};
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &none), 0);
    bool made = make_file(world) || make_folder(world);
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &before), 0);
    assert_false(made);
    assert_int_equal(world->problems->count, 2);
    assert_int_equal(count_entries(world->folder), 0);
}

static void a_secret_file_is_its_owners_alone(void **state)
{
    struct world *world = *state;
    struct stat status;
    mode_t before = umask(0);
    assert_true(create_file((struct new_file){.name = world->path, .text = "x", .secret = true},
                            world->problems));
    umask(before);
    assert_int_equal(stat(world->path, &status), 0);
    assert_int_equal(status.st_mode & 0777, 0600);
}

#define IN_WORLD(test) cmocka_unit_test_setup_teardown(test, open_world, close_world)

int main(void)
{
    const struct CMUnitTest tests[] = {
        IN_WORLD(a_secret_file_is_its_owners_alone),
        IN_WORLD(a_file_is_made_with_the_usual_rights),
        IN_WORLD(a_folder_is_made_with_its_files),
        IN_WORLD(what_is_there_stays),
        IN_WORLD(not_even_an_empty_folder_or_a_link_is_replaced),
        IN_WORLD(a_missing_folder_is_not_made),
        IN_WORLD(without_room_nothing_is_left),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
