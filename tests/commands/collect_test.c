/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * command_collect and command_summary, as a trainer uses them: the program is run on batches that
 * laptops would have written. What is in the figures is for tests/report/ to say.
 */
#include "../report/report_world.h"

#include <sys/wait.h>

#include <sodium.h>

#include "store/batch.h"
#include "store/trainer_key.h"

#define PASSPHRASE "correct horse"

struct trainer {
    struct trainer_secret *key;
    char *path; /* of NAME.key */
};

static void write_bytes(const char *path, const void *bytes, size_t length)
{
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(bytes, 1, length, file), length);
    assert_int_equal(fclose(file), 0);
}

static struct trainer *make_trainer(struct report_world *world, const char *name)
{
    struct trainer *trainer = talloc_zero(world, struct trainer);
    trainer->key = trainer_new(trainer);
    trainer->path = file_path(trainer, world->folder, name);
    char *text =
        trainer_secret_write(trainer, trainer->key, PASSPHRASE, strlen(PASSPHRASE), 1, 8192);
    assert_non_null(text);
    write_bytes(trainer->path, text, strlen(text));
    return trainer;
}

/* Batch `number` with count ballots for the trainer; returns its path. */
static char *make_batch(struct report_world *world, const struct trainer *trainer,
                        unsigned char number, size_t count)
{
    const struct answers answers = {"how-hiv-is-passed-on", "uk", {YES, NO, SKIPPED, YES}, 0};
    const unsigned char id[BATCH_ID_BYTES] = {number};
    unsigned char *boxes = talloc_array(world, unsigned char, (unsigned)(count * BATCH_BOX_BYTES));
    unsigned char *bytes = talloc_array(world, unsigned char, BATCH_BYTES);
    unsigned char ballot[BALLOT_BYTES];
    char *path = talloc_asprintf(world, "%s/batch-%u", world->folder, number);

    assert_true(ballot_write(ballot_of(world, &answers), ballot));
    for (size_t i = 0; i < count; i++)
        assert_int_equal(crypto_box_seal(boxes + i * BATCH_BOX_BYTES, ballot, sizeof ballot,
                                         trainer->key->public.bytes),
                         0);
    batch_seal(bytes, id, boxes, count, &trainer->key->public);
    write_bytes(path, bytes, BATCH_BYTES);
    return path;
}

static int run(struct report_world *world, const char *passphrase, const char *command,
               char **ret_output)
{
    char *output = file_path(world, world->folder, "output");
    char *line = talloc_asprintf(world,
                                 "printf '%%s\\n' '%s' | '%s' %s --home '%s' >'%s' 2>'%s.errors'; "
                                 "status=$?; cat '%s.errors' >>'%s'; exit $status",
                                 passphrase, getenv("CONECTA_PROGRAM"), command, world->data,
                                 output, output, output, output);
    struct bytes bytes;
    int status = system(line);

    assert_true(WIFEXITED(status));
    assert_true(file_read(world, output, 1 << 20, &bytes, world->problems));
    *ret_output = bytes.data;
    return WEXITSTATUS(status);
}

static void assert_says(const char *text, const char *words)
{
    if (!strstr(text, words))
        fail_msg("\"%s\" is not in: %s", words, text);
}

static void a_batch_is_collected_once_and_shown(void **state)
{
    struct report_world *world = *state;
    struct trainer *trainer = make_trainer(world, "trainer.key");
    char *one = make_batch(world, trainer, 1, 6), *two = make_batch(world, trainer, 2, 7);
    char *collect = talloc_asprintf(world, "collect --key %s %s", trainer->path, one);
    char *said;

    assert_int_equal(run(world, "", "summary", &said), 0);
    char *nothing = said;
    assert_int_equal(run(world, PASSPHRASE, collect, &said), 0);
    assert_says(said, "batch-1: new, counted");
    assert_says(said, "Batches: 1 new, 0 counted before, 0 refused");
    /* Six wait: nobody is told. */
    assert_int_equal(run(world, "", "summary", &said), 0);
    assert_string_equal(said, nothing);
    collect = talloc_asprintf(world, "collect --key %s %s %s", trainer->path, one, two);
    assert_int_equal(run(world, PASSPHRASE, collect, &said), 0);
    assert_says(said, "batch-1: counted before");
    assert_says(said, "batch-2: new, counted");
    assert_int_equal(run(world, "", "summary --format csv", &said), 0);
    assert_says(said, "how-hiv-is-passed-on");
    assert_says(said, "13");
    for (size_t i = 0; i < 4; i++) {
        static const char *const formats[] = {"text", "csv", "json", "html"};
        char *out = talloc_asprintf(world, "%s/summary.%s", world->folder, formats[i]);
        char *command = talloc_asprintf(world, "summary --format %s --out %s", formats[i], out);
        assert_int_equal(run(world, "", command, &said), 0);
        assert_string_equal(said, "");
        assert_int_equal(access(out, R_OK), 0);
    }
    assert_int_equal(run(world, "", "summary --format pdf", &said), 2);
    assert_says(said, "there is no format 'pdf'");
}

