/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading: one record with its key, and all of them without. */
#include "store/inside.h"

#include <string.h>

#include <talloc.h>

#include "base/language.h"
#include "base/memory.h"
#include "store/database_ballots.h"
#include "store/failure.h"
#include "store/folder.h"

/* Read on each side of a record that is looked for; 2 MB at most. */
#define ROWS_AROUND 32
/* Up to so many pages, a hundred records, the structure of the file is looked at, too. A larger
 * one is left to store_check. */
#define PAGES_LOOKED_AT 1000

struct loading {
    const struct store_key *key;
    struct row *row;
    struct secret *content; /* owned by row; NULL when there is none */
};

static int look_up(struct database *database, const struct store_key *key, struct row *row)
{
    if (memcmp(key->cost.salt, database->cost.salt, SALT_SIZE) != 0)
        return SQLITE_DONE;
    return database_find(database, key_box(key)->id, row);
}

/* A row that nobody's words find any more shows when the rows around it are read. Few, so that
 * ten thousand records keep nobody waiting. */
static int look_for_damage(struct database *database, const struct store_key *key)
{
    size_t damaged = 0;
    int code = database_walk_around(database, key_box(key)->id, ROWS_AROUND, &damaged);
    /* Rows that a page has lost from its list are in no walk. */
    bool sound = database_pages(database) > PAGES_LOOKED_AT || database_check(database) == SQLITE_OK;
    return code == SQLITE_DONE && (damaged || !sound) ? SQLITE_CORRUPT : code;
}

/* SQLITE_ROW, SQLITE_DONE, or what went wrong. Opens a box and looks around in any case: words
 * that are wrong take as long as those that are right. */
static int read_record(struct database *database, struct loading *loading)
{
    int code = look_up(database, loading->key, loading->row);

    if (code != SQLITE_ROW)
        memset(loading->row->box, 0, BOX_SIZE);
    loading->content = box_open(loading->row, loading->row->box, key_box(loading->key));
    int around = look_for_damage(database, loading->key);
    if (code == SQLITE_DONE)
        return around;
    return code == SQLITE_ROW && !loading->content ? SQLITE_CORRUPT : code;
}

static void refuse_record(const struct store *store, struct diagnostics *problems)
{
    static const struct position whole_file = {0, 0};

    diagnostics_add(problems, SEVERITY_ERROR, store->path, whole_file, "%s",
                    /* TRANSLATORS: the words are right, but what was saved is broken. */
                    _("what was saved under these words is damaged and cannot be opened"));
    diagnostics_advise(problems, "%s",
                       /* TRANSLATORS: advice after "is damaged and cannot be opened". */
                       _("begin the course anew, and save again; the damaged file was kept"));
}

static enum store_found judge(struct store *store, int code, int error, const struct stat *file,
                              bool mine, struct diagnostics *problems)
{
    if (code == SQLITE_ROW)
        return STORE_FOUND;
    if (code == SQLITE_DONE)
        return STORE_NOT_FOUND;
    if (!failure_is_damage(code)) {
        failure_add(store->path, code, error, problems);
        return STORE_FAILED;
    }
    if (!store_set_aside(store, file, problems))
        return STORE_FAILED;
    if (!mine)
        return STORE_NOT_FOUND;
    refuse_record(store, problems);
    return STORE_FAILED;
}

/* Only its quarter changes, so what cannot be done now, saving will do, or say. */
static void make_recent(struct store *store, struct loading *loading)
{
    struct diagnostics *unheard = diagnostics_new(NULL);
    quarter now = quarter_now();

    if (now > loading->row->when)
        store_save(store, loading->key, loading->content->bytes, loading->content->length, unheard);
    talloc_free(unheard);
}

enum store_found store_load(const void *parent, struct store *store, const struct store_key *key,
                            struct secret **ret_bytes, struct diagnostics *problems)
{
    struct loading loading = {.key = key, .row = memory_need(talloc_zero(NULL, struct row))};
    struct database *database = NULL;
    struct stat file;
    int code = SQLITE_DONE, error = 0;
    bool mine = false;
    enum database_state state = store_use(store, &database, &file, problems);

    if (state == DATABASE_READY) {
        code = read_record(database, &loading);
        error = sqlite3_system_errno(database->handle);
        mine = failure_is_damage(code) && look_up(database, key, loading.row) != SQLITE_DONE;
        talloc_free(database);
    }
    enum store_found found =
        state == DATABASE_FAILED ? STORE_FAILED : judge(store, code, error, &file, mine, problems);
    if (found == STORE_FOUND) {
        make_recent(store, &loading);
        *ret_bytes = talloc_steal(parent, loading.content);
    }
    if (state == DATABASE_READY)
        folder_stamp(store->folder, quarter_now());
    talloc_free(loading.row);
    return found;
}

static int count_row(void *data, const struct row *row)
{
    struct store_report *report = data;
    (void)row;
    report->records++;
    return SQLITE_OK;
}

/* Not by store_use, which would set aside what is damaged. */
bool store_check(struct store *store, struct store_report *ret_report, struct diagnostics *problems)
{
    struct store_report report = {.present = true};
    struct database *database = NULL;
    enum database_state state = store_look(store, &database, problems);
    int code = SQLITE_OK;

    if (state == DATABASE_READY) {
        code = database_walk(database, false, count_row, &report, &report.damaged);
        if (code == SQLITE_DONE)
            code = database_check_ballots(database, &report.damaged);
        report.structure = code == SQLITE_DONE && database_check(database) == SQLITE_OK;
        if (code != SQLITE_DONE && !failure_is_damage(code))
            database_refuse(database, code, problems);
        else
            code = SQLITE_OK;
        talloc_free(database);
        folder_stamp(store->folder, quarter_now());
    }
    if (state == DATABASE_ABSENT)
        report = (struct store_report){.structure = true};
    if (state == DATABASE_NEWER)
        return store_refuse_newer(store, problems);
    if (state == DATABASE_FAILED || code != SQLITE_OK)
        return false;
    *ret_report = report;
    return true;
}
