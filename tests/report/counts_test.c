/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Batches into figures, and what is told of them when. */
#include "report_world.h"

#include <signal.h>
#include <sys/resource.h>

#include <sqlite3.h>

static struct answers learner(const char *lesson, int given)
{
    return (struct answers){lesson, "ru", {given, given, YES, YES}, 0};
}

/* count ballots of learners, each answering the same. */
static enum counts_fold fold_same(struct report_world *world, uint64_t batch, struct answers one,
                                  size_t count)
{
    struct answers *all = talloc_array(world, struct answers, (unsigned)count);
    for (size_t i = 0; i < count; i++)
        all[i] = one;
    enum counts_fold fold = fold_answers(world, batch, all, count);
    talloc_free(all);
    return fold;
}

static const struct lesson_figures *lesson_one(struct report_world *world)
{
    return &world_summary(world)->lessons[0];
}

static void nothing_is_written_before_the_first_batch(void **state)
{
    struct report_world *world = *state;
    const struct lesson_figures *lesson = lesson_one(world);
    assert_string_equal(lesson->title, "Lesson one");
    assert_true(lesson->current);
    assert_int_equal(lesson->completions, 0);
    assert_int_equal(lesson->item_count, 0);
    assert_int_equal(access(world->data, F_OK), -1);
}

static void outputs_for_0_to_9_ballots_are_the_same_bytes(void **state)
{
    struct report_world *world = *state;
    char *nothing = world_report(world);
    for (uint64_t i = 1; i <= 9; i++) {
        const struct answers one = {
            i % 2 ? "one" : "two", i % 3 ? "ru" : "uk", {(int)(i % 3), NO, YES, NO}, 0};
        assert_int_equal(fold_answers(world, i, &one, 1), COUNTS_NEW);
        assert_string_equal(world_report(world), nothing);
    }
    for (uint64_t i = 1; i <= 9; i++) {
        const struct answers group = {"one", "ru", {YES, NO, YES, NO}, 12};
        assert_int_equal(fold_answers(world, 100 + i, &group, 1), COUNTS_NEW);
        assert_string_equal(world_report(world), nothing);
    }
    assert_int_equal(world->problems->count, 0);
}

static void ten_are_released_at_once(void **state)
{
    struct report_world *world = *state;
    assert_int_equal(fold_same(world, 1, learner("one", YES), 7), COUNTS_NEW);
    assert_int_equal(fold_same(world, 2, learner("one", NO), 6), COUNTS_NEW);
    const struct summary *summary = world_summary(world);
    const struct lesson_figures *lesson = &summary->lessons[0];
    assert_int_equal(lesson->completions, 13);
    assert_int_equal(lesson->item_count, 3);
    const struct item_figures *item = &lesson->items[0];
    assert_string_equal(item->text, "The first?");
    assert_true(item->enough && item->scored && item->paired && !item->discriminates);
    assert_int_equal(item->facility.n, 13);
    assert_int_equal(item->facility.right, 7);
    assert_int_equal(item->after.right, 13);
    assert_string_equal(item->options[0].text, "Yes");
    assert_true(item->options[0].right);
    assert_int_equal(item->options[1].n, 6);
    assert_false(lesson->items[2].scored);
    assert_int_equal(lesson->items[2].facility.n, 13);
    assert_true(lesson->gained);
    assert_near(lesson->gain, 1, 1e-12);
    assert_int_equal(lesson->before_n, 13);
    assert_int_equal(summary->language_count, 1);
    assert_int_equal(summary->languages[0].tens, 10);
    assert_int_equal(fold_same(world, 3, learner("one", NO), 9), COUNTS_NEW);
    assert_int_equal(lesson_one(world)->completions, 13);
    assert_int_equal(fold_same(world, 4, learner("one", NO), 1), COUNTS_NEW);
    assert_int_equal(lesson_one(world)->completions, 23);
}

