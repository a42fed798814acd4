/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A learner's record while she is here: what was saved of her progress, and whether
 * anything has changed since. What was saved lies in memory that is guarded and wiped.
 */
#ifndef CONECTA_PLAY_RECORD_H
#define CONECTA_PLAY_RECORD_H

#include <stdbool.h>

#include "play/keeper.h"
#include "play/progress.h"

struct record {
    struct keeper *keeper;
    bool open;            /* there is a key, and a record under it */
    bool failing;         /* what she did last is not saved */
    unsigned char *saved; /* last */
    size_t length;
    unsigned char *next;  /* room for what is to be saved */
};

/* Closed. Belongs to parent; the keeper must live as long. */
struct record *record_new(const void *parent, struct keeper *keeper);

enum record_opened {
    RECORD_OPENED,
    RECORD_NOT_FOUND,
    RECORD_FAILED, /* a problem was added; perhaps it is damaged, or of a newer version */
};

/* Opens the record of the keeper's key. *ret_progress belongs to parent and is only set with
 * RECORD_OPENED; with anything else the key is gone. */
enum record_opened record_open(struct record *record, const void *parent,
                               struct progress **ret_progress, struct diagnostics *problems);

/* Begins a record under the keeper's key. False, with a problem added and the key gone, when
 * nothing could be saved. */
bool record_make(struct record *record, const struct progress *progress,
                 struct diagnostics *problems);

/* Saves what is not saved yet, when the record is open. Adds a problem when that fails for the
 * first time in a row. */
void record_save(struct record *record, const struct progress *progress,
                 struct diagnostics *problems);

/* Removes the record, and closes. False, with a problem added and nothing changed, when it
 * cannot be removed. */
bool record_forget(struct record *record, struct diagnostics *problems);

/* Nothing of it is left in memory. */
void record_close(struct record *record);

#endif
