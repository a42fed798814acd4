/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/box.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>
#include <talloc.h>

static unsigned char box[BOX_SIZE];
static struct box_key key = {.id = "an id of sixteen", .key = "a key of thirty-two characters.."};

static int seal(void **state)
{
    (void)state;
    box_seal(box, &key, "text", 4);
    return 0;
}

static void a_box_opens_with_its_key(void **state)
{
    (void)state;
    struct secret *opened = box_open(NULL, box, &key);
    assert_non_null(opened);
    assert_int_equal(opened->length, 4);
    assert_memory_equal(opened->bytes, "text", 4);
    talloc_free(opened);
}

static void a_box_opens_with_nothing_else(void **state)
{
    struct box_key other = key;
    (void)state;
    other.key[0] ^= 1;
    assert_null(box_open(NULL, box, &other));
}

/* Somebody with the file in his hands moves a box into another row. */
static void a_box_opens_under_its_id_only(void **state)
{
    struct box_key other = key;
    (void)state;
    other.id[0] ^= 1;
    assert_null(box_open(NULL, box, &other));
}

static void a_changed_box_does_not_open(void **state)
{
    (void)state;
    for (size_t i = 0; i < BOX_SIZE; i += 97) {
        box[i] ^= 1;
        assert_null(box_open(NULL, box, &key));
        box[i] ^= 1;
    }
    a_box_opens_with_its_key(state);
}

static void no_two_boxes_are_alike(void **state)
{
    unsigned char before[BOX_SIZE];
    (void)state;
    memcpy(before, box, BOX_SIZE);
    box_seal(box, &key, "text", 4);
    for (size_t i = 0; i + 16 <= BOX_SIZE; i += 16)
        assert_memory_not_equal(before + i, box + i, 16);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(a_box_opens_with_its_key, seal),
        cmocka_unit_test_setup(a_box_opens_with_nothing_else, seal),
        cmocka_unit_test_setup(a_box_opens_under_its_id_only, seal),
        cmocka_unit_test_setup(a_changed_box_does_not_open, seal),
        cmocka_unit_test_setup(no_two_boxes_are_alike, seal),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
