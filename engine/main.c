/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/language.h"
#include "commands/command.h"
#include "commands/folders.h"

int main(int count, char **arguments)
{
    language_start(folder_translations(), folder_locales());
    /* Until she chooses, the language is the one that her system speaks. */
    language_use(languages[language_wanted()].code);
    return command_main(count, arguments);
}
