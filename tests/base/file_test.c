/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/file.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>
#include <talloc.h>

#include "folder.h"

/* A user that owns nothing; Linux and the BSDs agree on the number. */
#define NOBODY 65534

struct place {
    char *folder;
    struct diagnostics *problems;
    struct bytes bytes;
};

static const struct bytes untouched = {.data = NULL, .length = 77};

static int make_place(void **state)
{
    struct place *place = talloc_zero(NULL, struct place);
    place->folder = folder_make(place);
    place->problems = diagnostics_new(place);
    place->bytes = untouched;
    *state = place;
    return 0;
}

static int free_place(void **state)
{
    struct place *place = *state;
    folder_remove(place->folder);
    return talloc_free(place);
}

static void assert_refused(struct place *place, const char *path, const char *message,
                           const char *advice)
{
    size_t before = place->problems->count;
    bool whole = false;

    assert_false(file_read(place, path, 100, &place->bytes, place->problems));
    assert_int_equal(place->problems->count, before + 1);
    const struct diagnostic *problem = &place->problems->items[before];
    assert_int_equal(problem->severity, SEVERITY_ERROR);
    assert_string_equal(problem->file, path);
    assert_int_equal(problem->at.line, 0);
    assert_string_equal(problem->message, message);
    assert_string_equal(problem->advice, advice);
    assert_int_equal(place->bytes.length, untouched.length);

    assert_false(file_read_start(place, path, 100, &place->bytes, &whole, place->problems));
    assert_string_equal(place->problems->items[before + 1].message, message);
    assert_int_equal(place->bytes.length, untouched.length);
}

static void a_file_is_read_whole(void **state)
{
    struct place *place = *state;
    char *path = folder_add_bytes(place->folder, "a.yaml", "one\0two\n", 8);
    assert_true(file_read(place, path, 8, &place->bytes, place->problems));
    assert_int_equal(place->bytes.length, 8);
    assert_memory_equal(place->bytes.data, "one\0two\n", 9);
    assert_ptr_equal(talloc_parent(place->bytes.data), place);
    assert_int_equal(place->problems->count, 0);
}

static void an_empty_file_is_no_problem(void **state)
{
    struct place *place = *state;
    char *path = folder_add(place->folder, "empty.yaml", "");
    bool whole = false;
    assert_true(file_read(place, path, 100, &place->bytes, place->problems));
    assert_int_equal(place->bytes.length, 0);
    assert_string_equal(place->bytes.data, "");
    assert_true(file_read_start(place, path, 100, &place->bytes, &whole, place->problems));
    assert_true(whole);
}

static void a_large_file_is_refused(void **state)
{
    struct place *place = *state;
    static char large[3 * 1024 + 1];
    char *path = folder_add_bytes(place->folder, "large.yaml", large, sizeof large);
    assert_false(file_read(place, path, 3 * 1024, &place->bytes, place->problems));
    assert_int_equal(place->bytes.length, untouched.length);
    assert_string_equal(place->problems->items[0].message,
                        "this file is too large: 4 KiB, at most 3 KiB are allowed");
    assert_string_equal(place->problems->items[0].advice, "split it into several lessons");
    assert_true(file_read(place, path, sizeof large, &place->bytes, place->problems));
}

static void the_start_of_a_file_is_read(void **state)
{
    struct place *place = *state;
    char *path = folder_add(place->folder, "a.yaml", "abcdef");
    bool whole = true;

    assert_true(file_read_start(place, path, 5, &place->bytes, &whole, place->problems));
    assert_false(whole);
    assert_int_equal(place->bytes.length, 5);
    assert_string_equal(place->bytes.data, "abcde");
    assert_true(file_read_start(place, path, 6, &place->bytes, &whole, place->problems));
    assert_true(whole);
    assert_string_equal(place->bytes.data, "abcdef");
}

static void what_is_missing_is_named(void **state)
{
    struct place *place = *state;
    char *file = folder_add(place->folder, "a.yaml", "x");
    assert_refused(place, file_path(place, place->folder, "none.yaml"),
                   "this file cannot be read: No such file or directory",
                   "check the name and the folder");
    assert_refused(place, file_path(place, file, "none.yaml"),
                   "this file cannot be read: Not a directory", "check the name and the folder");
}

static void a_folder_is_no_file(void **state)
{
    struct place *place = *state;
    assert_refused(place, place->folder, "this is a folder, not a file",
                   "give the name of a YAML file");
}

static void pipes_and_devices_are_not_waited_for(void **state)
{
    struct place *place = *state;
    char *pipe = file_path(place, place->folder, "pipe.yaml");
    assert_int_equal(mkfifo(pipe, 0600), 0);
    /* Who waits for a writer waits for ever. */
    alarm(20);
    assert_refused(place, pipe, "this is not a regular file", "give the name of a YAML file");
    assert_refused(place, "/dev/zero", "this is not a regular file",
                   "give the name of a YAML file");
    alarm(0);
}

/* Root may read everything, so that another user must try. */
static void be_nobody_if_root(void)
{
    if (geteuid() == 0 && (setgid(NOBODY) != 0 || setuid(NOBODY) != 0))
        _exit(77);
}

/* In a process of its own; how it ends says what went wrong. */
static _Noreturn void read_as_nobody(struct place *place, const char *open, const char *closed)
{
    be_nobody_if_root();
    if (!file_read(place, open, 100, &place->bytes, place->problems))
        _exit(1);
    if (file_read(place, closed, 100, &place->bytes, place->problems))
        _exit(2);
    const struct diagnostic *problem = &place->problems->items[0];
    if (strcmp(problem->message, "this file cannot be read: Permission denied") != 0)
        _exit(3);
    if (strcmp(problem->advice, "ask the owner of the file for permission to read it") != 0)
        _exit(4);
    _exit(0);
}

static void a_file_of_somebody_else_is_refused(void **state)
{
    struct place *place = *state;
    char *open = folder_add(place->folder, "open.yaml", "x");
    char *closed = folder_add(place->folder, "closed.yaml", "x");
    int status;
    assert_int_equal(chmod(open, 0644), 0);
    assert_int_equal(chmod(closed, 0), 0);

    pid_t child = fork();
    assert_true(child >= 0);
    if (child == 0)
        read_as_nobody(place, open, closed);
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_true(WIFEXITED(status));
    if (WEXITSTATUS(status) == 77)
        skip();
    assert_int_equal(WEXITSTATUS(status), 0);
}

static void paths_have_one_slash(void **state)
{
    struct place *place = *state;
    assert_string_equal(file_path(place, "a", "b.yaml"), "a/b.yaml");
    assert_string_equal(file_path(place, "a/", "b/c.yaml"), "a/b/c.yaml");
    assert_string_equal(file_path(place, "/", "b.yaml"), "/b.yaml");
}

#define IN_PLACE(test) cmocka_unit_test_setup_teardown(test, make_place, free_place)

int main(void)
{
    static const struct CMUnitTest tests[] = {
        IN_PLACE(a_file_is_read_whole),
        IN_PLACE(an_empty_file_is_no_problem),
        IN_PLACE(a_large_file_is_refused),
        IN_PLACE(the_start_of_a_file_is_read),
        IN_PLACE(what_is_missing_is_named),
        IN_PLACE(a_folder_is_no_file),
        IN_PLACE(pipes_and_devices_are_not_waited_for),
        IN_PLACE(a_file_of_somebody_else_is_refused),
        IN_PLACE(paths_have_one_slash),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
