/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The folder of what is saved: whose it is, and whether it can be written. */
#include "commands/doctor.h"

#include <errno.h>
#include <stdbool.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include "base/file.h"
#include "base/language.h"
#include "commands/folders.h"
#include "store/folder.h"

/* A store, its journal, and a copy when it is damaged. */
#define ROOM_LEAST 4 /* MiB */

static const struct finding nothing = {.text = NULL};

static bool is_there(const struct visit *visit, struct stat *ret_status)
{
    return visit->home && stat(visit->home, ret_status) == 0;
}

static struct finding no_folder_yet(const struct visit *visit)
{
    const char *above = folder_above(visit->memory, visit->home);

    if (access(above, W_OK | X_OK) == 0)
        return (struct finding){
            FINDING_FINE,
            /* TRANSLATORS: %s is a folder. */
            doctor_say(visit, _("Nothing is saved yet. The folder will be %s."), visit->home),
            NULL,
        };
    return (struct finding){
        FINDING_WRONG,
        doctor_say(visit,
                   /* TRANSLATORS: both %s are folders. */
                   _("Nothing can be saved: the folder %s is not there, and nothing may be "
                     "written in %s."),
                   visit->home, above),
        /* TRANSLATORS: advice; --home is an option, DIR a folder. */
        _("Choose a folder of your own with --home DIR, or allow writing there."),
    };
}

static struct finding no_home(void)
{
    return (struct finding){
        FINDING_WRONG,
        /* TRANSLATORS: HOME is a variable. */
        _("Nothing can be saved: HOME is not set, so there is no folder for it."),
        /* TRANSLATORS: advice; --home is an option, DIR a folder. */
        _("Name a folder with --home DIR."),
    };
}

static struct finding not_usable(const struct visit *visit, const char *reason)
{
    return (struct finding){
        FINDING_WRONG,
        /* TRANSLATORS: the first %s is a folder, the second one the reason of the system. */
        doctor_say(visit, _("Nothing can be saved in the folder %s: %s."), visit->home, reason),
        /* TRANSLATORS: advice; --home is an option, DIR a folder. */
        _("Choose a folder of your own with --home DIR, or allow writing there."),
    };
}

struct finding doctor_folder(const struct visit *visit)
{
    struct stat status;

    if (!visit->home)
        return no_home();
    if (!is_there(visit, &status))
        return errno == ENOENT ? no_folder_yet(visit) : not_usable(visit, strerror(errno));
    if (!S_ISDIR(status.st_mode))
        return not_usable(visit, strerror(ENOTDIR));
    if (access(visit->home, R_OK | W_OK | X_OK) != 0)
        return not_usable(visit, strerror(errno));
    return (struct finding){
        FINDING_FINE,
        /* TRANSLATORS: %s is a folder. */
        doctor_say(visit, _("What is saved lies in the folder %s, which can be written."),
                   visit->home),
        NULL,
    };
}

static struct finding of_somebody_else(const struct visit *visit, const char *path)
{
    return (struct finding){
        FINDING_LOOK,
        doctor_say(visit,
                   /* TRANSLATORS: %s is a file or folder. */
                   _("%s belongs to another account of this computer, which can delete or "
                     "replace it."),
                   path),
        /* TRANSLATORS: advice; --home is an option, DIR a folder. */
        _("Choose a folder of your own with --home DIR."),
    };
}

static struct finding open_to_others(const struct visit *visit, const char *path, unsigned mode)
{
    return (struct finding){
        FINDING_LOOK,
        doctor_say(visit,
                   /* TRANSLATORS: %s is a file or folder. */
                   _("Other accounts of this computer may read or change %s. It is sealed, "
                     "but they can copy or delete it."),
                   path),
        doctor_say(
            visit,
            /* TRANSLATORS: advice; the command stays as it is: %o is a number, %s a file or folder. */
            _("Type: chmod %o '%s'. A USB stick may not be able to keep such rights: "
              "then keep it with you."),
            mode, path),
    };
}

/* The folder and the file in it are for one account only. */
struct finding doctor_rights(const struct visit *visit)
{
    const char *file = visit->home ? file_path(visit->memory, visit->home, STORE_NAME) : "";
    struct stat folder, store;

    if (!is_there(visit, &folder) || !S_ISDIR(folder.st_mode))
        return nothing;
    bool stored = stat(file, &store) == 0;
    if (folder.st_uid != geteuid())
        return of_somebody_else(visit, visit->home);
    if (stored && store.st_uid != geteuid())
        return of_somebody_else(visit, file);
    if (folder.st_mode & (S_IRWXG | S_IRWXO))
        return open_to_others(visit, visit->home, 0700);
    if (stored && (store.st_mode & (S_IRWXG | S_IRWXO)))
        return open_to_others(visit, file, 0600);
    return (struct finding){
        FINDING_FINE,
        /* TRANSLATORS: about the folder in which progress is saved. */
        _("No other account of this computer may look into it."),
        NULL,
    };
}

struct finding doctor_room(const struct visit *visit)
{
    struct statvfs disk;

    if (!visit->home || statvfs(folder_above(visit->memory, visit->home), &disk) != 0)
        return nothing;
    unsigned long long free = (unsigned long long)disk.f_bavail * disk.f_frsize >> 20;
    if (free >= ROOM_LEAST)
        return (struct finding){
            FINDING_FINE,
            /* TRANSLATORS: room on the disk; %llu is a number, MiB its unit. */
            doctor_say(visit, _("There is room on the disk: %llu MiB."), free),
            NULL,
        };
    return (struct finding){
        FINDING_WRONG,
        /* TRANSLATORS: room on the disk; %llu is a number, MiB its unit. */
        doctor_say(visit, _("There is almost no room on the disk: %llu MiB."), free),
        /* TRANSLATORS: advice when the disk is full. */
        _("Delete something else on it, or choose another folder with --home DIR."),
    };
}
