/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A laptop on which many have saved their progress. */
#include "figures.h"

#include <stdio.h>

#include <sodium.h>
#include <talloc.h>

#include "child.h"
#include "clock.h"
#include "courses.h"
#include "report.h"
#include "store/database.h"
#include "store/store.h"

#define CROWD 10000
#define STARTS 31
#define PATH_MOST 1024

/* Boxes that nobody can open are as large as those of learners, and in rows that are as sound. */
static bool put_crowd(struct database *database)
{
    struct row *row = talloc(database, struct row);
    int code = database_run(database, "BEGIN IMMEDIATE");

    for (int i = 0; i < CROWD && (code == SQLITE_OK || code == SQLITE_DONE); i++) {
        randombytes_buf(row, sizeof *row);
        row->when = quarter_now();
        code = database_put(database, row);
    }
    talloc_free(row);
    return code == SQLITE_DONE && database_run(database, "COMMIT") == SQLITE_OK;
}

/* An empty store, or a crowded one. */
static bool make_store(const char *folder, bool crowded)
{
    struct diagnostics *problems = diagnostics_new(NULL);
    struct store *store = store_open(problems, folder, &store_settings_usual, problems);
    bool made = store && store_create(store, problems);
    struct database *database = NULL;
    const struct patience patience = {5000, NULL, NULL};
    char path[PATH_MOST + 16];

    snprintf(path, sizeof path, "%s/conecta.db", folder);
    if (made && crowded)
        made = database_open(problems, path, &patience, &database, problems) == DATABASE_READY &&
               put_crowd(database);
    talloc_free(problems);
    return made;
}

/* Until the first page is there, or until it has answered a key that was waiting for it. */
static double start(const struct world *world, const char *home, bool answered)
{
    const char *const arguments[] = {world->conecta, "--lang",           "en", "--home", home,
                                     "--course",     world->small_course, NULL};
    struct child child;
    struct burst burst;
    double time = -1;

    if (!child_start(&child, arguments))
        return -1;
    if (child_read(&child, COURSE_WORD, &burst))
        time = child_since_start(&child, burst.end);
    if (answered && time >= 0)
        time = child_type(&child, "1", &burst) >= 0 ? child_since_start(&child, burst.end) : -1;
    child_end(&child);
    return time;
}

static void measure(const struct world *world, const char *const homes[2], bool answered)
{
    struct sample times[2] = {{.count = 0}, {.count = 0}};

    for (int round = 0; round <= STARTS; round++)
        for (int i = 0; i < 2; i++) {
            double time = start(world, homes[i], answered);
            if (round > 0 && time >= 0)
                sample_add(&times[i], time);
        }
    report_figure(&(struct figure){
        answered ? "the same, until a key is answered" : "start to first page, 10,000 records", "ms",
        sample_median(&times[1]), "no records", sample_median(&times[0]), {LIMIT_RATIO, 1.2}});
}

void figures_crowd(const struct world *world)
{
    char empty[PATH_MOST], crowded[PATH_MOST];
    const char *const homes[] = {empty, crowded};

    snprintf(empty, sizeof empty, "%s/empty", world->scratch);
    snprintf(crowded, sizeof crowded, "%s/crowded", world->scratch);
    if (!make_store(empty, false) || !make_store(crowded, true)) {
        report_figure(&(struct figure){"start with records", "ms", -1, "", -1, {LIMIT_NONE, 0}});
        return;
    }
    measure(world, homes, false);
    measure(world, homes, true);
}
