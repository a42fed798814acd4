/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Ballots become a batch, which stays as it is until it has arrived. */
#include "store/batch.h"

#include <string.h>

#include <talloc.h>

#include "base/memory.h"
#include "store/database_ballots.h"
#include "store/inside.h"

/* What a lesson gives to a batch. */
struct part {
    unsigned char lesson[LESSON_SIZE];
    size_t count;
};

/* There are at most so many: each has STORE_GROUP_LEAST ballots. */
#define PARTS (BATCH_SLOTS / STORE_GROUP_LEAST)

struct sharing {
    struct share *share;
    struct secret *seal; /* a struct seal_row */
    struct part parts[PARTS];
    size_t part_count;
    struct batch_row *batch;
    bool write;
};

/* Part of a lesson, if it is too many; but never so few that they should have waited. */
static void add_part(void *data, const unsigned char lesson[LESSON_SIZE], size_t count)
{
    struct sharing *sharing = data;
    size_t room = BATCH_SLOTS - sharing->share->ballots;
    struct part part = {.count = count < room ? count : room};

    if (part.count < STORE_GROUP_LEAST)
        return;
    memcpy(part.lesson, lesson, LESSON_SIZE);
    sharing->parts[sharing->part_count++] = part;
    sharing->share->ballots += part.count;
    sharing->share->lessons++;
}

static void shuffle(unsigned char *boxes, size_t count)
{
    struct ballot_row *kept = memory_need(talloc(NULL, struct ballot_row));

    for (size_t i = count; i > 1; i--) {
        unsigned char *one = boxes + (i - 1) * BATCH_BOX_BYTES;
        unsigned char *other = boxes + randombytes_uniform((uint32_t)i) * BATCH_BOX_BYTES;
        memcpy(kept->box, one, BATCH_BOX_BYTES);
        memmove(one, other, BATCH_BOX_BYTES);
        memcpy(other, kept->box, BATCH_BOX_BYTES);
    }
    talloc_free(kept);
}

/* Moves the ballots of a lesson to `boxes`. */
static int take_part(struct database *database, const struct part *part, unsigned char *boxes)
{
    void *memory = memory_need(talloc_new(NULL));
    struct ballot_row *row = memory_need(talloc(memory, struct ballot_row));
    struct ballot_ids ids;
    int code = database_lesson_ids(memory, database, part->lesson, (int)part->count, &ids);

    if (code == SQLITE_DONE && ids.count != part->count)
        code = SQLITE_CORRUPT;
    for (size_t i = 0; code == SQLITE_DONE && i < ids.count; i++) {
        code = database_find_ballot(database, ids.items[i], row);
        memcpy(boxes + i * BATCH_BOX_BYTES, row->box, BATCH_BOX_BYTES);
        if (code == SQLITE_ROW)
            code = database_delete_ballot(database, row->id);
        else if (code == SQLITE_DONE)
            code = SQLITE_CORRUPT;
    }
    talloc_free(memory);
    return code;
}

static int make_batch(struct database *database, struct sharing *sharing)
{
    struct share *share = sharing->share;
    unsigned char *boxes = memory_need(
        talloc_array(NULL, unsigned char, (unsigned)(share->ballots * BATCH_BOX_BYTES)));
    unsigned char id[BATCH_ID_BYTES], *at = boxes;
    int code = SQLITE_DONE;

    for (size_t i = 0; code == SQLITE_DONE && i < sharing->part_count; i++) {
        code = take_part(database, &sharing->parts[i], at);
        at += sharing->parts[i].count * BATCH_BOX_BYTES;
    }
    if (code == SQLITE_DONE) {
        shuffle(boxes, share->ballots);
        randombytes_buf(id, sizeof id);
        batch_seal(sharing->batch->file, id, boxes, share->ballots, &share->key);
        sharing->batch->public = share->key;
        sharing->batch->ballots = (int)share->ballots;
        sharing->batch->lessons = (int)share->lessons;
        code = database_put_batch(database, sharing->batch);
    }
    talloc_free(boxes);
    return code;
}

static void keep_bytes(struct sharing *sharing)
{
    sharing->share->bytes =
        memory_need(talloc_memdup(sharing->share, sharing->batch->file, BATCH_BYTES));
}

static void take_earlier(struct sharing *sharing)
{
    struct share *share = sharing->share;

    share->ready = share->again = true;
    share->ballots = (size_t)sharing->batch->ballots;
    share->lessons = (size_t)sharing->batch->lessons;
    share->key = sharing->batch->public;
    keep_bytes(sharing);
}

static int gather(struct database *database, struct sharing *sharing)
{
    struct seal_row *seal = seal_row_in(sharing->seal);
    int code = database_seal(database, seal);

    if (code != SQLITE_ROW)
        return code;
    sharing->share->key = seal->public;
    code = database_lessons(database, STORE_GROUP_LEAST, add_part, sharing);
    sharing->share->ready = sharing->share->ballots > 0;
    if (code != SQLITE_DONE || !sharing->share->ready || !sharing->write)
        return code;
    code = make_batch(database, sharing);
    if (code == SQLITE_DONE)
        keep_bytes(sharing);
    return code;
}

static int share(struct database *database, void *data)
{
    struct sharing *sharing = data;

    talloc_free(sharing->share->bytes);
    *sharing->share = (struct share){0};
    sharing->part_count = 0;
    int code = database_batch(database, sharing->batch);
    if (code == SQLITE_ROW) {
        take_earlier(sharing);
        return SQLITE_DONE;
    }
    return code == SQLITE_DONE ? gather(database, sharing) : code;
}

static bool run(const void *parent, struct store *store, bool write, struct share **ret_share,
                struct diagnostics *problems)
{
    struct sharing *sharing = memory_need(talloc_zero(NULL, struct sharing));

    sharing->write = write;
    sharing->share = memory_need(talloc_zero(sharing, struct share));
    sharing->seal = secret_new(sharing, sizeof(struct seal_row));
    sharing->batch = memory_need(talloc(sharing, struct batch_row));
    bool done = (write ? store_change : store_see)(store, share, sharing, problems);
    if (done)
        *ret_share = talloc_steal(parent, sharing->share);
    talloc_free(sharing);
    return done;
}

bool store_share(const void *parent, struct store *store, struct share **ret_share,
                 struct diagnostics *problems)
{
    return run(parent, store, true, ret_share, problems);
}

bool store_share_look(const void *parent, struct store *store, struct share **ret_share,
                      struct diagnostics *problems)
{
    return run(parent, store, false, ret_share, problems);
}

struct ending {
    struct batch_row *batch;
    bool done;
};

static int end(struct database *database, void *data)
{
    struct ending *ending = data;
    int code = database_batch(database, ending->batch);

    ending->done = code == SQLITE_ROW;
    return code == SQLITE_ROW ? database_delete_batch(database) : code;
}

bool store_share_done(struct store *store, bool *ret_done, struct diagnostics *problems)
{
    struct ending ending = {.batch = memory_need(talloc(NULL, struct batch_row))};
    bool changed = store_change(store, end, &ending, problems);

    if (changed)
        *ret_done = ending.done;
    talloc_free(ending.batch);
    return changed;
}
