/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/replace.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <talloc.h>

#include "base/language.h"
#include "base/memory.h"

bool replace_refuse(const char *path, int error, struct diagnostics *problems)
{
    static const struct position whole_file = { 0, 0 };

    diagnostics_add(problems, SEVERITY_ERROR, path, whole_file,
                    /* TRANSLATORS: %s is the system's reason, such as "No space left". */
                    _("this file cannot be written: %s"), strerror(error));
    diagnostics_advise(problems, "%s",
                       /* TRANSLATORS: advice after "this file cannot be written". */
                       _("check the folder, whether you may write there, and whether there is "
                         "room"));
    return false;
}

static bool create(const char *path)
{
    unlink(path);
    int file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0666);
    return file >= 0 && close(file) == 0;
}

static bool sync_path(const char *path, int flags)
{
    int file = open(path, flags | O_CLOEXEC);
    if (file < 0)
        return false;
    bool synced = fsync(file) == 0;
    int error = errno;
    close(file);
    errno = error;
    return synced;
}

/* Some file systems cannot sync a folder; the file is there all the same. */
static void sync_folder_of(const char *path)
{
    const char *slash = strrchr(path, '/');
    char *folder = slash ? talloc_strndup(NULL, path, (size_t)(slash - path) + 1)
                         : talloc_strdup(NULL, ".");
    sync_path(memory_need(folder), O_RDONLY | O_DIRECTORY);
    talloc_free(folder);
}

static bool take_place(const char *temporary, const char *path, struct diagnostics *problems)
{
    if (!sync_path(temporary, O_WRONLY) || rename(temporary, path) < 0)
        return replace_refuse(path, errno, problems);
    sync_folder_of(path);
    return true;
}

bool replace_file(const char *path, replace_fill *fill, void *data, struct diagnostics *problems)
{
    char *temporary = memory_need(talloc_asprintf(NULL, "%s.%ld.new", path, (long)getpid()));
    bool done = create(temporary);

    if (!done)
        replace_refuse(path, errno, problems);
    else
        done = fill(data, temporary, problems) && take_place(temporary, path, problems);
    if (!done)
        unlink(temporary);
    talloc_free(temporary);
    return done;
}

static bool write_all(int file, struct bytes bytes)
{
    size_t written = 0;
    while (written < bytes.length) {
        ssize_t count = write(file, bytes.data + written, bytes.length - written);
        if (count < 0 && errno != EINTR)
            return false;
        written += count > 0 ? (size_t)count : 0;
    }
    return true;
}

static bool fill_bytes(void *data, const char *path, struct diagnostics *problems)
{
    const struct bytes *bytes = data;
    int file = open(path, O_WRONLY | O_CLOEXEC);

    if (file < 0)
        return replace_refuse(path, errno, problems);
    bool written = write_all(file, *bytes);
    int error = errno;
    if (close(file) < 0 && written) {
        written = false;
        error = errno;
    }
    return written || replace_refuse(path, error, problems);
}

bool replace_with(const char *path, struct bytes bytes, struct diagnostics *problems)
{
    return replace_file(path, fill_bytes, &bytes, problems);
}

bool replace_make_folders(const char *path, struct diagnostics *problems)
{
    char *folder = memory_need(talloc_strdup(NULL, path));
    bool made = true;

    for (char *slash = strchr(folder + 1, '/'); slash && made; slash = strchr(slash + 1, '/')) {
        *slash = '\0';
        if (mkdir(folder, 0777) < 0 && errno != EEXIST)
            made = replace_refuse(folder, errno, problems);
        *slash = '/';
    }
    talloc_free(folder);
    return made;
}
