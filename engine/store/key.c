/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/key.h"

#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <sodium.h>
#include <talloc.h>

#include "base/language.h"
#include "base/memory.h"
#include "store/failure.h"
#include "store/inside.h"

#define MASTER_SIZE crypto_kdf_KEYBYTES
/* What libsodium calls the purpose of a key; eight characters. */
#define PURPOSE "conecta1"

/* What the thread works with, in guarded memory: one block, so that the thread can wipe
 * it alone. Whoever comes last to `owners` frees it. */
struct labour {
    struct box_key key;
    struct cost cost;
    atomic_int owners;
    bool derived;
    int done; /* the end of a pipe to write to */
    size_t length;
    unsigned char words[];
};

struct derivation {
    struct labour *labour;
    const char *path; /* of the store, for problems */
    pthread_t thread;
    int done; /* the end of the pipe to read from */
};

const struct box_key *key_box(const struct store_key *key)
{
    return (const struct box_key *)key->secret->bytes;
}

static void leave(struct labour *labour)
{
    if (atomic_fetch_sub(&labour->owners, 1) == 1)
        sodium_free(labour);
}

static bool derive(struct labour *labour)
{
    unsigned char master[MASTER_SIZE];
    bool derived = crypto_pwhash(master, sizeof master, (const char *)labour->words, labour->length,
                                 labour->cost.salt, (unsigned long long)labour->cost.passes,
                                 (size_t)labour->cost.memory * 1024, labour->cost.algorithm) == 0;

    sodium_memzero(labour->words, labour->length);
    if (derived) {
        crypto_kdf_derive_from_key(labour->key.id, ID_SIZE, 1, PURPOSE, master);
        crypto_kdf_derive_from_key(labour->key.key, KEY_SIZE, 2, PURPOSE, master);
    }
    sodium_memzero(master, sizeof master);
    return derived;
}

static void *work(void *data)
{
    struct labour *labour = data;
    int done = labour->done;

    labour->derived = derive(labour);
    leave(labour);
    /* Its closing is what the other end sees. */
    close(done);
    return NULL;
}

/* Joining an unfinished thread would make the learner wait. */
static int give_up(struct derivation *derivation)
{
    close(derivation->done);
    if (derivation->labour) {
        pthread_detach(derivation->thread);
        leave(derivation->labour);
    }
    return 0;
}

/* Signals belong to the thread that waits for them. */
static int start_thread(pthread_t *thread, struct labour *labour)
{
    sigset_t all, before;

    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, &before);
    int error = pthread_create(thread, NULL, work, labour);
    pthread_sigmask(SIG_SETMASK, &before, NULL);
    return error;
}

static struct labour *labour_new(const struct cost *cost, const void *words, size_t length,
                                 int done)
{
    struct labour *labour = memory_need(
        (struct labour *)sodium_allocarray(1, (sizeof *labour + length + 15) / 16 * 16));

    memset(labour, 0, sizeof *labour);
    labour->cost = *cost;
    labour->done = done;
    labour->length = length;
    atomic_init(&labour->owners, 2);
    if (length)
        memcpy(labour->words, words, length);
    return labour;
}

static bool refuse_thread(const struct store *store, int error, struct diagnostics *problems)
{
    return failure_add_system(store->path, error, problems);
}

struct derivation *derivation_start(const void *parent, struct store *store, const void *words,
                                    size_t length, struct diagnostics *problems)
{
    struct database *database = NULL;
    struct stat file;
    int ends[2];
    enum database_state state = store_use(store, &database, &file, problems);

    if (state == DATABASE_READY)
        talloc_free(database);
    if (state == DATABASE_FAILED)
        return NULL;
    if (pipe2(ends, O_CLOEXEC) != 0) {
        refuse_thread(store, errno, problems);
        return NULL;
    }
    struct derivation *derivation = memory_need(talloc_zero(parent, struct derivation));
    derivation->path = memory_need(talloc_strdup(derivation, store->path));
    derivation->done = ends[0];
    struct labour *labour = labour_new(&store->cost, words, length, ends[1]);
    int error = start_thread(&derivation->thread, labour);
    if (error == 0) {
        derivation->labour = labour;
        talloc_set_destructor(derivation, give_up);
        return derivation;
    }
    refuse_thread(store, error, problems);
    sodium_free(labour);
    close(ends[0]);
    close(ends[1]);
    talloc_free(derivation);
    return NULL;
}

int derivation_file(const struct derivation *derivation)
{
    return derivation->done;
}

static void refuse_memory(const struct derivation *derivation, struct diagnostics *problems)
{
    static const struct position whole_file = {0, 0};

    diagnostics_add(problems, SEVERITY_ERROR, derivation->path, whole_file,
                    /* TRANSLATORS: %d is a size in MiB, such as 64. */
                    _("there is not enough memory to open what was saved: %d MiB are needed"),
                    derivation->labour->cost.memory / 1024);
    diagnostics_advise(problems, "%s",
                       /* TRANSLATORS: advice when memory is short. */
                       _("close other programs, then try again"));
}

struct store_key *derivation_key(const void *parent, struct derivation *derivation,
                                 struct diagnostics *problems)
{
    struct labour *labour = derivation->labour;
    struct store_key *key = NULL;

    pthread_join(derivation->thread, NULL);
    if (labour->derived) {
        key = memory_need(talloc(parent, struct store_key));
        key->cost = labour->cost;
        key->secret = secret_copy(key, &labour->key, sizeof labour->key);
    } else {
        refuse_memory(derivation, problems);
    }
    derivation->labour = NULL;
    leave(labour);
    return key;
}

struct store_key *store_key_derive(const void *parent, struct store *store, const void *words,
                                   size_t length, struct diagnostics *problems)
{
    struct derivation *derivation = derivation_start(NULL, store, words, length, problems);
    struct store_key *key = NULL;

    if (derivation)
        key = derivation_key(parent, derivation, problems);
    talloc_free(derivation);
    return key;
}
