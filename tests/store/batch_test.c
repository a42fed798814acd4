/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Batches as files: what is in them, and all that is not taken for one. CONECTA_FLIPS is how many
 * bits are flipped; 0: each of them.
 */
#include "store/batch.h"

#include <fcntl.h>
#include <unistd.h>

#include "../base/folder.h"
#include "base/file.h"
#include "base/random.h"

#define BALLOTS 7

struct scene {
    char *folder;
    struct diagnostics *problems;
    struct trainer_secret *key;
    unsigned char id[BATCH_ID_BYTES];
    unsigned char ballots[BALLOTS][STORE_BALLOT_BYTES];
    unsigned char *bytes;
};

static void seal_ballots(struct scene *scene)
{
    unsigned char *boxes = talloc_array(scene, unsigned char, BALLOTS *BATCH_BOX_BYTES);

    for (size_t i = 0; i < BALLOTS; i++) {
        memset(scene->ballots[i], 0, STORE_BALLOT_BYTES);
        snprintf((char *)scene->ballots[i], 60, "lesson-marker mosquito option %zu", i);
        /* The last first. */
        assert_int_equal(crypto_box_seal(boxes + (BALLOTS - 1 - i) * BATCH_BOX_BYTES,
                                         scene->ballots[i], STORE_BALLOT_BYTES,
                                         scene->key->public.bytes),
                         0);
    }
    scene->bytes = talloc_array(scene, unsigned char, BATCH_BYTES);
    batch_seal(scene->bytes, scene->id, boxes, BALLOTS, &scene->key->public);
    talloc_free(boxes);
}

static int open_scene(void **state)
{
    struct scene *scene = talloc_zero(NULL, struct scene);

    assert_true(sodium_init() >= 0);
    scene->folder = folder_make(scene);
    scene->problems = diagnostics_new(scene);
    scene->key = trainer_new(scene);
    randombytes_buf(scene->id, sizeof scene->id);
    seal_ballots(scene);
    *state = scene;
    return 0;
}

static int close_scene(void **state)
{
    struct scene *scene = *state;
    folder_remove(scene->folder);
    talloc_free(scene);
    return 0;
}

static enum batch_state open_bytes(struct scene *scene, size_t length)
{
    struct batch *batch = NULL;
    enum batch_state state = batch_open(scene, scene->bytes, length, scene->key, &batch);

    assert_int_equal(batch != NULL, state == BATCH_OPENED);
    talloc_free(batch);
    return state;
}

static void what_was_sealed_is_there(void **state)
{
    struct scene *scene = *state;
    struct batch *batch;

    assert_int_equal(batch_open(scene, scene->bytes, BATCH_BYTES, scene->key, &batch),
                     BATCH_OPENED);
    assert_int_equal(batch->count, BALLOTS);
    assert_memory_equal(batch->id, scene->id, BATCH_ID_BYTES);
    assert_memory_equal(batch->ballots, scene->ballots, sizeof scene->ballots);
}

static void nothing_of_it_can_be_seen(void **state)
{
    struct scene *scene = *state;
    static const char *const words[] = {"lesson-marker", "mosquito", "option"};

    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        assert_null(memmem(scene->bytes, BATCH_BYTES, words[i], strlen(words[i])));
    assert_null(memmem(scene->bytes, BATCH_BYTES, scene->id, BATCH_ID_BYTES));
}

static void another_key_opens_nothing(void **state)
{
    struct scene *scene = *state;

    scene->key = trainer_new(scene);
    assert_int_equal(open_bytes(scene, BATCH_BYTES), BATCH_WRONG_KEY);
}

/* The fingerprint is made to fit another key. */
static void a_fingerprint_alone_opens_nothing(void **state)
{
    struct scene *scene = *state;

    scene->key = trainer_new(scene);
    trainer_fingerprint_bytes(&scene->key->public, scene->bytes + 17);
    assert_int_equal(open_bytes(scene, BATCH_BYTES), BATCH_DAMAGED);
}

static void flip(struct scene *scene, size_t bit)
{
    scene->bytes[bit / 8] ^= (unsigned char)(1u << bit % 8);
}

static void assert_flip_is_refused(struct scene *scene, size_t bit)
{
    flip(scene, bit);
    if (open_bytes(scene, BATCH_BYTES) == BATCH_OPENED)
        fail_msg("bit %zu was flipped, and it opened", bit);
    flip(scene, bit);
}

/* All of the head, and some of what is behind it. */
static void every_flipped_bit_is_refused(void **state)
{
    struct scene *scene = *state;
    const char *wanted = getenv("CONECTA_FLIPS");
    size_t flips = wanted ? strtoul(wanted, NULL, 10) : 300;
    struct random random = {.state = random_seed()};
    size_t all = BATCH_BYTES * 8, head = (BATCH_HEAD_BYTES + 24) * 8;

    for (size_t bit = 0; bit < head; bit++)
        assert_flip_is_refused(scene, bit);
    for (size_t i = 0; i < (flips ? flips : all - head); i++)
        assert_flip_is_refused(scene, head + (flips ? random_below(&random, all - head) : i));
    assert_flip_is_refused(scene, all - 1);
    assert_int_equal(open_bytes(scene, BATCH_BYTES), BATCH_OPENED);
    printf("%zu flipped bits refused\n", head + 1 + (flips ? flips : all - head));
}

