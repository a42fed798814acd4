/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The schema of one value that holds no records. */
#ifndef CONECTA_COURSE_SCHEMA_VALUE_H
#define CONECTA_COURSE_SCHEMA_VALUE_H

#include <jansson.h>

#include "course/record.h"

/* What a value of this field may be, a list of values for a field that is one.
 * Not for FIELD_RECORDS and FIELD_STEPS. The caller owns the reference. */
json_t *schema_value(const struct field *field);

/* A list of `items`, whose reference it takes, as long as field says. */
json_t *schema_list(const struct field *field, json_t *items);

/* Sets a key of a schema; takes the reference of value. */
void schema_set(json_t *schema, const char *key, json_t *value);

/* Sets a key to a text whose printf format gets the arguments. */
void schema_say(json_t *schema, const char *key, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

#endif