static void what_is_refused_counts_nothing_and_the_others_go_on(void **state)
{
    struct report_world *world = *state;
    struct trainer *trainer = make_trainer(world, "trainer.key");
    struct trainer *other = make_trainer(world, "other.key");
    char *good = make_batch(world, trainer, 1, 6), *foreign = make_batch(world, other, 2, 6);
    char *damaged = make_batch(world, trainer, 3, 6), *said;
    struct bytes bytes;

    assert_true(file_read(world, damaged, BATCH_BYTES, &bytes, world->problems));
    bytes.data[BATCH_BYTES / 2] ^= 1;
    write_bytes(damaged, bytes.data, bytes.length);
    char *empty = folder_add(world->folder, "empty", "");
    char *collect = talloc_asprintf(world, "collect --key %s %s %s %s %s", trainer->path, damaged,
                                    foreign, empty, good);
    assert_int_equal(run(world, PASSPHRASE, collect, &said), 1);
    assert_says(said, "damaged");
    assert_says(said, "another key");
    assert_says(said, "Batches: 1 new, 0 counted before, 3 refused");
    collect = talloc_asprintf(world, "collect --key %s %s/nothing", trainer->path, world->folder);
    assert_int_equal(run(world, PASSPHRASE, collect, &said), 2);
}

static void without_the_key_nothing_is_written(void **state)
{
    struct report_world *world = *state;
    struct trainer *trainer = make_trainer(world, "trainer.key");
    char *batch = make_batch(world, trainer, 1, 6), *said;
    char *collect = talloc_asprintf(world, "collect --key %s %s", trainer->path, batch);

    assert_int_equal(run(world, "wrong", collect, &said), 1);
    collect = talloc_asprintf(world, "collect --key %s %s", batch, batch);
    assert_int_equal(run(world, PASSPHRASE, collect, &said), 2);
    assert_int_equal(run(world, PASSPHRASE, "collect", &said), 2);
    assert_int_equal(access(world->data, F_OK), -1);
}

/* As if learners had agreed on this laptop, and nobody had set anything up. */
static void a_laptop_with_its_own_key_counts_what_it_has(void **state)
{
    struct report_world *world = *state;
    const struct answers answers = {"how-hiv-is-passed-on", "uk", {YES, NO, SKIPPED, YES}, 0};
    struct store *store = store_open(world, world->data, &store_settings_usual, world->problems);
    unsigned char ballot[BALLOT_BYTES];
    char *said, *nothing;

    assert_int_equal(run(world, "", "summary", &nothing), 0);
    assert_true(ballot_write(ballot_of(world, &answers), ballot));
    for (int i = 0; i < 9; i++)
        assert_true(store_cast(store, "how-hiv-is-passed-on 00c0ffee", ballot, world->problems));
    assert_int_equal(run(world, "", "summary", &said), 0);
    assert_string_equal(said, nothing);
    for (int i = 0; i < 5; i++)
        assert_true(store_cast(store, "how-hiv-is-passed-on 00c0ffee", ballot, world->problems));
    assert_int_equal(run(world, "", "summary --format csv", &said), 0);
    assert_says(said, "how-hiv-is-passed-on");
    assert_says(said, ",14");
    assert_int_equal(run(world, "", "summary", &said), 0);
    assert_string_not_equal(said, nothing);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        IN_WORLD(a_batch_is_collected_once_and_shown),
        IN_WORLD(what_is_refused_counts_nothing_and_the_others_go_on),
        IN_WORLD(without_the_key_nothing_is_written),
        IN_WORLD(a_laptop_with_its_own_key_counts_what_it_has),
    };
    assert_true(sodium_init() >= 0);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
