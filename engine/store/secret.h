/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Bytes that nobody else may see: in memory that is guarded on both sides, kept
 * out of swap and core dumps where the system allows that, and wiped when freed.
 */
#ifndef CONECTA_STORE_SECRET_H
#define CONECTA_STORE_SECRET_H

#include <stddef.h>

struct secret {
    unsigned char *bytes; /* writable; never NULL */
    size_t length;
};

/* Room for length bytes, owned by parent: talloc_free wipes it. Its content is not
 * settled. Does not return when there is no memory. */
struct secret *secret_new(const void *parent, size_t length);

/* The same with a copy of bytes. */
struct secret *secret_copy(const void *parent, const void *bytes, size_t length);

#endif
