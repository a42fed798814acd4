/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/counts.h"

#include <stdlib.h>
#include <string.h>

#include <sodium.h>
#include <talloc.h>

#include "base/file.h"
#include "base/memory.h"
#include "report/figures_failure.h"
#include "store/failure.h"
#include "store/folder.h"
#include "store/quarter.h"

/* A file can be damaged, replaced by another program, and damaged again; not for ever. */
#define TRIES 3

/* In the file: never to be changed. */
enum pool_kind {
    POOL_LEARNERS = 0,
    POOL_GROUPS = 1,
    POOL_RESTS = 2,
    POOL_LANGUAGES_LEARNERS = 3,
    POOL_LANGUAGES_GROUPS = 4,
};

#define LANGUAGES "languages"

struct counts {
    const char *folder;
    const char *path;
    bool checked; /* all of the file was read and found sound */
};

static uint64_t block_of(int kind)
{
    return kind == POOL_RESTS ? COUNTS_REST_BLOCK : COUNTS_BLOCK;
}

/* Opens the file, having set a damaged one aside: READY, ABSENT or FAILED. */
static enum figures_state use(struct counts *counts, struct figures_file **ret_file,
                              struct diagnostics *problems)
{
    enum figures_state state = FIGURES_DAMAGED;

    for (int tries = 0; tries < TRIES && state == FIGURES_DAMAGED; tries++) {
        state = figures_open(NULL, counts->folder, !counts->checked, ret_file, problems);
        if (state == FIGURES_DAMAGED && !figures_set_aside(counts->folder, problems))
            return FIGURES_FAILED;
    }
    counts->checked = state == FIGURES_READY;
    if (state == FIGURES_NEWER)
        figures_refuse_newer(counts->path, problems);
    if (state == FIGURES_DAMAGED)
        figures_refuse(counts->path, SQLITE_CORRUPT, problems);
    return state == FIGURES_READY || state == FIGURES_ABSENT ? state : FIGURES_FAILED;
}

/* Closing and reading set times, too, so this comes last. */
static void done_with(const struct counts *counts, struct figures_file *file)
{
    talloc_free(file);
    quarter_stamp(counts->path, quarter_now());
    folder_stamp(counts->folder, quarter_now());
}

struct counts *counts_open(const void *parent, const char *folder, struct diagnostics *problems)
{
    struct counts *counts = memory_need(talloc_zero(parent, struct counts));
    struct figures_file *file = NULL;

    counts->folder = memory_need(talloc_strdup(counts, folder));
    counts->path = file_path(counts, folder, FIGURES_NAME);
    enum figures_state state = sodium_init() < 0 ? FIGURES_FAILED : use(counts, &file, problems);
    if (state == FIGURES_READY)
        done_with(counts, file);
    if (state != FIGURES_FAILED)
        return counts;
    talloc_free(counts);
    return NULL;
}

struct batch {
    const unsigned char *id;
    const struct ballot **ballots; /* sorted */
    size_t count;
    bool seen;
};

/* A heap while a batch is added to it. */
struct heap {
    struct figures_pool key;
    struct tally *pending, *released; /* belong to memory */
    void *memory;
    bool may_open, opened; /* to be released, if enough wait */
};

static int read_heap(void *data, const struct figures_row *row)
{
    struct heap *heap = data;
    const struct figures_pool *key = &heap->key;

    heap->pending = tally_read(heap->memory, key->lesson, key->revision, row->pending.data,
                               row->pending.length);
    heap->released = tally_read(heap->memory, key->lesson, key->revision, row->released.data,
                                row->released.length);
    return heap->pending && heap->released ? SQLITE_OK : SQLITE_CORRUPT;
}

/* All that waits, or nothing. */
static void release(struct heap *heap)
{
    heap->opened = heap->may_open && heap->pending->ballots >= block_of(heap->key.kind);
    if (!heap->opened)
        return;
    tally_add_numbers(heap->released, heap->pending);
    heap->released->ballots += heap->pending->ballots;
    heap->pending = tally_new(heap->memory, heap->key.lesson, heap->key.revision);
}

static struct figures_bytes bytes_of(const struct heap *heap, const struct tally *tally)
{
    struct buffer buffer = buffer_new(heap->memory);

    if (tally->ballots)
        tally_write(tally, &buffer);
    return (struct figures_bytes){buffer.text, buffer.length};
}

static int write_heap(struct figures_file *file, const struct heap *heap)
{
    const struct figures_row row = {
        .pool = heap->key,
        .pending = bytes_of(heap, heap->pending),
        .released = bytes_of(heap, heap->released),
    };
    return figures_put(file, &row);
}

