/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Figures in a folder of their own, ballots for them, and all that a report says as text.
 * On a disk of memory, if there is one: these tests write millions of times. Failures end the test.
 */
#ifndef CONECTA_TESTS_REPORT_REPORT_WORLD_H
#define CONECTA_TESTS_REPORT_REPORT_WORLD_H

#include <inttypes.h>
#include <math.h>

#include "../base/folder.h"
#include "base/buffer.h"
#include "base/file.h"
#include "base/random.h"
#include "report/counts.h"
#include "report/summary_make.h"

struct report_world {
    char *folder; /* of the test */
    char *data;   /* the data folder in it; not made */
    char *path;   /* of the figures */
    struct diagnostics *problems;
    struct counts *counts;
};

/* As if the program had been started anew. */
static inline void world_open(struct report_world *world)
{
    talloc_free(world->counts);
    world->counts = counts_open(world, world->data, world->problems);
}

static inline void world_use(struct report_world *world, const char *name)
{
    world->data = file_path(world, world->folder, name);
    world->path = file_path(world, world->data, "figures.db");
    world_open(world);
    assert_non_null(world->counts);
}

static inline int open_world(void **state)
{
    struct report_world *world = talloc_zero(NULL, struct report_world);

    if (!getenv("TMPDIR") && access("/dev/shm", W_OK) == 0)
        setenv("TMPDIR", "/dev/shm", 1);
    assert_int_equal(setenv("CONECTA_TODAY", "2027-05", 1), 0);
    world->folder = folder_make(world);
    world->problems = diagnostics_new(world);
    world_use(world, "data");
    *state = world;
    return 0;
}

static inline int close_world(void **state)
{
    struct report_world *world = *state;
    folder_remove(world->folder);
    talloc_free(world);
    return 0;
}

#define IN_WORLD(test) cmocka_unit_test_setup_teardown(test, open_world, close_world)

static inline void world_hear(struct report_world *world)
{
    talloc_free(world->problems);
    world->problems = diagnostics_new(world);
}

/* cmocka 1.1 compares only floats. */
#define assert_near(value, expected, distance) assert_true(fabs((value) - (expected)) <= (distance))

/* A number of the environment, such as how often to try. */
static inline long wanted(const char *name, long usual)
{
    const char *value = getenv(name);
    return value ? strtol(value, NULL, 10) : usual;
}

/*
 * A lesson with three questions: `first` is asked before and after, `second` during it, both with
 * the options "yes" (right) and "no"; `third` is rated. An answer is the option, or SKIPPED.
 */
enum { YES, NO, SKIPPED, ANSWERS };
#define ITEMS 4

struct answers {
    const char *lesson;
    const char *language;
    int given[ITEMS];
    unsigned hands; /* 0: one learner */
};

static inline void fill_item(const void *parent, struct ballot_item *item, const char *id,
                             enum ballot_moment moment, bool scored)
{
    *item = (struct ballot_item){.rev = 1, .moment = moment, .option_count = 2};
    item->id = talloc_strdup(parent, id);
    item->options = talloc_array(parent, char *, 2);
    item->options[0] = talloc_strdup(parent, scored ? "yes" : "1");
    item->options[1] = talloc_strdup(parent, scored ? "no" : "2");
    item->taken = talloc_zero_array(parent, unsigned, 2);
}

static inline void fill_answer(struct ballot_item *item, int given, unsigned people, bool scored)
{
    if (given == SKIPPED) {
        item->skipped = people;
        return;
    }
    item->taken[given] = people;
    item->right = scored && given == YES ? people : 0;
    item->wrong = scored && given == NO ? people : 0;
}

static inline struct ballot *ballot_of(const void *parent, const struct answers *answers)
{
    static const char *const ids[ITEMS] = {"first", "second", "third", "first"};
    static const enum ballot_moment moments[ITEMS] = {BALLOT_BEFORE, BALLOT_DURING, BALLOT_DURING,
                                                      BALLOT_AFTER};
    struct ballot *ballot = talloc_zero(parent, struct ballot);

    ballot->lesson = talloc_strdup(ballot, answers->lesson);
    memcpy(ballot->revision, "00c0ffee", sizeof ballot->revision);
    ballot->language = talloc_strdup(ballot, answers->language);
    ballot->group = answers->hands != 0;
    ballot->count = ITEMS;
    ballot->items = talloc_zero_array(ballot, struct ballot_item, ITEMS);
    for (int i = 0; i < ITEMS; i++) {
        bool scored = i != 2;
        fill_item(ballot, &ballot->items[i], ids[i], moments[i], scored);
        fill_answer(&ballot->items[i], answers->given[i], answers->hands ? answers->hands : 1,
                    scored);
    }
    return ballot;
}

