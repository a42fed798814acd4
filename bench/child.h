/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Programs that are measured: in a terminal of 80x24, or without one. A program that does not
 * answer is given up after CHILD_PATIENCE, so that nothing here waits for ever.
 */
#ifndef BENCH_CHILD_H
#define BENCH_CHILD_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

#define CHILD_PATIENCE 20000 /* milliseconds */
#define RUN_PATIENCE 180000  /* of one without a terminal */

struct child {
    pid_t pid;
    int terminal;     /* our end of it */
    double *executed; /* when the program took the place of the fork; shared with the fork */
};

/* What a program wrote until it was quiet. */
struct burst {
    double end;   /* when its last byte came, on the clock of clock_now() */
    size_t bytes; /* how many there were */
};

/*
 * Starts ARGUMENTS[0], a path, in a terminal. The list ends with NULL. Returns false when that is
 * not possible.
 */
bool child_start(struct child *child, const char *const arguments[]);

/*
 * Reads until TEXT has come and then nothing more for a while. The silence is not part of what is
 * measured. Returns false when the program ended, or did not write TEXT in time.
 */
bool child_read(const struct child *child, const char *text, struct burst *ret_burst);

/*
 * Types KEYS, which must have an answer, and reads it. Returns the time from the key to its last
 * byte, negative when there was none.
 */
double child_type(const struct child *child, const char *keys, struct burst *ret_burst);

/* Types KEYS that may have no answer, and lets the program come to rest. */
bool child_press(const struct child *child, const char *keys);

/* The time from exec to the moment END on the clock of clock_now(). */
double child_since_start(const struct child *child, double end);

/* Kills and reaps the program. */
void child_end(struct child *child);

/*
 * Runs a program without a terminal: INPUT is a file, its output goes nowhere. Returns the time
 * from exec to its end. CONTENT says whether it is to end with status 0 or with another one; a
 * program that ends otherwise, or not within RUN_PATIENCE, was not measured: negative.
 */
double child_run(const char *const arguments[], const char *input, bool content);

/* The same without input: the most memory that it had at one time, in MiB; or negative. */
double child_memory(const char *const arguments[]);

#endif