static void each_state_is_told_apart(void **state)
{
    struct scene *scene = *state;

    assert_int_equal(open_bytes(scene, 0), BATCH_NO_BATCH);
    assert_int_equal(open_bytes(scene, 15), BATCH_NO_BATCH);
    assert_int_equal(open_bytes(scene, 16), BATCH_DAMAGED);
    assert_int_equal(open_bytes(scene, BATCH_BYTES - 1), BATCH_DAMAGED);
    scene->bytes[16] = 2;
    assert_int_equal(open_bytes(scene, BATCH_BYTES), BATCH_NEWER);
    assert_int_equal(open_bytes(scene, 17), BATCH_NEWER);
    scene->bytes[16] = 0;
    assert_int_equal(open_bytes(scene, BATCH_BYTES), BATCH_DAMAGED);
    memset(scene->bytes, 0, BATCH_BYTES);
    assert_int_equal(open_bytes(scene, BATCH_BYTES), BATCH_NO_BATCH);
}

/* Sealed for the right key by somebody who is no store. */
static void forged_content_is_refused(void **state)
{
    struct scene *scene = *state;
    unsigned char *boxes = talloc_zero_array(scene, unsigned char, BATCH_BOX_BYTES);

    batch_seal(scene->bytes, scene->id, boxes, 1, &scene->key->public);
    assert_int_equal(open_bytes(scene, BATCH_BYTES), BATCH_DAMAGED);
    batch_seal(scene->bytes, scene->id, boxes, 0, &scene->key->public);
    assert_int_equal(open_bytes(scene, BATCH_BYTES), BATCH_DAMAGED);
}

static char *write_file(struct scene *scene, size_t length)
{
    char *path = file_path(scene, scene->folder, "a.batch");
    int file = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0600);

    assert_true(file >= 0);
    assert_int_equal(write(file, scene->bytes, length), length);
    assert_int_equal(close(file), 0);
    return path;
}

static void assert_file_refused(struct scene *scene, const char *path, enum batch_state expected,
                                const char *message)
{
    enum batch_state state = BATCH_OPENED;
    struct batch *batch = NULL;
    size_t before = scene->problems->count;

    assert_false(batch_read(scene, path, scene->key, &state, &batch, scene->problems));
    assert_null(batch);
    assert_int_equal(state, expected);
    assert_int_equal(scene->problems->count, before + 1);
    assert_non_null(strstr(scene->problems->items[before].message, message));
    assert_non_null(scene->problems->items[before].advice);
}

static void files_are_read(void **state)
{
    struct scene *scene = *state;
    enum batch_state found;
    struct batch *batch;
    char *path = write_file(scene, BATCH_BYTES);

    assert_true(batch_read(scene, path, scene->key, &found, &batch, scene->problems));
    assert_int_equal(batch->count, BALLOTS);
    /* A gigabyte, and it begins like a batch: no more of it is read than one can have. */
    assert_int_equal(truncate(path, 1 << 30), 0);
    size_t memory = talloc_total_size(scene);
    assert_file_refused(scene, path, BATCH_DAMAGED, "damaged");
    assert_true(talloc_total_size(scene) < memory + 10000);
    randombytes_buf(scene->bytes, BATCH_BYTES);
    write_file(scene, BATCH_BYTES);
    assert_int_equal(truncate(path, 1 << 30), 0);
    assert_file_refused(scene, path, BATCH_NO_BATCH, "not a file that 'conecta share' wrote");
    write_file(scene, 0);
    assert_file_refused(scene, path, BATCH_NO_BATCH, "not a file that 'conecta share' wrote");
    assert_file_refused(scene, scene->folder, BATCH_OPENED, "a folder");
    assert_file_refused(scene, "/dev/zero", BATCH_OPENED, "not a regular file");
    assert_file_refused(scene, "/no/such/file", BATCH_OPENED, "cannot be read");
}

#define IN_SCENE(test) cmocka_unit_test_setup_teardown(test, open_scene, close_scene)

int main(void)
{
    const struct CMUnitTest tests[] = {
        IN_SCENE(what_was_sealed_is_there),     IN_SCENE(nothing_of_it_can_be_seen),
        IN_SCENE(another_key_opens_nothing),    IN_SCENE(a_fingerprint_alone_opens_nothing),
        IN_SCENE(every_flipped_bit_is_refused), IN_SCENE(each_state_is_told_apart),
        IN_SCENE(forged_content_is_refused),    IN_SCENE(files_are_read),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
