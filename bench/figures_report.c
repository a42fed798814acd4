/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a trainer waits for: counting what laptops shared, and the summary. */
#include "figures.h"

#include <stdio.h>
#include <string.h>

#include <sodium.h>
#include <talloc.h>

#include "child.h"
#include "clock.h"
#include "commands/outline_course.h"
#include "report.h"
#include "report/counts.h"
#include "store/batch.h"

#define BALLOTS 100000
#define ITEMS 10
#define OPTIONS 4
#define ROUNDS 5
#define PATH_MOST 1024

/* A thousand ballots of ten answers for each of a thousand lessons. */
#define BALLOTS_A_LESSON 1000

struct scene {
    void *memory;
    struct counts *counts;
    struct diagnostics *problems;
};

static bool set_up(struct scene *scene, const struct world *world, const char *name,
                   char home[PATH_MOST])
{
    snprintf(home, PATH_MOST, "%s/%s", world->scratch, name);
    scene->memory = talloc_new(NULL);
    scene->problems = diagnostics_new(scene->memory);
    scene->counts = counts_open(scene->memory, home, scene->problems);
    return scene->counts != NULL;
}

static void fill_item(const void *parent, struct ballot_item *item, size_t place, size_t taken)
{
    *item = (struct ballot_item){.rev = 1, .moment = BALLOT_DURING, .option_count = OPTIONS};
    item->id = talloc_asprintf(parent, "question-number-%zu", place);
    item->right = taken == 0;
    item->wrong = taken != 0;
    item->options = talloc_array(parent, char *, OPTIONS);
    item->taken = talloc_zero_array(parent, unsigned, OPTIONS);
    for (size_t i = 0; i < OPTIONS; i++)
        item->options[i] = talloc_asprintf(parent, "option-number-%zu", i);
    item->taken[taken] = 1;
}

/* Ten answers; which ones, depends on the seed. */
static struct ballot *make_ballot(const void *parent, const char *lesson, const char *revision,
                                  size_t seed)
{
    struct ballot *ballot = talloc_zero(parent, struct ballot);

    ballot->lesson = talloc_strdup(ballot, lesson);
    memcpy(ballot->revision, revision, sizeof ballot->revision);
    ballot->language = talloc_strdup(ballot, "en");
    ballot->count = ITEMS;
    ballot->items = talloc_zero_array(ballot, struct ballot_item, ITEMS);
    for (size_t i = 0; i < ITEMS; i++)
        fill_item(ballot, &ballot->items[i], i, (seed >> i) % OPTIONS);
    return ballot;
}

static bool seal_ballots(unsigned char *boxes, const struct trainer_public *key)
{
    unsigned char bytes[BALLOT_BYTES];
    bool sealed = true;

    for (size_t i = 0; i < BATCH_SLOTS && sealed; i++) {
        char lesson[40];
        snprintf(lesson, sizeof lesson, "lesson-%zu", i % 20);
        struct ballot *ballot = make_ballot(NULL, lesson, "00c0ffee", i);
        sealed = ballot_write(ballot, bytes) &&
                 crypto_box_seal(boxes + i * BATCH_BOX_BYTES, bytes, sizeof bytes, key->bytes) == 0;
        talloc_free(ballot);
    }
    return sealed;
}

/* As command_collect does it, from the bytes of the file on. */
static bool collect(struct scene *scene, const unsigned char *bytes,
                    const struct trainer_secret *key)
{
    void *memory = talloc_new(NULL);
    struct batch *batch = NULL;
    bool fine = batch_open(memory, bytes, BATCH_BYTES, key, &batch) == BATCH_OPENED;
    const struct ballot **ballots =
        talloc_array(memory, const struct ballot *, (unsigned)(fine ? batch->count : 0));
    bool newer;

    for (size_t i = 0; fine && i < batch->count; i++) {
        ballots[i] = ballot_read(ballots, batch->ballots + i * BALLOT_BYTES, &newer);
        fine = ballots[i] != NULL;
    }
    fine = fine && counts_fold_batch(scene->counts, batch->id, ballots, batch->count,
                                     scene->problems) == COUNTS_NEW;
    talloc_free(memory);
    return fine;
}