static void a_batch_counts_once(void **state)
{
    struct report_world *world = *state;
    assert_int_equal(fold_same(world, 1, learner("one", YES), 10), COUNTS_NEW);
    assert_int_equal(fold_same(world, 1, learner("one", YES), 10), COUNTS_SEEN);
    world_open(world);
    assert_int_equal(fold_same(world, 1, learner("one", YES), 10), COUNTS_SEEN);
    assert_int_equal(lesson_one(world)->completions, 10);
    assert_int_equal(fold_answers(world, 2, NULL, 0), COUNTS_NEW);
    assert_int_equal(fold_answers(world, 2, NULL, 0), COUNTS_SEEN);
}

/* Ten hands of one group are one ballot, and no cover for nine learners. */
static void groups_are_released_apart_from_learners(void **state)
{
    struct report_world *world = *state;
    const struct answers group = {"one", "uk", {YES, NO, YES, YES}, 12};
    assert_int_equal(fold_same(world, 1, learner("one", YES), 9), COUNTS_NEW);
    assert_int_equal(fold_same(world, 2, group, 9), COUNTS_NEW);
    assert_int_equal(lesson_one(world)->completions, 0);
    assert_int_equal(fold_same(world, 3, group, 1), COUNTS_NEW);
    const struct lesson_figures *lesson = lesson_one(world);
    assert_int_equal(lesson->completions, 10);
    assert_int_equal(lesson->items[0].facility.n, 120);
    assert_int_equal(fold_same(world, 4, learner("one", YES), 1), COUNTS_NEW);
    lesson = lesson_one(world);
    assert_int_equal(lesson->completions, 20);
    assert_int_equal(lesson->items[0].facility.n, 130);
    assert_int_equal(world_summary(world)->language_count, 2);
}

/* Their blocks are made of whole ones of the learners. */
static void discrimination_waits_for_fifty(void **state)
{
    struct report_world *world = *state;
    struct answers half[46];
    for (int i = 0; i < 46; i++)
        half[i] = learner("one", i % 2 ? YES : NO);
    assert_int_equal(fold_answers(world, 1, half, 46), COUNTS_NEW);
    assert_false(lesson_one(world)->items[0].discriminates);
    assert_int_equal(fold_answers(world, 2, half, 4), COUNTS_NEW);
    assert_int_equal(lesson_one(world)->completions, 46);
    assert_false(lesson_one(world)->items[0].discriminates);
    assert_int_equal(fold_answers(world, 3, half, 6), COUNTS_NEW);
    const struct item_figures *item = &lesson_one(world)->items[0];
    assert_true(item->discriminates);
    assert_near(item->discrimination, 1, 1e-12);
    assert_false(lesson_one(world)->items[2].discriminates);
}

static void other_revisions_stand_apart(void **state)
{
    struct report_world *world = *state;
    struct outline_lesson now = outline_lessons[0];
    const struct outline newer = {"A course", &now, 1};
    assert_int_equal(fold_same(world, 1, learner("one", YES), 10), COUNTS_NEW);
    assert_int_equal(fold_same(world, 2, learner("two", YES), 10), COUNTS_NEW);
    memcpy(now.revision, "0badcafe", BALLOT_REVISION);
    struct summary *summary = summary_make(world, world->counts, &newer, world->problems);
    assert_int_equal(summary->count, 3);
    assert_true(summary->lessons[0].current);
    assert_int_equal(summary->lessons[0].completions, 0);
    assert_false(summary->lessons[1].current);
    assert_string_equal(summary->lessons[1].revision, "00c0ffee");
    assert_string_equal(summary->lessons[1].title, "Lesson one");
    assert_string_equal(summary->lessons[1].items[0].text, "The first?");
    assert_string_equal(summary->lessons[2].id, "two");
    assert_null(summary->lessons[2].title);
    assert_null(summary->lessons[2].items[0].text);
    assert_true(summary->lessons[2].items[0].scored);
    assert_false(summary->lessons[2].items[2].scored);
}

