/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The file of a secret key, sealed under a passphrase. */
#include "store/trainer_key.h"

#include <stdlib.h>
#include <string.h>

#include <talloc.h>

#include "base/memory.h"
#include "store/trainer_lines.h"

/* What a file may ask for at most: a later version may ask for more than this one, a hostile
 * file must not make anybody wait for hours. */
#define PASSES_MOST 48
#define MEMORY_MOST (1024 * 1024) /* KiB */

#define SALT_BYTES crypto_pwhash_SALTBYTES
#define NONCE_BYTES crypto_secretbox_NONCEBYTES
#define BOX_BYTES (NONCE_BYTES + crypto_secretbox_MACBYTES + TRAINER_KEY_BYTES)
#define CHECK_BYTES 16

struct sealed {
    int passes;
    int memory; /* KiB */
    unsigned char salt[SALT_BYTES];
    unsigned char box[BOX_BYTES];
    char fingerprint[TRAINER_FINGERPRINT];
};

/* NULL: not enough memory. */
static struct secret *derive(const void *parent, const struct sealed *sealed,
                             const void *passphrase, size_t length)
{
    struct secret *key = secret_new(parent, crypto_secretbox_KEYBYTES);

    if (crypto_pwhash(key->bytes, key->length, passphrase, length, sealed->salt,
                      (unsigned long long)sealed->passes, (size_t)sealed->memory * 1024,
                      crypto_pwhash_ALG_ARGON2ID13) == 0)
        return key;
    talloc_free(key);
    return NULL;
}

/* Of the text before it. */
static void write_checksum(char ret_digits[2 * CHECK_BYTES + 1], const char *text)
{
    unsigned char hash[CHECK_BYTES];

    crypto_generichash(hash, sizeof hash, (const unsigned char *)text, strlen(text), NULL, 0);
    sodium_bin2hex(ret_digits, 2 * CHECK_BYTES + 1, hash, sizeof hash);
}

static char *write_text(const void *parent, const struct sealed *sealed)
{
    char salt[2 * SALT_BYTES + 1], box[2 * BOX_BYTES + 1], checksum[2 * CHECK_BYTES + 1];

    sodium_bin2hex(salt, sizeof salt, sealed->salt, SALT_BYTES);
    sodium_bin2hex(box, sizeof box, sealed->box, BOX_BYTES);
    char *text = memory_need(talloc_asprintf(
        parent, "%s %d\nargon2id13 %d %d\nsalt %s\nbox %s\nfingerprint %s\n", TRAINER_SECRET,
        TRAINER_VERSION, sealed->passes, sealed->memory, salt, box, sealed->fingerprint));
    write_checksum(checksum, text);
    return memory_need(talloc_asprintf_append(text, "checksum %s\n", checksum));
}

char *trainer_secret_write(const void *parent, const struct trainer_secret *key,
                           const void *passphrase, size_t length, int passes, int memory)
{
    struct sealed sealed = {.passes = passes, .memory = memory};

    randombytes_buf(sealed.salt, SALT_BYTES);
    randombytes_buf(sealed.box, NONCE_BYTES);
    trainer_fingerprint(&key->public, sealed.fingerprint);
    struct secret *lock = derive(NULL, &sealed, passphrase, length);
    if (!lock)
        return NULL;
    crypto_secretbox_easy(sealed.box + NONCE_BYTES, key->secret->bytes, TRAINER_KEY_BYTES,
                          sealed.box, lock->bytes);
    talloc_free(lock);
    return write_text(parent, &sealed);
}

static bool read_cost(const char *value, struct sealed *sealed)
{
    char *end = NULL;

    if (!value || strspn(value, "0123456789 ") != strlen(value) || strlen(value) > 20)
        return false;
    long passes = strtol(value, &end, 10);
    if (*end != ' ')
        return false;
    long memory = strtol(end, &end, 10);
    if (*end || passes < 1 || memory < 8)
        return false;
    sealed->passes = passes > PASSES_MOST ? PASSES_MOST + 1 : (int)passes;
    sealed->memory = memory > MEMORY_MOST ? MEMORY_MOST + 1 : (int)memory;
    return true;
}

