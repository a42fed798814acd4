/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the program finds what was installed with it. */
#ifndef CONECTA_COMMANDS_FOLDERS_H
#define CONECTA_COMMANDS_FOLDERS_H

/* Translations of the interface; absolute. */
const char *folder_translations(void);

/* The program's own locales (see language_start); absolute. */
const char *folder_locales(void);

/* The course that came with the program. */
const char *folder_lessons(void);

#endif
