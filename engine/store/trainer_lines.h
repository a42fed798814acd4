/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The lines of a key's file, whatever the machine it came from ends lines with. */
#ifndef CONECTA_STORE_TRAINER_LINES_H
#define CONECTA_STORE_TRAINER_LINES_H

#include <stdbool.h>
#include <stddef.h>

#include "store/trainer_key.h"

#define TRAINER_LINES 8

struct trainer_lines {
    char *line[TRAINER_LINES]; /* without spaces at its end */
    size_t count;
};

#define TRAINER_PUBLIC "conecta-public-key"
#define TRAINER_SECRET "conecta-secret-key"
#define TRAINER_VERSION 1

/* Takes a text apart whose first line should be `kind` and a version; the lines belong to
 * parent. */
enum trainer_state trainer_lines_read(const void *parent, const char *bytes, size_t length,
                                      const char *kind, struct trainer_lines *ret_lines);

/* What follows the name in a line; NULL when the line is another one. */
const char *trainer_line_value(const struct trainer_lines *lines, size_t index, const char *name);

/* Hexadecimal digits of just so many bytes. */
bool trainer_line_bytes(const char *value, unsigned char *ret_bytes, size_t length);

#endif
