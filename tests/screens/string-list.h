/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A list of strings that it owns; `struct strings s = {0}` is an empty one. Used for the words of
 * a command, for the scrollback, and for variables, which are strings of the form NAME=VALUE.
 */
#ifndef SCREENS_STRING_LIST_H
#define SCREENS_STRING_LIST_H

#include <stddef.h>

struct strings {
    char **items; /* followed by a NULL, or NULL as long as nothing was added */
    size_t count;
};

/* Adds a copy of STRING. */
void strings_add(struct strings *strings, const char *string);
/* Leaves an empty list. */
void strings_free(struct strings *strings);

/* Whether STRING begins with a name and `=`. */
int variable_is(const char *string);
/* Returns the value of the variable whose name is the LENGTH bytes at NAME, or NULL. */
const char *variable_find(const struct strings *variables, const char *name, size_t length);
/* Adds ASSIGNMENT, for which variable_is() holds, in place of one with the same name. */
void variable_set(struct strings *variables, const char *assignment);
void variable_unset(struct strings *variables, const char *name);

#endif
