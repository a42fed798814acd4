/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The pages of a session that are about her record. */
#ifndef CONECTA_PLAY_SESSION_KEEPING_PAGES_H
#define CONECTA_PLAY_SESSION_KEEPING_PAGES_H

#include "play/session.h"

/* OVERLAY_KEEP and OVERLAY_WORDS. */
void session_page_words(const struct session *session, struct view *view);
void session_page_wait(struct view *view);
void session_page_mine(const struct session *session, struct view *view);
void session_page_delete(const struct session *session, struct view *view);
void session_page_notice(const struct session *session, struct view *view);

#endif
