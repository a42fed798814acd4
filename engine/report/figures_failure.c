/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/figures_failure.h"

#include <errno.h>
#include <string.h>
#include <sys/resource.h>

#include <sqlite3.h>

#include "base/language.h"

static const struct position whole_file = {0, 0};

static bool add(const char *path, const char *message, const char *advice,
                struct diagnostics *problems)
{
    diagnostics_add(problems, SEVERITY_ERROR, path, whole_file, "%s", message);
    diagnostics_advise(problems, "%s", advice);
    return false;
}

static bool add_reason(const char *path, const char *reason, struct diagnostics *problems)
{
    diagnostics_add(problems, SEVERITY_ERROR, path, whole_file,
                    /* TRANSLATORS: the figures are what trainers learn from finished lessons; %s
                     * is the system's reason, such as "Input/output error". */
                    _("the figures could not be read or written: %s"), reason);
    diagnostics_advise(problems, "%s",
                       /* TRANSLATORS: advice after "the figures could not be read or written". */
                       _("the disk or USB stick may be failing or was pulled out; what was "
                         "counted before was not changed"));
    return false;
}

static bool add_no_room(const char *path, struct diagnostics *problems)
{
    /* TRANSLATORS: the disk is full; the figures are what trainers learn. */
    return add(path, _("there is no room on the disk for the figures"),
               /* TRANSLATORS: advice when the disk is full; a batch is a file with sealed
                * answers. */
               _("make room on the disk, then collect the batch again: nothing of it was counted"),
               problems);
}

static bool add_no_right(const char *path, struct diagnostics *problems)
{
    /* TRANSLATORS: the figures are in a folder that is read-only. */
    return add(path, _("the figures cannot be kept: nothing may be written there"),
               /* TRANSLATORS: advice when nothing may be written in a folder. */
               _("allow writing, or choose another folder with --home"), problems);
}

bool figures_refuse_system(const char *path, int error, struct diagnostics *problems)
{
    switch (error) {
    case ENOSPC:
    case EDQUOT:
    case EFBIG:
        return add_no_room(path, problems);
    case EACCES:
    case EPERM:
    case EROFS:
        return add_no_right(path, problems);
    default:
        return add_reason(path, strerror(error), problems);
    }
}

/* A limit for the size of files does not come as SQLITE_FULL. */
static bool is_limited(void)
{
    struct rlimit limit;
    return getrlimit(RLIMIT_FSIZE, &limit) == 0 && limit.rlim_cur != RLIM_INFINITY;
}

bool figures_refuse(const char *path, int code, struct diagnostics *problems)
{
    switch (code & 0xff) {
    case SQLITE_FULL:
        return add_no_room(path, problems);
    case SQLITE_READONLY:
    case SQLITE_PERM:
        return add_no_right(path, problems);
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        /* TRANSLATORS: two programs want to count at the same time. */
        return add(path, _("another program has been using the figures for too long"),
                   /* TRANSLATORS: advice when another program holds the figures. */
                   _("close the other program, then try again; nothing was changed"), problems);
    default:
        if (code == SQLITE_IOERR_WRITE && is_limited())
            return add_no_room(path, problems);
        return add_reason(path, sqlite3_errstr(code), problems);
    }
}

bool figures_refuse_newer(const char *path, struct diagnostics *problems)
{
    /* TRANSLATORS: this program is too old for the file with the figures. */
    return add(path, _("the figures were made by a newer version of this program"),
               /* TRANSLATORS: advice after "made by a newer version of this program". */
               _("use the newer version of Conecta; nothing was changed here"), problems);
}

void figures_tell_aside(const char *path, const char *aside, struct diagnostics *problems)
{
    const char *slash = strrchr(aside, '/');

    diagnostics_add(problems, SEVERITY_WARNING, path, whole_file,
                    /* TRANSLATORS: %s is the new name of the file. */
                    _("the figures were damaged; the file is now called %s"),
                    slash ? slash + 1 : aside);
    diagnostics_advise(problems, "%s",
                       /* TRANSLATORS: advice after "the figures were damaged"; a batch is a file
                        * with sealed answers. */
                       _("counting begins anew: collect all batches again; keep the file for "
                         "somebody who can look at it, and check the disk"));
}