static void only_the_owner_may_read_and_nothing_lies_beside(void **state)
{
    struct report_world *world = *state;
    struct stat status;
    assert_int_equal(fold_same(world, 1, learner("one", YES), 3), COUNTS_NEW);
    assert_int_equal(stat(world->path, &status), 0);
    assert_int_equal(status.st_mode & 0777, 0600);
    assert_int_equal(status.st_mtime % 86400, 0); /* the beginning of a quarter */
    assert_int_equal(stat(world->data, &status), 0);
    assert_int_equal(status.st_mode & 0777, 0700);
    char *journal = talloc_asprintf(world, "%s-journal", world->path);
    assert_int_equal(access(journal, F_OK), -1);
}

static void run_sql(const char *path, const char *sql)
{
    sqlite3 *database;
    assert_int_equal(sqlite3_open(path, &database), SQLITE_OK);
    assert_int_equal(sqlite3_exec(database, sql, NULL, NULL, NULL), SQLITE_OK);
    sqlite3_close(database);
}

static void a_newer_file_is_refused_and_unchanged(void **state)
{
    struct report_world *world = *state;
    struct bytes before, after;
    assert_int_equal(fold_same(world, 1, learner("one", YES), 10), COUNTS_NEW);
    run_sql(world->path, "PRAGMA user_version=2");
    assert_true(file_read(world, world->path, 1 << 20, &before, world->problems));
    struct counts *counts = counts_open(world, world->data, world->problems);
    assert_null(counts);
    assert_non_null(strstr(world->problems->items[0].message, "newer version"));
    /* It was opened before it became newer. */
    assert_int_equal(fold_same(world, 2, learner("one", YES), 10), COUNTS_FAILED);
    assert_true(file_read(world, world->path, 1 << 20, &after, world->problems));
    assert_int_equal(before.length, after.length);
    assert_memory_equal(before.data, after.data, before.length);
}

static void write_bytes(const char *path, struct bytes bytes)
{
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(bytes.data, 1, bytes.length, file), bytes.length);
    assert_int_equal(fclose(file), 0);
}

/* Either nothing changes in what is told, or the file is set aside as it was, and said so. */
static void every_flipped_byte_is_noticed(void **state)
{
    struct report_world *world = *state;
    struct random random = {.state = 3};
    size_t harmless = 0, noticed = 0;
    struct bytes bytes, kept;
    for (uint64_t i = 1; i <= 4; i++)
        assert_int_equal(fold_same(world, i, learner(i % 2 ? "one" : "two", YES), 8), COUNTS_NEW);
    char *right = world_report(world);
    assert_true(file_read(world, world->path, 1 << 20, &bytes, world->problems));
    long flips = wanted("CONECTA_FLIPS", 300);
    size_t rounds = flips ? (size_t)flips : bytes.length;
    char *aside = talloc_asprintf(world, "%s.damaged-1", world->path);
    for (size_t i = 0; i < rounds; i++) {
        size_t place = flips ? random_below(&random, bytes.length) : i;
        char old = bytes.data[place];
        bytes.data[place] = (char)(old ^ (1 << random_below(&random, 8)));
        write_bytes(world->path, bytes);
        world_hear(world);
        world_open(world);
        bool newer = !world->counts;
        char *found = newer ? NULL : world_report(world);
        bool told = world->problems->count > 0;
        if (newer) {
            /* A flipped bit in the version cannot be told from one. */
            assert_non_null(strstr(world->problems->items[0].message, "newer"));
            noticed++;
        } else if (access(aside, F_OK) == 0) {
            assert_true(told);
            assert_true(file_read(world, aside, 1 << 20, &kept, world->problems));
            assert_int_equal(kept.length, bytes.length);
            assert_memory_equal(kept.data, bytes.data, bytes.length);
            talloc_free(kept.data);
            assert_int_equal(unlink(aside), 0);
            noticed++;
        } else {
            assert_false(told);
            assert_string_equal(found, right);
            harmless++;
        }
        talloc_free(found);
        bytes.data[place] = old;
    }
    printf("%zu bytes flipped: %zu noticed, %zu harmless\n", rounds, noticed, harmless);
    assert_true(noticed > 0);
}

