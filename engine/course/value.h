/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One value of a file, read as the type that its field has. */
#ifndef CONECTA_COURSE_VALUE_H
#define CONECTA_COURSE_VALUE_H

#include "course/record.h"

/* Reads node as field says into the value at `into`. False, with problems
 * added, when it does not fit. Not for FIELD_RECORDS and FIELD_STEPS. */
bool value_read(const struct reading *reading, const struct field *field, const struct node *node,
                void *into);

/* Checks how many entries a list has; the same problem for every kind of list. */
bool value_check_length(const struct reading *reading, const struct field *field,
                        const struct node *list);

/* Adds the problem that node is not a `wanted`, such as "a list". */
void value_wrong_kind(const struct reading *reading, const struct field *field,
                      const struct node *node, const char *wanted);

/* Whether a text can be an id, as far as its characters and length go. */
bool value_is_id(const char *text);

#endif
