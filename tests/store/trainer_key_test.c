/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A trainer's keys as files: what is in them, and all that is not taken for one. */
#include "store/trainer_key.h"

#include <fcntl.h>
#include <unistd.h>

#include "../base/folder.h"
#include "base/file.h"

#define PASSES 1
#define MEMORY 8

static char *public_text(void *memory, const struct trainer_secret *key)
{
    return trainer_public_write(memory, &key->public);
}

static char *secret_text(void *memory, const struct trainer_secret *key, const char *passphrase)
{
    char *text = trainer_secret_write(memory, key, passphrase, strlen(passphrase), PASSES, MEMORY);
    assert_non_null(text);
    return text;
}

static enum trainer_state parse_public(const char *text)
{
    struct trainer_public key;
    return trainer_public_parse(text, strlen(text), &key);
}

static enum trainer_state parse_secret(void *memory, const char *text, const char *passphrase)
{
    struct trainer_secret *key = NULL;
    enum trainer_state state =
        trainer_secret_parse(memory, text, strlen(text), passphrase, strlen(passphrase), &key);
    assert_int_equal(key != NULL, state == TRAINER_READ);
    talloc_free(key);
    return state;
}

static void both_halves_are_read_again(void **state)
{
    void *memory = *state = talloc_new(NULL);
    struct trainer_secret *key = trainer_new(memory), *read;
    struct trainer_public public;
    const char *text = public_text(memory, key);
    const char *sealed = secret_text(memory, key, "сім слів на папері");
    char fingerprint[TRAINER_FINGERPRINT], found[TRAINER_FINGERPRINT];

    assert_int_equal(trainer_public_parse(text, strlen(text), &public), TRAINER_READ);
    assert_true(trainer_public_equal(&public, &key->public));
    trainer_fingerprint(&public, fingerprint);
    assert_int_equal(strlen(fingerprint), TRAINER_FINGERPRINT - 1);
    assert_non_null(strstr(text, fingerprint));
    assert_int_equal(trainer_secret_look(sealed, strlen(sealed), found), TRAINER_READ);
    assert_string_equal(found, fingerprint);
    assert_int_equal(trainer_secret_parse(memory, sealed, strlen(sealed), "сім слів на папері",
                                          strlen("сім слів на папері"), &read),
                     TRAINER_READ);
    assert_memory_equal(read->secret->bytes, key->secret->bytes, TRAINER_KEY_BYTES);
    assert_true(trainer_public_equal(&read->public, &key->public));
    assert_true(strlen(sealed) < TRAINER_FILE_BYTES);
    talloc_free(memory);
}

static void mail_and_windows_do_no_harm(void **state)
{
    void *memory = *state = talloc_new(NULL);
    struct trainer_secret *key = trainer_new(memory);
    char *lines = talloc_strdup(memory, "\xEF\xBB\xBF");

    for (const char *at = public_text(memory, key); *at; at++)
        lines = *at == '\n' ? talloc_asprintf_append(lines, " \r\n")
                            : talloc_asprintf_append(lines, "%c", *at);
    assert_int_equal(parse_public(talloc_asprintf(memory, "%s\r\n\r\n", lines)), TRAINER_READ);
    lines = talloc_strdup(memory, "");
    for (const char *at = secret_text(memory, key, "words"); *at; at++)
        lines = *at == '\n' ? talloc_asprintf_append(lines, "\r\n")
                            : talloc_asprintf_append(lines, "%c", *at);
    assert_int_equal(parse_secret(memory, lines, "words"), TRAINER_READ);
    talloc_free(memory);
}

static void wrong_passphrases_open_nothing(void **state)
{
    void *memory = *state = talloc_new(NULL);
    const char *text = secret_text(memory, trainer_new(memory), "right words");

    assert_int_equal(parse_secret(memory, text, "right word"), TRAINER_WRONG);
    assert_int_equal(parse_secret(memory, text, "Right words"), TRAINER_WRONG);
    assert_int_equal(parse_secret(memory, text, ""), TRAINER_WRONG);
    assert_int_equal(parse_secret(memory, text, "right words"), TRAINER_READ);
    talloc_free(memory);
}

/* Every bit, every end. */
static void whatever_is_changed_is_refused(void **state)
{
    void *memory = *state = talloc_new(NULL);
    struct trainer_secret *key = trainer_new(memory);
    char *const texts[] = {public_text(memory, key), secret_text(memory, key, "words")};

    for (size_t which = 0; which < 2; which++) {
        char *text = texts[which];
        size_t length = strlen(text);
        for (size_t bit = 0; bit < 8 * length; bit++) {
            /* A line's end may be missing, or have a space before it. */
            if (text[bit / 8] == '\n')
                continue;
            text[bit / 8] ^= (char)(1u << bit % 8);
            char found[TRAINER_FINGERPRINT];
            struct trainer_public public;
            enum trainer_state judged = which ? trainer_secret_look(text, length, found)
                                              : trainer_public_parse(text, length, &public);
            /* A letter of hexadecimal digits may be a capital. */
            if (judged == TRAINER_READ && (which || !trainer_public_equal(&public, &key->public)))
                fail_msg("bit %zu of file %zu was flipped, and it was read", bit, which);
            text[bit / 8] ^= (char)(1u << bit % 8);
        }
        for (size_t end = 0; end + 1 < length; end++) {
            char *part = talloc_strndup(memory, text, end);
            assert_int_not_equal(which ? parse_secret(memory, part, "words") : parse_public(part),
                                 TRAINER_READ);
        }
    }
    talloc_free(memory);
}

