/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A keeper without a disk, which can be made to fail; it has room for one record. */
#ifndef CONECTA_TESTS_SUPPORT_MEMORY_KEEPER_H
#define CONECTA_TESTS_SUPPORT_MEMORY_KEEPER_H

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <sodium.h>
#include <talloc.h>

#include "play/keeper.h"
#include "words/phrase.h"

#define MEMORY_KEEPER_ROOM 32767

enum memory_keeper_call {
    KEEPER_UNLOCK = 1,
    KEEPER_READY,
    KEEPER_OPEN,
    KEEPER_SAVE,
    KEEPER_FORGET
};

struct memory_keeper {
    struct keeper keeper;
    enum memory_keeper_call failing; /* 0: none */
    bool any;                        /* there is a record */
    char owner[PHRASE_BYTES];        /* the phrase of the record */
    char phrase[PHRASE_BYTES];       /* the one that was given; empty: locked */
    bool begun, unlocked;
    bool made; /* unlocked to make a record */
    unsigned saves, locks;
    size_t length;
    unsigned char bytes[MEMORY_KEEPER_ROOM];
};

static inline struct memory_keeper *memory_keeper_of(struct keeper *keeper)
{
    return (struct memory_keeper *)keeper;
}

static inline bool memory_keeper_fails(const struct memory_keeper *memory,
                                       enum memory_keeper_call call, struct diagnostics *problems)
{
    static const struct position nowhere = {0, 0};

    if (memory->failing == call)
        diagnostics_add(problems, SEVERITY_ERROR, NULL, nowhere, "call %d failed", (int)call);
    return memory->failing == call;
}

static inline void memory_keeper_lock(struct keeper *keeper)
{
    struct memory_keeper *memory = memory_keeper_of(keeper);

    memset(memory->phrase, 0, sizeof memory->phrase);
    memory->begun = memory->unlocked = false;
    memory->locks++;
}

static inline bool memory_keeper_unlock(struct keeper *keeper, const char *phrase, bool make,
                                        struct diagnostics *problems)
{
    struct memory_keeper *memory = memory_keeper_of(keeper);

    if (memory_keeper_fails(memory, KEEPER_UNLOCK, problems))
        return false;
    snprintf(memory->phrase, sizeof memory->phrase, "%s", phrase);
    memory->begun = true;
    memory->made = make;
    return true;
}

/* Any file: a test does not wait for it. */
static inline int memory_keeper_awaited(const struct keeper *keeper)
{
    return ((const struct memory_keeper *)keeper)->begun ? 0 : -1;
}

static inline bool memory_keeper_ready(struct keeper *keeper, struct diagnostics *problems)
{
    struct memory_keeper *memory = memory_keeper_of(keeper);

    memory->begun = false;
    memory->unlocked = !memory_keeper_fails(memory, KEEPER_READY, problems);
    return memory->unlocked;
}

static inline bool memory_keeper_fits(const struct memory_keeper *memory)
{
    return memory->any && strcmp(memory->phrase, memory->owner) == 0;
}

static inline enum keeper_found memory_keeper_open(struct keeper *keeper,
                                                   const unsigned char **ret_bytes,
                                                   size_t *ret_length, struct diagnostics *problems)
{
    struct memory_keeper *memory = memory_keeper_of(keeper);

    if (!memory->unlocked || memory_keeper_fails(memory, KEEPER_OPEN, problems))
        return KEEPER_FAILED;
    *ret_bytes = memory->bytes;
    *ret_length = memory->length;
    return memory_keeper_fits(memory) ? KEEPER_FOUND : KEEPER_NOT_FOUND;
}

static inline bool memory_keeper_save(struct keeper *keeper, const unsigned char *bytes,
                                      size_t length, struct diagnostics *problems)
{
    struct memory_keeper *memory = memory_keeper_of(keeper);

    if (!memory->unlocked || memory_keeper_fails(memory, KEEPER_SAVE, problems))
        return false;
    memcpy(memory->bytes, bytes, length);
    memory->length = length;
    memcpy(memory->owner, memory->phrase, sizeof memory->owner);
    memory->any = true;
    memory->saves++;
    return true;
}

static inline bool memory_keeper_forget(struct keeper *keeper, struct diagnostics *problems)
{
    struct memory_keeper *memory = memory_keeper_of(keeper);

    if (!memory->unlocked || memory_keeper_fails(memory, KEEPER_FORGET, problems))
        return false;
    if (memory_keeper_fits(memory))
        memory->any = false;
    return true;
}

static inline struct memory_keeper *memory_keeper_new(const void *parent)
{
    static const struct keeper_kind kind = {
        .unlock = memory_keeper_unlock,
        .awaited = memory_keeper_awaited,
        .ready = memory_keeper_ready,
        .open = memory_keeper_open,
        .save = memory_keeper_save,
        .forget = memory_keeper_forget,
        .lock = memory_keeper_lock,
    };
    struct memory_keeper *memory = talloc_zero(parent, struct memory_keeper);

    /* As opening a store does: a session asks for guarded memory. */
    if (sodium_init() < 0)
        abort();

    memory->keeper = (struct keeper){.kind = &kind, .room = sizeof memory->bytes};
    return memory;
}

#endif
