/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * step FOLDER save TEXT    saves it under one pair of words
 * step FOLDER load         prints what is saved there
 * step FOLDER save TEXT WORDS, step FOLDER load '' WORDS: the same with these words, and as
 * dear as a learner's
 * step FOLDER cast TAG COUNT: casts so many ballots, as dear, and says so after each
 * step FOLDER share FILE: shares into a file, without a word
 * step KEY open FILE PASSPHRASE: opens a batch and prints its ballots
 *
 * Prints problems on standard error. Status 0: done; 1: there is nothing, or it failed.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <talloc.h>

#include "base/replace.h"
#include "store/batch.h"

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

/* A ballot is a text here. */
static bool cast(const char *folder, const char *tag, const char *count,
                 struct diagnostics *problems)
{
    struct store *store = store_open(problems, folder, &store_settings_usual, problems);
    unsigned char bytes[STORE_BALLOT_BYTES] = {0};
    bool done = store != NULL;

    for (unsigned long i = 0; done && i < strtoul(count, NULL, 10); i++) {
        snprintf((char *)bytes, 200, "%s answer-marker %lu", tag, i);
        done = store_cast(store, tag, bytes, problems);
        if (done)
            puts("cast");
        fflush(stdout);
    }
    return done;
}

static bool share(const char *folder, const char *path, struct diagnostics *problems)
{
    struct store *store = store_open(problems, folder, &store_settings_usual, problems);
    struct share *made;

    if (!store || !store_share(problems, store, &made, problems) || !made->ready)
        return false;
    return replace_with(path, (struct bytes){(char *)made->bytes, BATCH_BYTES}, problems);
}

static bool open_batch(const char *key_file, const char *path, const char *passphrase,
                       struct diagnostics *problems)
{
    struct trainer_secret *key = NULL;
    enum batch_state found;
    struct batch *batch;
    const char *bytes;
    size_t length;

    if (!trainer_secret_load(problems, key_file, &bytes, &length, problems))
        return false;
    enum trainer_state state =
        trainer_secret_parse(problems, bytes, length, passphrase, strlen(passphrase), &key);
    if (!key)
        return trainer_refuse(key_file, state, problems);
    if (!batch_read(problems, path, key, &found, &batch, problems))
        return false;
    for (size_t i = 0; i < batch->count; i++)
        puts((const char *)batch->ballots + i * STORE_BALLOT_BYTES);
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
    const char *what = arguments[2];
    bool done = count > 4 && strcmp(what, "cast") == 0
                    ? cast(arguments[1], arguments[3], arguments[4], problems)
                : count > 3 && strcmp(what, "share") == 0
                    ? share(arguments[1], arguments[3], problems)
                : count > 4 && strcmp(what, "open") == 0
                    ? open_batch(arguments[1], arguments[3], arguments[4], problems)
                    : run(problems, arguments + 1, count > 4 ? arguments[4] : NULL, problems);
    for (size_t i = 0; i < problems->count; i++)
        fputs(diagnostic_format(problems, &problems->items[i]), stderr);
    talloc_free(problems);
    return done ? 0 : 1;
}
