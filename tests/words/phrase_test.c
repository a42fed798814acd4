/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "words/phrase.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/random.h"

static struct random dice;

static uint32_t roll(uint32_t limit)
{
    return (uint32_t)random_below(&dice, limit);
}

static uint32_t lowest(uint32_t limit)
{
    (void)limit;
    return 0;
}

static uint32_t highest(uint32_t limit)
{
    return limit - 1;
}

static void words_of_a_phrase_differ(void **state)
{
    (void)state;
    const struct words *list = words_of("ru");
    size_t chosen[PHRASE_WORDS];

    phrase_choose(list, lowest, chosen);
    for (size_t i = 0; i < PHRASE_WORDS; i++)
        assert_int_equal(chosen[i], i);
    phrase_choose(list, highest, chosen);
    for (size_t i = 0; i < PHRASE_WORDS; i++)
        assert_int_equal(chosen[i], list->count - 1 - i);
}

static void all_choices_are_equally_likely(void **state)
{
    (void)state;
    const struct words small = {.language = "en", .count = 6, .word = words_of("en")->word};
    size_t seen[PHRASE_WORDS][6] = {{0}};

    dice.state = 1;
    for (int round = 0; round < 60000; round++) {
        size_t chosen[PHRASE_WORDS];
        phrase_choose(&small, roll, chosen);
        for (size_t i = 0; i < PHRASE_WORDS; i++) {
            seen[i][chosen[i]]++;
            for (size_t j = 0; j < i; j++)
                assert_int_not_equal(chosen[i], chosen[j]);
        }
    }
    for (size_t i = 0; i < PHRASE_WORDS; i++)
        for (size_t word = 0; word < 6; word++)
            assert_in_range(seen[i][word], 9500, 10500);
}

static void a_phrase_is_read_back(void **state)
{
    (void)state;
    dice.state = 2;
    for (const struct words *const *list = words_lists(); *list; list++)
        for (int round = 0; round < 50; round++) {
            size_t chosen[PHRASE_WORDS];
            char phrase[PHRASE_BYTES], again[PHRASE_BYTES];
            struct phrase_typed typed;
            phrase_choose(*list, roll, chosen);
            phrase_write(*list, chosen, phrase);
            /* in every language of the interface */
            for (const struct words *const *spoken = words_lists(); *spoken; spoken++) {
                assert_int_equal(phrase_read(phrase, (*spoken)->language, &typed),
                                 PHRASE_UNDERSTOOD);
                phrase_write(typed.list, typed.chosen, again);
                assert_memory_equal(phrase, again, PHRASE_BYTES);
            }
        }
}

static void the_longest_phrase_fits(void **state)
{
    (void)state;
    static const char longest[][WORDS_BYTES] = {"щщщщщщщщ"};
    const struct words list = {.language = "ru", .count = 1, .word = longest};
    const size_t chosen[PHRASE_WORDS] = {0};
    char phrase[PHRASE_BYTES];
    phrase_write(&list, chosen, phrase);
    assert_int_equal(strlen(phrase), PHRASE_BYTES - 1);
    assert_string_equal(phrase, "щщщщщщщщ щщщщщщщщ щщщщщщщщ щщщщщщщщ щщщщщщщщ");
}

static void assert_phrase(const char *line, const char *language, const char *phrase)
{
    struct phrase_typed typed;
    char written[PHRASE_BYTES];
    assert_int_equal(phrase_read(line, language, &typed), PHRASE_UNDERSTOOD);
    phrase_write(typed.list, typed.chosen, written);
    assert_string_equal(written, phrase);
}

static void anything_separates(void **state)
{
    (void)state;
    const char *phrase = "basket apricot candle kettle lemon";
    assert_phrase(phrase, "en", phrase);
    assert_phrase("  Basket, APRICOT;candle 4.kettle\tlemon!\n", "en", phrase);
    assert_phrase("1. bask 2. apri 3. cand 4. kett 5. lemo", "ru", phrase);
    assert_phrase("basket\xFF"
                  "apricot-candle/kettle\xE2\x80\x94lemon",
                  "uk", phrase);
    assert_phrase("їжа ВЕСНА айва ї’жа-вежа", "ru", "їжа весна айва їжа вежа");
}

static void the_wrong_word_is_told(void **state)
{
    (void)state;
    struct phrase_typed typed;

    assert_int_equal(phrase_read("basket apricot candel kettle lemon", "ru", &typed),
                     PHRASE_WRONG_WORD);
    assert_ptr_equal(typed.list, words_of("en"));
    assert_int_equal(typed.wrong, 2);
    assert_int_equal(typed.wrong_length, 6);
    assert_memory_equal(typed.wrong_at, "candel kettle", 13);
    assert_string_equal(typed.list->word[typed.nearest], "candle");

    assert_int_equal(phrase_read("basket qqqq candle", "ru", &typed), PHRASE_WRONG_WORD);
    assert_int_equal(typed.wrong, 1);
    assert_int_equal(typed.nearest, -1);
    assert_int_equal(typed.count, 3);

    /* Nothing fits: the language that is spoken. */
    assert_int_equal(phrase_read("qqqq", "uk", &typed), PHRASE_WRONG_WORD);
    assert_ptr_equal(typed.list, words_of("uk"));
    assert_int_equal(typed.wrong, 0);
}

static void words_of_two_lists_are_wrong(void **state)
{
    (void)state;
    struct phrase_typed typed;
    assert_int_equal(phrase_read("basket apricot candle kettle абрикос", "ru", &typed),
                     PHRASE_WRONG_WORD);
    assert_ptr_equal(typed.list, words_of("en"));
    assert_int_equal(typed.wrong, 4);
}

static void five_words_are_a_phrase(void **state)
{
    (void)state;
    struct phrase_typed typed;
    assert_int_equal(phrase_read("", "en", &typed), PHRASE_TOO_SHORT);
    assert_int_equal(typed.count, 0);
    assert_int_equal(phrase_read("basket apricot candle kettle", "en", &typed), PHRASE_TOO_SHORT);
    assert_int_equal(typed.count, 4);
    assert_int_equal(phrase_read("basket apricot candle kettle lemon apple", "en", &typed),
                     PHRASE_TOO_LONG);
    assert_int_equal(typed.count, 6);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_of_a_phrase_differ),
        cmocka_unit_test(all_choices_are_equally_likely),
        cmocka_unit_test(a_phrase_is_read_back),
        cmocka_unit_test(the_longest_phrase_fits),
        cmocka_unit_test(anything_separates),
        cmocka_unit_test(the_wrong_word_is_told),
        cmocka_unit_test(words_of_two_lists_are_wrong),
        cmocka_unit_test(five_words_are_a_phrase),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
