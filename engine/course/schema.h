/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * JSON Schema (draft-07) of a kind of file, for editors and validators.
 *
 * It says what the tables of fields say. What only the whole file shows (an id
 * used twice, a question without a right option) is left to reading.
 */
#ifndef CONECTA_COURSE_SCHEMA_H
#define CONECTA_COURSE_SCHEMA_H

#include "course/format.h"

/* The schema as text that ends with a newline, with descriptions and messages in
 * the language of the interface. The string belongs to parent. */
char *schema_write(const void *parent, const struct format *format);

#endif
