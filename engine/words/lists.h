/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The lists as the build makes them from LL.txt, in the order of each alphabet. */
#ifndef CONECTA_WORDS_LISTS_H
#define CONECTA_WORDS_LISTS_H

#include "words/words.h"

extern const struct words words_en, words_ru, words_uk;

#endif
