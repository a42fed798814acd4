/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "keys.h"

#include <ctype.h>
#include <stdint.h>
#include <string.h>

#include "text.h"

struct key {
    const char *name;
    const char *normal;
    const char *application; /* NULL: the same */
    const char *console;     /* on the Linux console in either mode; NULL: the same */
};

static const struct key keys[] = {
    {"Up", "\033[A", "\033OA", NULL},
    {"Down", "\033[B", "\033OB", NULL},
    {"Right", "\033[C", "\033OC", NULL},
    {"Left", "\033[D", "\033OD", NULL},
    {"Home", "\033[H", "\033OH", "\033[1~"},
    {"End", "\033[F", "\033OF", "\033[4~"},
    {"Insert", "\033[2~", NULL, NULL},
    {"Delete", "\033[3~", NULL, NULL},
    {"PageUp", "\033[5~", NULL, NULL},
    {"PageDown", "\033[6~", NULL, NULL},
    {"Enter", "\r", NULL, NULL},
    {"Space", " ", NULL, NULL},
    {"Tab", "\t", NULL, NULL},
    {"BackTab", "\033[Z", NULL, "\033\t"},
    {"Backspace", "\177", NULL, NULL},
    {"Esc", "\033", NULL, NULL},
    {"F1", "\033OP", NULL, "\033[[A"},
    {"F2", "\033OQ", NULL, "\033[[B"},
    {"F3", "\033OR", NULL, "\033[[C"},
    {"F4", "\033OS", NULL, "\033[[D"},
    {"F5", "\033[15~", NULL, "\033[[E"},
    {"F6", "\033[17~", NULL, NULL},
    {"F7", "\033[18~", NULL, NULL},
    {"F8", "\033[19~", NULL, NULL},
    {"F9", "\033[20~", NULL, NULL},
    {"F10", "\033[21~", NULL, NULL},
    {"F11", "\033[23~", NULL, NULL},
    {"F12", "\033[24~", NULL, NULL},
};

static const struct key *find_key(const char *name)
{
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
        if (strcmp(keys[i].name, name) == 0)
            return &keys[i];
    return NULL;
}

static const char *key_sequence(const struct key *key, bool application, const char *term)
{
    if (key->console != NULL && strncmp(term, "linux", strlen("linux")) == 0)
        return key->console;
    if (key->application != NULL && application)
        return key->application;
    return key->normal;
}

/* Appends the control character of `Ctrl-X`, where X is a letter or one of @ [ \ ] ^ _ */
static bool append_control(const char *name, struct text *text)
{
    int character = toupper((unsigned char)name[5]);
    char control = (char)(character & 0x1f);

    if (strncmp(name, "Ctrl-", 5) != 0 || character < '@' || character > '_' || name[6] != '\0')
        return false;
    text_append(text, &control, 1);
    return true;
}

/* Whether NAME is one byte, or one leading byte of UTF-8 and nothing but continuation bytes. */
static bool is_character(const char *name)
{
    size_t length = strlen(name);

    if (length == 1)
        return true;
    if (length == 0 || length > 4 || (uint8_t)name[0] < 0xc2)
        return false;
    for (size_t i = 1; i < length; i++)
        if (((uint8_t)name[i] & 0xc0) != 0x80)
            return false;
    return true;
}

bool key_append(const char *name, bool application, const char *term, struct text *text)
{
    const struct key *key = find_key(name);

    if (key == NULL && !is_character(name))
        return strlen(name) > 5 && append_control(name, text);
    text_append_string(text, key != NULL ? key_sequence(key, application, term) : name);
    return true;
}
