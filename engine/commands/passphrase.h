/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asking for the passphrase of a trainer's key. */
#ifndef CONECTA_COMMANDS_PASSPHRASE_H
#define CONECTA_COMMANDS_PASSPHRASE_H

#include "store/secret.h"
#include "store/trainer_key.h"

/* Asks for a new passphrase: on a terminal twice, without showing it. A string ended by NUL,
 * owned by parent. NULL, after saying why, when it is too short or the two differ. */
struct secret *passphrase_new(const void *parent);

/* Opens a trainer's secret key with a passphrase that is asked for, on a terminal up to three
 * times. The key belongs to parent. NULL, after saying why on standard error; *ret_wrong tells
 * whether that was the passphrase. */
struct trainer_secret *passphrase_open(const void *parent, const char *path, bool *ret_wrong);

#endif
