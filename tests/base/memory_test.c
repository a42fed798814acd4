/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/memory.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include <talloc.h>

#include <cmocka.h>

static void what_is_there_is_given_back(void **state)
{
    char block = 'x';
    char *same = memory_need(&block);
    (void)state;
    assert_ptr_equal(same, &block);
}

static void say_prepared(void)
{
    if (write(STDERR_FILENO, "prepared\n", 9) != 9)
        _exit(9);
}

/* What a process writes to standard error that finds no memory; its status. */
static int exhaust(void (*prepare)(void), char *ret_said, size_t room)
{
    int ends[2], status;
    assert_int_equal(pipe(ends), 0);
    pid_t child = fork();
    assert_true(child >= 0);
    if (child == 0) {
        dup2(ends[1], STDERR_FILENO);
        memory_on_exhaustion(prepare);
        memory_need((char *)NULL);
        _exit(9);
    }
    close(ends[1]);
    size_t length = 0;
    ssize_t got;
    while ((got = read(ends[0], ret_said + length, room - 1 - length)) > 0)
        length += (size_t)got;
    ret_said[length] = '\0';
    close(ends[0]);
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_true(WIFEXITED(status));
    return WEXITSTATUS(status);
}

static void without_memory_the_program_says_so_and_stops(void **state)
{
    char said[200];
    (void)state;
    assert_int_equal(exhaust(NULL, said, sizeof said), 2);
    assert_string_equal(said, "conecta: out of memory: close other programs and try again\n");
}

static void the_terminal_is_given_back_first(void **state)
{
    char said[200];
    (void)state;
    assert_int_equal(exhaust(say_prepared, said, sizeof said), 2);
    assert_string_equal(said, "prepared\n"
                              "conecta: out of memory: close other programs and try again\n");
}

static char last_seen[8];

/* Called when the block is freed: after it was wiped, if it is. */
static int look(char *block)
{
    memcpy(last_seen, block, sizeof last_seen);
    return 0;
}

static void what_is_secret_is_overwritten_before_it_is_freed(void **state)
{
    static const char nothing[sizeof last_seen];
    (void)state;
    for (int secret = 0; secret < 2; secret++) {
        void *tree = talloc_new(NULL);
        char *block = talloc_memdup(talloc_strdup(tree, "between"), "letters", sizeof last_seen);
        talloc_set_destructor(block, look);
        memory_release(tree, secret);
        assert_memory_equal(last_seen, secret ? nothing : "letters", sizeof last_seen);
    }
    memory_release(NULL, true);
    memory_release(NULL, false);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_there_is_given_back),
        cmocka_unit_test(without_memory_the_program_says_so_and_stops),
        cmocka_unit_test(the_terminal_is_given_back_first),
        cmocka_unit_test(what_is_secret_is_overwritten_before_it_is_freed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
