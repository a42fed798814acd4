/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keeps what learners did in a store (store/store.h). */
#ifndef CONECTA_COMMANDS_KEEP_STORE_H
#define CONECTA_COMMANDS_KEEP_STORE_H

#include <stdbool.h>

#include "base/diagnostic.h"
#include "play/keeper.h"

/* A keeper for the store in a folder, where there need be none yet; nothing is looked at on the
 * disk. Belongs to parent. NULL, with a problem added, when the system has no random bytes.
 * leaves: whether the learner wants to leave while another program is waited for. */
struct keeper *keep_store_new(const void *parent, const char *folder,
                              bool (*leaves)(void *data), void *data,
                              struct diagnostics *problems);

/* Removes what nobody has opened for a year. Adds problems when what is there cannot be used,
 * and warnings. Nothing else depends on it. */
void keep_store_tidy(struct keeper *keeper, struct diagnostics *problems);

#endif
