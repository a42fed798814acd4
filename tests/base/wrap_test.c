/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/wrap.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>
#include <talloc.h>
#include <unigbrk.h>

#include "base/text.h"

/* The lines of a text, with '|' between them. */
static char *wrapped(const char *text, size_t width)
{
    size_t count;
    char *lines = talloc_strdup(NULL, "");
    struct slice *slices = wrap_text(lines, text, strlen(text), width, &count);
    for (size_t i = 0; i < count; i++)
        lines = talloc_asprintf_append_buffer(lines, "%s%.*s", i ? "|" : "", (int)slices[i].length,
                                              text + slices[i].start);
    return lines;
}

static void assert_wrapped(const char *text, size_t width, const char *expected)
{
    char *lines = wrapped(text, width);
    assert_string_equal(lines, expected);
    talloc_free(lines);
}

static void nothing_is_one_empty_line(void **state)
{
    (void)state;
    assert_wrapped("", 10, "");
}

static void words_go_to_the_next_line(void **state)
{
    (void)state;
    assert_wrapped("one two three", 8, "one two|three");
    assert_wrapped("one two three", 7, "one two|three");
    assert_wrapped("one two three", 6, "one|two|three");
    assert_wrapped("one two three", 100, "one two three");
}

static void an_option_of_a_command_stays_whole(void **state)
{
    (void)state;
    assert_wrapped("use --plain", 6, "use|--plai|n");
    assert_wrapped("use --plain", 8, "use|--plain");
    assert_wrapped("use '--plain-text'", 14, "use '--plain-|text'");
    assert_wrapped("-5 at well-known", 10, "-5 at|well-known");
    assert_wrapped("at well-known", 8, "at well-|known");
}

static void a_line_that_fits_exactly_is_not_broken(void **state)
{
    (void)state;
    assert_wrapped("one two", 7, "one two");
    assert_wrapped("one two three four", 13, "one two three|four");
    assert_wrapped("Безопасность", 12, "Безопасность");
    assert_wrapped("漢字", 4, "漢字");
}

static void spaces_at_the_edge_are_dropped(void **state)
{
    (void)state;
    assert_wrapped("one    two", 3, "one|two");
    assert_wrapped("one    two", 5, "one|two");
    assert_wrapped("one ", 3, "one");
    assert_wrapped("one   ", 10, "one");
}

static void cyrillic_counts_cells_not_bytes(void **state)
{
    (void)state;
    assert_wrapped("Права есть у каждого", 10, "Права есть|у каждого");
    assert_wrapped("Права есть у каждого", 12, "Права есть у|каждого");
    assert_wrapped("Ґанок і їжак", 7, "Ґанок і|їжак");
}

static void combining_accents_take_no_cells(void **state)
{
    (void)state;
    /* замо́к and й written with a combining mark */
    assert_wrapped("замо\xCC\x81к дверь", 11, "замо\xCC\x81к дверь");
    assert_wrapped("и\xCC\x86и\xCC\x86и\xCC\x86", 2, "и\xCC\x86и\xCC\x86|и\xCC\x86");
}

static void wide_characters_take_two_cells_and_break_anywhere(void **state)
{
    (void)state;
    assert_wrapped("漢字漢字", 4, "漢字|漢字");
    assert_wrapped("漢字漢字", 5, "漢字|漢字");
    assert_wrapped("a漢字", 3, "a漢|字");
}

static void closing_punctuation_stays_with_its_word(void **state)
{
    (void)state;
    assert_wrapped("漢字。漢字", 4, "漢|字。|漢字");
    assert_wrapped("one (two) three", 5, "one|(two)|three");
    assert_wrapped("«да», «нет»", 6, "«да»,|«нет»");
}

static void a_hyphen_allows_a_break_behind_it(void **state)
{
    (void)state;
    assert_wrapped("self-test", 5, "self-|test");
    assert_wrapped("self-test", 9, "self-test");
    assert_wrapped("a self-test", 7, "a self-|test");
    assert_wrapped("a self-test", 6, "a|self-|test");
}

static void what_must_not_break_does_not(void **state)
{
    (void)state;
    assert_wrapped("10\xC2\xA0km far", 7, "10\xC2\xA0km|far"); /* no-break space */
    assert_wrapped("take 10\xC2\xA0km", 7, "take|10\xC2\xA0km");
}

static void a_newline_begins_a_line(void **state)
{
    (void)state;
    assert_wrapped("one\ntwo", 10, "one|two");
    assert_wrapped("one\n\ntwo", 10, "one||two");
    assert_wrapped("one two\nthree", 3, "one|two|thr|ee");
    assert_wrapped("one\ntwo three", 9, "one|two three");
}

static void a_word_wider_than_the_line_is_cut(void **state)
{
    (void)state;
    assert_wrapped("abcdefgh", 3, "abc|def|gh");
    assert_wrapped("a bcdefgh", 3, "a|bcd|efg|h");
    assert_wrapped("abcdefgh i", 3, "abc|def|gh|i");
    assert_wrapped("abcdefg hi", 4, "abcd|efg|hi");
    assert_wrapped("abcdefgh i", 4, "abcd|efgh|i");
}

