/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The language of the interface.
 *
 * Strings go through libintl. Which language it uses is chosen inside the
 * program, whatever locale the system has: C libraries pick the language by
 * the name of the locale, and many laptops have only C.UTF-8, whose name some
 * of them take for "do not translate". See language_use.
 */
#ifndef CONECTA_BASE_LANGUAGE_H
#define CONECTA_BASE_LANGUAGE_H

#include <stdbool.h>
#include <stddef.h>

struct language {
    const char *code; /* ISO 639-1 */
    const char *name; /* in the language itself */
    const char *ask;  /* "Choose a language", in the language itself */
};

/* Every language the interface exists in; English, the one it is written in, first. */
extern const struct language languages[];
extern const size_t language_count;

/* The text in the language used now. Marks it for the translators as well.
 * A comment for them stands directly before the call. */
#define _(text) language_text(text)
/* The same for a text whose meaning depends on the place where it stands. */
#define C_(context, text) language_text(context "\004" text)
/* Only marks a text, in tables; _() translates it when it is used. */
#define N_(text) text
#define NC_(context, text) context "\004" text
/* The form that goes with a number. */
#define P_(one, many, number) language_plural(one, many, number)

const char *language_text(const char *text);
/* The text as it is written in the source, in English; may be one of NC_(). */
const char *language_original(const char *text);
const char *language_plural(const char *one, const char *many, unsigned long number);

/* Prepares the C library: characters in UTF-8, the folder with the program's
 * translations and the folder with its own locales (see language_use).
 * Both are absolute. To be called once, first. */
void language_start(const char *translations, const char *locales);

/* The language with this code, or NULL. */
const struct language *language_find(const char *code);

/* Uses a language for the interface from now on. False, with nothing changed,
 * when there is no such language. */
bool language_use(const char *code);

/* The code of the language used now. */
const char *language_used(void);

/* The index in `languages` of what the environment asks for (LANGUAGE, LC_ALL,
 * LC_MESSAGES, LANG) when language_start ran, or 0. */
size_t language_wanted(void);

#endif
