/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Each test shuts in a process of its own: it cannot be undone. */
#include "base/sandbox.h"

#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdio.h>
#include <sys/socket.h>
#include <sys/wait.h>

#include "folder.h"

/* What a process that was shut in found: each is 0 when it was so. */
enum finding {
    FOUND_NO_SANDBOX = 77,
};

static int run(int (*inside)(const char *folder), const char *folder)
{
    int status;
    pid_t child = fork();
    assert_true(child >= 0);
    if (child == 0)
        _exit(inside(folder));
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_true(WIFEXITED(status));
    return WEXITSTATUS(status);
}

static bool enter_network(void)
{
    return sandbox_enter((const char *const[]){"/", NULL}).no_network;
}

static int opens_no_socket(const char *folder)
{
    static const int families[] = {AF_UNIX, AF_INET, AF_INET6, AF_NETLINK};
    (void)folder;
    if (!enter_network())
        return FOUND_NO_SANDBOX;
    for (size_t i = 0; i < sizeof families / sizeof families[0]; i++)
        if (socket(families[i], SOCK_DGRAM, 0) >= 0 || errno != EPERM)
            return 1;
    int pair[2];
    return socketpair(AF_UNIX, SOCK_STREAM, 0, pair) == 0;
}

static int starts_no_program(const char *folder)
{
    (void)folder;
    if (!enter_network())
        return FOUND_NO_SANDBOX;
    if (fork() != -1 || errno != EPERM)
        return 1;
    if (system("true") == 0)
        return 2;
    execl("/bin/true", "true", (char *)NULL);
    return errno != EPERM;
}

static void *do_nothing(void *data)
{
    return data;
}

/* A key is made in a thread. */
static int starts_threads(const char *folder)
{
    pthread_t thread;
    (void)folder;
    if (!enter_network())
        return FOUND_NO_SANDBOX;
    return pthread_create(&thread, NULL, do_nothing, NULL) != 0 ||
           pthread_join(thread, NULL) != 0;
}

static int writes_inside_only(const char *folder)
{
    char path[1000];
    snprintf(path, sizeof path, "%s/data", folder);
    if (!sandbox_enter((const char *const[]){path, "/nowhere", NULL}).no_writing)
        return FOUND_NO_SANDBOX;
    snprintf(path, sizeof path, "%s/data/new", folder);
    if (open(path, O_WRONLY | O_CREAT, 0600) < 0)
        return 1;
    if (unlink(path) != 0)
        return 2;
    snprintf(path, sizeof path, "%s/other", folder);
    if (open(path, O_WRONLY) >= 0 || errno != EACCES)
        return 3;
    if (open(path, O_RDONLY) < 0)
        return 4;
    if (unlink(path) == 0 || errno != EACCES)
        return 5;
    snprintf(path, sizeof path, "%s/new", folder);
    if (open(path, O_WRONLY | O_CREAT, 0600) >= 0 || errno != EACCES)
        return 6;
    return mkdir(path, 0700) == 0;
}

static int keeps_what_is_open(const char *folder)
{
    char path[1000];
    snprintf(path, sizeof path, "%s/other", folder);
    int file = open(path, O_WRONLY);
    sandbox_enter((const char *const[]){NULL});
    return write(file, "x", 1) != 1;
}

static void check(int (*inside)(const char *folder))
{
    /* valgrind makes system calls of its own, and not all of them as the kernel does. */
    if (getenv("CONECTA_VALGRIND"))
        skip();
    char *folder = folder_make(NULL);
    folder_add_folder(folder, "data");
    folder_add(folder, "other", "text");
    int found = run(inside, folder);
    folder_remove(folder);
    talloc_free(folder);
    if (found == FOUND_NO_SANDBOX)
        skip();
    assert_int_equal(found, 0);
}

static void no_socket_can_be_opened(void **state)
{
    (void)state;
    check(opens_no_socket);
}

static void no_program_can_be_started(void **state)
{
    (void)state;
    check(starts_no_program);
}

static void threads_can_be_started(void **state)
{
    (void)state;
    check(starts_threads);
}

static void nothing_outside_can_be_written(void **state)
{
    (void)state;
    check(writes_inside_only);
}

static void what_is_open_stays_usable(void **state)
{
    (void)state;
    check(keeps_what_is_open);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(no_socket_can_be_opened),
        cmocka_unit_test(no_program_can_be_started),
        cmocka_unit_test(threads_can_be_started),
        cmocka_unit_test(nothing_outside_can_be_written),
        cmocka_unit_test(what_is_open_stays_usable),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
