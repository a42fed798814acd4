/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A problem is a value: what is wrong, where, and what to do about it.
 *
 * Rooms below commands/ never print. They add problems to a list that the
 * caller gave them and go on, so that one run reports everything.
 */
#ifndef CONECTA_BASE_DIAGNOSTIC_H
#define CONECTA_BASE_DIAGNOSTIC_H

#include <stdarg.h>
#include <stddef.h>

/* A place in a text file. Both count from 1, the column in characters.
 * 0 means that the problem belongs to the whole file. */
struct position {
    size_t line;
    size_t column;
};

enum severity {
    SEVERITY_ERROR,
    SEVERITY_WARNING,
};

struct diagnostic {
    enum severity severity;
    const char *file;    /* as the user named it; NULL when no file is meant */
    struct position at;
    const char *message; /* what is wrong, without a full stop */
    const char *advice;  /* what to do; NULL when the message says it all */
    const char *excerpt; /* the line of the file; NULL when there is none */
};

/* Grows; owns every string it holds. Reading a hostile file cannot fill the
 * memory: past DIAGNOSTICS_MAX further problems are only counted. */
struct diagnostics {
    struct diagnostic *items;
    size_t count;    /* items kept */
    size_t errors;   /* errors seen, kept or not */
    size_t warnings; /* warnings seen, kept or not */
};

#define DIAGNOSTICS_MAX 1000

struct diagnostics *diagnostics_new(const void *parent);

/* Adds one problem; message is a printf format. Copies everything. */
void diagnostics_add(struct diagnostics *list, enum severity severity, const char *file,
                     struct position at, const char *message, ...)
    __attribute__((format(printf, 5, 6)));

/* Gives the problem added last its advice, unless it was only counted. */
void diagnostics_advise(struct diagnostics *list, const char *advice, ...)
    __attribute__((format(printf, 2, 3)));

/* Copies to every problem from index first on the line of text that it points
 * at. The bytes are those of the file the problems speak of. */
void diagnostics_quote(struct diagnostics *list, size_t first, const char *bytes, size_t length);

/* The problem as lines of text for a person, each ended by a newline:
 *     file:line:column: error: message
 *         the line
 *           ^
 *         what to do
 * The string belongs to parent. */
char *diagnostic_format(const void *parent, const struct diagnostic *problem);

#endif
