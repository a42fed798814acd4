/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "activities/wording.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static void case_accents_and_spaces_do_not_matter(void **state)
{
    (void)state;
    assert_true(wording_matches("CONDOM", "condom"));
    assert_true(wording_matches("  a   condom. ", "A condom"));
    assert_true(wording_matches("ПРЕЗЕРВАТИВ", "презерватив"));
    assert_true(wording_matches("ещё", "ЕЩЕ"));
    assert_true(wording_matches("е\xCC\x88лка", "елка")); /* ё in two characters */
    assert_true(wording_matches("ﬁve", "five"));           /* a ligature */
    assert_true(wording_matches("зв’язок", "зв'язок"));
    assert_true(wording_matches("straße", "STRASSE"));
    assert_true(wording_matches("«да»", "да"));
    assert_true(wording_matches("one-two", "one two"));
}

static void one_slip_is_forgiven_in_a_long_word(void **state)
{
    (void)state;
    assert_true(wording_matches("condoms", "condom"));
    assert_true(wording_matches("codnom", "condom"));
    assert_true(wording_matches("condon", "condom"));
    assert_true(wording_matches("ondom", "condom"));
    assert_true(wording_matches("призерватив", "презерватив"));
    assert_true(wording_matches("слина", "слинна"));
    assert_true(wording_matches("lubricnt and codoms", "lubricant and condoms"));
    assert_false(wording_matches("kondon", "condom"));
    assert_false(wording_matches("призирватив", "презерватив"));
}

static void short_words_must_be_right(void **state)
{
    (void)state;
    assert_false(wording_matches("pep", "prep"));
    assert_false(wording_matches("29", "28"));
    assert_false(wording_matches("рот", "кот"));
    assert_true(wording_matches("кровь", "кровь"));
}

static void every_word_counts(void **state)
{
    (void)state;
    assert_false(wording_matches("condom", "a condom"));
    assert_false(wording_matches("a condom now", "a condom"));
    assert_false(wording_matches("condom a", "a condom"));
}

static void nothing_matches_nothing(void **state)
{
    (void)state;
    assert_false(wording_matches("", "condom"));
    assert_false(wording_matches("", ""));
    assert_false(wording_matches("...", "!?"));
    assert_false(wording_matches("\xFF", "\xFF"));
    assert_false(wording_matches("condom", "\xFF"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(case_accents_and_spaces_do_not_matter),
        cmocka_unit_test(one_slip_is_forgiven_in_a_long_word),
        cmocka_unit_test(short_words_must_be_right),
        cmocka_unit_test(every_word_counts),
        cmocka_unit_test(nothing_matches_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