/* Releases only if may_open; *ret_opened tells whether it did. */
static int fold_heap(struct figures_file *file, int kind, const struct tally *more, bool may_open,
                     bool *ret_opened)
{
    struct heap heap = {.key = {more->lesson, more->revision, kind}, .may_open = may_open};

    *ret_opened = false;
    if (more->ballots == 0)
        return SQLITE_DONE;
    heap.memory = memory_need(talloc_new(NULL));
    int code = figures_take(file, &heap.key, read_heap, &heap);
    if (code == SQLITE_DONE) {
        heap.pending = tally_new(heap.memory, heap.key.lesson, heap.key.revision);
        heap.released = tally_new(heap.memory, heap.key.lesson, heap.key.revision);
    }
    if (code == SQLITE_DONE || code == SQLITE_ROW) {
        tally_add_numbers(heap.pending, more);
        heap.pending->ballots += more->ballots;
        release(&heap);
        code = write_heap(file, &heap);
    }
    *ret_opened = heap.opened;
    memory_wipe(heap.memory);
    return code;
}

/* Ballots about one revision of one lesson. */
static int fold_lesson(struct figures_file *file, const struct ballot *const *ballots, size_t count)
{
    const struct ballot *first = ballots[0];
    void *memory = memory_need(talloc_new(NULL));
    struct tally *learners = tally_new(memory, first->lesson, first->revision);
    struct tally *groups = tally_new(memory, first->lesson, first->revision);
    struct tally *rests = tally_new(memory, first->lesson, first->revision);

    for (size_t i = 0; i < count; i++) {
        tally_add(ballots[i]->group ? groups : learners, ballots[i]);
        if (!ballots[i]->group)
            tally_add_rest(rests, ballots[i]);
    }
    bool opened = false, ignored;
    int code = fold_heap(file, POOL_GROUPS, groups, true, &ignored);
    if (code == SQLITE_DONE)
        code = fold_heap(file, POOL_LEARNERS, learners, true, &opened);
    if (code == SQLITE_DONE)
        code = fold_heap(file, POOL_RESTS, rests, opened, &ignored);
    memory_wipe(memory);
    return code;
}

static int compare(const struct ballot *one, const struct ballot *other)
{
    int order = strcmp(one->lesson, other->lesson);
    return order ? order : strcmp(one->revision, other->revision);
}

static int compare_places(const void *one, const void *other)
{
    const struct ballot *const *left = one, *const *right = other;
    return compare(*left, *right);
}

static int fold_lessons(struct figures_file *file, const struct batch *batch)
{
    int code = SQLITE_DONE;
    size_t end;

    for (size_t i = 0; i < batch->count && code == SQLITE_DONE; i = end) {
        end = i + 1;
        while (end < batch->count && compare(batch->ballots[i], batch->ballots[end]) == 0)
            end++;
        code = fold_lesson(file, batch->ballots + i, end - i);
    }
    return code;
}

static int fold_languages(struct figures_file *file, const struct batch *batch)
{
    void *memory = memory_need(talloc_new(NULL));
    struct tally *learners = tally_new(memory, "", ""), *groups = tally_new(memory, "", "");

    for (size_t i = 0; i < batch->count; i++) {
        struct tally *tally = batch->ballots[i]->group ? groups : learners;
        tally->ballots++;
        tally_add_option(tally, LANGUAGES, batch->ballots[i]->language);
    }
    bool ignored;
    int code = fold_heap(file, POOL_LANGUAGES_LEARNERS, learners, true, &ignored);
    if (code == SQLITE_DONE)
        code = fold_heap(file, POOL_LANGUAGES_GROUPS, groups, true, &ignored);
    memory_wipe(memory);
    return code;
}

/* SQLITE_OK: folded, or seen before. */
static int fold(struct figures_file *file, struct batch *batch)
{
    int code = figures_begin(file);

    if (code == SQLITE_OK)
        code = figures_find_batch(file, batch->id);
    batch->seen = code == SQLITE_ROW;
    if (code == SQLITE_DONE)
        code = figures_put_batch(file, batch->id);
    if (code == SQLITE_DONE)
        code = fold_lessons(file, batch);
    if (code == SQLITE_DONE)
        code = fold_languages(file, batch);
    /* Nothing to keep: freeing the file ends it. */
    if (batch->seen)
        return SQLITE_OK;
    return code == SQLITE_DONE ? figures_commit(file) : code;
}

enum attempt { ATTEMPT_DONE, ATTEMPT_AGAIN, ATTEMPT_FAILED };

static enum attempt judge(struct counts *counts, int code, struct diagnostics *problems)
{
    if (code == SQLITE_OK)
        return ATTEMPT_DONE;
    /* All of it is looked at next time, and set aside if need be. */
    counts->checked = false;
    if (code == SQLITE_READONLY_DBMOVED || failure_is_damage(code))
        return ATTEMPT_AGAIN;
    figures_refuse(counts->path, code, problems);
    return ATTEMPT_FAILED;
}

