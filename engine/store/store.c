/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/store.h"

#include <errno.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

#include <talloc.h>

#include "base/file.h"
#include "base/language.h"
#include "base/memory.h"
#include "store/failure.h"
#include "store/folder.h"
#include "store/inside.h"

/* A file can be damaged, replaced by another program, and damaged again; not for ever. */
#define TRIES 3
/* The quarter of the last opening, and four whole ones. */
#define QUARTERS_KEPT 5
/* What a file may ask for at most, as a multiple of the settings: a later version may ask
 * for more than this one; a hostile file must not make anybody wait for hours. */
#define COST_MOST 16

static const struct position whole_file = {0, 0};

static bool refuse(const struct store *store, const char *message, const char *advice,
                   struct diagnostics *problems)
{
    diagnostics_add(problems, SEVERITY_ERROR, store->path, whole_file, "%s", message);
    diagnostics_advise(problems, "%s", advice);
    return false;
}

bool store_refuse_newer(const struct store *store, struct diagnostics *problems)
{
    /* TRANSLATORS: this program is too old for the file with the saved progress. */
    return refuse(store, _("the saved progress was made by a newer version of this program"),
                  /* TRANSLATORS: advice after "made by a newer version of this program". */
                  _("use the newer version of Conecta; nothing was changed here"), problems);
}

static bool refuse_cost(const struct store *store, struct diagnostics *problems)
{
    /* TRANSLATORS: the file with the saved progress asks for weaker (or absurdly strong)
     * protection than the program uses; somebody may have changed it. */
    return refuse(store, _("the saved progress is not protected as this program does it"),
                  /* TRANSLATORS: advice: do not use the file with the saved progress. */
                  _("somebody may have changed the file: do not use it; move it away to begin "
                    "anew"),
                  problems);
}

static bool fair(const struct store *store, const struct cost *cost)
{
    const struct store_settings *least = &store->settings;
    return cost->algorithm == crypto_pwhash_ALG_ARGON2ID13 && cost->passes >= least->passes &&
           cost->memory >= least->memory && cost->passes <= COST_MOST * least->passes &&
           cost->memory <= COST_MOST * least->memory;
}

enum database_state store_look(struct store *store, struct database **ret_database,
                               struct diagnostics *problems)
{
    struct stat status;

    if (stat(store->folder, &status) != 0 && errno == ENOENT)
        return DATABASE_ABSENT;
    int lock = folder_lock(store->folder, LOCK_SH, &store->patience, problems);
    if (lock < 0)
        return DATABASE_FAILED;
    enum database_state state =
        database_open(NULL, store->path, &store->patience, ret_database, problems);
    if (state == DATABASE_READY)
        (*ret_database)->lock = lock;
    else
        close(lock);
    return state;
}

enum database_state store_use(struct store *store, struct database **ret_database,
                              struct stat *ret_file, struct diagnostics *problems)
{
    enum database_state state = DATABASE_DAMAGED;

    for (int tries = 0; tries < TRIES && state == DATABASE_DAMAGED; tries++) {
        memset(ret_file, 0, sizeof *ret_file);
        stat(store->path, ret_file);
        state = store_look(store, ret_database, problems);
        if (state == DATABASE_DAMAGED && !store_set_aside(store, ret_file, problems))
            return DATABASE_FAILED;
    }
    if (state == DATABASE_NEWER)
        store_refuse_newer(store, problems);
    if (state == DATABASE_READY && fair(store, &(*ret_database)->cost)) {
        store->cost = (*ret_database)->cost;
        return state;
    }
    if (state == DATABASE_READY) {
        refuse_cost(store, problems);
        talloc_free(*ret_database);
    }
    return state == DATABASE_ABSENT ? state : DATABASE_FAILED;
}

/* Closing and reading set times, too, so this comes last. */
static void done_with(const struct store *store, struct database *database)
{
    talloc_free(database);
    folder_stamp(store->folder, quarter_now());
}

struct store *store_at(const void *parent, const char *folder,
                       const struct store_settings *settings, struct diagnostics *problems)
{
    /* Below zero: the system has no random bytes, without which nothing may be sealed. */
    if (sodium_init() < 0) {
        failure_add_system(folder, ENODEV, problems);
        return NULL;
    }
    struct store *store = memory_need(talloc_zero(parent, struct store));
    store->folder = memory_need(talloc_strdup(store, folder));
    store->path = file_path(store, folder, STORE_NAME);
    store->settings = *settings;
    store->patience = (struct patience){settings->patience, settings->give_up, settings->data};
    store->cost = (struct cost){.algorithm = crypto_pwhash_ALG_ARGON2ID13,
                                .passes = settings->passes,
                                .memory = settings->memory};
    randombytes_buf(store->cost.salt, SALT_SIZE);
    return store;
}

