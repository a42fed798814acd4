/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/folder.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <talloc.h>

#include "base/file.h"
#include "base/memory.h"
#include "store/failure.h"

#define PAUSE 10 /* milliseconds */

/* Some file systems cannot sync a folder; its files are there all the same. */
static bool sync_folder(const char *path)
{
    int folder = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (folder < 0)
        return false;
    bool synced = fsync(folder) == 0 || errno == EINVAL;
    int error = errno;
    close(folder);
    errno = error;
    return synced;
}

/* What lies above a path: "." for a plain name, "/" for one in the root. */
static char *above(const void *parent, const char *path)
{
    const char *slash = strrchr(path, '/');
    if (!slash)
        return memory_need(talloc_strdup(parent, "."));
    return memory_need(talloc_strndup(parent, path, slash == path ? 1 : (size_t)(slash - path)));
}

/* mkdir knows by itself what is there already. */
static bool make_one(const char *path)
{
    if (mkdir(path, 0700) != 0)
        return errno == EEXIST || errno == EISDIR;
    char *parent = above(NULL, path);
    bool synced = sync_folder(parent);
    talloc_free(parent);
    return synced;
}

static bool make_folders(const char *folder)
{
    char *path = memory_need(talloc_strdup(NULL, folder));
    bool made = true;
    struct stat status;

    /* Those above may be closed to mkdir, and be there. */
    if (stat(folder, &status) != 0) {
        for (char *slash = strchr(path + 1, '/'); slash && made; slash = strchr(slash + 1, '/')) {
            *slash = '\0';
            made = stat(path, &status) == 0 || make_one(path);
            *slash = '/';
        }
        made = made && make_one(path);
    }
    int error = errno;
    talloc_free(path);
    errno = error;
    return made;
}

/* SQLite would make it readable for everybody; its journal gets the rights of the file. */
static bool make_file(const char *folder, const char *path)
{
    int file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (file < 0)
        return errno == EEXIST;
    return close(file) == 0 && sync_folder(folder);
}

bool folder_make(const char *folder, const char *path, struct diagnostics *problems)
{
    if (!make_folders(folder))
        return failure_add_system(folder, errno, problems);
    if (!make_file(folder, path))
        return failure_add_system(path, errno, problems);
    return true;
}

int folder_lock(const char *folder, int kind, const struct patience *patience,
                struct diagnostics *problems)
{
    int file = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    int locked = -1;

    for (int waited = 0; file >= 0; waited += PAUSE) {
        locked = flock(file, kind | LOCK_NB);
        if (locked == 0 || errno != EWOULDBLOCK || waited >= patience->milliseconds ||
            (patience->give_up && patience->give_up(patience->data)))
            break;
        usleep(PAUSE * 1000);
    }
    /* Some file systems cannot lock a folder; programs on them are seldom two. */
    if (locked == 0 || (file >= 0 && (errno == ENOLCK || errno == EOPNOTSUPP || errno == ENOSYS)))
        return file;
    int error = errno;
    if (file >= 0)
        close(file);
    if (error == EWOULDBLOCK)
        failure_add(folder, SQLITE_BUSY, 0, problems);
    else
        failure_add_system(folder, error, problems);
    return -1;
}

static bool is_there(const char *path)
{
    struct stat status;
    return lstat(path, &status) == 0;
}

char *folder_free_name(const void *parent, const char *path)
{
    for (unsigned number = 1;; number++) {
        char *name = memory_need(talloc_asprintf(parent, "%s.damaged-%u", path, number));
        if (!is_there(name))
            return name;
        talloc_free(name);
    }
}

static bool move_journal(const char *path, const char *aside)
{
    char *from = memory_need(talloc_asprintf(NULL, "%s-journal", path));
    char *to = memory_need(talloc_asprintf(from, "%s-journal", aside));
    bool moved = rename(from, to) == 0 || errno == ENOENT;
    int error = errno;

    talloc_free(from);
    errno = error;
    return moved;
}

/* With a second name first there is no moment without a store. Where there are no second
 * names (a USB stick) there is one, in which the power may fail. */
static bool swap(const char *path, const char *aside, const char *next)
{
    if (!next)
        return rename(path, aside) == 0;
    if (link(path, aside) != 0 && rename(path, aside) != 0)
        return false;
    return rename(next, path) == 0;
}

bool folder_swap(const char *folder, const char *path, const char *aside, const char *next,
                 struct diagnostics *problems)
{
    /* The journal first: it must never be taken for one of the next file. */
    if (!move_journal(path, aside) || !swap(path, aside, next))
        return failure_add_system(path, errno, problems);
    /* After a power cut there may be the damaged one again, which is set aside again. */
    sync_folder(folder);
    return true;
}

/* Calls with the path of each file that a store writes, until one answers false. */
static bool each_file(const char *folder, bool (*call)(const char *path, const void *data),
                      const void *data)
{
    DIR *entries = opendir(folder);
    bool fine = entries != NULL;

    for (struct dirent *entry; fine && (entry = readdir(entries)) != NULL;) {
        if (strncmp(entry->d_name, STORE_NAME, strlen(STORE_NAME)) != 0)
            continue;
        char *path = file_path(NULL, folder, entry->d_name);
        fine = call(path, data);
        int error = errno;
        talloc_free(path);
        errno = error;
    }
    int error = errno;
    if (entries)
        closedir(entries);
    errno = error;
    return fine;
}

static bool remove_file(const char *path, const void *data)
{
    (void)data;
    return unlink(path) == 0 || errno == ENOENT;
}

bool folder_remove_all(const char *folder, struct diagnostics *problems)
{
    if (!each_file(folder, remove_file, NULL) || !sync_folder(folder))
        return failure_add_system(folder, errno, problems);
    /* Something else of hers may be in it, or it is where the program itself lies. */
    if (rmdir(folder) == 0) {
        char *parent = above(NULL, folder);
        sync_folder(parent);
        talloc_free(parent);
    }
    return true;
}

static bool stamp_file(const char *path, const void *data)
{
    quarter_stamp(path, *(const quarter *)data);
    return true;
}

void folder_stamp(const char *folder, quarter when)
{
    each_file(folder, stamp_file, &when);
    quarter_stamp(folder, when);
}
