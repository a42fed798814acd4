/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asking for the five words of a record, as one line. */
#ifndef CONECTA_COMMANDS_FORGET_WORDS_H
#define CONECTA_COMMANDS_FORGET_WORDS_H

#include "store/secret.h"

/* The phrase (see words/phrase.h) that was typed on standard input, ended by NUL; belongs to
 * parent and is wiped when it is freed. On a terminal nothing is shown of it, and a mistake
 * may be mended twice. NULL, after saying why: she gave up, or the line was not understood. */
struct secret *forget_words_ask(const void *parent);

#endif