struct store *store_open(const void *parent, const char *folder,
                         const struct store_settings *settings, struct diagnostics *problems)
{
    struct store *store = store_at(parent, folder, settings, problems);
    struct database *database = NULL;
    struct stat file;

    if (!store)
        return NULL;
    enum database_state state = store_use(store, &database, &file, problems);
    if (state == DATABASE_READY)
        done_with(store, database);
    if (state != DATABASE_FAILED)
        return store;
    talloc_free(store);
    return NULL;
}

/* Whoever sets a damaged store aside keeps the lock until another one is there. */
bool store_make(struct store *store, struct diagnostics *problems)
{
    struct database *database = NULL;

    if (!folder_make(store->folder, store->folder, problems))
        return false;
    int lock = folder_lock(store->folder, LOCK_EX, &store->patience, problems);
    if (lock < 0)
        return false;
    enum database_state state = DATABASE_FAILED;
    if (folder_make(store->folder, store->path, problems))
        state =
            database_create(NULL, store->path, &store->patience, &store->cost, &database, problems);
    close(lock);
    if (state == DATABASE_READY) {
        store->cost = database->cost;
        done_with(store, database);
    }
    /* Damaged or newer by now: whoever opens it next says so. */
    return state != DATABASE_FAILED;
}

bool store_create(struct store *store, struct diagnostics *problems)
{
    struct database *database = NULL;
    struct stat file;
    enum database_state state = store_use(store, &database, &file, problems);

    if (state == DATABASE_ABSENT)
        return store_make(store, problems);
    if (state == DATABASE_READY)
        done_with(store, database);
    return state == DATABASE_READY;
}

static bool same_salt(const struct store_key *key, const struct database *database)
{
    return memcmp(key->cost.salt, database->cost.salt, SALT_SIZE) == 0;
}

static int transact(struct database *database, const char *begin, transaction *work, void *data)
{
    int code = database_run(database, begin);

    if (code == SQLITE_OK)
        code = work(database, data);
    return code == SQLITE_DONE ? database_run(database, "COMMIT") : code;
}

enum attempt { ATTEMPT_DONE, ATTEMPT_AGAIN, ATTEMPT_FAILED };

/* Where a folder cannot be locked, the file may get another name under SQLite's hands. */
static enum attempt judge(struct store *store, int code, int error, const struct stat *file,
                          struct diagnostics *problems)
{
    if (code == SQLITE_OK)
        return ATTEMPT_DONE;
    if (code == SQLITE_READONLY_DBMOVED)
        return ATTEMPT_AGAIN;
    if (failure_is_damage(code))
        return store_set_aside(store, file, problems) ? ATTEMPT_AGAIN : ATTEMPT_FAILED;
    failure_add(store->path, code, error, problems);
    return ATTEMPT_FAILED;
}

static bool work_in(struct store *store, const char *begin, transaction *work, void *data,
                    struct diagnostics *problems)
{
    enum attempt attempt = ATTEMPT_AGAIN;
    int code = SQLITE_BUSY;

    for (int tries = 0; tries < TRIES && attempt == ATTEMPT_AGAIN; tries++) {
        struct database *database = NULL;
        struct stat file;
        enum database_state state = store_use(store, &database, &file, problems);
        if (state != DATABASE_READY)
            return state == DATABASE_ABSENT;
        code = transact(database, begin, work, data);
        int error = sqlite3_system_errno(database->handle);
        done_with(store, database);
        attempt = judge(store, code, error, &file, problems);
    }
    if (attempt == ATTEMPT_AGAIN)
        failure_add(store->path, code, 0, problems);
    return attempt == ATTEMPT_DONE;
}

bool store_change(struct store *store, transaction *work, void *data, struct diagnostics *problems)
{
    return work_in(store, "BEGIN IMMEDIATE", work, data, problems);
}

bool store_see(struct store *store, transaction *work, void *data, struct diagnostics *problems)
{
    return work_in(store, "BEGIN", work, data, problems);
}

bool store_change_or_make(struct store *store, transaction *work, void *data, const bool *done,
                           struct diagnostics *problems)
{
    for (int tries = 0; tries < TRIES; tries++) {
        if (!store_change(store, work, data, problems))
            return false;
        if (*done)
            return true;
        if (!store_make(store, problems))
            return false;
    }
    return failure_add(store->path, SQLITE_BUSY, 0, problems);
}

