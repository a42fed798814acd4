/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Asks for the five words of a record: by their first letters, by digits or
 * arrows alone (a walk through the list), or all five in one line.
 *
 * What may be seen over her shoulder is the word she is at, never one before:
 * of those the page says only how many there are. With the first letter of each,
 * somebody could try all phrases that begin so in a night.
 *
 * An entry is plain data that holds secrets: the caller keeps it in memory that
 * is wiped. Letters are wiped with each word that is taken, everything when the
 * phrase is complete or she gives up. A view shows what an entry holds; it is the
 * caller's to free.
 */
#ifndef CONECTA_PLAY_WORD_ENTRY_H
#define CONECTA_PLAY_WORD_ENTRY_H

#include <stddef.h>

#include "activities/typing.h"
#include "view/event.h"
#include "view/view.h"
#include "words/phrase.h"
#include "words/walk.h"

/* Groups within groups; below the last of them are words. */
#define WORD_ENTRY_LEVELS 3

/* What the page says to the event before. */
enum word_entry_note {
    WORD_ENTRY_NO_NOTE,
    WORD_ENTRY_SEVERAL,  /* more words than one begin like this */
    WORD_ENTRY_TWICE,    /* this word is there already */
    WORD_ENTRY_TOO_MANY, /* a line of more than five words */
    WORD_ENTRY_NOT_FOUND, /* the five words before open nothing; said by the caller */
    WORD_ENTRY_COVERED,   /* nobody pressed a key for long; likewise */
};

struct word_entry {
    const struct words *home;    /* where a new first word is looked for */
    const struct words *list;    /* what was taken and typed is looked for here */
    size_t count;                /* words taken so far */
    size_t chosen[PHRASE_WORDS]; /* their indexes in the list */
    struct typed typed;          /* of the word she is at, or a whole line */
    size_t depth;
    struct words_range path[WORD_ENTRY_LEVELS]; /* the groups that she walked into */
    size_t focus;                               /* number of an option; 0: the field */
    enum word_entry_note note;
};

enum word_entry_result {
    WORD_ENTRY_IGNORED,
    WORD_ENTRY_CHANGED,
    WORD_ENTRY_CANCELLED, /* she goes without; the entry is as new */
    WORD_ENTRY_COMPLETE,  /* the phrase is written; the entry is as new */
};

/* Begins with the list of a language, that of the interface. */
void word_entry_start(struct word_entry *entry, const char *language);

/* The interface speaks another language now: its list is offered, unless she has
 * begun already. */
void word_entry_speak(struct word_entry *entry, const char *language);

/* Nothing of it is left; it must be started before it is used again. */
void word_entry_wipe(struct word_entry *entry);

void word_entry_show(const struct word_entry *entry, struct view *view);

/* ret_phrase is written with WORD_ENTRY_COMPLETE only, in the form that a key is
 * derived from. A phrase may be one that opens nothing. */
enum word_entry_result word_entry_handle(struct word_entry *entry, struct event event,
                                         char ret_phrase[PHRASE_BYTES]);

#endif
