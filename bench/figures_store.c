/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "figures.h"

#include <stdio.h>

#include <sodium.h>
#include <sqlite3.h>
#include <talloc.h>

#include "clock.h"
#include "report.h"
#include "store/box.h"
#include "store/store.h"

#define OPENINGS 11
#define SAVES 101
#define RECORDS 20
#define PATH_MOST 1024

/* As much as a row of a store: the box, its id and its digest. */
#define ROW_SIZE (BOX_SIZE + 32)

static const char text[] = "where she is, and what she answered";

struct scene {
    struct store *store;
    struct store_key *key;
    sqlite3 *bare;
    sqlite3_stmt *put;
    struct diagnostics *problems;
};

/* Others are there, too, so that her record is not the only one. Few: each costs a key. */
static bool fill(struct scene *scene)
{
    bool filled = true;

    for (char i = 0; i < RECORDS && filled; i++) {
        struct store_key *key =
            store_key_derive(scene->problems, scene->store, &i, 1, scene->problems);
        filled = key && store_save(scene->store, key, text, sizeof text, scene->problems);
        talloc_free(key);
    }
    return filled;
}

static bool open_bare(struct scene *scene, const char *path)
{
    static const char sql[] =
        "PRAGMA journal_mode=DELETE; PRAGMA synchronous=EXTRA; PRAGMA secure_delete=ON;"
        "CREATE TABLE record(id BLOB PRIMARY KEY, box BLOB) WITHOUT ROWID;"
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20) "
        "INSERT INTO record SELECT randomblob(16), randomblob(32840) FROM n;";
    return sqlite3_open(path, &scene->bare) == SQLITE_OK &&
           sqlite3_exec(scene->bare, sql, NULL, NULL, NULL) == SQLITE_OK &&
           sqlite3_prepare_v2(scene->bare, "INSERT OR REPLACE INTO record VALUES(?1, ?2)", -1,
                              &scene->put, NULL) == SQLITE_OK;
}

static double time_save(struct scene *scene)
{
    double start = clock_now();
    bool saved = store_save(scene->store, scene->key, text, sizeof text, scene->problems);
    return saved ? clock_now() - start : -1;
}

static double time_commit(struct scene *scene)
{
    static unsigned char row[ROW_SIZE];
    double start = clock_now();

    randombytes_buf(row, sizeof row);
    sqlite3_bind_blob(scene->put, 1, "sixteen letters.", ID_SIZE, SQLITE_STATIC);
    sqlite3_bind_blob(scene->put, 2, row, sizeof row, SQLITE_STATIC);
    bool saved = sqlite3_step(scene->put) == SQLITE_DONE;
    saved = sqlite3_reset(scene->put) == SQLITE_OK && saved;
    return saved ? clock_now() - start : -1;
}

static void measure_saving(struct scene *scene)
{
    struct sample own = {.count = 0}, bare = {.count = 0};

    for (int i = 0; i < SAVES; i++) {
        sample_add(&own, time_save(scene));
        sample_add(&bare, time_commit(scene));
    }
    report_figure(&(struct figure){"saving a step",
                                   "ms",
                                   sample_median(&own),
                                   "bare SQLite",
                                   sample_median(&bare),
                                   {LIMIT_RATIO, 2.0}});
}

/* The key and the record, as when a learner has typed her words. */
static double time_opening(struct scene *scene)
{
    struct secret *bytes;
    double start = clock_now();
    struct store_key *key =
        store_key_derive(scene->problems, scene->store, "her words", 9, scene->problems);
    bool found = key && store_load(key, scene->store, key, &bytes, scene->problems) == STORE_FOUND;
    double end = clock_now();

    talloc_free(key);
    return found ? end - start : -1;
}

static double time_argon(void)
{
    unsigned char out[32], salt[crypto_pwhash_SALTBYTES] = {0};
    double start = clock_now();
    int code = crypto_pwhash(
        out, sizeof out, "her words", 9, salt, (unsigned long long)store_settings_usual.passes,
        (size_t)store_settings_usual.memory * 1024, crypto_pwhash_ALG_ARGON2ID13);
    return code == 0 ? clock_now() - start : -1;
}

/* In turns, and pair by pair: the hash itself varies by more than what is added to it. */
static void measure_opening(struct scene *scene)
{
    struct sample added = {.count = 0}, bare = {.count = 0};

    for (int i = 0; i < OPENINGS; i++) {
        double own = time_opening(scene), argon = time_argon();
        if (own < 0 || argon < 0)
            continue;
        /* A sample takes no negative values, and less than nothing is nothing. */
        sample_add(&added, own > argon ? own - argon : 0);
        sample_add(&bare, argon);
    }
    report_figure(&(struct figure){"opening a record, after Argon2id",
                                   "ms",
                                   sample_median(&added),
                                   "Argon2id",
                                   sample_median(&bare),
                                   {LIMIT_VALUE, 10}});
}

static bool set_up(struct scene *scene, const struct world *world)
{
    char folder[PATH_MOST], bare[PATH_MOST];

    snprintf(folder, sizeof folder, "%s/store", world->scratch);
    snprintf(bare, sizeof bare, "%s/bare.db", world->scratch);
    scene->problems = diagnostics_new(NULL);
    scene->store = store_open(scene->problems, folder, &store_settings_usual, scene->problems);
    scene->key = scene->store ? store_key_derive(scene->problems, scene->store, "her words", 9,
                                                 scene->problems)
                              : NULL;
    return scene->key && store_save(scene->store, scene->key, text, sizeof text, scene->problems) &&
           fill(scene) && open_bare(scene, bare);
}

void figures_store(const struct world *world)
{
    struct scene scene = {.bare = NULL};

    if (set_up(&scene, world)) {
        measure_saving(&scene);
        measure_opening(&scene);
    } else {
        report_figure(&(struct figure){"saving", "", -1, "bare SQLite", -1, {LIMIT_NONE, 0}});
    }
    sqlite3_finalize(scene.put);
    sqlite3_close(scene.bare);
    talloc_free(scene.problems);
}
