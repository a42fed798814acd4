/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/octets.h"

#include <setjmp.h>
#include <stdarg.h>
#include <string.h>

#include <cmocka.h>
#include <talloc.h>

static void numbers_have_their_lowest_byte_first(void **state)
{
    unsigned char bytes[10];
    struct octets_out out = {bytes, sizeof bytes, 0};
    (void)state;
    octets_put_number(&out, 0x1234, 2);
    octets_put_number(&out, UINT64_C(0xFEDCBA9876543210), 8);
    assert_memory_equal(bytes, "\x34\x12\x10\x32\x54\x76\x98\xBA\xDC\xFE", 10);
    struct octets_in in = {bytes, out.length, false};
    assert_int_equal(octets_take_number(&in, 2), 0x1234);
    assert_true(octets_take_number(&in, 8) == UINT64_C(0xFEDCBA9876543210));
    assert_false(in.failed);
    assert_int_equal(octets_take_number(&in, 1), 0);
    assert_true(in.failed);
}

static void after_a_failure_nothing_is_read(void **state)
{
    struct octets_in in = {(const unsigned char *)"\1a", 2, false};
    (void)state;
    assert_null(octets_take(&in, 3));
    assert_null(octets_take(&in, 1));
    assert_null(octets_take_text(NULL, &in));
    assert_int_equal(in.length, 2);
}

static void what_does_not_fit_is_only_counted(void **state)
{
    unsigned char bytes[4] = "....";
    struct octets_out out = {bytes, 3, 0};
    (void)state;
    octets_put(&out, "ab", 2);
    octets_put(&out, "cd", 2);
    assert_int_equal(out.length, 4);
    octets_put(&out, "e", 1);
    assert_memory_equal(bytes, "ab..", 4);
    out = (struct octets_out){NULL, 0, 0};
    octets_put_text(&out, "abc");
    assert_int_equal(out.length, 4);
}

static void zeros_take_little_room(void **state)
{
    static const size_t lengths[] = {0, 1, 2, 254, 255, 256, 600};
    (void)state;
    for (size_t i = 0; i < sizeof lengths / sizeof lengths[0]; i++)
        for (size_t lone = 0; lone <= lengths[i]; lone++) {
            unsigned char state_bytes[600] = {0}, bytes[64], back[600];
            struct octets_out out = {bytes, sizeof bytes, 0};
            /* None at all, too. */
            if (lone < lengths[i])
                state_bytes[lone] = 7;
            octets_put_sparse(&out, state_bytes, lengths[i]);
            assert_true(out.length <= 9);
            struct octets_in in = {bytes, out.length, false};
            memset(back, 0xA5, sizeof back);
            octets_take_sparse(&in, back, lengths[i]);
            assert_false(in.failed);
            assert_int_equal(in.length, 0);
            assert_memory_equal(back, state_bytes, lengths[i]);
            if (lengths[i] < sizeof back)
                assert_int_equal(back[lengths[i]], 0xA5);
        }
}

/* For three bytes, of which the last two are zero. */
static void one_state_has_one_form(void **state)
{
    static const struct {
        const char *bytes;
        size_t length;
        bool fails;
    } rows[] = {
        {"\7\0\2", 3, false},    {"\7\0\1\0\1", 5, true}, /* in two pieces */
        {"\7\0\0\0\2", 5, true},                          /* nothing, then the rest */
        {"\7\0\3", 3, true},                              /* more than there are */
        {"\7\0", 2, true},                                /* the number is missing */
        {"\7", 1, true},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        unsigned char into[3];
        struct octets_in in = {(const unsigned char *)rows[i].bytes, rows[i].length, false};
        octets_take_sparse(&in, into, sizeof into);
        if (in.failed != rows[i].fails)
            fail_msg("row %zu", i);
    }
}

static void a_text_has_no_nul(void **state)
{
    struct octets_in in = {(const unsigned char *)"\3abc\0\2a\0", 8, false};
    (void)state;
    char *text = octets_take_text(NULL, &in);
    assert_string_equal(text, "abc");
    talloc_free(text);
    assert_null(octets_take_text(NULL, &in));
    assert_false(in.failed);
    assert_null(octets_take_text(NULL, &in));
    assert_true(in.failed);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(numbers_have_their_lowest_byte_first),
        cmocka_unit_test(after_a_failure_nothing_is_read),
        cmocka_unit_test(what_does_not_fit_is_only_counted),
        cmocka_unit_test(zeros_take_little_room),
        cmocka_unit_test(one_state_has_one_form),
        cmocka_unit_test(a_text_has_no_nul),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
