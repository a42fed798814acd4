/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/ballots.h"

#include <string.h>

#include <talloc.h>

#include "base/memory.h"
#include "store/database_ballots.h"
#include "store/failure.h"
#include "store/inside.h"

/* The key, or a new one of the store's own: SQLITE_ROW. */
static int need_seal(struct database *database, struct seal_row *seal)
{
    int code = database_seal(database, seal);

    if (code != SQLITE_DONE)
        return code;
    crypto_box_keypair(seal->public.bytes, seal->secret);
    randombytes_buf(seal->grouping, sizeof seal->grouping);
    code = database_put_seal(database, seal);
    return code == SQLITE_DONE ? SQLITE_ROW : code;
}

struct casting {
    const char *tag;
    const unsigned char *bytes;
    struct secret *seal; /* a struct seal_row */
    struct ballot_row *row, *other;
    bool done;
};

static int seal_ballot(struct casting *casting)
{
    const struct seal_row *seal = seal_row_in(casting->seal);
    struct ballot_row *row = casting->row;

    randombytes_buf(row->id, ID_SIZE);
    crypto_generichash(row->lesson, LESSON_SIZE, (const unsigned char *)casting->tag,
                       strlen(casting->tag), seal->grouping, sizeof seal->grouping);
    return crypto_box_seal(row->box, casting->bytes, STORE_BALLOT_BYTES, seal->public.bytes) == 0
               ? SQLITE_OK
               : SQLITE_CORRUPT;
}

static void swap_content(struct ballot_row *one, struct ballot_row *other)
{
    struct ballot_row *kept = memory_need(talloc(NULL, struct ballot_row));

    *kept = *one;
    memcpy(one->lesson, other->lesson, sizeof one->lesson);
    memcpy(one->box, other->box, sizeof one->box);
    memcpy(other->lesson, kept->lesson, sizeof kept->lesson);
    memcpy(other->box, kept->box, sizeof kept->box);
    talloc_free(kept);
}

/* In the file rows lie one behind the other as they came, whatever their ids. So the new ballot
 * takes the place of any of those that are there, whose ballot goes to the new place (Fisher and
 * Yates): then every order is equally likely. */
static int put_anywhere(struct database *database, struct casting *casting)
{
    void *memory = memory_need(talloc_new(NULL));
    struct ballot_ids ids;
    int code = database_ballot_ids(memory, database, false, &ids);

    if (code == SQLITE_DONE) {
        uint32_t place = randombytes_uniform((uint32_t)ids.count + 1);
        if (place < ids.count) {
            code = database_find_ballot(database, ids.items[place], casting->other);
            if (code == SQLITE_ROW) {
                swap_content(casting->row, casting->other);
                code = database_put_ballot(database, casting->other);
            }
        }
    }
    talloc_free(memory);
    return code == SQLITE_DONE ? database_put_ballot(database, casting->row) : code;
}

static int cast(struct database *database, void *data)
{
    struct casting *casting = data;
    int code = database_upgrade(database);

    if (code == SQLITE_OK)
        code = need_seal(database, seal_row_in(casting->seal));
    if (code == SQLITE_ROW)
        code = seal_ballot(casting);
    if (code == SQLITE_OK)
        code = put_anywhere(database, casting);
    casting->done = code == SQLITE_DONE;
    return code;
}

bool store_cast(struct store *store, const char *tag, const unsigned char bytes[STORE_BALLOT_BYTES],
                struct diagnostics *problems)
{
    void *memory = memory_need(talloc_new(NULL));
    struct casting casting = {
        .tag = tag,
        .bytes = bytes,
        .seal = secret_new(memory, sizeof(struct seal_row)),
        .row = memory_need(talloc(memory, struct ballot_row)),
        .other = memory_need(talloc(memory, struct ballot_row)),
    };
    bool done = store_change_or_make(store, cast, &casting, &casting.done, problems);

    talloc_free(memory);
    return done;
}

struct looking {
    struct secret *seal;
    bool found;
};

static int look(struct database *database, void *data)
{
    struct looking *looking = data;
    int code = database_seal(database, seal_row_in(looking->seal));

    looking->found = code == SQLITE_ROW;
    return code == SQLITE_ROW ? SQLITE_DONE : code;
}

bool store_seal(struct store *store, struct store_seal *ret_seal, struct diagnostics *problems)
{
    struct looking looking = {.seal = secret_new(NULL, sizeof(struct seal_row))};
    bool seen = store_see(store, look, &looking, problems);

    if (seen) {
        *ret_seal = (struct store_seal){.present = looking.found};
        if (looking.found) {
            ret_seal->own = seal_row_own(seal_row_in(looking.seal));
            ret_seal->key = seal_row_in(looking.seal)->public;
        }
    }
    talloc_free(looking.seal);
    return seen;
}

struct trainer_secret *store_own_key(const void *parent, struct store *store,
                                     struct diagnostics *problems)
{
    struct looking looking = {.seal = secret_new(NULL, sizeof(struct seal_row))};
    struct trainer_secret *key = NULL;

    if (store_see(store, look, &looking, problems) && looking.found &&
        seal_row_own(seal_row_in(looking.seal)))
        key = trainer_of(parent, seal_row_in(looking.seal)->secret);
    talloc_free(looking.seal);
    return key;
}
