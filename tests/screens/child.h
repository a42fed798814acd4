/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A program in a pseudoterminal, leader of a session of its own. `struct child` is plain data; -1
 * in both descriptors means that none was started.
 */
#ifndef SCREENS_CHILD_H
#define SCREENS_CHILD_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

struct child {
    pid_t pid;
    int master; /* never blocks */
    int slave;  /* kept open: keeps output of a dead program readable, and tells about its input */
    bool ended;
    int status; /* after the end: the exit status, or the number of the signal if killed */
    bool killed;
};

#define CHILD_NONE                           \
    {                                        \
        .pid = -1, .master = -1, .slave = -1 \
    }

/*
 * Starts ARGUMENTS[0], looked up in PATH, in a terminal of this size. Returns false and leaves
 * errno when that fails; a program that cannot be executed is one that says so on its terminal
 * and exits with status 127.
 */
bool child_start(struct child *child, char *const *arguments, char *const *environment, int rows,
                 int columns);

/* Waits until there is output, but not longer than so many milliseconds. */
void child_wait_output(const struct child *child, int milliseconds);
/* Returns the number of bytes read, 0 when there is nothing now. */
size_t child_read(const struct child *child, char *bytes, size_t size);
/* Returns how many bytes the terminal took, 0 when it is full. */
size_t child_write(const struct child *child, const char *bytes, size_t length);

/* Whether the program has taken all input that it can get; half a line in line mode does not count. */
bool child_has_read(const struct child *child);
/* Whether the program sleeps, is stopped or has ended, judged by its first thread. */
bool child_is_asleep(const struct child *child);

bool child_resize(const struct child *child, int rows, int columns);
bool child_signal(const struct child *child, int number);
/* The terminal goes away, as when its window is closed. */
void child_hang_up(struct child *child);

/* Notices the end of the program; it stays a zombie, so that its process group keeps its name. */
void child_check_end(struct child *child);
/* Kills the process group, reaps the program and closes the terminal. Also for CHILD_NONE. */
void child_finish(struct child *child);

#endif
