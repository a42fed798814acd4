/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The parts of the manual pages that say how commands are written, in the mdoc
 * language, from the table of commands. The prose around them is docs/NAME.1.in.
 *
 * They are in English, whatever language the interface has: a release holds the
 * same page wherever it was built.
 */
#ifndef CONECTA_COMMANDS_MANUAL_H
#define CONECTA_COMMANDS_MANUAL_H

#include "commands/command.h"

/* The sections NAME, SYNOPSIS and OPTIONS of the page of one command. The name of
 * one that is the default may be left out. The string belongs to parent. */
char *manual_command(const void *parent, const struct command *command, bool is_default);

/* A list of all commands with their pages, for conecta(1); NULL ends the commands.
 * The string belongs to parent. */
char *manual_commands(const void *parent, const struct command *const *commands);

#endif
