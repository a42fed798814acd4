/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files of keys, and what may be wrong with them in words. */
#include "store/trainer_key.h"

#include <talloc.h>

#include "base/file.h"
#include "base/language.h"
#include "store/foreign.h"

struct words {
    const char *message, *advice;
};

static struct words words_of(enum trainer_state state)
{
    switch (state) {
    case TRAINER_NO_KEY:
        /* TRANSLATORS: a file was given that should be a trainer's key. */
        return (struct words){_("this is not a key of Conecta"),
                              /* TRANSLATORS: advice; NAME.pub and NAME.key stay as they are. */
                              _("'conecta key new NAME' makes two files: NAME.pub goes to the "
                                "laptops, NAME.key stays with the trainer")};
    case TRAINER_OTHER:
        /* TRANSLATORS: of a trainer's two files, NAME.pub and NAME.key, the wrong one was given. */
        return (struct words){_("this is the other half of the key"),
                              /* TRANSLATORS: advice; NAME.pub and NAME.key stay as they are. */
                              _("laptops use NAME.pub; only who opens what was shared needs "
                                "NAME.key")};
    case TRAINER_NEWER:
        /* TRANSLATORS: of the file of a trainer's key. */
        return (struct words){_("this key was made by a newer version of this program"),
                              /* TRANSLATORS: advice when a file is of a newer version. */
                              _("use the newer version of Conecta")};
    case TRAINER_DEAR:
        /* TRANSLATORS: opening a trainer's key would need more than any honest file asks for. */
        return (struct words){_("this key asks for too much memory or time to be opened"),
                              /* TRANSLATORS: advice: do not trust the file of this key. */
                              _("somebody may have changed the file: take a copy from another "
                                "place")};
    case TRAINER_MEMORY:
        /* TRANSLATORS: of a trainer's key under a passphrase. */
        return (struct words){_("there is not enough memory to open this key"),
                              /* TRANSLATORS: advice when memory is short. */
                              _("close other programs, then try again")};
    case TRAINER_WRONG:
        /* TRANSLATORS: the passphrase that was typed does not open the trainer's key. */
        return (struct words){_("this passphrase does not open the key"),
                              /* TRANSLATORS: advice after a wrong passphrase. */
                              _("type it again; look at the alphabet that the keyboard is "
                                "switched to, and at Caps Lock")};
    case TRAINER_DAMAGED:
    case TRAINER_READ:
        break;
    }
    /* TRANSLATORS: the file of a trainer's key is not as it was written. */
    return (struct words){_("this key is damaged: some of it is missing or was changed"),
                          /* TRANSLATORS: advice when the file of a key is damaged. */
                          _("take a copy of the file from another place; do not use this one")};
}

bool trainer_refuse(const char *path, enum trainer_state state, struct diagnostics *problems)
{
    static const struct position whole_file = {0, 0};
    const struct words words = words_of(state);

    if (state == TRAINER_READ)
        return false;
    diagnostics_add(problems, SEVERITY_ERROR, path, whole_file, "%s", words.message);
    diagnostics_advise(problems, "%s", words.advice);
    return false;
}

/* What is behind the end of the largest key makes it a damaged one, at best. */
static enum trainer_state judge(enum trainer_state state, bool whole)
{
    return state == TRAINER_READ && !whole ? TRAINER_DAMAGED : state;
}

bool trainer_public_read(const char *path, struct trainer_public *ret_key,
                         struct diagnostics *problems)
{
    struct bytes bytes;
    struct trainer_public key;
    bool whole;

    if (!foreign_read(NULL, path, TRAINER_FILE_BYTES, &bytes, &whole, problems))
        return false;
    enum trainer_state state = judge(trainer_public_parse(bytes.data, bytes.length, &key), whole);
    talloc_free(bytes.data);
    if (state == TRAINER_READ)
        *ret_key = key;
    return state == TRAINER_READ || trainer_refuse(path, state, problems);
}

bool trainer_secret_load(const void *parent, const char *path, const char **ret_bytes,
                         size_t *ret_length, struct diagnostics *problems)
{
    char fingerprint[TRAINER_FINGERPRINT];
    struct bytes bytes;
    bool whole;

    if (!foreign_read(parent, path, TRAINER_FILE_BYTES, &bytes, &whole, problems))
        return false;
    enum trainer_state state =
        judge(trainer_secret_look(bytes.data, bytes.length, fingerprint), whole);
    if (state != TRAINER_READ) {
        talloc_free(bytes.data);
        return trainer_refuse(path, state, problems);
    }
    *ret_bytes = bytes.data;
    *ret_length = bytes.length;
    return true;
}
