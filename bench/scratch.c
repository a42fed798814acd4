/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scratch.h"

#include <errno.h>
#include <ftw.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

static volatile sig_atomic_t worker;

static void pass_on(int signal)
{
    if (worker > 0)
        kill((pid_t)worker, signal);
}

static const int signals[] = {SIGINT, SIGTERM, SIGHUP};

static void handle_signals(void (*handler)(int))
{
    struct sigaction action = {.sa_handler = handler};

    sigemptyset(&action.sa_mask);
    for (size_t i = 0; i < sizeof signals / sizeof *signals; i++)
        sigaction(signals[i], &action, NULL);
}

static int remove_entry(const char *path, const struct stat *status, int kind, struct FTW *place)
{
    (void)status, (void)kind, (void)place;
    return remove(path);
}

static int wait_for(pid_t pid)
{
    int status;
    while (waitpid(pid, &status, 0) < 0)
        if (errno != EINTR)
            return 1;
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

/* Signals wait until there is somebody to pass them on to. */
static int work_apart(int (*work)(const char *folder, const void *data), const char *folder,
                      const void *data)
{
    sigset_t ours, before;

    sigemptyset(&ours);
    for (size_t i = 0; i < sizeof signals / sizeof *signals; i++)
        sigaddset(&ours, signals[i]);
    sigprocmask(SIG_BLOCK, &ours, &before);
    handle_signals(pass_on);
    pid_t pid = fork();
    if (pid == 0) {
        handle_signals(SIG_DFL);
        sigprocmask(SIG_SETMASK, &before, NULL);
        exit(work(folder, data));
    }
    worker = pid;
    sigprocmask(SIG_SETMASK, &before, NULL);
    return pid > 0 ? wait_for(pid) : 1;
}

int scratch_use(int (*work)(const char *folder, const void *data), const void *data)
{
    const char *parent = getenv("TMPDIR");
    char folder[512];

    snprintf(folder, sizeof folder, "%s/conecta-bench-XXXXXX", parent && *parent ? parent : "/tmp");
    if (!mkdtemp(folder)) {
        fprintf(stderr, "bench: no folder for the courses in %s: %s\n", folder, strerror(errno));
        return 1;
    }
    int status = work_apart(work, folder, data);
    nftw(folder, remove_entry, 16, FTW_DEPTH | FTW_PHYS);
    return status;
}
