/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/language.h"

#include <langinfo.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "language_world.h"

static int start(void **state)
{
    (void)state;
    world_start(getenv("CONECTA_LOCALE_DIR"));
    return 0;
}

static const char *lessons(unsigned long number)
{
    return P_("%zu lesson", "%zu lessons", number);
}

static void assert_english(void)
{
    assert_string_equal(language_used(), "en");
    assert_string_equal(_("Choose a lesson"), "Choose a lesson");
    assert_string_equal(C_("lesson", "finished"), "finished");
    assert_string_equal(lessons(1), "%zu lesson");
    assert_string_equal(lessons(21), "%zu lessons");
}

static void assert_translated(const char *code)
{
    assert_string_equal(language_used(), code);
    assert_true(is_cyrillic(_("Choose a lesson")));
    assert_true(is_cyrillic(C_("lesson", "finished")));
    assert_null(strchr(C_("lesson", "finished"), '\004'));
    assert_true(is_cyrillic(lessons(1)));
}

static void english_is_the_first_language(void **state)
{
    (void)state;
    assert_string_equal(languages[0].code, "en");
    assert_true(language_count >= 3);
    assert_english();
}

static void text_is_utf8_whatever_the_locale(void **state)
{
    static const char *const locales[] = {"C.UTF-8", "C", "POSIX", "xx_XX.UTF-8", ""};
    const char *translations = getenv("CONECTA_LOCALE_DIR");
    (void)state;
    unsetenv("LOCPATH");
    for (size_t i = 0; i < sizeof locales / sizeof locales[0]; i++) {
        setenv("LC_ALL", locales[i], 1);
        setlocale(LC_ALL, "C");
        language_start(translations, translations);
        assert_string_equal(nl_langinfo(CODESET), "UTF-8");
    }
}

static void every_language_can_be_used(void **state)
{
    (void)state;
    world_needs_private_locales();
    for (size_t i = 1; i < language_count; i++) {
        assert_true(language_use(languages[i].code));
        assert_translated(languages[i].code);
    }
}

static void one_language_follows_another(void **state)
{
    char russian[200];
    (void)state;
    world_needs_private_locales();
    for (int round = 0; round < 3; round++) {
        assert_true(language_use("ru"));
        assert_translated("ru");
        strncpy(russian, _("Choose a lesson"), sizeof russian - 1);
        russian[sizeof russian - 1] = '\0';
        assert_true(language_use("uk"));
        assert_translated("uk");
        assert_string_not_equal(_("Choose a lesson"), russian);
        assert_true(language_use("en"));
        assert_english();
    }
}

static void an_unknown_language_changes_nothing(void **state)
{
    static const char *const unknown[] = {"de", "", "r", "russian", "ru_RU", "RU", "../ru"};
    (void)state;
    world_needs_private_locales();
    for (size_t i = 0; i < sizeof unknown / sizeof unknown[0]; i++) {
        assert_true(language_use("ru"));
        assert_false(language_use(unknown[i]));
        assert_translated("ru");
        assert_true(language_use("en"));
        assert_false(language_use(unknown[i]));
        assert_english();
    }
}

static void what_has_no_translation_stays_english(void **state)
{
    (void)state;
    language_use("uk");
    assert_string_equal(language_text("no such text"), "no such text");
    assert_string_equal(language_text("nowhere\004no such text"), "no such text");
    assert_string_equal(P_("%d no such", "%d no suches", 1), "%d no such");
    assert_string_equal(P_("%d no such", "%d no suches", 2), "%d no suches");
}

static void the_environment_is_left_as_it_was(void **state)
{
    (void)state;
    language_use("ru");
    assert_string_equal(getenv("LOCPATH"), "/dev/null/no-locales");
    assert_string_equal(getenv("LC_ALL"), "C.UTF-8");
    language_use("en");
    assert_null(getenv("LANGUAGE"));
}