static void each_state_is_told_apart(void **state)
{
    void *memory = *state = talloc_new(NULL);
    struct trainer_secret *key = trainer_new(memory);
    char *public = public_text(memory, key), *secret = secret_text(memory, key, "words");
    char found[TRAINER_FINGERPRINT];

    assert_int_equal(parse_public(secret), TRAINER_OTHER);
    assert_int_equal(parse_secret(memory, public, "words"), TRAINER_OTHER);
    assert_int_equal(parse_public("conecta-public-key 2\nsomething else\n"), TRAINER_NEWER);
    assert_int_equal(parse_public("conecta-public-key\n"), TRAINER_DAMAGED);
    assert_int_equal(parse_public("lesson: a\n"), TRAINER_NO_KEY);
    assert_int_equal(parse_public(""), TRAINER_NO_KEY);
    assert_int_equal(trainer_secret_look("\0\0\0", 3, found), TRAINER_NO_KEY);
    assert_int_equal(
        parse_public(talloc_asprintf(memory, "%sfingerprint 0000 0000 0000 0000 0000\n", public)),
        TRAINER_DAMAGED);
    talloc_free(memory);
}

/* A key for which everybody could read what was sealed. */
static void keys_of_small_order_are_refused(void **state)
{
    void *memory = *state = talloc_new(NULL);
    struct trainer_public zero = {{0}}, one = {{1}};

    assert_int_equal(parse_public(trainer_public_write(memory, &zero)), TRAINER_DAMAGED);
    assert_int_equal(parse_public(trainer_public_write(memory, &one)), TRAINER_DAMAGED);
    talloc_free(memory);
}

/* With a checksum that is right: somebody made it. */
static void what_asks_for_too_much_is_refused_at_once(void **state)
{
    void *memory = *state = talloc_new(NULL);
    char *text = secret_text(memory, trainer_new(memory), "words");
    char *cost = strstr(text, "argon2id13"), *rest = strchr(cost, '\n');
    unsigned char hash[16];
    char digits[33];

    *strstr(text, "checksum") = '\0';
    *cost = '\0';
    char *dear = talloc_asprintf(memory, "%sargon2id13 3 99999999%s", text, rest);
    crypto_generichash(hash, sizeof hash, (unsigned char *)dear, strlen(dear), NULL, 0);
    sodium_bin2hex(digits, sizeof digits, hash, sizeof hash);
    dear = talloc_asprintf_append(dear, "checksum %s\n", digits);
    assert_int_equal(parse_secret(memory, dear, "words"), TRAINER_DEAR);
    talloc_free(memory);
}

static void files_are_refused_in_words(void **state)
{
    void *memory = *state = talloc_new(NULL);
    char *folder = folder_make(memory), *path = file_path(memory, folder, "a.pub");
    struct diagnostics *problems = diagnostics_new(memory);
    struct trainer_public key;
    const char *bytes = NULL, *text = public_text(memory, trainer_new(memory));
    size_t length;
    int file = open(path, O_WRONLY | O_CREAT, 0600);

    assert_int_equal(write(file, text, strlen(text)), strlen(text));
    close(file);
    assert_true(trainer_public_read(path, &key, problems));
    assert_false(trainer_secret_load(memory, path, &bytes, &length, problems));
    assert_null(bytes);
    assert_non_null(strstr(problems->items[0].message, "the other half"));
    assert_int_equal(truncate(path, 1 << 30), 0);
    assert_false(trainer_public_read(path, &key, problems));
    assert_non_null(strstr(problems->items[1].message, "damaged"));
    assert_int_equal(truncate(path, 0), 0);
    assert_false(trainer_public_read(path, &key, problems));
    assert_non_null(strstr(problems->items[2].message, "not a key"));
    assert_false(trainer_public_read(folder, &key, problems));
    assert_non_null(strstr(problems->items[3].message, "a folder"));
    assert_int_equal(problems->count, 4);
    folder_remove(folder);
    talloc_free(memory);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(both_halves_are_read_again),
        cmocka_unit_test(mail_and_windows_do_no_harm),
        cmocka_unit_test(wrong_passphrases_open_nothing),
        cmocka_unit_test(whatever_is_changed_is_refused),
        cmocka_unit_test(each_state_is_told_apart),
        cmocka_unit_test(keys_of_small_order_are_refused),
        cmocka_unit_test(what_asks_for_too_much_is_refused_at_once),
        cmocka_unit_test(files_are_refused_in_words),
    };
    return sodium_init() < 0 ? 1 : cmocka_run_group_tests(tests, NULL, NULL);
}
