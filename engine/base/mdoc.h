/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Pieces of a manual page, in the mdoc language.
 *
 * A page under construction is a talloc string; each function appends to it and
 * may move it.
 */
#ifndef CONECTA_BASE_MDOC_H
#define CONECTA_BASE_MDOC_H

/* Appends what is already mdoc. */
void mdoc_add(char **page, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* Appends a word or sentence that the formatter leaves as it is: a hyphen can be
 * copied, and nothing at the beginning of a line is taken for a command. */
void mdoc_add_text(char **page, const char *text);

/* Appends the heading of a section, in capitals. */
void mdoc_add_heading(char **page, const char *text);

#endif
