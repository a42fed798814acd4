/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The locale of the system, and the languages of the program. */
#include "commands/doctor.h"

#include <langinfo.h>
#include <locale.h>
#include <stdbool.h>
#include <string.h>

#include <talloc.h>

#include "base/language.h"
#include "base/memory.h"
#include "commands/folders.h"

/* The encoding that the environment asks for, whatever the program made of that; belongs to
 * the visit. NULL: that locale is not installed. */
static const char *system_encoding(const struct visit *visit)
{
    locale_t locale = newlocale(LC_CTYPE_MASK, "", (locale_t)0);
    if (!locale)
        return NULL;
    const char *encoding = doctor_say(visit, "%s", nl_langinfo_l(CODESET, locale));
    freelocale(locale);
    return encoding;
}

static const char *utf8_advice(void)
{
    /* TRANSLATORS: advice; the command stays as it is. */
    return _("Choose a language with UTF-8 in the settings of the system, or type 'export "
             "LC_ALL=C.UTF-8' before you start the program.");
}

/* Whether the program itself could settle on UTF-8, see language_start. */
static bool speaks_utf8(void)
{
    return strcmp(nl_langinfo(CODESET), "UTF-8") == 0;
}

struct finding doctor_locale(const struct visit *visit)
{
    const char *encoding = system_encoding(visit);

    if (!speaks_utf8())
        return (struct finding){
            FINDING_WRONG,
            /* TRANSLATORS: UTF-8 is a way to write letters of all languages as bytes. */
            _("This system has no locale with UTF-8, so Cyrillic letters cannot be shown."),
            /* TRANSLATORS: advice; C.UTF-8 is a name. */
            _("Ask whoever looks after the computer to install a locale with UTF-8."),
        };
    if (!encoding)
        return (struct finding){
            FINDING_LOOK,
            /* TRANSLATORS: LANG and LC_ALL are variables. */
            _("LANG or LC_ALL names a locale that is not installed. The program uses UTF-8."),
            utf8_advice(),
        };
    if (strcmp(encoding, "UTF-8") == 0)
        return (struct finding){
            FINDING_FINE,
            /* TRANSLATORS: about the encoding of letters. */
            _("The system uses UTF-8."),
            NULL,
        };
    return (struct finding){
        FINDING_LOOK,
        doctor_say(visit,
                   /* TRANSLATORS: %s is an encoding, such as ISO-8859-1. */
                   _("The system uses %s, the program uses UTF-8. If letters look wrong, "
                     "this is why."),
                   encoding),
        utf8_advice(),
    };
}

/* The header of a translation says its language. English needs none. */
static bool speaks(const struct language *language)
{
    char mark[sizeof "Language: xx\n"] = "Language: ";

    if (strcmp(language->code, languages[0].code) == 0)
        return true;
    language_use(language->code);
    strncat(mark, language->code, 2);
    return strstr(language_text(""), mark) != NULL;
}

static char *add_name(const void *parent, char *list, const char *name)
{
    return memory_need(list ? talloc_asprintf_append_buffer(list, ", %s", name)
                            : talloc_strdup(parent, name));
}

struct finding doctor_languages(const struct visit *visit)
{
    const char *used = language_used();
    char *speaking = NULL, *silent = NULL;

    for (size_t i = 0; i < language_count; i++) {
        if (speaks(&languages[i]))
            speaking = add_name(visit->memory, speaking, languages[i].name);
        else
            silent = add_name(visit->memory, silent, languages[i].name);
    }
    language_use(used);
    if (!silent)
        return (struct finding){
            FINDING_FINE,
            /* TRANSLATORS: %s are names of languages. */
            doctor_say(visit, _("The program speaks %s."), speaking),
            NULL,
        };
    return (struct finding){
        FINDING_WRONG,
        /* TRANSLATORS: %s are names of languages. */
        doctor_say(visit, _("The program does not speak %s."), silent),
        doctor_say(
            visit,
            /* TRANSLATORS: advice; the first %s is a folder with translations, the second one with
         * locales. */
            _("Install the program again. It looks for its translations in %s and for "
              "its locales in %s."),
            folder_translations(), folder_locales()),
    };
}
