/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A store whose first page is damaged: without it SQLite does not find the tables. But
 * that page is the same in every store, so the one of a new store leads to the rest.
 */
#ifndef CONECTA_STORE_GRAFT_H
#define CONECTA_STORE_GRAFT_H

#include "store/database.h"

/* Opens what follows the first page of a damaged file, which is open as `damaged`, by means of
 * the first page of the sound store at sound. What is written to do that, at scratch, is
 * removed again. The database is owned by parent; NULL when this does not help. */
struct database *graft_open(const void *parent, int damaged, const char *sound, const char *scratch,
                            const struct patience *patience);

#endif
