/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/durable.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include <talloc.h>

#include "base/memory.h"

static bool write_all(int file, const char *bytes, size_t length)
{
    while (length > 0) {
        ssize_t written = write(file, bytes, length);
        if (written < 0 && errno == EINTR)
            continue;
        if (written < 0)
            return false;
        bytes += written;
        length -= (size_t)written;
    }
    return true;
}

bool durable_write(int file, const char *bytes, size_t length)
{
    bool written = write_all(file, bytes, length) && fsync(file) == 0;
    int error = errno;

    if (close(file) != 0 && written)
        return false;
    errno = error;
    return written;
}

char *durable_folder(const void *parent, const char *path)
{
    size_t length = strlen(path);

    while (length > 1 && path[length - 1] == '/')
        length--;
    while (length > 0 && path[length - 1] != '/')
        length--;
    return memory_need(length ? talloc_strndup(parent, path, length)
                              : talloc_strdup(parent, "."));
}

void durable_sync_folder(const char *folder)
{
    int file = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (file < 0)
        return;
    fsync(file);
    close(file);
}
