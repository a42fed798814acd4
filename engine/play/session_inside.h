/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of a session share; for no other file. */
#ifndef CONECTA_PLAY_SESSION_INSIDE_H
#define CONECTA_PLAY_SESSION_INSIDE_H

#include "play/saved.h"
#include "play/session.h"
#include "play/word_entry.h"
#include "play/word_show.h"

/* In memory that is guarded and wiped. */
struct secret_words {
    struct word_entry entry;
    struct word_show show;
    char phrase[PHRASE_BYTES];
};

enum awaiting {
    AWAITING_NOTHING,
    AWAITING_OPEN, /* the key of a record that she has */
    AWAITING_MAKE, /* that of one that is to be made */
};

/* What a session needs for keeping her place. */
struct keeping {
    struct saved *saved;
    struct secret_words *words;
    enum awaiting awaiting;
    bool offered; /* after a lesson; once is enough */
    bool leaving; /* as soon as her place is kept */
};

/* On the page that asks whether to leave: the second one only where something can be kept. */
enum { LEAVE_STAY, LEAVE_KEEP, LEAVE_LEAVE, LEAVE_OPTIONS };
/* On the page of what is kept. */
enum { MINE_BACK, MINE_CLOSE, MINE_DELETE, MINE_OPTIONS };

/* The overlay takes the place of the one that is there, or lies over it. */
void session_overlay(struct session *session, enum overlay overlay);

/* The top one goes away. */
void session_uncover(struct session *session);

/* She is to read this as soon as nothing else lies over the page. */
void session_notice(struct session *session, enum notice notice);

void session_go_to_modules(struct session *session);
void session_go_to_lessons(struct session *session, size_t module, size_t lesson);

/* session_lesson.c */
void session_close_lesson(struct session *session);
void session_keep_lesson(struct session *session);
void session_speak(struct session *session, const char *language);
void session_reload(struct session *session);
void session_print(struct session *session);
unsigned session_handle_lesson(struct session *session, struct event event);
unsigned session_handle_problem(struct session *session, struct event event);

/* session_keeping.c */
bool session_is_kept(const struct session *session);
/* Whether there is anything that is not kept, and could be. */
bool session_can_keep(const struct session *session);
void session_ask_for_words(struct session *session);
/* Offers five words; leaving: she goes as soon as her place is kept. */
void session_offer(struct session *session, bool leaving);
/* A lesson was finished: offers to keep her place, once. */
void session_offer_first(struct session *session);
/* What was chosen on the page of what is kept, which is gone already. */
void session_choose_mine(struct session *session, size_t index);
void session_delete_record(struct session *session);
/* The overlays of her words, of waiting and of notices. */
unsigned session_handle_keeping(struct session *session, struct event event);
unsigned session_handle_ready(struct session *session);
/* Nobody has pressed a key for long: covers what can be opened again, else leaves. */
unsigned session_handle_idle(struct session *session);
/* What an event changed is saved before it is shown. */
void session_save(struct session *session, struct event event);

#endif
