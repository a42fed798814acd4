/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/secret.h"

#include <string.h>

#include <sodium.h>
#include <talloc.h>

#include "base/memory.h"

static int wipe(struct secret *secret)
{
    sodium_free(secret->bytes);
    return 0;
}

struct secret *secret_new(const void *parent, size_t length)
{
    /* Below zero is a failure to start the library: the system gives no random bytes. */
    if (sodium_init() < 0)
        memory_need_block(NULL);
    struct secret *secret = memory_need(talloc(parent, struct secret));
    secret->bytes = memory_need((unsigned char *)sodium_malloc(length ? length : 1));
    secret->length = length;
    talloc_set_destructor(secret, wipe);
    return secret;
}

struct secret *secret_copy(const void *parent, const void *bytes, size_t length)
{
    struct secret *secret = secret_new(parent, length);
    if (length)
        memcpy(secret->bytes, bytes, length);
    return secret;
}
