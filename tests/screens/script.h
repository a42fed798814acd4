/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Runs a script: a command a line, of which the README has the list. This header is also what the
 * commands know of the script they belong to.
 */
#ifndef SCREENS_SCRIPT_H
#define SCREENS_SCRIPT_H

#include <stdbool.h>

#include "session.h"
#include "string-list.h"
#include "text.h"

struct script_options {
    const char *program;
    bool update;              /* write golden files instead of comparing */
    struct strings variables; /* from the command line */
};

struct script {
    const struct script_options *options;
    const char *path;
    int line;
    int rows, columns;          /* of the terminal, now or when the program starts */
    struct strings variables;   /* what $NAME stands for: the options' and HOME */
    struct strings environment; /* of the program */
    struct text home;
    struct session session;
    bool end_checked;    /* the script has said that the program ends, by `exit` or `killed` */
    struct text reason;  /* why the script failed, in one line */
    struct text details; /* whole lines to show below it */
};

/* A command gets the rest of its line; it returns false after script_fail(). */
struct script_command {
    const char *name;
    bool (*run)(struct script *script, const char *rest);
    bool needs_program; /* a program must have been started */
};

/* Each of the files of commands has one such table, with an entry without a name at its end. */
extern const struct script_command commands_start[];  /* size env unset term run */
extern const struct script_command commands_send[];   /* key type resize signal */
extern const struct script_command commands_look[];   /* wait gone blank lacks */
extern const struct script_command commands_golden[]; /* screen attrs */
extern const struct script_command commands_end[];    /* exit killed */
extern const struct script_command commands_files[];  /* write copy move */

/* Runs the script at PATH and prints how it went; returns whether it passed. */
bool script_run(const char *path, const struct script_options *options);

/* Appends to the reason and returns false. */
bool script_fail(struct script *script, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
/* Fails because a wait ended in OUTCOME: REASON, what became of the program, and the screen. */
bool script_fail_wait(struct script *script, enum session_outcome outcome, const char *reason);
/* Adds only the second of these, and only the third. */
void script_explain_wait(struct script *script, enum session_outcome outcome);
void script_show_screen(struct script *script);

/* The rest of a line as one word, with variables replaced, appended to RET_WORD. False after
 * script_fail() when it is not exactly one word. */
bool script_read_word(struct script *script, const char *rest, struct text *ret_word);
/* Reads `COLSxROWS` into the script. */
bool script_read_size(struct script *script, const char *rest);
/* Returns the number of a signal named without SIG, or 0; and the name of a number, or "?". */
int signal_number(const char *name);
const char *signal_name(int number);

#endif
