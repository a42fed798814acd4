/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif
#include "home.h"

#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>

bool home_make(struct text *ret_path)
{
    const char *base = getenv("TMPDIR");

    text_cut(ret_path, 0);
    text_format(ret_path, "%s/conecta-screen-XXXXXX", base != NULL && *base ? base : "/tmp");
    return mkdtemp(ret_path->bytes) != NULL;
}

static int remove_one(const char *path, const struct stat *about, int kind, struct FTW *place)
{
    (void)about;
    (void)kind;
    (void)place;
    return remove(path);
}

void home_remove(const char *path)
{
    nftw(path, remove_one, 16, FTW_DEPTH | FTW_PHYS);
}
