/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A directory of services: who helps where, with what. */
#ifndef CONECTA_COURSE_DIRECTORY_H
#define CONECTA_COURSE_DIRECTORY_H

#include <stdbool.h>

#include "base/diagnostic.h"
#include "course/record.h"

/* A kind of help, such as tests. */
struct help_kind {
    struct position at;
    struct text id;
    struct text text;
};

struct service {
    struct position at;
    struct text id;
    struct text name;
    struct text city;
    struct text_list help; /* ids of kinds */
    struct text about;
    struct text_list contact;
    struct month as_of; /* when somebody last knew that this is so */
};

struct directory {
    struct position at;
    struct text id;
    struct record_list kinds;    /* of struct help_kind */
    struct record_list services; /* of struct service */
};

/* Reads a directory; it belongs to parent. NULL, with problems added, when
 * anything in it is wrong. */
struct directory *directory_read(const void *parent, const char *path,
                                 struct diagnostics *problems);

/* The same from memory; `file` is only named in problems. */
struct directory *directory_parse(const void *parent, const char *file, struct bytes bytes,
                                  struct diagnostics *problems);

/* The file of a directory that a lesson names: it is seen from the lesson's folder.
 * Belongs to parent. */
char *directory_path(const void *parent, const char *lesson_file, const char *name);

const struct help_kind *directory_kind(const struct directory *directory, size_t index);
const struct service *directory_service(const struct directory *directory, size_t index);

/* Whether a service gives this kind of help. */
bool service_helps(const struct service *service, const struct help_kind *kind);

extern const struct record directory_record;

#endif
