/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The whole program with other constants, since a test cannot wait as she does. The linker
 * takes these in the place of engine/store/settings.c and engine/terminal/idle_limits.c;
 * nothing that is installed can be told to use them. It is built three times:
 *
 *   quick      makes keys of her words as cheaply as Argon2id allows
 *   impatient  likewise, and finds her silent after seconds
 *   slow       needs minutes for a key: whatever happens, happens meanwhile
 */
#include "base/language.h"
#include "commands/command.h"
#include "commands/folders.h"
#include "store/store.h"
#include "terminal/idle.h"

#ifdef QUICK_SLOW
const struct store_settings store_settings_usual = {
    .passes = 10000, .memory = 64 * 1024, .patience = 5000};
#else
const struct store_settings store_settings_usual = {.passes = 1, .memory = 8, .patience = 5000};
#endif

#ifdef QUICK_IMPATIENT
const int idle_warning = 2;
const int idle_limit = 5;
#endif

int main(int count, char **arguments)
{
    language_start(folder_translations(), folder_locales());
    language_use(languages[language_wanted()].code);
    return command_main(count, arguments);
}
