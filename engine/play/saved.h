/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A learner's record while she is here: what was saved of her progress, and whether
 * anything has changed since. What was saved lies in memory that is guarded and wiped.
 */
#ifndef CONECTA_PLAY_SAVED_H
#define CONECTA_PLAY_SAVED_H

#include <stdbool.h>

#include "play/keeper.h"
#include "play/progress.h"

struct saved {
    struct keeper *keeper;
    bool open;            /* there is a key, and a record under it */
    bool failing;         /* what she did last is not saved */
    unsigned char *last; /* bytes that were saved */
    size_t length;
    unsigned char *next;  /* room for what is to be saved */
};

/* Closed. Belongs to parent; the keeper must live as long. */
struct saved *saved_new(const void *parent, struct keeper *keeper);

enum saved_opened {
    SAVED_OPENED,
    SAVED_NOT_FOUND,
    SAVED_FAILED, /* a problem was added; perhaps it is damaged, or of a newer version */
};

/* Opens the record of the keeper's key. *ret_progress belongs to parent and is only set with
 * SAVED_OPENED; with anything else the key is gone. */
enum saved_opened saved_open(struct saved *saved, const void *parent,
                               struct progress **ret_progress, struct diagnostics *problems);

/* Begins a record under the keeper's key. False, with a problem added and the key gone, when
 * nothing could be saved. */
bool saved_make(struct saved *saved, const struct progress *progress,
                 struct diagnostics *problems);

/* Saves what is not saved yet, when the record is open. Adds a problem when that fails for the
 * first time in a row. */
void saved_save(struct saved *saved, const struct progress *progress,
                 struct diagnostics *problems);

/* Removes the record, and closes. False, with a problem added and nothing changed, when it
 * cannot be removed. */
bool saved_forget(struct saved *saved, struct diagnostics *problems);

/* Nothing of it is left in memory. */
void saved_close(struct saved *saved);

#endif
