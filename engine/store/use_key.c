/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From one key to another, without mixing what was sealed for them. */
#include "store/ballots.h"

#include <string.h>

#include <talloc.h>

#include "base/memory.h"
#include "store/database_ballots.h"
#include "store/failure.h"
#include "store/inside.h"

struct changing {
    const struct trainer_public *key;
    bool lose;
    struct secret *seal; /* a struct seal_row */
    bool done;           /* the work was done, whatever came out */
    enum store_use_key result;
};

static void count_lesson(void *data, const unsigned char lesson[LESSON_SIZE], size_t count)
{
    (void)lesson, (void)count;
    ++*(size_t *)data;
}

static int put_key(struct database *database, struct seal_row *seal,
                   const struct trainer_public *key)
{
    seal->public = *key;
    sodium_memzero(seal->secret, sizeof seal->secret);
    return database_put_seal(database, seal);
}

/* A ballot that does not open was damaged before it got its digest. */
static int seal_again(struct database *database, const unsigned char id[ID_SIZE],
                      const struct seal_row *seal, const struct trainer_public *key)
{
    struct ballot_row *row = memory_need(talloc(NULL, struct ballot_row));
    struct secret *ballot = secret_new(row, STORE_BALLOT_BYTES);
    int code = database_find_ballot(database, id, row);

    if (code == SQLITE_ROW) {
        bool sealed = crypto_box_seal_open(ballot->bytes, row->box, sizeof row->box,
                                           seal->public.bytes, seal->secret) == 0 &&
                      crypto_box_seal(row->box, ballot->bytes, STORE_BALLOT_BYTES, key->bytes) == 0;
        code = sealed ? database_put_ballot(database, row) : SQLITE_CORRUPT;
    }
    talloc_free(row);
    return code;
}

static int seal_all_again(struct database *database, const struct seal_row *seal,
                          const struct trainer_public *key)
{
    void *memory = memory_need(talloc_new(NULL));
    struct ballot_ids ids;
    int code = database_ballot_ids(memory, database, false, &ids);

    for (size_t i = 0; code == SQLITE_DONE && i < ids.count; i++)
        code = seal_again(database, ids.items[i], seal, key);
    talloc_free(memory);
    return code;
}

/* What is sealed for the trainer so far. */
static int leave_trainer(struct database *database, struct changing *changing)
{
    void *memory = memory_need(talloc_new(NULL));
    struct ballot_ids ids;
    size_t ready = 0;
    int code = database_lessons(database, STORE_GROUP_LEAST, count_lesson, &ready);

    if (code == SQLITE_DONE)
        code = database_ballot_ids(memory, database, false, &ids);
    if (code == SQLITE_DONE && ready)
        changing->result = USE_KEY_SHARE_FIRST;
    else if (code == SQLITE_DONE && ids.count && !changing->lose)
        changing->result = USE_KEY_WOULD_LOSE;
    else if (code == SQLITE_DONE && database_run(database, "DELETE FROM ballot") == SQLITE_OK)
        code = put_key(database, seal_row_in(changing->seal), changing->key);
    talloc_free(memory);
    return code;
}

static int find_batch(struct database *database)
{
    struct batch_row *row = memory_need(talloc(NULL, struct batch_row));
    int code = database_batch(database, row);

    talloc_free(row);
    return code;
}

static int replace(struct database *database, struct changing *changing)
{
    struct seal_row *seal = seal_row_in(changing->seal);
    bool own = seal_row_own(seal);
    int code = find_batch(database);

    if (code == SQLITE_ROW) {
        changing->result = own ? USE_KEY_SUMMARY_FIRST : USE_KEY_SHARE_FIRST;
        return SQLITE_DONE;
    }
    if (code == SQLITE_DONE && own)
        code = seal_all_again(database, seal, changing->key);
    else if (code == SQLITE_DONE)
        return leave_trainer(database, changing);
    return code == SQLITE_DONE ? put_key(database, seal, changing->key) : code;
}

static int use_key(struct database *database, void *data)
{
    struct changing *changing = data;
    struct seal_row *seal = seal_row_in(changing->seal);

    changing->result = USE_KEY_DONE;
    int code = database_upgrade(database);
    if (code == SQLITE_OK)
        code = database_seal(database, seal);
    if (code == SQLITE_DONE) {
        randombytes_buf(seal->grouping, sizeof seal->grouping);
        code = put_key(database, seal, changing->key);
    } else if (code == SQLITE_ROW) {
        code = trainer_public_equal(&seal->public, changing->key) ? SQLITE_DONE
                                                                  : replace(database, changing);
    }
    changing->done = code == SQLITE_DONE;
    return code;
}

enum store_use_key store_use_key(struct store *store, const struct trainer_public *key, bool lose,
                                 struct diagnostics *problems)
{
    struct changing changing = {
        .key = key, .lose = lose, .seal = secret_new(NULL, sizeof(struct seal_row))};
    bool done = store_change_or_make(store, use_key, &changing, &changing.done, problems);

    talloc_free(changing.seal);
    return done ? changing.result : USE_KEY_FAILED;
}
