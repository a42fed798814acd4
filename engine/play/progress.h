/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What a learner takes with her from visit to visit: her language and look, and for each
 * lesson, by its id, whether she finished it, whether a ballot was cast for it, and the
 * lesson put aside (play/kept.h) when she began it and did not finish it. Of a finished one
 * there is only what she takes with her, such as a plan.
 *
 * As bytes it is for the store, which seals it: they hold what she answered. They are the
 * same on every machine. States of steps are taken as they are when the lesson is opened, so
 * only bytes that nobody can have changed may be read.
 */
#ifndef CONECTA_PLAY_PROGRESS_H
#define CONECTA_PLAY_PROGRESS_H

#include <stdbool.h>
#include <stddef.h>

#include "play/kept.h"

struct progress_lesson {
    char *id;
    bool finished;
    bool cast;         /* a ballot */
    struct kept *kept;  /* NULL: not begun */
    struct kept *taken; /* when it was finished last, such as a plan; NULL: nothing */
};

struct progress {
    char *language;                  /* a code; NULL: not said */
    unsigned char look;              /* of the screen; means nothing here */
    struct progress_lesson *lessons; /* what was touched last stands last */
    size_t count;
};

/* Nothing yet. Belongs to parent. */
struct progress *progress_new(const void *parent);

/* What is known of a lesson; NULL: nothing. Valid until something is added. */
const struct progress_lesson *progress_find(const struct progress *progress, const char *id);

/* Copies the code; one that is no language code is not said. */
void progress_set_language(struct progress *progress, const char *language);

/* Puts the attempt at a lesson aside, in the place of an earlier one. */
void progress_keep(struct progress *progress, const struct attempt *attempt);

/* The lesson was played to its end: it is not begun any more. */
void progress_finish(struct progress *progress, const struct attempt *attempt);

/* A ballot was cast for the lesson. */
void progress_cast(struct progress *progress, const char *id);

/* Adds what was done in a visit that began without knowing the progress, and frees it. What
 * is begun in both goes on as in the visit; language and look are those of progress, if it
 * has a language. */
void progress_merge(struct progress *progress, struct progress *visit);

/* Writes it into room bytes, at least 32, and returns how many it took. When it is too much, the
 * lessons touched longest ago go without: first without answers, then without places, then they
 * are left out; the one touched last comes after all others. bytes: NULL only counts. */
size_t progress_write(const struct progress *progress, unsigned char *bytes, size_t room);

enum progress_read {
    PROGRESS_READ,
    PROGRESS_NEWER,  /* written by a newer version of the program */
    PROGRESS_BROKEN, /* these bytes are no progress */
};

/* Reads any bytes, which may be wiped afterwards. *ret_progress belongs to parent and is
 * untouched unless PROGRESS_READ is returned. */
enum progress_read progress_read(const void *parent, const unsigned char *bytes, size_t length,
                                 struct progress **ret_progress);

#endif
