/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "commands/keep_store.h"

#include <string.h>

#include <talloc.h>

#include "base/memory.h"
#include "store/store.h"

struct keep_store {
    struct keeper keeper;
    struct store *store;
    struct derivation *derivation; /* NULL: none is going on */
    struct store_key *key;         /* NULL: locked */
    struct secret *opened;         /* last; NULL: nothing was */
};

static struct keep_store *of(struct keeper *keeper)
{
    return (struct keep_store *)keeper;
}

static void forget_opened(struct keep_store *keep)
{
    talloc_free(keep->opened);
    keep->opened = NULL;
}

static void lock(struct keeper *keeper)
{
    struct keep_store *keep = of(keeper);

    forget_opened(keep);
    talloc_free(keep->derivation);
    talloc_free(keep->key);
    keep->derivation = NULL;
    keep->key = NULL;
}

static bool unlock(struct keeper *keeper, const char *phrase, bool make,
                   struct diagnostics *problems)
{
    struct keep_store *keep = of(keeper);

    lock(keeper);
    if (make && !store_create(keep->store, problems))
        return false;
    keep->derivation = derivation_start(keep, keep->store, phrase, strlen(phrase), problems);
    return keep->derivation != NULL;
}

static int awaited(const struct keeper *keeper)
{
    const struct keep_store *keep = (const struct keep_store *)keeper;
    return keep->derivation ? derivation_file(keep->derivation) : -1;
}

static bool ready(struct keeper *keeper, struct diagnostics *problems)
{
    struct keep_store *keep = of(keeper);

    keep->key = derivation_key(keep, keep->derivation, problems);
    talloc_free(keep->derivation);
    keep->derivation = NULL;
    return keep->key != NULL;
}

static enum keeper_found open_record(struct keeper *keeper, const unsigned char **ret_bytes,
                                     size_t *ret_length, struct diagnostics *problems)
{
    struct keep_store *keep = of(keeper);

    forget_opened(keep);
    switch (store_load(keep, keep->store, keep->key, &keep->opened, problems)) {
    case STORE_FOUND:
        *ret_bytes = keep->opened->bytes;
        *ret_length = keep->opened->length;
        return KEEPER_FOUND;
    case STORE_NOT_FOUND:
        return KEEPER_NOT_FOUND;
    case STORE_FAILED:
        break;
    }
    return KEEPER_FAILED;
}

static bool save(struct keeper *keeper, const unsigned char *bytes, size_t length,
                 struct diagnostics *problems)
{
    struct keep_store *keep = of(keeper);

    forget_opened(keep);
    return store_save(keep->store, keep->key, bytes, length, problems);
}

static bool forget(struct keeper *keeper, struct diagnostics *problems)
{
    struct keep_store *keep = of(keeper);

    forget_opened(keep);
    return store_forget(keep->store, keep->key, problems);
}

struct keeper *keep_store_new(const void *parent, const char *folder,
                              bool (*leaves)(void *data), void *data,
                              struct diagnostics *problems)
{
    static const struct keeper_kind kind = {
        .unlock = unlock, .awaited = awaited, .ready = ready, .open = open_record,
        .save = save, .forget = forget, .lock = lock,
    };
    struct keep_store *keep = memory_need(talloc_zero(parent, struct keep_store));
    struct store_settings settings = store_settings_usual;

    settings.give_up = leaves;
    settings.data = data;
    keep->keeper = (struct keeper){ .kind = &kind, .room = STORE_BYTES_MAX };
    keep->store = store_at(keep, folder, &settings, problems);
    if (keep->store)
        return &keep->keeper;
    talloc_free(keep);
    return NULL;
}

void keep_store_tidy(struct keeper *keeper, struct diagnostics *problems)
{
    store_expire(of(keeper)->store, problems);
}
