/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/buffer.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>
#include <talloc.h>

static void an_empty_one_is_a_text(void **state)
{
    struct buffer buffer = buffer_new(NULL);
    (void)state;
    assert_string_equal(buffer.text, "");
    assert_int_equal(buffer.length, 0);
    talloc_free(buffer.text);
}

static void pieces_follow_each_other(void **state)
{
    struct buffer buffer = buffer_new(NULL);
    (void)state;
    buffer_put(&buffer, "one");
    buffer_add(&buffer, " two three", 4);
    buffer_add(&buffer, "", 0);
    buffer_format(&buffer, " %d %s", 3, "четыре");
    assert_string_equal(buffer.text, "one two 3 четыре");
    assert_int_equal(buffer.length, strlen(buffer.text));
    talloc_free(buffer.text);
}

/* Every length around a step, in small pieces and in one. */
static void it_grows(void **state)
{
    void *memory = talloc_new(NULL);
    struct buffer small = buffer_new(memory);
    char all[3000];
    (void)state;
    memset(all, 'x', sizeof all);
    for (size_t i = 0; i < sizeof all; i++) {
        assert_int_equal(small.length, i);
        assert_int_equal(strlen(small.text), i);
        struct buffer large = buffer_new(memory);
        buffer_add(&large, all, i);
        assert_string_equal(large.text, small.text);
        assert_true(large.length < large.room);
        talloc_free(large.text);
        buffer_put(&small, "x");
    }
    assert_ptr_equal(talloc_parent(small.text), memory);
    talloc_free(memory);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_empty_one_is_a_text),
        cmocka_unit_test(pieces_follow_each_other),
        cmocka_unit_test(it_grows),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