static enum attempt try_fold(struct counts *counts, struct batch *batch, int *ret_code,
                             struct diagnostics *problems)
{
    struct figures_file *file = NULL;
    enum figures_state state = use(counts, &file, problems);

    *ret_code = SQLITE_BUSY;
    if (state == FIGURES_ABSENT && figures_create(counts->folder, problems))
        return ATTEMPT_AGAIN;
    if (state != FIGURES_READY)
        return ATTEMPT_FAILED;
    *ret_code = fold(file, batch);
    done_with(counts, file);
    return judge(counts, *ret_code, problems);
}

enum counts_fold counts_fold_batch(struct counts *counts, const unsigned char id[FIGURES_BATCH_ID],
                                   const struct ballot *const *ballots, size_t count,
                                   struct diagnostics *problems)
{
    struct batch batch = {.id = id, .count = count};
    enum attempt attempt = ATTEMPT_AGAIN;
    int code = SQLITE_BUSY;

    batch.ballots = memory_need(talloc_array(NULL, const struct ballot *, (unsigned)count));
    if (count) {
        memcpy(batch.ballots, ballots, count * sizeof *ballots);
        qsort(batch.ballots, count, sizeof *batch.ballots, compare_places);
    }
    /* One more, as the first may have to make the file. */
    for (int tries = 0; tries <= TRIES && attempt == ATTEMPT_AGAIN; tries++)
        attempt = try_fold(counts, &batch, &code, problems);
    talloc_free(batch.ballots);
    if (attempt == ATTEMPT_AGAIN)
        figures_refuse(counts->path, code, problems);
    if (attempt != ATTEMPT_DONE)
        return COUNTS_FAILED;
    return batch.seen ? COUNTS_SEEN : COUNTS_NEW;
}

static bool is_about(const struct tally *tally, const struct figures_pool *pool)
{
    return strcmp(tally->lesson, pool->lesson) == 0 && strcmp(tally->revision, pool->revision) == 0;
}

/* Rows of one revision follow each other. The first is taken as it is. */
static void add_lesson(struct counts_released *released, const struct figures_pool *pool,
                       struct tally *tally)
{
    struct tally *last = released->count ? released->lessons[released->count - 1] : NULL;

    /* The ballots of the rests are those of the learners. */
    if (pool->kind == POOL_RESTS)
        tally->ballots = 0;
    if (last && is_about(last, pool)) {
        tally_add_numbers(last, tally);
        last->ballots += tally->ballots;
        talloc_free(tally);
        return;
    }
    released->lessons = memory_need(
        talloc_realloc(released, released->lessons, struct tally *, (unsigned)released->count + 1));
    released->lessons[released->count++] = tally;
}

static int read_released(void *data, const struct figures_row *row)
{
    struct counts_released *released = data;
    const struct figures_pool *pool = &row->pool;

    if (row->released.length == 0)
        return SQLITE_OK;
    struct tally *tally = tally_read(released, pool->lesson, pool->revision, row->released.data,
                                     row->released.length);
    if (!tally)
        return SQLITE_CORRUPT;
    if (pool->kind < POOL_LANGUAGES_LEARNERS) {
        add_lesson(released, pool, tally);
        return SQLITE_OK;
    }
    tally_add_numbers(released->languages, tally);
    talloc_free(tally);
    return SQLITE_OK;
}

static enum attempt try_release(struct counts *counts, struct counts_released *released,
                                struct diagnostics *problems)
{
    struct figures_file *file = NULL;
    enum figures_state state = use(counts, &file, problems);

    if (state == FIGURES_ABSENT)
        return ATTEMPT_DONE;
    if (state != FIGURES_READY)
        return ATTEMPT_FAILED;
    int code = figures_walk(file, read_released, released);
    done_with(counts, file);
    return judge(counts, code == SQLITE_DONE ? SQLITE_OK : code, problems);
}

struct counts_released *counts_released(const void *parent, struct counts *counts,
                                        struct diagnostics *problems)
{
    struct counts_released *released = NULL;
    enum attempt attempt = ATTEMPT_AGAIN;

    for (int tries = 0; tries < TRIES && attempt == ATTEMPT_AGAIN; tries++) {
        talloc_free(released);
        released = memory_need(talloc_zero(parent, struct counts_released));
        released->languages = tally_new(released, "", "");
        attempt = try_release(counts, released, problems);
    }
    if (attempt == ATTEMPT_DONE)
        return released;
    if (attempt == ATTEMPT_AGAIN)
        figures_refuse(counts->path, SQLITE_CORRUPT, problems);
    talloc_free(released);
    return NULL;
}