static void words_are_cut_between_graphemes_only(void **state)
{
    (void)state;
    assert_wrapped("e\xCC\x81\xCC\xA3"
                   "e\xCC\x81",
                   1,
                   "e\xCC\x81\xCC\xA3|"
                   "e\xCC\x81");
}

static void a_grapheme_wider_than_the_line_stays_whole(void **state)
{
    (void)state;
    assert_wrapped("漢字", 1, "漢|字");
    assert_wrapped("a漢b", 1, "a|漢|b");
}

static const char *const samples[] = {
    "One two three four five six seven eight nine ten, eleven: twelve — thirteen.",
    "Никто не обязан рассказывать о своём ВИЧ-статусе: ни работодателю, ни полиции.",
    "Жодна людина не зобов’язана розповідати про свій ВІЛ-статус.",
    "замо\xCC\x81к, доро\xCC\x81га и\xCC\x86ога а\xCC\x81\xCC\xA3",
    "漢字とかな交じりの文、つまり普通の文です。 mixed with words",
    "https://example.org/a/very/long/address?with=a&query=string#and-a-fragment",
    "Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz",
    "a  b   c    d     e      f       g",
    "self-test well-being state-of-the-art e-mail --option -5 1-2-3",
    "😀 👩‍🔬 🇺🇦 x👍🏽y",
    "$100.00 (100 %) «кавычки» „лапки“ 1,000,000 §5 №7",
    "wwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwww ww w",
};

/* Whether a slice is one grapheme, which may be wider than its line. */
static size_t is_one_grapheme(const char *text, size_t length)
{
    const uint8_t *start = (const uint8_t *)text;
    return length > 0 && u8_grapheme_next(start, start + length) == start + length;
}

static void check_width(const char *text, size_t width)
{
    size_t length = strlen(text), count, at = 0;
    void *memory = talloc_new(NULL);
    struct slice *slices = wrap_text(memory, text, length, width, &count);

    assert_true(count >= 1);
    for (size_t i = 0; i < count; i++) {
        const char *line = text + slices[i].start;
        size_t cells = text_width(line, slices[i].length);
        if (cells > width && !is_one_grapheme(line, slices[i].length))
            fail_msg("width %zu: \"%.*s\" of \"%s\"", width, (int)slices[i].length, line, text);
        /* Between two lines there is nothing but spaces: no text is lost or twice. */
        assert_true(slices[i].start >= at);
        for (; at < slices[i].start; at++)
            assert_int_equal(text[at], ' ');
        at = slices[i].start + slices[i].length;
        /* Slices are whole characters. */
        assert_null(text_invalid(line, slices[i].length));
        assert_true(width == 1 || slices[i].length > 0);
    }
    for (; at < length; at++)
        assert_int_equal(text[at], ' ');
    talloc_free(memory);
}

static void at_every_width_lines_fit_and_nothing_is_lost(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof samples / sizeof samples[0]; i++)
        for (size_t width = 1; width <= 100; width++)
            check_width(samples[i], width);
}

/* A line is as full as the next word allows: no break comes early. */
static void lines_are_as_full_as_can_be(void **state)
{
    const char *text = "ab abc a abcd ab abcde a ab abc abcdef a";
    (void)state;
    for (size_t width = 6; width <= 40; width++) {
        size_t count;
        struct slice *slices = wrap_text(NULL, text, strlen(text), width, &count);
        for (size_t i = 0; i + 1 < count; i++) {
            size_t next = strcspn(text + slices[i + 1].start, " ");
            assert_true(slices[i].length + 1 + next > width);
        }
        talloc_free(slices);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nothing_is_one_empty_line),
        cmocka_unit_test(words_go_to_the_next_line),
        cmocka_unit_test(an_option_of_a_command_stays_whole),
        cmocka_unit_test(a_line_that_fits_exactly_is_not_broken),
        cmocka_unit_test(spaces_at_the_edge_are_dropped),
        cmocka_unit_test(cyrillic_counts_cells_not_bytes),
        cmocka_unit_test(combining_accents_take_no_cells),
        cmocka_unit_test(wide_characters_take_two_cells_and_break_anywhere),
        cmocka_unit_test(closing_punctuation_stays_with_its_word),
        cmocka_unit_test(a_hyphen_allows_a_break_behind_it),
        cmocka_unit_test(what_must_not_break_does_not),
        cmocka_unit_test(a_newline_begins_a_line),
        cmocka_unit_test(a_word_wider_than_the_line_is_cut),
        cmocka_unit_test(words_are_cut_between_graphemes_only),
        cmocka_unit_test(a_grapheme_wider_than_the_line_stays_whole),
        cmocka_unit_test(at_every_width_lines_fit_and_nothing_is_lost),
        cmocka_unit_test(lines_are_as_full_as_can_be),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
