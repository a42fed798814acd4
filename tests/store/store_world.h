/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A folder with a store in it, whose keys cost next to nothing: these tests are about the
 * file, and derive many. Failures end the test.
 */
#ifndef CONECTA_TESTS_STORE_STORE_WORLD_H
#define CONECTA_TESTS_STORE_STORE_WORLD_H

#include "store/store.h"

#include <sodium.h>

#include "../base/folder.h"
#include "base/file.h"

static const struct store_settings cheap = {.passes = 1, .memory = 8, .patience = 5000};

struct world {
    char *folder; /* of the test */
    char *data;   /* the data folder in it; not made */
    char *path;   /* of the store */
    struct diagnostics *problems;
    struct store *store;
};

/* As if the program had been started anew. */
static inline void world_open_store(struct world *world)
{
    talloc_free(world->store);
    world->store = store_open(world, world->data, &cheap, world->problems);
}

static inline struct world *world_new(void)
{
    struct world *world = talloc_zero(NULL, struct world);
    world->folder = folder_make(world);
    world->data = file_path(world, world->folder, "data");
    world->path = file_path(world, world->data, "conecta.db");
    world->problems = diagnostics_new(world);
    world_open_store(world);
    assert_non_null(world->store);
    return world;
}

static inline int open_world(void **state)
{
    assert_int_equal(setenv("CONECTA_TODAY", "2027-05", 1), 0);
    *state = world_new();
    return 0;
}

static inline int close_world(void **state)
{
    struct world *world = *state;
    folder_remove(world->folder);
    talloc_free(world);
    return 0;
}

static inline void world_hear(struct world *world)
{
    talloc_free(world->problems);
    world->problems = diagnostics_new(world);
}

static inline struct store_key *world_key(struct world *world, const char *words)
{
    struct store_key *key =
        store_key_derive(world, world->store, words, strlen(words), world->problems);
    assert_non_null(key);
    return key;
}

static inline bool world_save(struct world *world, const char *words, const char *text)
{
    struct store_key *key = world_key(world, words);
    bool saved = store_save(world->store, key, text, strlen(text), world->problems);
    talloc_free(key);
    return saved;
}

/* What is saved under the words, or NULL when nothing is. */
static inline char *world_load(struct world *world, const char *words)
{
    struct secret *bytes = NULL;
    struct store_key *key = world_key(world, words);
    enum store_found found = store_load(world, world->store, key, &bytes, world->problems);
    talloc_free(key);
    if (found != STORE_FOUND)
        return NULL;
    char *text = talloc_strndup(world, (const char *)bytes->bytes, bytes->length);
    talloc_free(bytes);
    return text;
}

static inline void assert_saved(struct world *world, const char *words, const char *text)
{
    char *found = world_load(world, words);
    assert_non_null(found);
    assert_string_equal(found, text);
    talloc_free(found);
}

static inline struct bytes world_file(const struct world *world, const char *path)
{
    struct bytes bytes;
    assert_true(file_read(world, path, 64 << 20, &bytes, world->problems));
    return bytes;
}

#define IN_WORLD(test) cmocka_unit_test_setup_teardown(test, open_world, close_world)

#endif
