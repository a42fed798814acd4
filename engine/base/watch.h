/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Files, watched for being saved.
 *
 * Editors save in two ways: they write into the file, or they write a new one
 * and give it the old name. So it is the folder that is watched, and a save is
 * only told when the file is closed again or has got its name. Where the system
 * cannot tell (no inotify, or a folder went away), the files' times are looked
 * at every WATCH_LOOK_MS instead.
 */
#ifndef CONECTA_BASE_WATCH_H
#define CONECTA_BASE_WATCH_H

#include <stdbool.h>

struct watch;

#define WATCH_LOOK_MS 100

/* Watches nothing yet. Freed with talloc. */
struct watch *watch_new(const void *parent);

/* Begins to watch a file, which need not be there yet. A few of them: each event is
 * compared with all. */
void watch_add(struct watch *watch, const char *path);

/* Can be read as soon as something happened in a folder of theirs; -1: look again after
 * watch_patience. It may change with every watch_saved. */
int watch_descriptor(const struct watch *watch);

/* Milliseconds after which watch_saved is to be asked in any case; -1: never. */
int watch_patience(const struct watch *watch);

/* Whether one of them was saved since this was asked last. Never waits. A file that
 * was removed counts when there is one of its name again. */
bool watch_saved(struct watch *watch);

/* Looks at the files' times from now on, as if the system could not tell. */
void watch_look(struct watch *watch);

#endif
