/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "words/words.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/text.h"

static int find(const char *language, const char *typed)
{
    return words_find(words_of(language), typed, strlen(typed));
}

static const char *meant(const char *language, const char *typed)
{
    const struct words *list = words_of(language);
    int index = words_meant(list, typed, strlen(typed));
    return index < 0 ? "(none)" : list->word[index];
}

static const char *nearest(const char *language, const char *typed)
{
    const struct words *list = words_of(language);
    int index = words_nearest(list, typed, strlen(typed));
    return index < 0 ? "(none)" : list->word[index];
}

static void assert_complete(const char *language, const char *typed, size_t count)
{
    const struct words *list = words_of(language);
    struct words_range range = words_complete(list, typed, strlen(typed));
    assert_int_equal(range.count, count);
}

static void every_language_has_a_list(void **state)
{
    (void)state;
    assert_string_equal(words_of("en")->language, "en");
    assert_string_equal(words_of("ru")->language, "ru");
    assert_string_equal(words_of("uk")->language, "uk");
    assert_null(words_of("xx"));
    for (const struct words *const *list = words_lists(); *list; list++) {
        assert_in_range((*list)->count, 1024, 1296);
        assert_ptr_equal(words_of((*list)->language), *list);
    }
}

static void words_have_three_to_eight_letters(void **state)
{
    (void)state;
    for (const struct words *const *list = words_lists(); *list; list++)
        for (size_t i = 0; i < (*list)->count; i++) {
            const char *word = (*list)->word[i];
            assert_non_null(memchr(word, '\0', WORDS_BYTES));
            assert_null(text_invalid(word, strlen(word)));
            assert_in_range(text_length(word), WORDS_LETTERS_MIN, WORDS_LETTERS_MAX);
        }
}

static void no_slip_makes_another_word(void **state)
{
    (void)state;
    for (const struct words *const *list = words_lists(); *list; list++)
        for (size_t i = 0; i < (*list)->count; i++)
            for (size_t j = i + 1; j < (*list)->count; j++)
                if (text_distance((*list)->word[i], (*list)->word[j], 1) <= 1)
                    fail_msg("%s, %s", (*list)->word[i], (*list)->word[j]);
}

static void four_letters_are_enough(void **state)
{
    (void)state;
    for (const struct words *const *list = words_lists(); *list; list++)
        for (size_t i = 0; i < (*list)->count; i++) {
            const char *word = (*list)->word[i];
            size_t length = text_characters(word, WORDS_TOLD_APART);
            struct words_range range = words_complete(*list, word, length);
            assert_int_equal(range.first, i);
            assert_int_equal(range.count, 1);
            assert_int_equal(words_meant(*list, word, length), i);
            assert_int_equal(words_find(*list, word, strlen(word)), i);
        }
}

static void completing_narrows_down(void **state)
{
    (void)state;
    const struct words *list = words_of("ru");
    struct words_range all = words_complete(list, "", 0);
    assert_int_equal(all.first, 0);
    assert_int_equal(all.count, list->count);

    struct words_range some = words_complete(list, "Аб", strlen("Аб"));
    assert_int_equal(some.count, 2);
    assert_string_equal(list->word[some.first], "абажур");
    assert_string_equal(list->word[some.first + 1], "абрикос");
    assert_complete("ru", "абр", 1);
    assert_complete("ru", "абрикос", 1);
    assert_complete("ru", "абрикосы", 0);
    assert_complete("ru", "ab", 0);
    assert_complete("en", "zzz", 0);
}

