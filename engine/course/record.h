/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The table of fields: what a file may say, of which type, and where it goes.
 *
 * A record describes one mapping of a file ("a lesson", "an option"). Reading,
 * checking and everything that later lists the fields work from these tables;
 * there is no second list of field names.
 */
#ifndef CONECTA_COURSE_RECORD_H
#define CONECTA_COURSE_RECORD_H

#include <stdbool.h>
#include <stddef.h>

#include "base/diagnostic.h"
#include "course/node.h"

enum field_type {
    FIELD_ID,      /* struct text: a-z, 0-9 and '-' */
    FIELD_LINE,    /* struct text: one paragraph with bold and emphasis */
    FIELD_PAGE,    /* struct text: Markdown of several paragraphs */
    FIELD_DRAWING, /* struct text: kept as it is, line by line */
    FIELD_WORD,    /* struct text: one of `words` */
    FIELD_PLAIN,   /* struct text: one line without markup */
    FIELD_COUNT,   /* struct count: a whole number from `least` to `most` */
    FIELD_YES_NO,  /* bool: "yes" or "no" */
    FIELD_MONTH,   /* struct month: YYYY-MM */
    FIELD_IDS,     /* struct text_list of ids */
    FIELD_LINES,   /* struct text_list of lines */
    FIELD_WORDS,   /* struct text_list, each one of `words` */
    FIELD_PATH,    /* struct text: a relative file name */
    FIELD_PATHS,   /* struct text_list of relative file names */
    FIELD_RECORDS, /* struct record_list, `least` to `most` of `record` */
    FIELD_STEPS,   /* read by the lesson itself: each step has a record of its own */
};

struct text {
    const char *bytes; /* NULL when the field is not there */
    struct position at;
};

struct count {
    long value; /* 0 when the field is not there */
    struct position at;
};

struct month {
    short year; /* 0 when the field is not there */
    short month;
    struct position at;
};

struct text_list {
    struct text *items;
    size_t count;
};

/* The items lie one after the other, each of record->size bytes. */
struct record_list {
    void *items;
    size_t count;
};

enum field_flag {
    FIELD_REQUIRED = 1 << 0,
    FIELD_TRANSLATED = 1 << 1, /* a reader sees it: it goes to the translators */
    FIELD_UNIQUE = 1 << 2,     /* no two records of a list have the same */
    FIELD_DISTINCT = 1 << 3,   /* a text: a learner must be able to tell it from the others
                                * of the list; only lint looks */
    FIELD_LATER = 1 << 4,      /* a text: shown after an answer, not with the question */
};

/* What one file becomes is taken from memory in pieces of this size: it is many
 * small values that live and go together. */
#define READING_BYTES ((size_t)64 << 10)

struct record;

struct field {
    const char *name;
    enum field_type type;
    unsigned flags;
    size_t offset;            /* of the value in the record's struct */
    const char *about;        /* one sentence for who writes lessons; N_() */
    const char *const *words; /* FIELD_WORD, FIELD_WORDS: ends with NULL */
    const struct record *record; /* FIELD_RECORDS; FIELD_PATH: of the file that is named */
    long least, most;            /* FIELD_COUNT, FIELD_RECORDS, lists */
};

/* The struct of a record begins with `struct position at`: where it stands. */
struct record {
    const char *name; /* as in "this option has no text"; NC_("record", …) */
    size_t size;      /* of the struct */
    const struct field *fields;
    size_t field_count;
};

/* A mapping may be described by several records at once, such as what every
 * step has and what this kind of step has. */
struct binding {
    const struct record *record;
    void *into; /* zeroed struct of record->size bytes, filled by record_read */
};

/* Where reading happens: who owns the values, which file, where problems go. */
struct reading {
    const void *parent;
    const char *file;
    struct diagnostics *problems;
};

/* The field of a record with this name, or NULL. */
const struct field *record_field(const struct record *record, const char *name);

/* Reads a mapping into the structs of all bindings.
 * Adds a problem for each field that is unknown, missing, of the wrong type or
 * out of bounds, and goes on with the others. False when there was one. */
bool record_read(const struct reading *reading, const struct node *mapping,
                 const struct binding *bindings, size_t binding_count);

/* Adds an error at a place of the file that is read. Returns false, so that a
 * check can end with it. Advice may be NULL. */
bool reading_refuse(const struct reading *reading, struct position at, const char *message,
                    const char *advice);

/* The text of a field in one entry of a list of records. */
const struct text *record_text(const struct record *record, const struct field *field,
                               const struct record_list *list, size_t index);

/* That of the first earlier entry that reads the same; NULL when there is none, or
 * nothing to compare. */
const struct text *record_same_text(const struct record *record, const struct field *field,
                                    const struct record_list *list, size_t index);

/* Reads a file whose root is one such mapping, into a new struct of the record.
 * `check` says what the fields alone cannot; NULL: nothing more. The struct
 * belongs to parent and owns all that it refers to. NULL, with problems added,
 * when anything is wrong. */
void *record_read_file(const void *parent, const char *path, const struct record *record,
                       bool (*check)(const struct reading *reading, const void *into),
                       struct diagnostics *problems);

/* The same from memory; `file` is only named in problems. The bytes may go
 * afterwards. */
void *record_parse(const void *parent, const char *file, struct bytes bytes,
                   const struct record *record,
                   bool (*check)(const struct reading *reading, const void *into),
                   struct diagnostics *problems);

/* Adds a warning in the same way. */
void reading_warn(const struct reading *reading, struct position at, const char *message,
                  const char *advice);

#endif
