/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Offers to keep her place, and shows the five words that open it again. What
 * they are for, and that lost words are lost, is said before they are shown: then
 * she can look around first, or decline with one key.
 *
 * She is not examined afterwards. A test at this moment would feel like one more
 * question to get wrong, and what is at stake is no more than her place in a
 * course that is open to her anyway. Instead the words stay as long as she looks
 * at them, Enter alone does not go past them, and they can be exchanged for others
 * that she finds easier.
 *
 * The caller draws the words and keeps the struct in memory that is wiped.
 */
#ifndef CONECTA_PLAY_WORD_SHOW_H
#define CONECTA_PLAY_WORD_SHOW_H

#include <stdbool.h>
#include <stddef.h>

#include "view/event.h"
#include "view/menu.h"
#include "view/view.h"
#include "words/phrase.h"

struct word_show {
    const struct words *list;
    size_t chosen[PHRASE_WORDS];
    bool shown; /* the words are on the page now */
    struct menu menu;
};

enum word_show_result {
    WORD_SHOW_IGNORED,
    WORD_SHOW_CHANGED,
    WORD_SHOW_DECLINED, /* nothing is to be kept; wiped */
    WORD_SHOW_OTHERS,   /* she wants other words: word_show_exchange */
    WORD_SHOW_ACCEPTED, /* she has them; the phrase is written; wiped */
};

/* Begins with the offer. */
void word_show_start(struct word_show *show, const struct words *list,
                     const size_t chosen[PHRASE_WORDS]);

/* Other words in the place of those that are shown. */
void word_show_exchange(struct word_show *show, const size_t chosen[PHRASE_WORDS]);

/* Nothing of it is left; it must be started before it is used again. */
void word_show_wipe(struct word_show *show);

void word_show_show(const struct word_show *show, struct view *view);

/* ret_phrase is written with WORD_SHOW_ACCEPTED only, in the form that a key is
 * derived from. */
enum word_show_result word_show_handle(struct word_show *show, struct event event,
                                       char ret_phrase[PHRASE_BYTES]);

#endif