static void words_are_known_however_they_are_typed(void **state)
{
    (void)state;
    int swan = find("ru", "лебедь");
    assert_true(swan >= 0);
    assert_int_equal(find("ru", "ЛЕБЕДЬ"), swan);
    assert_int_equal(find("ru", "лёбёдь"), swan);
    assert_int_equal(find("ru", "лебе\xCC\x88дь"), swan); /* ё in two characters */
    assert_int_equal(find("ru", "ле\xCC\x81бедь"), swan); /* a stress mark */
    assert_int_equal(find("uk", "айва"), find("uk", "аи\xCC\x86ва"));
    assert_true(find("uk", "айва") >= 0);
    assert_int_equal(find("uk", "ї\xD0\xB6"
                                "а"),
                     find("uk", "і\xCC\x88жа"));
    assert_true(find("uk", "їжа") >= 0);
    assert_int_equal(find("uk", "ї'жа"), find("uk", "їжа"));
    assert_int_equal(find("uk", "ї’жа"), find("uk", "їжа"));
    assert_int_equal(find("uk", "їʼжа"), find("uk", "їжа"));
}

static void what_is_no_word_is_not_found(void **state)
{
    (void)state;
    assert_int_equal(find("en", ""), -1);
    assert_int_equal(find("en", "bask"), -1);
    assert_int_equal(find("en", "baskets"), -1);
    assert_int_equal(find("en", " basket"), -1);
    assert_int_equal(find("en", "basket\xFF"), -1);
    assert_int_equal(find("en", "basketbasketbasketbasket"), -1);
    assert_int_equal(find("ru", "basket"), -1);
}

static void only_the_given_bytes_count(void **state)
{
    (void)state;
    const struct words *list = words_of("en");
    assert_int_equal(words_find(list, "basketball", 6), find("en", "basket"));
    assert_int_equal(words_find(list, "basket", 0), -1);
}

static void wrong_letters_after_four_are_wrong(void **state)
{
    (void)state;
    assert_string_equal(meant("en", "bask"), "basket");
    assert_string_equal(meant("en", "baske"), "basket");
    assert_string_equal(meant("en", "basket"), "basket");
    assert_string_equal(meant("en", "bas"), "(none)");
    assert_string_equal(meant("en", "basker"), "(none)");
    assert_string_equal(meant("en", "baskets"), "(none)");
}

static void one_slip_is_guessed(void **state)
{
    (void)state;
    assert_string_equal(nearest("en", "baskt"), "basket");
    assert_string_equal(nearest("en", "basskett"), "(none)");
    assert_string_equal(nearest("en", "baskett"), "basket");
    assert_string_equal(nearest("en", "bsaket"), "basket");
    assert_string_equal(nearest("en", "nasket"), "basket");
    assert_string_equal(nearest("en", "bakste"), "(none)");
    assert_string_equal(nearest("en", "basket"), "(none)");
    assert_string_equal(nearest("en", ""), "(none)");
    assert_string_equal(nearest("ru", "АБРИОКС"), "абрикос");
    assert_string_equal(nearest("ru", "абрикоссс"), "(none)");
    assert_string_equal(nearest("uk", "авокадоо"), "авокадо");
}

/* A guess among several would be wrong as often as right. */
static void no_guess_between_two(void **state)
{
    (void)state;
    size_t ambiguous = 0;
    const struct words *list = words_of("en");
    for (size_t i = 0; i < list->count; i++)
        for (char letter = 'a'; letter <= 'z'; letter++) {
            char typed[WORDS_BYTES];
            size_t near = 0;
            strcpy(typed, list->word[i]);
            typed[0] = letter;
            for (size_t j = 0; j < list->count; j++)
                near += text_distance(typed, list->word[j], 1) == 1;
            if (near > 1) {
                assert_string_equal(nearest("en", typed), "(none)");
                ambiguous++;
            }
        }
    assert_true(ambiguous > 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_language_has_a_list),
        cmocka_unit_test(words_have_three_to_eight_letters),
        cmocka_unit_test(no_slip_makes_another_word),
        cmocka_unit_test(four_letters_are_enough),
        cmocka_unit_test(completing_narrows_down),
        cmocka_unit_test(words_are_known_however_they_are_typed),
        cmocka_unit_test(what_is_no_word_is_not_found),
        cmocka_unit_test(only_the_given_bytes_count),
        cmocka_unit_test(wrong_letters_after_four_are_wrong),
        cmocka_unit_test(one_slip_is_guessed),
        cmocka_unit_test(no_guess_between_two),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
