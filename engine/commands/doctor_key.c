/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether a key can be made from words, and kept out of the disk. */
#include "commands/doctor.h"

#include <stdbool.h>
#include <time.h>

#include <sodium.h>

#include "base/language.h"
#include "store/store.h"

/* Somebody who waits longer for her progress thinks that the program hangs. */
#define SLOW 3000 /* milliseconds */

/* More than all words and keys of a session take. */
#define SECRETS 32768

static long milliseconds(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (long)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

/* The words are nobody's; only the cost matters. */
static bool derive(void)
{
    static const unsigned char salt[crypto_pwhash_SALTBYTES];
    const struct store_settings *usual = &store_settings_usual;
    unsigned char key[crypto_kdf_KEYBYTES];

    return sodium_init() >= 0 &&
           crypto_pwhash(key, sizeof key, "", 0, salt, (unsigned long long)usual->passes,
                         (size_t)usual->memory * 1024, crypto_pwhash_ALG_ARGON2ID13) == 0;
}

static struct finding no_memory(const struct visit *visit)
{
    return (struct finding){
        FINDING_WRONG,
        /* TRANSLATORS: %d is a size in MiB, such as 64. */
        doctor_say(visit, _("No key can be made from words: %d MiB of memory are needed for it."),
                   store_settings_usual.memory / 1024),
        /* TRANSLATORS: advice when memory is short; 'ulimit -v' is a command. */
        _("Close other programs, then try again. 'ulimit -v' says whether memory is limited."),
    };
}

struct finding doctor_key(const struct visit *visit)
{
    long begin = milliseconds();

    if (!derive())
        return no_memory(visit);
    long taken = milliseconds() - begin;
    return (struct finding){
        taken > SLOW ? FINDING_LOOK : FINDING_FINE,
        /* TRANSLATORS: how long it takes, in milliseconds (ms). */
        doctor_say(visit, _("Making a key from words takes %ld ms."), taken),
        /* TRANSLATORS: advice when something took seconds. */
        _("It takes long on purpose, and longer on an old computer. Close other programs to make "
          "it "
          "faster."),
    };
}

struct finding doctor_locked_memory(const struct visit *visit)
{
    static unsigned char secrets[SECRETS];
    bool locked = sodium_mlock(secrets, sizeof secrets) == 0;
    (void)visit;

    if (locked)
        sodium_munlock(secrets, sizeof secrets);
    return (struct finding){
        locked ? FINDING_FINE : FINDING_LOOK,
        locked
            /* TRANSLATORS: swap is where the system puts memory on the disk. */
            ? _("Words and keys can be kept out of swap.")
            /* TRANSLATORS: swap is where the system puts memory on the disk. */
            : _("Words and keys cannot be kept out of swap: the system does not let this "
                "account lock memory."),
        /* TRANSLATORS: advice; "memlock", 'ulimit -l' and the name of the file stay as they
         * are. */
        _("Let this account lock 64 KiB: see 'ulimit -l', and 'memlock' in "
          "/etc/security/limits.conf. Or switch swap off."),
    };
}
