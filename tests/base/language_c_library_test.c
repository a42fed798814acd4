/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Choosing a language on a C library that does not look at LANGUAGE and takes
 * the locales C and C.UTF-8 for "do not translate".
 *
 * Such a library is played here: this program's own gettext family stands
 * before the one of the C library, and asks it only in the other locales.
 * <libintl.h> is not included, because its macros have the same names.
 */
#include "base/language.h"

#include <dlfcn.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>
#include <talloc.h>

#include "folder.h"
#include "language_world.h"

char *gettext(const char *text);
char *dgettext(const char *domain, const char *text);
char *dcgettext(const char *domain, const char *text, int category);
char *ngettext(const char *one, const char *many, unsigned long number);
char *dngettext(const char *domain, const char *one, const char *many, unsigned long number);
char *dcngettext(const char *domain, const char *one, const char *many, unsigned long number,
                 int category);

static unsigned calls;

static bool translates_nothing(int category)
{
    const char *locale = setlocale(category, NULL);
    return strcmp(locale, "C") == 0 || strncmp(locale, "C.", 2) == 0 ||
           strcmp(locale, "POSIX") == 0;
}

/* Asks the C library while there is no LANGUAGE. Without `many`, one text. */
static char *ask_library(const char *domain, const char *one, const char *many,
                         unsigned long number, int category)
{
    char *(*singular)(const char *, const char *, int);
    char *(*plural)(const char *, const char *, const char *, unsigned long, int);
    const char *language = getenv("LANGUAGE");
    char *kept = language ? strdup(language) : NULL;

    unsetenv("LANGUAGE");
    /* POSIX's way to make a function of what dlsym gives. */
    *(void **)&singular = dlsym(RTLD_NEXT, "dcgettext");
    *(void **)&plural = dlsym(RTLD_NEXT, "dcngettext");
    char *text =
        many ? plural(domain, one, many, number, category) : singular(domain, one, category);
    if (kept)
        setenv("LANGUAGE", kept, 1);
    free(kept);
    return text;
}

char *dcngettext(const char *domain, const char *one, const char *many, unsigned long number,
                 int category)
{
    calls++;
    if (translates_nothing(category))
        return (char *)(number == 1 ? one : many);
    return ask_library(domain, one, many, number, category);
}

char *dcgettext(const char *domain, const char *text, int category)
{
    calls++;
    if (translates_nothing(category))
        return (char *)text;
    return ask_library(domain, text, NULL, 0, category);
}

char *dngettext(const char *domain, const char *one, const char *many, unsigned long number)
{
    return dcngettext(domain, one, many, number, LC_MESSAGES);
}

char *ngettext(const char *one, const char *many, unsigned long number)
{
    return dcngettext(NULL, one, many, number, LC_MESSAGES);
}

char *dgettext(const char *domain, const char *text)
{
    return dcgettext(domain, text, LC_MESSAGES);
}

char *gettext(const char *text)
{
    return dcgettext(NULL, text, LC_MESSAGES);
}

static const char *lessons(unsigned long number)
{
    return P_("%zu lesson", "%zu lessons", number);
}

static void the_played_library_is_asked(void **state)
{
    const char *locales = getenv("CONECTA_LOCALE_DIR");
    (void)state;
    world_needs_gnu_library();
    world_start(locales);
    calls = 0;
    assert_string_equal(_("Choose a lesson"), "Choose a lesson");
    assert_int_equal(calls, 1);
    assert_string_equal(lessons(2), "%zu lessons");
    assert_int_equal(calls, 2);
}

static void the_private_locales_bring_every_language(void **state)
{
    const char *locales = getenv("CONECTA_LOCALE_DIR");
    (void)state;
    world_needs_gnu_library();
    world_start(locales);
    for (size_t i = 1; i < language_count; i++) {
        assert_true(language_use(languages[i].code));
        assert_true(is_cyrillic(_("Choose a lesson")));
        assert_true(is_cyrillic(C_("lesson", "finished")));
        assert_true(is_cyrillic(lessons(1)));
        assert_string_not_equal(lessons(1), lessons(2));
        assert_string_not_equal(lessons(2), lessons(5));
        assert_true(language_use("en"));
        assert_string_equal(_("Choose a lesson"), "Choose a lesson");
    }
}

/* Here the program can only set LANGUAGE, which nobody looks at. If the text
 * came out translated all the same, the test above would show nothing. */
static void without_them_there_is_only_english(void **state)
{
    (void)state;
    world_needs_gnu_library();
    char *folder = folder_make(NULL);
    world_start(folder);
    assert_true(language_use("ru"));
    const char *text = _("Choose a lesson");
    bool asked_in_vain = getenv("LANGUAGE") != NULL;
    folder_remove(folder);
    talloc_free(folder);
    assert_true(asked_in_vain);
    assert_string_equal(text, "Choose a lesson");
    assert_string_equal(lessons(2), "%zu lessons");
}

/* What the C library of this machine makes of them does not matter above, but
 * its locale must be the private one. */
static void the_locale_has_the_name_of_the_language(void **state)
{
    const char *locales = getenv("CONECTA_LOCALE_DIR");
    (void)state;
    world_needs_gnu_library();
    world_start(locales);
    assert_true(language_use("uk"));
    assert_string_equal(setlocale(LC_MESSAGES, NULL), "uk");
    assert_null(getenv("LANGUAGE"));
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_played_library_is_asked),
        cmocka_unit_test(the_private_locales_bring_every_language),
        cmocka_unit_test(without_them_there_is_only_english),
        cmocka_unit_test(the_locale_has_the_name_of_the_language),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
