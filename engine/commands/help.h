/* SPDX-License-Identifier: GPL-3.0-or-later */
/* --help, from the table of commands. */
#ifndef CONECTA_COMMANDS_HELP_H
#define CONECTA_COMMANDS_HELP_H

#include "commands/command.h"

/* Prints what the program does and its commands; NULL ends the list. */
enum status help_program(const struct command *const *commands);

/* Prints how one command is used. */
enum status help_command(const struct command *command);

#endif
