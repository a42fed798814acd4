/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/memory.h"

#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <talloc.h>

static void (*prepare_exit)(void);

void memory_on_exhaustion(void (*prepare)(void))
{
    prepare_exit = prepare;
}

/* Says it without libintl: translating allocates. */
static _Noreturn void stop(void)
{
    static const char message[] = "conecta: out of memory: close other programs and try again\n";

    if (prepare_exit)
        prepare_exit();
    if (write(STDERR_FILENO, message, sizeof message - 1) < 0)
        _exit(2);
    _exit(2);
}

void *memory_need_block(const void *block)
{
    if (!block)
        stop();
    return (void *)block;
}

static void wipe_block(const void *block, int depth, int most, int is_reference, void *data)
{
    (void)depth, (void)most, (void)data;
    if (!is_reference)
        explicit_bzero((void *)block, talloc_get_size(block));
}

void memory_wipe(void *tree)
{
    if (!tree)
        return;
    talloc_report_depth_cb(tree, 0, -1, wipe_block, NULL);
    talloc_free(tree);
}

void memory_release(void *tree, bool secret)
{
    if (secret)
        memory_wipe(tree);
    else
        talloc_free(tree);
}