static bool check(const struct trainer_lines *lines)
{
    void *memory = memory_need(talloc_new(NULL));
    char *text = memory_need(talloc_strdup(memory, ""));
    const char *found = trainer_line_value(lines, 5, "checksum");
    char checksum[2 * CHECK_BYTES + 1];

    for (size_t i = 0; i < 5 && i < lines->count; i++)
        text = memory_need(talloc_asprintf_append(text, "%s\n", lines->line[i]));
    write_checksum(checksum, text);
    talloc_free(memory);
    return lines->count == 6 && found && strcmp(found, checksum) == 0;
}

/* The form of the fingerprint follows from the checksum, unless somebody made the file. */
static bool read_fingerprint(const char *value, struct sealed *sealed)
{
    if (!value || strlen(value) != TRAINER_FINGERPRINT - 1 ||
        strspn(value, "0123456789abcdef ") != TRAINER_FINGERPRINT - 1)
        return false;
    memcpy(sealed->fingerprint, value, TRAINER_FINGERPRINT);
    return true;
}

static enum trainer_state read_sealed(const char *bytes, size_t length, struct sealed *sealed)
{
    void *memory = memory_need(talloc_new(NULL));
    struct trainer_lines lines;
    enum trainer_state state = trainer_lines_read(memory, bytes, length, TRAINER_SECRET, &lines);

    if (state == TRAINER_READ &&
        !(check(&lines) && read_cost(trainer_line_value(&lines, 1, "argon2id13"), sealed) &&
          trainer_line_bytes(trainer_line_value(&lines, 2, "salt"), sealed->salt, SALT_BYTES) &&
          trainer_line_bytes(trainer_line_value(&lines, 3, "box"), sealed->box, BOX_BYTES) &&
          read_fingerprint(trainer_line_value(&lines, 4, "fingerprint"), sealed)))
        state = TRAINER_DAMAGED;
    if (state == TRAINER_READ && (sealed->passes > PASSES_MOST || sealed->memory > MEMORY_MOST))
        state = TRAINER_DEAR;
    talloc_free(memory);
    return state;
}

enum trainer_state trainer_secret_look(const char *bytes, size_t length,
                                       char ret_fingerprint[TRAINER_FINGERPRINT])
{
    struct sealed sealed;
    enum trainer_state state = read_sealed(bytes, length, &sealed);

    if (state == TRAINER_READ)
        memcpy(ret_fingerprint, sealed.fingerprint, TRAINER_FINGERPRINT);
    return state;
}

/* NULL: the passphrase is wrong. */
static struct trainer_secret *open_box(const void *parent, const struct sealed *sealed,
                                       const struct secret *lock)
{
    struct secret *opened = secret_new(NULL, TRAINER_KEY_BYTES);
    struct trainer_secret *key = NULL;

    if (crypto_secretbox_open_easy(opened->bytes, sealed->box + NONCE_BYTES,
                                   BOX_BYTES - NONCE_BYTES, sealed->box, lock->bytes) == 0)
        key = trainer_of(parent, opened->bytes);
    talloc_free(opened);
    return key;
}

enum trainer_state trainer_secret_parse(const void *parent, const char *bytes, size_t length,
                                        const void *passphrase, size_t passphrase_length,
                                        struct trainer_secret **ret_key)
{
    struct sealed sealed;
    char fingerprint[TRAINER_FINGERPRINT];
    enum trainer_state state = read_sealed(bytes, length, &sealed);

    if (state != TRAINER_READ)
        return state;
    struct secret *lock = derive(NULL, &sealed, passphrase, passphrase_length);
    if (!lock)
        return TRAINER_MEMORY;
    struct trainer_secret *key = open_box(parent, &sealed, lock);
    talloc_free(lock);
    if (!key)
        return TRAINER_WRONG;
    trainer_fingerprint(&key->public, fingerprint);
    if (strcmp(fingerprint, sealed.fingerprint) != 0) {
        talloc_free(key);
        return TRAINER_DAMAGED;
    }
    *ret_key = key;
    return TRAINER_READ;
}
