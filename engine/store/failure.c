/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/failure.h"

#include <errno.h>
#include <string.h>
#include <sys/resource.h>

#include <sqlite3.h>

#include "base/language.h"
#include "base/memory.h"

static bool add(const char *path, const char *message, const char *advice,
                struct diagnostics *problems)
{
    static const struct position whole_file = {0, 0};

    diagnostics_add(problems, SEVERITY_ERROR, path, whole_file, "%s", message);
    diagnostics_advise(problems, "%s", advice);
    return false;
}

static bool add_reason(const char *path, const char *reason, struct diagnostics *problems)
{
    static const struct position whole_file = {0, 0};

    diagnostics_add(problems, SEVERITY_ERROR, path, whole_file,
                    /* TRANSLATORS: about saved progress; %s is the system's reason, such as
                     * "Input/output error". */
                    _("saved progress could not be read or written: %s"), reason);
    diagnostics_advise(problems, "%s",
                       /* TRANSLATORS: advice after "saved progress could not be read or
                        * written". */
                       _("the disk or USB stick may be failing or was pulled out; what was saved "
                         "before was not changed"));
    return false;
}

static bool add_no_room(const char *path, struct diagnostics *problems)
{
    /* TRANSLATORS: the disk is full; about saved progress. */
    return add(path, _("there is no room on the disk to save progress"),
               /* TRANSLATORS: advice when the disk is full. */
               _("what was saved before is still there; make room on the disk, then go on"),
               problems);
}

static bool add_no_right(const char *path, struct diagnostics *problems)
{
    /* TRANSLATORS: about saved progress on a disk or in a folder that is read-only. */
    return add(path, _("progress cannot be saved: nothing may be written there"),
               /* TRANSLATORS: advice when nothing may be written in a folder. */
               _("what was saved before is still there; allow writing, or choose another folder "
                 "with --home"),
               problems);
}

bool failure_add_system(const char *path, int error, struct diagnostics *problems)
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

/* SQLite keeps the reason of a failed write only until it has tidied up. A limit for the
 * size of files is the reason that does not come as SQLITE_FULL. */
static bool is_limited(void)
{
    struct rlimit limit;
    return getrlimit(RLIMIT_FSIZE, &limit) == 0 && limit.rlim_cur != RLIM_INFINITY;
}

bool failure_add(const char *path, int code, int error, struct diagnostics *problems)
{
    switch (code & 0xff) {
    case SQLITE_FULL:
        return add_no_room(path, problems);
    case SQLITE_READONLY:
    case SQLITE_PERM:
        return add_no_right(path, problems);
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        /* TRANSLATORS: two programs want to save progress at the same time. */
        return add(path, _("another program has been using the saved progress for too long"),
                   /* TRANSLATORS: advice when another program holds the saved progress. */
                   _("close the other program, then try again; nothing was changed"), problems);
    default:
        if (code == SQLITE_IOERR_WRITE && !error && is_limited())
            return add_no_room(path, problems);
        return error ? failure_add_system(path, error, problems)
                     : add_reason(path, sqlite3_errstr(code), problems);
    }
}

/* SQLITE_ERROR: a statement did not fit what should be the tables of a store. */
bool failure_is_damage(int code)
{
    int kind = code & 0xff;
    return kind == SQLITE_CORRUPT || kind == SQLITE_NOTADB || kind == SQLITE_ERROR ||
           kind == SQLITE_CONSTRAINT || kind == SQLITE_MISMATCH;
}
