/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/language.h"

#include <langinfo.h>
#include <libintl.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define DOMAIN "conecta"

const struct language languages[] = {
    { "en", "English", "Choose a language" },
    { "ru", "Русский", "Выберите язык" },
    { "uk", "Українська", "Виберіть мову" },
};
const size_t language_count = sizeof languages / sizeof languages[0];

static size_t used;
static size_t wanted;
static const char *private_locales;

/* The context, in a text that has one, stands before the text. */
const char *language_original(const char *text)
{
    const char *mark = strchr(text, '\004');
    return mark ? mark + 1 : text;
}

const char *language_text(const char *text)
{
    const char *translation = gettext(text);
    return translation == text ? language_original(text) : translation;
}

const char *language_plural(const char *one, const char *many, unsigned long number)
{
    return ngettext(one, many, number);
}

/* "uk_UA.UTF-8" and "uk:ru" both begin with what is wanted most. */
static bool begins_with_code(const char *value, const char *code)
{
    size_t length = strlen(code);
    return strncmp(value, code, length) == 0 && strchr("_.:@", value[length]) != NULL;
}

static size_t read_environment(void)
{
    static const char *const variables[] = { "LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG" };

    for (size_t i = 0; i < sizeof variables / sizeof variables[0]; i++) {
        const char *value = getenv(variables[i]);
        if (!value || !*value)
            continue;
        for (size_t j = 0; j < language_count; j++)
            if (begins_with_code(value, languages[j].code))
                return j;
        return 0;
    }
    return 0;
}

/* Terminals of today speak UTF-8 even where the environment forgot to say so. */
static void use_utf8(void)
{
    static const char *const fallbacks[] = { "C.UTF-8", "C.utf8", "en_US.UTF-8", "UTF-8" };

    setlocale(LC_CTYPE, "");
    for (size_t i = 0; i < sizeof fallbacks / sizeof fallbacks[0]; i++) {
        if (strcmp(nl_langinfo(CODESET), "UTF-8") == 0)
            return;
        setlocale(LC_CTYPE, fallbacks[i]);
    }
}

void language_start(const char *translations, const char *locales)
{
    wanted = read_environment();
    use_utf8();
    private_locales = locales;
    bindtextdomain(DOMAIN, translations);
    bind_textdomain_codeset(DOMAIN, "UTF-8");
    textdomain(DOMAIN);
    used = 0;
    language_use(languages[0].code);
}

/* Locales named after the bare language code are installed with the program
 * and hold nothing but the name: enough for libintl, on every C library. */
static bool use_private_locale(const char *code)
{
    const char *before = getenv("LOCPATH");
    char *kept = before ? strdup(before) : NULL;

    setenv("LOCPATH", private_locales, 1);
    bool found = setlocale(LC_MESSAGES, code) != NULL;
    if (kept)
        setenv("LOCPATH", kept, 1);
    else
        unsetenv("LOCPATH");
    free(kept);
    return found;
}

/* Where the program's own locales do not fit the C library: any real locale of
 * the system lets LANGUAGE decide. */
static void use_system_locale(const char *code)
{
    static const char *const candidates[] = { "ru_RU.UTF-8", "uk_UA.UTF-8", "en_US.UTF-8",
                                              "en_GB.UTF-8", "C.UTF-8",     "C.utf8" };

    setenv("LANGUAGE", code, 1);
    for (size_t i = 0; i < sizeof candidates / sizeof candidates[0]; i++)
        if (setlocale(LC_MESSAGES, candidates[i]))
            return;
}

static void use_locale(const char *code)
{
    /* LANGUAGE goes before the locale's own name where it is looked at. */
    unsetenv("LANGUAGE");
    if (strcmp(code, languages[0].code) == 0)
        setlocale(LC_MESSAGES, "C");
    else if (!use_private_locale(code))
        use_system_locale(code);
}

const struct language *language_find(const char *code)
{
    for (size_t i = 0; i < language_count; i++)
        if (strcmp(languages[i].code, code) == 0)
            return &languages[i];
    return NULL;
}

bool language_use(const char *code)
{
    const struct language *language = language_find(code);
    if (!language)
        return false;
    use_locale(code);
    used = (size_t)(language - languages);
    return true;
}

const char *language_used(void)
{
    return languages[used].code;
}

size_t language_wanted(void)
{
    return wanted;
}
