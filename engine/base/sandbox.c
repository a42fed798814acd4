/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/sandbox.h"

#include <errno.h>

#include "base/leak_checker.h"
#include "config.h"

#ifdef HAVE_SECCOMP
#include <sched.h>
#include <seccomp.h>

/* Sockets, other programs, and the doors behind which the kernel does things for a
 * program that a filter does not see. */
static const char *const refused[] = {
    "socket",        "socketpair",     "socketcall",        "connect",
    "bind",          "listen",         "accept",            "accept4",
    "execve",        "execveat",       "fork",              "vfork",
    "ptrace",        "process_vm_readv", "process_vm_writev", "bpf",
    "keyctl",        "add_key",        "request_key",       "userfaultfd",
    "perf_event_open", "kexec_load",   "mount",             "umount2",
};

/* "Not there" makes the C library take the older way, which the filter understands. */
static const char *const unknown[] = { "clone3", "io_uring_setup", "io_uring_enter" };

static bool refuse_all(scmp_filter_ctx filter, const char *const names[], size_t count, int error)
{
    for (size_t i = 0; i < count; i++) {
        int number = seccomp_syscall_resolve_name(names[i]);
        /* A call that this machine does not have needs no rule. */
        if (number == __NR_SCMP_ERROR)
            continue;
        if (seccomp_rule_add(filter, SCMP_ACT_ERRNO((unsigned)error), number, 0) < 0)
            return false;
    }
    return true;
}

/* A thread is allowed, another process is not. */
static bool refuse_processes(scmp_filter_ctx filter)
{
    return seccomp_rule_add(filter, SCMP_ACT_ERRNO(EPERM), SCMP_SYS(clone), 1,
                            SCMP_A0(SCMP_CMP_MASKED_EQ, CLONE_THREAD, 0)) >= 0;
}

static bool close_network(void)
{
    scmp_filter_ctx filter = seccomp_init(SCMP_ACT_ALLOW);
    if (!filter)
        return false;
    bool closed = refuse_all(filter, refused, sizeof refused / sizeof refused[0], EPERM) &&
                  refuse_all(filter, unknown, sizeof unknown / sizeof unknown[0], ENOSYS) &&
                  refuse_processes(filter) && seccomp_load(filter) >= 0;
    seccomp_release(filter);
    return closed;
}

#else

static bool close_network(void)
{
    return false;
}

#endif

#ifdef HAVE_LANDLOCK
#include <fcntl.h>
#include <linux/landlock.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

/* What the first version of Landlock can refuse and the program never does outside of
 * its folders. */
#define WRITING                                                                           \
    (LANDLOCK_ACCESS_FS_WRITE_FILE | LANDLOCK_ACCESS_FS_REMOVE_DIR |                      \
     LANDLOCK_ACCESS_FS_REMOVE_FILE | LANDLOCK_ACCESS_FS_MAKE_CHAR |                      \
     LANDLOCK_ACCESS_FS_MAKE_DIR | LANDLOCK_ACCESS_FS_MAKE_REG | LANDLOCK_ACCESS_FS_MAKE_SOCK | \
     LANDLOCK_ACCESS_FS_MAKE_FIFO | LANDLOCK_ACCESS_FS_MAKE_BLOCK | LANDLOCK_ACCESS_FS_MAKE_SYM)

static bool allow_folder(int rules, const char *folder)
{
    struct landlock_path_beneath_attr beneath = { .allowed_access = WRITING };
    beneath.parent_fd = open(folder, O_PATH | O_DIRECTORY | O_CLOEXEC);
    if (beneath.parent_fd < 0)
        return errno == ENOENT;
    long added =
        syscall(SYS_landlock_add_rule, rules, LANDLOCK_RULE_PATH_BENEATH, &beneath, 0);
    close(beneath.parent_fd);
    return added == 0;
}

static bool limit_writing(const char *const writable[])
{
    const struct landlock_ruleset_attr handled = { .handled_access_fs = WRITING };
    int rules = (int)syscall(SYS_landlock_create_ruleset, &handled, sizeof handled, 0);
    bool limited = rules >= 0;

    for (size_t i = 0; limited && writable[i]; i++)
        limited = allow_folder(rules, writable[i]);
    limited = limited && prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 &&
              syscall(SYS_landlock_restrict_self, rules, 0) == 0;
    if (rules >= 0)
        close(rules);
    return limited;
}

#else

static bool limit_writing(const char *const writable[])
{
    (void)writable;
    return false;
}

#endif

struct sandbox sandbox_enter(const char *const writable[])
{
    struct sandbox sandbox = { .no_writing = limit_writing(writable) };
#ifndef CHECKS_LEAKS
    sandbox.no_network = close_network();
#else
    (void)close_network;
#endif
    return sandbox;
}