static bool open_bare(const unsigned char *boxes, const struct trainer_secret *key)
{
    static unsigned char bytes[BALLOT_BYTES];
    bool fine = true;

    for (size_t i = 0; i < BATCH_SLOTS && fine; i++)
        fine = crypto_box_seal_open(bytes, boxes + i * BATCH_BOX_BYTES, BATCH_BOX_BYTES,
                                    key->public.bytes, key->secret->bytes) == 0;
    return fine;
}

/* Batch by batch, in turns. */
static void measure_folding(const struct world *world)
{
    const size_t batches = (BALLOTS + BATCH_SLOTS - 1) / BATCH_SLOTS;
    char home[PATH_MOST];
    struct scene scene;
    bool fine = set_up(&scene, world, "folding", home);
    struct trainer_secret *key = trainer_new(scene.memory);
    unsigned char *boxes = talloc_array(scene.memory, unsigned char, BATCH_SLOTS *BATCH_BOX_BYTES);
    unsigned char *bytes = talloc_array(scene.memory, unsigned char, BATCH_BYTES);
    double own = 0, bare = 0;

    fine = fine && seal_ballots(boxes, &key->public);
    for (size_t i = 0; i < batches && fine; i++) {
        unsigned char id[BATCH_ID_BYTES];
        randombytes_buf(id, sizeof id);
        batch_seal(bytes, id, boxes, BATCH_SLOTS, &key->public);
        double start = clock_now();
        fine = collect(&scene, bytes, key);
        double middle = clock_now();
        fine = fine && open_bare(boxes, key);
        own += middle - start;
        bare += clock_now() - middle;
    }
    report_figure(&(struct figure){"collecting 100,000 ballots",
                                   "ms",
                                   fine ? own : -1,
                                   "crypto_box_seal_open",
                                   fine ? bare : -1,
                                   {LIMIT_RATIO, 1.2}});
    talloc_free(scene.memory);
}

static bool fold_lesson(struct scene *scene, const struct outline_lesson *lesson)
{
    void *memory = talloc_new(NULL);
    const struct ballot **ballots = talloc_array(memory, const struct ballot *, BALLOTS_A_LESSON);
    unsigned char id[FIGURES_BATCH_ID];

    for (size_t i = 0; i < BALLOTS_A_LESSON; i++)
        ballots[i] =
            i < 64 ? make_ballot(memory, lesson->id, lesson->revision, i * 37) : ballots[i % 64];
    randombytes_buf(id, sizeof id);
    bool folded = counts_fold_batch(scene->counts, id, ballots, BALLOTS_A_LESSON,
                                    scene->problems) == COUNTS_NEW;
    talloc_free(memory);
    return folded;
}

static void measure_summary(const struct world *world)
{
    char home[PATH_MOST];
    struct scene scene;
    bool fine = set_up(&scene, world, "summary", home);
    struct outline *outline = outline_course(scene.memory, world->large_course, scene.problems);
    const char *const arguments[] = {world->conecta,      "summary", "--format", "html", "--course",
                                     world->large_course, "--home",  home,       NULL};
    const char *const version[] = {world->conecta, "--version", NULL};
    struct sample own = {.count = 0}, bare = {.count = 0};

    fine = fine && outline;
    for (size_t i = 0; fine && i < outline->count; i++)
        fine = fold_lesson(&scene, &outline->lessons[i]);
    for (int i = 0; fine && i < ROUNDS; i++) {
        sample_add(&own, child_run(arguments, "/dev/null", true));
        sample_add(&bare, child_run(version, "/dev/null", true));
    }
    report_figure(&(struct figure){"summary, 1,000 lessons, 10 million answers",
                                   "ms",
                                   sample_median(&own),
                                   "--version",
                                   sample_median(&bare),
                                   {LIMIT_VALUE, 1000}});
    report_figure(&(struct figure){"its memory",
                                   "MiB",
                                   fine ? child_memory(arguments) : -1,
                                   "--version",
                                   child_memory(version),
                                   {LIMIT_VALUE, 64}});
    talloc_free(scene.memory);
}

void figures_report(const struct world *world)
{
    if (sodium_init() < 0)
        return;
    measure_folding(world);
    measure_summary(world);
}
