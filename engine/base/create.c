/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/create.h"

#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <talloc.h>

#include "base/durable.h"
#include "base/file.h"
#include "base/language.h"
#include "base/memory.h"
#include "base/random.h"

static bool refuse(const char *path, int error, struct diagnostics *problems)
{
    static const struct position whole_file = { 0, 0 };
    const char *advice = NULL;

    diagnostics_add(problems, SEVERITY_ERROR, path, whole_file,
                    /* TRANSLATORS: %s is the system's reason, such as "No space left on device". */
                    _("this cannot be made: %s"), strerror(error));
    if (error == EEXIST || error == ENOTEMPTY)
        /* TRANSLATORS: advice when a file or folder is there already. */
        advice = _("nothing was changed; choose another name, or move the old one away first");
    if (error == ENOENT || error == ENOTDIR)
        /* TRANSLATORS: advice when the folder of a new file is not there. */
        advice = _("make the folder first, or check its name");
    if (error == EACCES || error == EROFS || error == EPERM)
        /* TRANSLATORS: advice when nothing may be written in a folder. */
        advice = _("choose a folder in which you may write");
    if (error == ENOSPC || error == EDQUOT)
        /* TRANSLATORS: advice when the disk is full. */
        advice = _("nothing was left behind; make room on the disk first");
    if (advice)
        diagnostics_advise(problems, "%s", advice);
    return false;
}

/* A name beside path that nobody uses. */
static char *name_beside(const void *parent, const char *path)
{
    char *folder = durable_folder(parent, path);
    char name[sizeof ".conecta-" + 16];
    snprintf(name, sizeof name, ".conecta-%016" PRIx64, random_seed());
    char *beside = file_path(parent, folder, name);
    talloc_free(folder);
    return beside;
}

static bool write_new(const char *path, const struct new_file *content)
{
    int file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW,
                    content->secret ? 0600 : 0666);
    if (file < 0)
        return false;
    bool written = durable_write(file, content->text, strlen(content->text));
    int error = errno;
    if (!written)
        unlink(path);
    errno = error;
    return written;
}

/* Where the system cannot rename without replacing, a link does the same for a
 * file, and a folder replaces at most an empty one. */
static bool give_name(const char *from, const char *to, bool folder)
{
#ifdef RENAME_NOREPLACE
    if (renameat2(AT_FDCWD, from, AT_FDCWD, to, RENAME_NOREPLACE) == 0)
        return true;
    if (errno != EINVAL && errno != ENOSYS)
        return false;
#endif
    if (folder)
        return rename(from, to) == 0;
    return link(from, to) == 0 && unlink(from) == 0;
}

static bool is_there(const char *path)
{
    struct stat status;
    return lstat(path, &status) == 0;
}

/* Ctrl-C, a closed window and the like wait: what is half made is cleared away first. */
static sigset_t hold_signals(void)
{
    sigset_t held, before;
    sigfillset(&held);
    sigprocmask(SIG_BLOCK, &held, &before);
    return before;
}

static void release_signals(const sigset_t *before)
{
    sigprocmask(SIG_SETMASK, before, NULL);
}

static bool finish(const char *beside, const char *path, bool folder)
{
    if (!give_name(beside, path, folder))
        return false;
    char *parent = durable_folder(NULL, path);
    durable_sync_folder(parent);
    talloc_free(parent);
    return true;
}

bool create_file(struct new_file file, struct diagnostics *problems)
{
    if (is_there(file.name))
        return refuse(file.name, EEXIST, problems);
    char *beside = name_beside(NULL, file.name);
    sigset_t before = hold_signals();
    bool written = write_new(beside, &file);
    bool done = written && finish(beside, file.name, false);
    int error = errno;

    if (written && !done)
        unlink(beside);
    release_signals(&before);
    talloc_free(beside);
    return done || refuse(file.name, error, problems);
}

static bool write_inside(const char *folder, const struct new_file *file)
{
    char *path = file_path(NULL, folder, file->name);
    char *inner = durable_folder(path, path);
    bool made = mkdir(inner, 0777) == 0 || errno == EEXIST;
    bool written = made && write_new(path, file);
    int error = errno;

    if (written)
        durable_sync_folder(inner);
    talloc_free(path);
    errno = error;
    return written;
}

/* Removes only what create_folder can have made. */
static void remove_inside(const char *folder, const struct new_file *files, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        char *path = file_path(NULL, folder, files[i].name);
        unlink(path);
        rmdir(durable_folder(path, path));
        talloc_free(path);
    }
    rmdir(folder);
}

static bool write_folder(const char *beside, const struct new_file *files, size_t count)
{
    if (mkdir(beside, 0777) != 0)
        return false;
    for (size_t i = 0; i < count; i++)
        if (!write_inside(beside, &files[i]))
            return false;
    durable_sync_folder(beside);
    return true;
}

bool create_folder(const char *path, const struct new_file *files, size_t count,
                   struct diagnostics *problems)
{
    if (is_there(path))
        return refuse(path, EEXIST, problems);
    char *beside = name_beside(NULL, path);
    sigset_t before = hold_signals();
    bool done = write_folder(beside, files, count) && finish(beside, path, true);
    int error = errno;

    if (!done)
        remove_inside(beside, files, count);
    release_signals(&before);
    talloc_free(beside);
    return done || refuse(path, error, problems);
}
