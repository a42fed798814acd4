/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "child.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "clock.h"

/* Longer than any program here pauses in the middle of a page, shorter than patience. */
#define QUIET 40

/* The longest that a program may be in a terminal. */
#define VISIT_SECONDS 300

#define NOT_STARTED 127

static double *share_moment(void)
{
    void *page =
        mmap(NULL, sizeof(double), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    return page == MAP_FAILED ? NULL : page;
}

/*
 * The clock starts here rather than at the fork: how long that takes depends on us. A program that
 * hangs is ended by the alarm, which it inherits.
 */
static _Noreturn void become(const char *const arguments[], unsigned seconds, double *executed)
{
    alarm(seconds);
    *executed = clock_now();
    execv(arguments[0], (char *const *)arguments);
    _exit(NOT_STARTED);
}

bool child_start(struct child *child, const char *const arguments[])
{
    struct winsize size = {.ws_row = 24, .ws_col = 80};

    child->executed = share_moment();
    if (!child->executed)
        return false;
    child->pid = forkpty(&child->terminal, NULL, NULL, &size);
    if (child->pid == 0)
        become(arguments, VISIT_SECONDS, child->executed);
    if (child->pid > 0)
        return fcntl(child->terminal, F_SETFD, FD_CLOEXEC) == 0;
    munmap(child->executed, sizeof(double));
    return false;
}

/* 0 at the end of the program or of the patience with it. */
static size_t read_some(const struct child *child, char *buffer, size_t size, double wait)
{
    struct pollfd output = {.fd = child->terminal, .events = POLLIN};

    if (wait <= 0 || poll(&output, 1, (int)wait + 1) <= 0)
        return 0;
    ssize_t count = read(child->terminal, buffer, size);
    return count > 0 ? (size_t)count : 0;
}

static bool collect(const struct child *child, const char *text, double patience,
                    struct burst *ret_burst)
{
    static char seen[1 << 16];
    struct burst burst = {.end = clock_now()};
    double give_up = burst.end + patience;
    bool found = false;

    for (;;) {
        double wait = found ? QUIET : give_up - clock_now();
        size_t count = read_some(child, seen + burst.bytes, sizeof seen - burst.bytes, wait);
        if (count == 0)
            break;
        burst.end = clock_now();
        burst.bytes += count;
        found = found || !text || memmem(seen, burst.bytes, text, strlen(text));
    }
    *ret_burst = burst;
    return found;
}

bool child_read(const struct child *child, const char *text, struct burst *ret_burst)
{
    return collect(child, text, CHILD_PATIENCE, ret_burst);
}

static bool write_keys(const struct child *child, const char *keys)
{
    size_t length = strlen(keys);
    return write(child->terminal, keys, length) == (ssize_t)length;
}

double child_type(const struct child *child, const char *keys, struct burst *ret_burst)
{
    double start = clock_now();

    if (!write_keys(child, keys) || !collect(child, NULL, CHILD_PATIENCE, ret_burst))
        return -1;
    return ret_burst->end - start;
}

bool child_press(const struct child *child, const char *keys)
{
    struct burst burst;

    if (!write_keys(child, keys))
        return false;
    collect(child, NULL, QUIET, &burst);
    return kill(child->pid, 0) == 0;
}

double child_since_start(const struct child *child, double end)
{
    return end - *child->executed;
}

static int reap_with(pid_t pid, struct rusage *usage)
{
    int status;
    while (wait4(pid, &status, 0, usage) < 0)
        if (errno != EINTR)
            return -1;
    return status;
}

static void reap(pid_t pid)
{
    struct rusage usage;
    reap_with(pid, &usage);
}

void child_end(struct child *child)
{
    kill(child->pid, SIGKILL);
    reap(child->pid);
    close(child->terminal);
    munmap(child->executed, sizeof(double));
}

static _Noreturn void become_silent(const char *const arguments[], const char *input,
                                    double *executed)
{
    int in = open(input, O_RDONLY);
    int out = open("/dev/null", O_WRONLY);

    if (dup2(in, STDIN_FILENO) < 0 || dup2(out, STDOUT_FILENO) < 0 || dup2(out, STDERR_FILENO) < 0)
        _exit(NOT_STARTED);
    become(arguments, RUN_PATIENCE / 1000, executed);
}

/* Negative when it ended otherwise. */
static double run(const char *const arguments[], const char *input, bool content,
                  struct rusage *usage)
{
    double *executed = share_moment();
    double time = -1;
    pid_t pid = executed ? fork() : -1;

    if (pid == 0)
        become_silent(arguments, input, executed);
    if (pid > 0) {
        int status = reap_with(pid, usage);
        double end = clock_now();
        if (WIFEXITED(status) && WEXITSTATUS(status) != NOT_STARTED &&
            (WEXITSTATUS(status) == 0) == content)
            time = end - *executed;
    }
    if (executed)
        munmap(executed, sizeof(double));
    return time;
}

double child_run(const char *const arguments[], const char *input, bool content)
{
    struct rusage usage;
    return run(arguments, input, content, &usage);
}

double child_memory(const char *const arguments[])
{
    struct rusage usage;
    return run(arguments, "/dev/null", true, &usage) < 0 ? -1 : (double)usage.ru_maxrss / 1024;
}
