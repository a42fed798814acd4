/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a session keeps what a learner did, without knowing any file or key. */
#ifndef CONECTA_PLAY_KEEPER_H
#define CONECTA_PLAY_KEEPER_H

#include <stdbool.h>
#include <stddef.h>

#include "base/diagnostic.h"

struct keeper;

enum keeper_found {
    KEEPER_FOUND,
    KEEPER_NOT_FOUND,
    KEEPER_FAILED, /* a problem was added */
};

/* Functions that return bool add a problem and return false when they fail. */
struct keeper_kind {
    /* Begins to make the key of a record from a phrase, which is copied. make: there may be
     * nothing yet to keep a record in. */
    bool (*unlock)(struct keeper *keeper, const char *phrase, bool make,
                   struct diagnostics *problems);

    /* A file that can be read from when the key is there; -1: nothing was begun. */
    int (*awaited)(const struct keeper *keeper);

    /* Waits for the key. Without one nothing can be opened, saved or forgotten. */
    bool (*ready)(struct keeper *keeper, struct diagnostics *problems);

    /* The bytes saved last; valid until the keeper is asked for anything else. Takes as long
     * when there are none. */
    enum keeper_found (*open)(struct keeper *keeper, const unsigned char **ret_bytes,
                              size_t *ret_length, struct diagnostics *problems);

    /* On the disk when this returns true. */
    bool (*save)(struct keeper *keeper, const unsigned char *bytes, size_t length,
                 struct diagnostics *problems);

    /* Removes the record and every trace of it. */
    bool (*forget)(struct keeper *keeper, struct diagnostics *problems);

    /* Wipes the key, also one that is being made. */
    void (*lock)(struct keeper *keeper);
};

struct keeper {
    const struct keeper_kind *kind;
    size_t room; /* the most bytes of a record */
};

#endif
