/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/watch.h"

#include <limits.h>
#include <stdalign.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#ifdef __linux__
#include <sys/inotify.h>
#endif

#include <talloc.h>

#include "base/memory.h"

/* What differs after a save. */
struct look {
    dev_t device;
    ino_t file;
    off_t size;
    struct timespec changed;
};

struct watched {
    char *path;
    const char *names[2]; /* of the file, and of what it links to; NULL: the same */
    struct look look;
};

struct watch {
    int descriptor; /* of inotify; -1: none, the files are looked at */
    struct watched *files;
    size_t count;
};

static struct look look_at(const char *path)
{
    struct stat status;
    if (stat(path, &status) != 0)
        return (struct look){ .size = -1 };
    return (struct look){ status.st_dev, status.st_ino, status.st_size, status.st_ctim };
}

static bool same_look(const struct look *one, const struct look *other)
{
    return one->device == other->device && one->file == other->file &&
           one->size == other->size && one->changed.tv_sec == other->changed.tv_sec &&
           one->changed.tv_nsec == other->changed.tv_nsec;
}

static int close_watch(struct watch *watch)
{
    if (watch->descriptor >= 0)
        close(watch->descriptor);
    watch->descriptor = -1;
    return 0;
}

void watch_look(struct watch *watch)
{
    close_watch(watch);
}

#ifdef __linux__

#define SAVES (IN_CLOSE_WRITE | IN_MOVED_TO)
#define ENDS (IN_DELETE_SELF | IN_MOVE_SELF | IN_UNMOUNT | IN_IGNORED)

static const char *last_part(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash ? slash + 1 : path;
}

static bool watch_folder(const struct watch *watch, const char *path)
{
    const char *name = last_part(path);
    char *folder = memory_need(talloc_strndup(watch, path, (size_t)(name - path)));
    int number = inotify_add_watch(watch->descriptor, *folder ? folder : ".",
                                   SAVES | IN_DELETE_SELF | IN_MOVE_SELF);
    talloc_free(folder);
    return number >= 0;
}

/* A link is saved where it lies or, by most editors, where it leads. */
static void begin(struct watch *watch)
{
    watch->descriptor = inotify_init1(IN_NONBLOCK | IN_CLOEXEC);
}

static void begin_file(struct watch *watch, struct watched *file)
{
    char real[PATH_MAX];
    struct stat status;
    bool links = lstat(file->path, &status) == 0 && S_ISLNK(status.st_mode) &&
                 realpath(file->path, real);

    file->names[0] = last_part(file->path);
    if (watch->descriptor >= 0 && links)
        file->names[1] = memory_need(talloc_strdup(watch, last_part(real)));
    if (watch->descriptor >= 0 &&
        (!watch_folder(watch, file->path) || (links && !watch_folder(watch, real))))
        close_watch(watch);
}

static bool is_called(const struct watched *file, const char *name)
{
    return strcmp(name, file->names[0]) == 0 ||
           (file->names[1] && strcmp(name, file->names[1]) == 0);
}

static bool is_save(const struct watch *watch, const struct inotify_event *event)
{
    /* More happened than the system could note: perhaps a save. */
    if (event->mask & IN_Q_OVERFLOW)
        return true;
    if (event->len == 0 || !(event->mask & SAVES))
        return false;
    for (size_t i = 0; i < watch->count; i++)
        if (is_called(&watch->files[i], event->name))
            return true;
    return false;
}

/* Takes everything that happened in the folder. */
static bool take_events(struct watch *watch)
{
    alignas(struct inotify_event) char bytes[4096];
    bool saved = false, ended = false;
    ssize_t length;

    while ((length = read(watch->descriptor, bytes, sizeof bytes)) > 0)
        for (char *at = bytes; at < bytes + length;) {
            const struct inotify_event *event = (const void *)at;
            saved |= is_save(watch, event);
            ended |= (event->mask & ENDS) != 0;
            at += sizeof *event + event->len;
        }
    if (ended)
        watch_look(watch);
    return saved;
}

#else

static void begin(struct watch *watch)
{
    watch->descriptor = -1;
}

static void begin_file(struct watch *watch, struct watched *file)
{
    (void)watch, (void)file;
}

static bool take_events(struct watch *watch)
{
    (void)watch;
    return false;
}

#endif

struct watch *watch_new(const void *parent)
{
    struct watch *watch = memory_need(talloc_zero(parent, struct watch));
    begin(watch);
    talloc_set_destructor(watch, close_watch);
    return watch;
}

void watch_add(struct watch *watch, const char *path)
{
    watch->files = memory_need(talloc_realloc(watch, watch->files, struct watched,
                                              (unsigned)watch->count + 1));
    struct watched *file = &watch->files[watch->count++];
    *file = (struct watched){ .path = memory_need(talloc_strdup(watch, path)) };
    begin_file(watch, file);
    file->look = look_at(path);
}

int watch_descriptor(const struct watch *watch)
{
    return watch->descriptor;
}

int watch_patience(const struct watch *watch)
{
    return watch->descriptor < 0 ? WATCH_LOOK_MS : -1;
}

static bool has_changed(struct watched *file)
{
    struct look look = look_at(file->path);
    if (look.size < 0)
        return false;
    bool changed = !same_look(&look, &file->look);
    file->look = look;
    return changed;
}

bool watch_saved(struct watch *watch)
{
    bool saved = watch->descriptor >= 0 && take_events(watch);

    if (watch->descriptor >= 0 && !saved)
        return false;
    for (size_t i = 0; i < watch->count; i++)
        saved |= has_changed(&watch->files[i]);
    return saved;
}
