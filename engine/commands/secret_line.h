/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * One line of input that nobody else may see. It is read byte by byte from the file itself:
 * stdio would keep a copy that nobody wipes.
 */
#ifndef CONECTA_COMMANDS_SECRET_LINE_H
#define CONECTA_COMMANDS_SECRET_LINE_H

#include <stdbool.h>
#include <stddef.h>

#include "store/secret.h"

/* The most bytes of a line that are kept; words fill a fraction of it. */
#define SECRET_LINE_BYTES 1024

/* Switches off what a terminal shows of what is typed. A signal that ends the program puts
 * that back first. What is no terminal is left alone. */
void secret_line_hide(int file);

/* Puts back what secret_line_hide switched off. */
void secret_line_show(void);

/* Reads up to the end of a line, which is not kept, into a string ended by NUL; it is owned by
 * parent and wiped when it is freed. What is too long is cut. NULL: the input has ended. */
struct secret *secret_line_read(const void *parent, int file);

#endif