/* Batch number `number`, of count answers. */
static inline enum counts_fold fold_answers(struct report_world *world, uint64_t number,
                                            const struct answers *answers, size_t count)
{
    unsigned char id[FIGURES_BATCH_ID] = {0};
    const struct ballot **ballots = talloc_array(NULL, const struct ballot *, (unsigned)count);

    memcpy(id, &number, sizeof number);
    for (size_t i = 0; i < count; i++)
        ballots[i] = ballot_of(ballots, &answers[i]);
    enum counts_fold fold = counts_fold_batch(world->counts, id, ballots, count, world->problems);
    talloc_free(ballots);
    return fold;
}

static const struct outline_option outline_answers[] = {
    {.id = "yes", .text = "Yes", .right = true},
    {.id = "no", .text = "No"},
};

static const struct outline_option outline_rates[] = {
    {.id = "1", .text = "1"},
    {.id = "2", .text = "2"},
};

static const struct outline_item outline_items[] = {
    {"first", 1, "choose", "The first?", true, outline_answers, 2},
    {"second", 1, "choose", "The second?", true, outline_answers, 2},
    {"third", 1, "rate", "The third?", false, outline_rates, 2},
};

static const struct outline_lesson outline_lessons[] = {
    {"one", "Lesson one", "00c0ffee", outline_items, 3},
    {"two", "Lesson two", "00c0ffee", outline_items, 3},
};

static const struct outline outline = {"A course", outline_lessons, 2};

static inline void put_facility(struct buffer *text, const char *name,
                                const struct facility *facility)
{
    buffer_format(text, "  %s %zu/%zu %.17g %.17g %.17g\n", name, facility->right, facility->n,
                  facility->share, facility->low, facility->high);
}

static inline void put_item(struct buffer *text, const struct item_figures *item)
{
    buffer_format(text, " item %s %ld %s %s enough %d verdict %d\n", item->id, item->rev,
                  item->verb ? item->verb : "-", item->text ? item->text : "-", item->enough,
                  (int)item->verdict);
    if (!item->enough)
        return;
    put_facility(text, item->scored ? "facility" : "unscored", &item->facility);
    buffer_format(text, "  skipped %zu\n", item->skipped);
    for (size_t i = 0; i < item->option_count; i++)
        buffer_format(text, "  option %s %s %d %zu\n", item->options[i].id,
                      item->options[i].text ? item->options[i].text : "-", item->options[i].right,
                      item->options[i].n);
    if (item->discriminates)
        buffer_format(text, "  discrimination %.17g\n", item->discrimination);
    if (item->paired)
        put_facility(text, "after", &item->after);
}

/* All of a summary; what two formats of it could differ in differs here. */
static inline char *report_text(const void *parent, const struct summary *summary)
{
    struct buffer text = buffer_new(parent);

    buffer_format(&text, "course %s\n", summary->course);
    for (size_t i = 0; i < summary->count; i++) {
        const struct lesson_figures *lesson = &summary->lessons[i];
        buffer_format(&text, "lesson %s %s %s current %d completions %zu\n", lesson->id,
                      lesson->title ? lesson->title : "-", lesson->revision, lesson->current,
                      lesson->completions);
        for (size_t j = 0; j < lesson->item_count; j++)
            put_item(&text, &lesson->items[j]);
        buffer_format(&text, " gained %d %zu %zu %.17g %.17g %.17g\n", lesson->gained,
                      lesson->before_n, lesson->after_n, lesson->before, lesson->after,
                      lesson->gain);
    }
    for (size_t i = 0; i < summary->language_count; i++)
        buffer_format(&text, "language %s %zu\n", summary->languages[i].code,
                      summary->languages[i].tens);
    return text.text;
}

static inline struct summary *world_summary(struct report_world *world)
{
    struct summary *summary = summary_make(world, world->counts, &outline, world->problems);
    assert_non_null(summary);
    return summary;
}

static inline char *world_report(struct report_world *world)
{
    struct summary *summary = world_summary(world);
    char *text = report_text(world, summary);
    talloc_free(summary);
    return text;
}

#endif