struct saving {
    const struct store_key *key;
    const void *bytes;
    size_t length;
    struct row *row;
    bool stale; /* the key belongs to another store */
    bool done;
};

static int save(struct database *database, void *data)
{
    struct saving *saving = data;
    const struct box_key *key = key_box(saving->key);

    saving->stale = !same_salt(saving->key, database);
    if (saving->stale)
        return SQLITE_DONE;
    /* A damaged record is set aside before another takes its place. */
    int code = database_find(database, key->id, saving->row);
    if (code != SQLITE_ROW && code != SQLITE_DONE)
        return code;
    memcpy(saving->row->id, key->id, ID_SIZE);
    saving->row->when = quarter_now();
    box_seal(saving->row->box, key, saving->bytes, saving->length);
    code = database_put(database, saving->row);
    saving->done = code == SQLITE_DONE;
    return code;
}

static bool refuse_stale(const struct store *store, struct diagnostics *problems)
{
    /* TRANSLATORS: while she was learning, another program made a new file for saved
     * progress, or deleted the old one. */
    return refuse(store, _("the saved progress was replaced or deleted meanwhile"),
                  /* TRANSLATORS: advice after "was replaced or deleted meanwhile". */
                  _("leave, open Conecta again, and save under new words"), problems);
}

bool store_save(struct store *store, const struct store_key *key, const void *bytes, size_t length,
                struct diagnostics *problems)
{
    struct saving saving = {.key = key, .bytes = bytes, .length = length};

    if (length > STORE_BYTES_MAX) {
        /* TRANSLATORS: about saved progress; a fault of the program. */
        return refuse(store, _("this is more than one record of progress can hold"),
                      /* TRANSLATORS: advice: tell the programmers. */
                      _("please report it: this should not happen"), problems);
    }
    saving.row = memory_need(talloc(NULL, struct row));
    bool changed = true;
    for (int tries = 0; changed && !saving.done && !saving.stale && tries < TRIES; tries++) {
        changed = store_change(store, save, &saving, problems);
        if (changed && !saving.done && !saving.stale) {
            /* There was no store: hers is made, unless another program is quicker. */
            store->cost = key->cost;
            changed = store_make(store, problems);
        }
    }
    talloc_free(saving.row);
    if (changed && saving.stale)
        return refuse_stale(store, problems);
    if (changed && !saving.done)
        return failure_add(store->path, SQLITE_BUSY, 0, problems);
    return changed;
}

static int forget(struct database *database, void *data)
{
    const struct store_key *key = data;
    return same_salt(key, database) ? database_delete(database, key_box(key)->id) : SQLITE_DONE;
}

bool store_forget(struct store *store, const struct store_key *key, struct diagnostics *problems)
{
    return store_change(store, forget, (void *)(size_t)key, problems);
}

static int expire(struct database *database, void *data)
{
    const quarter *now = data;
    return database_expire(database, *now - QUARTERS_KEPT, *now);
}

bool store_expire(struct store *store, struct diagnostics *problems)
{
    quarter now = quarter_now();
    return now == QUARTER_UNKNOWN || store_change(store, expire, &now, problems);
}

static int empty(struct database *database, void *data)
{
    (void)data;
    int code = database_run(database, "DELETE FROM record");
    if (code == SQLITE_OK && database->layout >= LAYOUT_BALLOTS)
        code = database_run(database, "DELETE FROM seal; DELETE FROM seal_spare;"
                                      "DELETE FROM ballot; DELETE FROM batch");
    return code == SQLITE_OK ? SQLITE_DONE : code;
}

/* Zeroed first, where that is possible: a name that is gone leaves the bytes on the disk. */
bool store_forget_all(struct store *store, struct diagnostics *problems)
{
    struct diagnostics *unheard = diagnostics_new(NULL);
    struct database *database = NULL;
    struct stat there;

    if (stat(store->folder, &there) != 0 && errno == ENOENT) {
        talloc_free(unheard);
        return true;
    }
    int lock = folder_lock(store->folder, LOCK_EX, &store->patience, problems);
    if (lock >= 0 &&
        database_open(NULL, store->path, &store->patience, &database, unheard) == DATABASE_READY) {
        transact(database, "BEGIN IMMEDIATE", empty, NULL);
        talloc_free(database);
    }
    bool removed = lock >= 0 && folder_remove_all(store->folder, problems);
    if (lock >= 0)
        close(lock);
    folder_stamp(store->folder, quarter_now());
    randombytes_buf(store->cost.salt, SALT_SIZE);
    talloc_free(unheard);
    return removed;
}
