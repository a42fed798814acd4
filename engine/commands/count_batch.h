/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From an opened batch to the figures. */
#ifndef CONECTA_COMMANDS_COUNT_BATCH_H
#define CONECTA_COMMANDS_COUNT_BATCH_H

#include "base/diagnostic.h"
#include "report/counts.h"
#include "store/batch.h"

/* Counts the ballots of a batch, which are wiped again. COUNTS_FAILED, with *ret_state as it was: see
 * the problem. With another state: something in it is no ballot, so the batch is not what this
 * version of the program writes; no problem is added. */
enum counts_fold count_batch(struct counts *counts, const struct batch *batch,
                             enum batch_state *ret_state, struct diagnostics *problems);

/* Counts what this laptop sealed for its own key and may be counted; nothing when it seals for a
 * trainer. False, with a problem added, when something is in the way. */
bool count_own(struct counts *counts, const char *home, struct diagnostics *problems);

#endif
