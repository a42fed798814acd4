/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What the program can be told on its command line.
 *
 * Each command is one file that ends in a `const struct command`, and has one
 * row in the table in command.c. Help comes from these; nothing is said twice.
 */
#ifndef CONECTA_COMMANDS_COMMAND_H
#define CONECTA_COMMANDS_COMMAND_H

#include <stdbool.h>
#include <stddef.h>

/* Exit statuses, the same for every command. */
enum status {
    STATUS_DONE = 0,
    STATUS_NO = 1,    /* the answer is no, such as: problems were found */
    STATUS_ERROR = 2, /* wrong use, or something could not be read or written */
};

struct option_entry {
    const char *name;  /* without the dashes */
    const char *value; /* what follows it, in the help: NC_(); NULL: nothing */
    const char *about; /* one sentence; N_() */
};

struct command {
    const char *name;
    const char *operands; /* in the help, such as "PATH…": NC_(); NULL: none */
    size_t least, most;   /* operands */
    const char *about;    /* one sentence; N_() */
    const struct option_entry *options;
    size_t option_count;  /* at most COMMAND_OPTIONS */
    size_t required;      /* so many of them, from the first on, must be given */
    enum status (*run)(const struct command *command, const char *const *values,
                       char *const *operands, size_t operand_count);
};

#define COMMAND_OPTIONS 16

/* The value of an option as it was given, "" for one that takes none; NULL when
 * it was not given. values is the array that run gets. */
const char *command_value(const struct command *command, const char *const *values,
                          const char *option);

/* Prints "conecta: message: advice" on standard error. Returns STATUS_ERROR. */
enum status command_fail(const char *message, const char *advice);

/* Says that there is no language with this code, and which there are. Returns
 * STATUS_ERROR. */
enum status command_refuse_language(const char *code);

/* Finds the command in the arguments of main, runs it, returns its status. */
int command_main(int count, char **arguments);

#endif
