/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <talloc.h>

#include "base/language.h"
#include "base/memory.h"

static const struct position whole_file = { 0, 0 };

static void add_problem(struct diagnostics *problems, const char *path, int error)
{
    diagnostics_add(problems, SEVERITY_ERROR, path, whole_file,
                    /* TRANSLATORS: %s is the system's reason, such as "Permission denied". */
                    _("this file cannot be read: %s"), strerror(error));
    if (error == ENOENT || error == ENOTDIR)
        diagnostics_advise(problems, "%s",
                           /* TRANSLATORS: advice after "this file cannot be read". */
                           _("check the name and the folder"));
    if (error == EACCES)
        diagnostics_advise(problems, "%s",
                           /* TRANSLATORS: advice after "this file cannot be read". */
                           _("ask the owner of the file for permission to read it"));
}

/* Opens without blocking (a pipe would) and takes only what is a regular file. */
static int open_regular(const char *path, size_t *ret_size, struct diagnostics *problems)
{
    struct stat status;
    int file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);

    if (file < 0 || fstat(file, &status) < 0) {
        add_problem(problems, path, errno);
        if (file >= 0)
            close(file);
        return -1;
    }
    if (!S_ISREG(status.st_mode)) {
        close(file);
        diagnostics_add(problems, SEVERITY_ERROR, path, whole_file, "%s",
                        S_ISDIR(status.st_mode)
                            /* TRANSLATORS: a folder lies where a file was expected. */
                            ? _("this is a folder, not a file")
                            /* TRANSLATORS: a pipe or device lies where a file was expected. */
                            : _("this is not a regular file"));
        diagnostics_advise(problems, "%s",
                           /* TRANSLATORS: advice after "this is a folder, not a file". */
                           _("give the name of a YAML file"));
        return -1;
    }
    *ret_size = (size_t)status.st_size;
    return file;
}

/* Reads up to limit bytes into buffer; the count, or -1 with errno. */
static ssize_t read_up_to(int file, char *buffer, size_t limit)
{
    size_t count = 0;
    while (count < limit) {
        ssize_t got = read(file, buffer + count, limit - count);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return -1;
        if (got == 0)
            break;
        count += (size_t)got;
    }
    return (ssize_t)count;
}

static bool read_open(const void *parent, int file, size_t limit, const char *path,
                      struct bytes *ret_bytes, struct diagnostics *problems)
{
    char *data = memory_need(talloc_array(parent, char, (unsigned)limit + 1));
    ssize_t count = read_up_to(file, data, limit);
    if (count < 0) {
        add_problem(problems, path, errno);
        talloc_free(data);
        return false;
    }
    data[count] = '\0';
    *ret_bytes = (struct bytes){ .data = data, .length = (size_t)count };
    return true;
}

bool file_read(const void *parent, const char *path, size_t limit, struct bytes *ret_bytes,
               struct diagnostics *problems)
{
    size_t size;
    int file = open_regular(path, &size, problems);
    if (file < 0)
        return false;
    if (size > limit) {
        close(file);
        diagnostics_add(problems, SEVERITY_ERROR, path, whole_file,
                        /* TRANSLATORS: both numbers are sizes in KiB (1024 bytes). */
                        _("this file is too large: %zu KiB, at most %zu KiB are allowed"),
                        (size + 1023) / 1024, limit / 1024);
        diagnostics_advise(problems, "%s",
                           /* TRANSLATORS: advice after "this file is too large". */
                           _("split it into several lessons"));
        return false;
    }
    bool read = read_open(parent, file, size, path, ret_bytes, problems);
    close(file);
    return read;
}

bool file_read_start(const void *parent, const char *path, size_t limit, struct bytes *ret_bytes,
                     bool *ret_whole, struct diagnostics *problems)
{
    size_t size;
    int file = open_regular(path, &size, problems);
    if (file < 0)
        return false;
    size_t wanted = size < limit ? size : limit;
    bool read = read_open(parent, file, wanted, path, ret_bytes, problems);
    close(file);
    if (read)
        *ret_whole = size <= limit;
    return read;
}

char *file_path(const void *parent, const char *folder, const char *name)
{
    size_t length = strlen(folder);
    const char *separator = length > 0 && folder[length - 1] == '/' ? "" : "/";
    return memory_need(talloc_asprintf(parent, "%s%s%s", folder, separator, name));
}