static void another_file_is_set_aside_and_counting_begins_anew(void **state)
{
    struct report_world *world = *state;
    assert_int_equal(mkdir(world->data, 0700), 0);
    folder_add(world->data, "figures.db",
               "not a database, but longer than the head of one would "
               "be, if this were one; so that all of it is looked at");
    assert_int_equal(fold_same(world, 1, learner("one", YES), 10), COUNTS_NEW);
    assert_int_equal(world->problems->warnings, 1);
    assert_int_equal(world->problems->errors, 0);
    assert_non_null(strstr(world->problems->items[0].message, "figures.db.damaged-1"));
    assert_int_equal(lesson_one(world)->completions, 10);
}

static void a_full_disk_is_told_and_nothing_counts(void **state)
{
    struct report_world *world = *state;
    const struct rlimit unlimited = {RLIM_INFINITY, RLIM_INFINITY};
    size_t refused = 0, folded = 0;
    signal(SIGXFSZ, SIG_IGN);
    for (rlim_t limit = 0; limit <= 64 << 10; limit += 1024) {
        world_use(world, talloc_asprintf(world, "full-%zu", (size_t)limit));
        if (limit % 2048)
            assert_int_equal(fold_same(world, 1, learner("one", YES), 10), COUNTS_NEW);
        char *before = world_report(world);
        const struct rlimit tight = {limit, RLIM_INFINITY};
        assert_int_equal(setrlimit(RLIMIT_FSIZE, &tight), 0);
        world_hear(world);
        enum counts_fold fold = fold_same(world, 2, learner("two", NO), 20);
        assert_int_equal(setrlimit(RLIMIT_FSIZE, &unlimited), 0);
        if (fold == COUNTS_FAILED) {
            assert_non_null(strstr(world->problems->items[0].message, "no room"));
            assert_string_equal(world_report(world), before);
            assert_int_equal(fold_same(world, 2, learner("two", NO), 20), COUNTS_NEW);
            refused++;
        } else {
            assert_int_equal(fold, COUNTS_NEW);
            folded++;
        }
        assert_int_equal(world_summary(world)->lessons[1].completions, 20);
    }
    printf("%zu disks were full, %zu were not\n", refused, folded);
    assert_true(refused > 5 && folded > 5);
}

static void what_cannot_be_read_is_told(void **state)
{
    struct report_world *world = *state;
    assert_int_equal(mkdir(world->data, 0700), 0);
    assert_int_equal(mkdir(world->path, 0700), 0);
    assert_null(counts_open(world, world->data, world->problems));
    assert_int_equal(world->problems->errors, 1);
    assert_int_equal(fold_same(world, 1, learner("one", YES), 10), COUNTS_FAILED);
    assert_null(summary_make(world, world->counts, &outline, world->problems));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        IN_WORLD(nothing_is_written_before_the_first_batch),
        IN_WORLD(outputs_for_0_to_9_ballots_are_the_same_bytes),
        IN_WORLD(ten_are_released_at_once),
        IN_WORLD(a_batch_counts_once),
        IN_WORLD(groups_are_released_apart_from_learners),
        IN_WORLD(discrimination_waits_for_fifty),
        IN_WORLD(other_revisions_stand_apart),
        IN_WORLD(only_the_owner_may_read_and_nothing_lies_beside),
        IN_WORLD(a_newer_file_is_refused_and_unchanged),
        IN_WORLD(every_flipped_byte_is_noticed),
        IN_WORLD(another_file_is_set_aside_and_counting_begins_anew),
        IN_WORLD(a_full_disk_is_told_and_nothing_counts),
        IN_WORLD(what_cannot_be_read_is_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
