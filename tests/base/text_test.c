/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/text.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>
#include <talloc.h>

static size_t width(const char *text)
{
    return text_width(text, strlen(text));
}

static void width_counts_cells(void **state)
{
    (void)state;
    assert_int_equal(width(""), 0);
    assert_int_equal(width("HIV"), 3);
    assert_int_equal(width("Урок"), 4);
    assert_int_equal(width("ї"), 1);
    assert_int_equal(width("и\xCC\x86"), 1); /* й as a letter and a combining breve */
    assert_int_equal(width("漢字"), 4);
    assert_int_equal(width("a\x1B\x07z"), 2);
}

static void width_ends_where_told(void **state)
{
    (void)state;
    assert_int_equal(text_width("Урок", 4), 2);
}

static void characters_are_not_bytes(void **state)
{
    (void)state;
    assert_int_equal(text_characters("abc", 2), 2);
    assert_int_equal(text_characters("Урок", 0), 0);
    assert_int_equal(text_characters("Урок", 2), 4);
    assert_int_equal(text_characters("€x", 1), 3);
    assert_int_equal(text_characters("Урок", 99), 8);
}

static void cut_spares_the_character(void **state)
{
    (void)state;
    assert_int_equal(text_cut("Урок", 8, 8), 8);
    assert_int_equal(text_cut("Урок", 8, 99), 8);
    assert_int_equal(text_cut("Урок", 8, 4), 4);
    assert_int_equal(text_cut("Урок", 8, 5), 4);
    assert_int_equal(text_cut("€", 3, 2), 0);
    assert_int_equal(text_cut("a😀", 5, 4), 1);
}

static void assert_invalid_at(const char *text, size_t offset)
{
    const char *found = text_invalid(text, strlen(text));
    assert_non_null(found);
    assert_int_equal(found - text, offset);
}

static void bytes_that_are_not_utf8_are_found(void **state)
{
    (void)state;
    assert_null(text_invalid("", 0));
    assert_null(text_invalid("Урок €😀", strlen("Урок €😀")));
    assert_invalid_at("ab\xFFz", 2);
    assert_invalid_at("У\xD0", 2);            /* cut in the middle */
    assert_invalid_at("\xC0\xAF", 0);         /* too long a form of '/' */
    assert_invalid_at("\xED\xA0\x80", 0);     /* half of a surrogate pair */
    assert_invalid_at("\xF4\x90\x80\x80", 0); /* past the last character */
}

static void assert_unprintable_at(const char *text, size_t length, size_t offset)
{
    const char *found = text_unprintable(text, length);
    assert_non_null(found);
    assert_int_equal(found - text, offset);
}

static void length_counts_characters(void **state)
{
    (void)state;
    assert_int_equal(text_length(""), 0);
    assert_int_equal(text_length("abc"), 3);
    assert_int_equal(text_length("жа😀"), 3);
    assert_int_equal(text_length("e\xCC\x81"), 2); /* a letter and its accent */
}

static void a_byte_order_mark_is_one_only_at_the_beginning(void **state)
{
    static const char mark[] = "\xEF\xBB\xBF";
    (void)state;
    assert_int_equal(text_mark_length(mark, 3), 3);
    assert_int_equal(text_mark_length("\xEF\xBB\xBF" "a", 4), 3);
    assert_int_equal(text_mark_length("a\xEF\xBB\xBF", 4), 0);
    assert_int_equal(text_mark_length(mark, 2), 0);
    assert_int_equal(text_mark_length("", 0), 0);
}

static void what_a_terminal_must_not_get_is_found(void **state)
{
    static const char *const refused[] = {
        "\x01",         "\x07",         "\x1B",         "\x7F",
        "\r",           "\xC2\x80",     "\xC2\x9B",                     /* C1 */
        "\xC2\xAD",                                                     /* soft hyphen */
        "\xE2\x80\x8B", "\xE2\x80\x8D", "\xE2\x80\x8E",                 /* U+200B, D, E */
        "\xE2\x80\xA8", "\xE2\x80\xA9",                                 /* U+2028, U+2029 */
        "\xE2\x80\xAA", "\xE2\x80\xAE", "\xE2\x81\xA6", "\xE2\x81\xA9", /* directions */
        "\xEF\xBB\xBF",                                                 /* byte order mark */
        "\xEF\xBF\xBE", "\xEF\xBF\xBF",                                 /* no characters */
    };
    (void)state;
    for (size_t i = 0; i < sizeof refused / sizeof refused[0]; i++) {
        char text[16] = "у";
        strcat(text, refused[i]);
        assert_unprintable_at(text, strlen(text), 2);
    }
    assert_unprintable_at("a\0b", 3, 1);
}

static void what_a_terminal_may_get_passes(void **state)
{
    const char text[] = "Tab\tand\nnewline, Ґанок, й, 漢字, 😀, «—…», e\xCC\x81";
    (void)state;
    assert_null(text_unprintable(text, strlen(text)));
    assert_null(text_unprintable("", 0));
}

static void assert_clean(const char *text, size_t length, const char *expected)
{
    char *clean = text_clean(NULL, text, length);
    assert_string_equal(clean, expected);
    talloc_free(clean);
}

