/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/replace.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <talloc.h>

#include "base/durable.h"
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

static char *name_temporary(const char *path)
{
    return memory_need(talloc_asprintf(NULL, "%s.%ld.new", path, (long)getpid()));
}

static int create(const char *path)
{
    unlink(path);
    return open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0666);
}

static bool take_place(const char *temporary, const char *path)
{
    if (rename(temporary, path) < 0)
        return false;
    char *folder = durable_folder(NULL, path);
    durable_sync_folder(folder);
    talloc_free(folder);
    return true;
}

static bool sync_file(const char *path)
{
    int file = open(path, O_WRONLY | O_CLOEXEC);
    return file >= 0 && durable_write(file, NULL, 0);
}

bool replace_file(const char *path, replace_fill *fill, void *data, struct diagnostics *problems)
{
    char *temporary = name_temporary(path);
    int file = create(temporary);
    bool done = false;

    if (file < 0 || close(file) < 0)
        replace_refuse(path, errno, problems);
    else if (fill(data, temporary, problems))
        done = (sync_file(temporary) && take_place(temporary, path)) ||
               replace_refuse(path, errno, problems);
    if (!done)
        unlink(temporary);
    talloc_free(temporary);
    return done;
}

bool replace_with(const char *path, struct bytes bytes, struct diagnostics *problems)
{
    char *temporary = name_temporary(path);
    int file = create(temporary);
    bool done = file >= 0 && durable_write(file, bytes.data, bytes.length) &&
                take_place(temporary, path);
    int error = errno;

    if (!done)
        unlink(temporary);
    talloc_free(temporary);
    return done || replace_refuse(path, error, problems);
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