static void plural_forms_are_right(void **state)
{
    static const unsigned long one[] = {1, 21, 101, 1001};
    static const unsigned long few[] = {2, 3, 4, 22, 24, 102};
    static const unsigned long many[] = {0, 5, 10, 11, 12, 14, 20, 25, 100, 111, 112};
    const char *code = *state;

    world_needs_private_locales();
    assert_true(language_use(code));
    for (size_t i = 0; i < sizeof one / sizeof one[0]; i++)
        assert_string_equal(lessons(one[i]), lessons(1));
    for (size_t i = 0; i < sizeof few / sizeof few[0]; i++)
        assert_string_equal(lessons(few[i]), lessons(2));
    for (size_t i = 0; i < sizeof many / sizeof many[0]; i++)
        assert_string_equal(lessons(many[i]), lessons(5));
    assert_string_not_equal(lessons(1), lessons(2));
    assert_string_not_equal(lessons(1), lessons(5));
    assert_string_not_equal(lessons(2), lessons(5));
    assert_true(is_cyrillic(lessons(1)));
    assert_true(is_cyrillic(lessons(2)));
    assert_true(is_cyrillic(lessons(5)));
}

struct wish {
    const char *name;
    const char *language, *lc_all, *lc_messages, *lang; /* NULL: not set */
    const char *wanted;
};

static struct wish wishes[] = {
    {"nothing set", NULL, NULL, NULL, NULL, "en"},
    {"all empty", "", "", "", "", "en"},
    {"LANG", NULL, NULL, NULL, "ru_RU.UTF-8", "ru"},
    {"LANG of another country", NULL, NULL, NULL, "ru_UA.UTF-8", "ru"},
    {"LANG without a country", NULL, NULL, NULL, "uk", "uk"},
    {"LANG with an encoding", NULL, NULL, NULL, "uk.UTF-8", "uk"},
    {"LANG with a variant", NULL, NULL, NULL, "uk@latin", "uk"},
    {"LC_MESSAGES before LANG", NULL, NULL, "uk_UA.UTF-8", "ru_RU.UTF-8", "uk"},
    {"LC_ALL before LC_MESSAGES", NULL, "ru_RU.UTF-8", "uk_UA.UTF-8", "en_US.UTF-8", "ru"},
    {"LANGUAGE before LC_ALL", "uk", "ru_RU.UTF-8", NULL, NULL, "uk"},
    {"LANGUAGE with a second wish", "uk:ru", NULL, NULL, "en_US.UTF-8", "uk"},
    {"empty LANGUAGE", "", NULL, NULL, "ru_RU.UTF-8", "ru"},
    {"English before all", "en", "ru_RU.UTF-8", NULL, NULL, "en"},
    {"LC_ALL=C before LANG", NULL, "C", NULL, "ru_RU.UTF-8", "en"},
    {"a language that is not there", NULL, NULL, NULL, "de_DE.UTF-8", "en"},
    {"a longer word", NULL, NULL, NULL, "russian", "en"},
    {"a shorter word", NULL, NULL, NULL, "r", "en"},
};

static void set_or_unset(const char *name, const char *value)
{
    if (value)
        setenv(name, value, 1);
    else
        unsetenv(name);
}

static void the_environment_is_heard(void **state)
{
    const struct wish *wish = *state;
    const char *translations = getenv("CONECTA_LOCALE_DIR");

    set_or_unset("LANGUAGE", wish->language);
    set_or_unset("LC_ALL", wish->lc_all);
    set_or_unset("LC_MESSAGES", wish->lc_messages);
    set_or_unset("LANG", wish->lang);
    language_start(translations, translations);
    assert_string_equal(languages[language_wanted()].code, wish->wanted);
    /* It is a wish: nothing is used before somebody says so. */
    assert_english();
    language_use("uk");
    assert_string_equal(languages[language_wanted()].code, wish->wanted);
    world_clear_environment();
}

#define STARTED(test) cmocka_unit_test_setup(test, start)
#define WISHES (sizeof wishes / sizeof wishes[0])

int main(void)
{
    static struct CMUnitTest tests[] = {
        STARTED(english_is_the_first_language),
        STARTED(text_is_utf8_whatever_the_locale),
        STARTED(every_language_can_be_used),
        STARTED(one_language_follows_another),
        STARTED(an_unknown_language_changes_nothing),
        STARTED(what_has_no_translation_stays_english),
        STARTED(the_environment_is_left_as_it_was),
        {"plural_forms_are_right: ru", plural_forms_are_right, start, NULL, "ru"},
        {"plural_forms_are_right: uk", plural_forms_are_right, start, NULL, "uk"},
    };
    static struct CMUnitTest wish_tests[WISHES];
    for (size_t i = 0; i < WISHES; i++)
        wish_tests[i] =
            (struct CMUnitTest){wishes[i].name, the_environment_is_heard, NULL, NULL, &wishes[i]};
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    return failed + cmocka_run_group_tests(wish_tests, NULL, NULL);
}
