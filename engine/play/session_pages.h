/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The pages of a session that are no pages of a lesson. */
#ifndef CONECTA_PLAY_SESSION_PAGES_H
#define CONECTA_PLAY_SESSION_PAGES_H

#include "play/session.h"

void session_page_language(const struct session *session, struct view *view);
void session_page_modules(const struct session *session, struct view *view);
void session_page_lessons(const struct session *session, struct view *view);
void session_page_problem(const struct session *session, struct view *view);
/* What a preview has besides on every page: it says that it is one. */
void session_page_preview(const struct session *session, struct view *view);
void session_page_help(const struct session *session, struct view *view);
/* `page` is what the words stand on. */
void session_page_terms(const struct session *session, const struct view *page,
                        struct view *view);
void session_page_leave(const struct session *session, struct view *view);
void session_page_print(const struct session *session, struct view *view);
void session_page_printed(const struct session *session, struct view *view);

#endif
