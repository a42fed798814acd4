/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A damaged store gets another name; a new one takes over all that is sound in it. */
#include "store/inside.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

#include <talloc.h>

#include "base/language.h"
#include "base/memory.h"
#include "store/database_ballots.h"
#include "store/failure.h"
#include "store/folder.h"
#include "store/graft.h"

static int put_row(void *data, const struct row *row)
{
    struct database *to = data;
    int code = database_put(to, row);
    return code == SQLITE_DONE ? SQLITE_OK : code;
}

/* From both ends: behind a page that cannot be made out there may be sound ones. */
static int take_rows(struct database *from, struct database *to, bool *ret_key_lost)
{
    size_t damaged = 0;
    int code = database_run(to, "BEGIN IMMEDIATE");

    if (code == SQLITE_OK)
        code = database_walk(from, false, put_row, to, &damaged);
    if (failure_is_damage(code))
        code = database_walk(from, true, put_row, to, &damaged);
    if (code == SQLITE_DONE || failure_is_damage(code))
        code = database_take_ballots(from, to, ret_key_lost);
    return code == SQLITE_DONE ? database_run(to, "COMMIT") : code;
}

static void remove_next(const char *next)
{
    char *journal = memory_need(talloc_asprintf(NULL, "%s-journal", next));
    unlink(next);
    unlink(journal);
    talloc_free(journal);
}

/* Makes the file next, still empty. Nothing else has the name: the folder is locked. */
static struct database *make_empty(struct store *store, const char *next,
                                   struct diagnostics *problems)
{
    struct database *to = NULL;

    remove_next(next);
    if (!folder_make(store->folder, next, problems))
        return NULL;
    enum database_state state =
        database_create(NULL, next, &store->patience, &store->cost, &to, problems);
    /* An empty file just made cannot be damaged: it was the disk. */
    if (state != DATABASE_READY && state != DATABASE_FAILED)
        failure_add_system(next, EIO, problems);
    return to;
}

static bool make_next(struct store *store, struct database *from, const char *next,
                      bool *ret_key_lost, struct diagnostics *problems)
{
    struct database *to = make_empty(store, next, problems);

    if (!to)
        return false;
    int code = take_rows(from, to, ret_key_lost);
    if (code != SQLITE_OK)
        database_refuse(to, code, problems);
    talloc_free(to);
    return code == SQLITE_OK;
}

static void tell(const char *path, const char *aside, struct diagnostics *problems)
{
    static const struct position whole_file = {0, 0};

    diagnostics_add(problems, SEVERITY_WARNING, path, whole_file,
                    /* TRANSLATORS: %s is the new name of the file. */
                    _("the saved progress was damaged; the file is now called %s"),
                    strrchr(aside, '/') + 1);
    diagnostics_advise(problems, "%s",
                       /* TRANSLATORS: advice after "the saved progress was damaged". */
                       _("what could still be read was taken over; keep the file for somebody who "
                         "can look at it, and check the disk"));
}

static void tell_key_lost(const char *path, struct diagnostics *problems)
{
    static const struct position whole_file = {0, 0};

    diagnostics_add(problems, SEVERITY_WARNING, path, whole_file, "%s",
                    /* TRANSLATORS: the key of the trainer, for whom answers are sealed. */
                    _("the key that answers are sealed for could not be read any more"));
    diagnostics_advise(problems, "%s",
                       /* TRANSLATORS: advice; 'conecta key use FILE' is a command. */
                       _("give the key again with 'conecta key use FILE'; answers that were "
                         "waiting are in the damaged file only"));
}

/* The damaged file with the first page of the new one at next. */
static struct database *open_grafted(const void *parent, struct store *store, const char *next)
{
    char *scratch = memory_need(talloc_asprintf(NULL, "%s.graft", store->path));
    int file = open(store->path, O_RDONLY | O_CLOEXEC);
    struct database *from = NULL;

    if (file >= 0) {
        from = graft_open(parent, file, next, scratch, &store->patience);
        close(file);
    }
    talloc_free(scratch);
    return from;
}

/* As it is: without room for a copy its own first page may still do. */
static struct database *open_bare(const void *parent, struct store *store)
{
    bool cost = false;
    struct database *from = database_open_damaged(parent, store->path, &store->patience, &cost);

    if (from && !cost) {
        talloc_free(from);
        from = NULL;
    }
    return from;
}

/* What rows can be read from, with a salt that is known to be right, owned by parent; NULL
 * when there is no such thing. */
static struct database *find_source(const void *parent, struct store *store, const char *next)
{
    struct diagnostics *unheard = diagnostics_new(NULL);
    struct database *from = NULL;
    struct database *sound = make_empty(store, next, unheard);

    talloc_free(sound);
    if (sound)
        from = open_grafted(parent, store, next);
    remove_next(next);
    talloc_free(unheard);
    return from ? from : open_bare(parent, store);
}

/* Without the salt nobody's words lead to her record, so there is nothing to take over. */
static bool replace(struct store *store, struct diagnostics *problems)
{
    char *next = memory_need(talloc_asprintf(NULL, "%s.new", store->path));
    char *aside = folder_free_name(next, store->path);
    struct database *from = find_source(next, store, next);
    bool sound = from != NULL;

    if (sound)
        store->cost = from->cost;
    bool key_lost = false;
    bool done = !sound || make_next(store, from, next, &key_lost, problems);
    talloc_free(from);
    done = done && folder_swap(store->folder, store->path, aside, sound ? next : NULL, problems);
    if (done) {
        tell(store->path, aside, problems);
        if (key_lost)
            tell_key_lost(store->path, problems);
    } else {
        remove_next(next);
    }
    talloc_free(next);
    return done;
}

bool store_set_aside(struct store *store, const struct stat *file, struct diagnostics *problems)
{
    struct stat now;
    int lock = folder_lock(store->folder, LOCK_EX, &store->patience, problems);

    if (lock < 0)
        return false;
    bool same =
        stat(store->path, &now) == 0 && now.st_ino == file->st_ino && now.st_dev == file->st_dev;
    bool done = !same || replace(store, problems);
    close(lock);
    return done;
}