static void a_clean_copy_holds_nothing_dangerous(void **state)
{
    (void)state;
    assert_clean("", 0, "");
    assert_clean("Урок\n", strlen("Урок\n"), "Урок\n");
    assert_clean("a\tb", 3, "a b");
    assert_clean("a\x1B]0;title\x07z", 12, "a]0;titlez");
    assert_clean("a\0b", 3, "ab");
    assert_clean("1\xE2\x80\xAE"
                 "2",
                 5, "12");
    assert_clean("\xEF\xBB\xBFx\r", 5, "x");
    assert_clean("a\xFFz", 3, "a?z");
    assert_clean("У\xD0", 3, "У?");
    assert_clean("Урок", 4, "Ур");
}

static void distance_counts_slips(void **state)
{
    (void)state;
    assert_int_equal(text_distance("choose", "choose", 3), 0);
    assert_int_equal(text_distance("chose", "choose", 3), 1);
    assert_int_equal(text_distance("chooose", "choose", 3), 1);
    assert_int_equal(text_distance("chooze", "choose", 3), 1);
    assert_int_equal(text_distance("raed", "read", 3), 1);
    assert_int_equal(text_distance("", "abc", 3), 3);
    assert_int_equal(text_distance("кит", "кот", 3), 1); /* letters, not bytes */
    assert_int_equal(text_distance("кто", "кот", 3), 1);
    assert_int_equal(text_distance("\xFF", "a", 3), 4); /* not UTF-8: not alike */
    assert_int_equal(text_distance("kitten", "sitting", 5), 3);
    assert_int_equal(text_distance("ca", "abc", 5), 3); /* a swapped pair is not taken apart */
}

static void distance_ends_at_its_limit(void **state)
{
    char longest[TEXT_WORD_MAX + 1], longer[TEXT_WORD_MAX + 2];
    (void)state;
    memset(longest, 'x', sizeof longest);
    longest[TEXT_WORD_MAX] = '\0';
    memset(longer, 'x', sizeof longer);
    longer[TEXT_WORD_MAX + 1] = '\0';
    assert_int_equal(text_distance("read", "decide", 2), 3);
    assert_int_equal(text_distance(longest, longest, 2), 0);
    assert_int_equal(text_distance(longest, longer, 2), 3);
    assert_int_equal(text_distance(longer, longer, 2), 3);
}

static void the_word_that_was_meant_is_found(void **state)
{
    static const char *const words[] = {"read", "choose", "choose-all", "id", NULL};
    static const char *const none[] = {NULL};
    (void)state;
    assert_int_equal(text_nearest("raed", words), 0);
    assert_int_equal(text_nearest("chose", words), 1);
    assert_int_equal(text_nearest("choosse", words), 1);
    assert_int_equal(text_nearest("choose_al", words), 2);
    assert_int_equal(text_nearest("ids", words), 3);
    assert_int_equal(text_nearest("rxxd", words), -1);
    assert_int_equal(text_nearest("wholly-other", words), -1);
    assert_int_equal(text_nearest("read", none), -1);
}

/* Long plain text is looked at several bytes at a time; no place in it may hide a byte. */
static void every_byte_is_seen_at_every_place(void **state)
{
    (void)state;
    for (unsigned byte = 1; byte < 0x100; byte++)
        for (size_t place = 0; place < 20; place++) {
            char text[] = "plain ~ text of words";
            bool refused = (byte < 0x20 && byte != '\n' && byte != '\t') || byte == 0x7F;
            text[place] = (char)byte;
            if (byte >= 0x80) {
                assert_ptr_equal(text_invalid(text, strlen(text)), text + place);
                continue;
            }
            assert_null(text_invalid(text, strlen(text)));
            assert_ptr_equal(text_unprintable(text, strlen(text)), refused ? text + place : NULL);
        }
}

static void a_message_becomes_a_sentence(void **state)
{
    static const char *const cases[][2] = {
        { "the disk is full", "The disk is full." },
        { "на диске нет места", "На диске нет места." },
        { "Done already.", "Done already." },
        { "why?", "Why?" },
        { "5 files", "5 files." },
        { "", "" },
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        char *sentence = text_sentence(NULL, cases[i][0]);
        assert_string_equal(sentence, cases[i][1]);
        talloc_free(sentence);
    }
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_byte_is_seen_at_every_place),
        cmocka_unit_test(width_counts_cells),
        cmocka_unit_test(width_ends_where_told),
        cmocka_unit_test(characters_are_not_bytes),
        cmocka_unit_test(cut_spares_the_character),
        cmocka_unit_test(bytes_that_are_not_utf8_are_found),
        cmocka_unit_test(length_counts_characters),
        cmocka_unit_test(a_byte_order_mark_is_one_only_at_the_beginning),
        cmocka_unit_test(what_a_terminal_must_not_get_is_found),
        cmocka_unit_test(what_a_terminal_may_get_passes),
        cmocka_unit_test(a_clean_copy_holds_nothing_dangerous),
        cmocka_unit_test(a_message_becomes_a_sentence),
        cmocka_unit_test(distance_counts_slips),
        cmocka_unit_test(distance_ends_at_its_limit),
        cmocka_unit_test(the_word_that_was_meant_is_found),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
