/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * step FOLDER save TEXT    saves it under one pair of words
 * step FOLDER load         prints what is saved there
 * step FOLDER save TEXT WORDS, step FOLDER load '' WORDS: the same with these words, and as
 * dear as a learner's
 *
 * Prints problems on standard error. Status 0: done; 1: there is nothing, or it failed.
 */
#include <stdio.h>
#include <string.h>

#include <talloc.h>

#include "store/store.h"

static const struct store_settings cheap = {.passes = 1, .memory = 8, .patience = 1000};

static bool save(struct store *store, const struct store_key *key, const char *text,
                 struct diagnostics *problems)
{
    bool saved = store_save(store, key, text, strlen(text), problems);
    if (saved)
        puts("saved");
    return saved;
}

static bool load(struct store *store, const struct store_key *key, struct diagnostics *problems)
{
    struct secret *bytes;
    if (store_load(store, store, key, &bytes, problems) != STORE_FOUND)
        return false;
    printf("%.*s\n", (int)bytes->length, (const char *)bytes->bytes);
    return true;
}

static bool run(const void *parent, char **arguments, const char *words,
                struct diagnostics *problems)
{
    const struct store_settings *settings = words ? &store_settings_usual : &cheap;
    struct store *store = store_open(parent, arguments[0], settings, problems);
    if (!words)
        words = "two words";
    struct store_key *key =
        store ? store_key_derive(store, store, words, strlen(words), problems) : NULL;
    if (!key)
        return false;
    return strcmp(arguments[1], "save") == 0 ? save(store, key, arguments[2], problems)
                                             : load(store, key, problems);
}

int main(int count, char **arguments)
{
    if (count < 3)
        return 2;
    struct diagnostics *problems = diagnostics_new(NULL);
    bool done = run(problems, arguments + 1, count > 4 ? arguments[4] : NULL, problems);
    for (size_t i = 0; i < problems->count; i++)
        fputs(diagnostic_format(problems, &problems->items[i]), stderr);
    talloc_free(problems);
    return done ? 0 : 1;
}
