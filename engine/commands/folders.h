/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the program finds what was installed with it. */
#ifndef CONECTA_COMMANDS_FOLDERS_H
#define CONECTA_COMMANDS_FOLDERS_H

#include "commands/command.h"

/* Translations of the interface; absolute. */
const char *folder_translations(void);

/* The program's own locales (see language_start); absolute. */
const char *folder_locales(void);

/* The course that came with the program. */
const char *folder_lessons(void);

/* Where the course in a folder lies in another language: beside it, under its name with
 * "-LL" at the end. Of the course that came with the program, CONECTA_TRANSLATED_DIR may
 * say another folder, with lessons-LL in it. Belongs to parent; need not be there. */
char *folder_edition(const void *parent, const char *course, const char *language);

/* Where progress is kept: in `wanted` (the option --home), else where CONECTA_HOME says,
 * else in "conecta" where the system keeps what belongs to programs (XDG_DATA_HOME).
 * Belongs to parent; need not be there. NULL: the system does not say whose home this is. */
char *folder_home(const void *parent, const char *wanted);

/* The folder itself, or the nearest one above it that is there: where it would be made.
 * Belongs to parent. */
char *folder_above(const void *parent, const char *folder);

/* Says that folder_home found none, and what to do. Returns STATUS_ERROR. */
enum status folder_refuse_home(void);

#endif
