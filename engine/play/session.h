/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A learner at the program: where she is and what an event changes.
 *
 *     language → modules → lessons of a module → a lesson
 *
 * Help, the choice of language, the five words of her record and the question whether
 * to leave lie over these and go away again. A session knows no terminal: it is shown as a
 * view and moved by events. Nor does it know a file: what is kept goes to a keeper.
 */
#ifndef CONECTA_PLAY_SESSION_H
#define CONECTA_PLAY_SESSION_H

#include <stdbool.h>
#include <stdint.h>

#include "base/diagnostic.h"
#include "course/library.h"
#include "play/attempt.h"
#include "play/keeper.h"
#include "play/printer.h"
#include "play/progress.h"
#include "view/menu.h"
#include "view/view.h"

/* What the help speaks of: the two ways to make events. */
enum controls {
    CONTROLS_KEYS,
    CONTROLS_LINES,
};

enum place {
    PLACE_MODULES,
    PLACE_LESSONS,
    PLACE_LESSON,
    PLACE_PROBLEM, /* a lesson cannot be read */
};

enum overlay {
    OVERLAY_NONE,
    OVERLAY_LANGUAGE,
    OVERLAY_HELP,
    OVERLAY_TERMS,
    OVERLAY_LEAVE,
    OVERLAY_PRINT,   /* whether to write a file */
    OVERLAY_PRINTED, /* what came of it */
    OVERLAY_KEEP,    /* the offer to keep her place, and the words that open it */
    OVERLAY_WORDS,   /* asks for the words */
    OVERLAY_WAIT,    /* while a key is made of them */
    OVERLAY_MINE,    /* what she can do with a place that is kept */
    OVERLAY_DELETE,  /* whether to delete it */
    OVERLAY_NOTICE,  /* what she has to know before she goes on */
};

/* As many overlays as may lie under the top one: help over the choice of language over
 * another. */
#define SESSION_UNDER 2

enum notice {
    NOTICE_NONE,
    NOTICE_PROBLEM, /* see the problems */
    NOTICE_KEPT,    /* her place is kept from now on */
    NOTICE_CHANGED, /* the lesson that she comes back to has changed */
    NOTICE_PLACE,   /* only her place in it was kept */
    NOTICE_DELETED, /* her place is not kept any more */
};

struct keeping;

/* A lesson of the library. */
struct address {
    size_t module;
    size_t lesson;
};

struct session {
    struct library *library;
    enum controls controls;
    bool preview;                 /* the library's only lesson, for its author */
    struct random random;
    enum place place;
    enum overlay overlay;
    enum overlay under[SESSION_UNDER]; /* what help and choice of language cover */
    size_t under_count;
    struct menu menu;             /* of modules or lessons */
    struct menu language_menu;
    struct menu overlay_menu;     /* of any other overlay */
    size_t module;                /* the one whose lessons are shown */
    struct address address;       /* of the lesson played */
    struct lesson *lesson;        /* played last; NULL: none, or finished */
    struct attempt *attempt;      /* at that lesson */
    struct progress *progress;    /* at all other lessons */
    struct diagnostics *problems; /* of PLACE_PROBLEM */
    const struct printer *printer; /* NULL: nothing can be written */
    char *print_path;              /* of the two last overlays */
    struct diagnostics *print_problems;
    struct keeping *keeping;       /* NULL: nothing is kept of her */
    enum notice notice;            /* to be shown as soon as nothing else lies over the page */
    struct diagnostics *notice_problems;
    unsigned look;                 /* of the screen; 0: not said */
};

/* What the caller has to do after an event; several at once. */
enum session_wish {
    SESSION_REDRAW = 1 << 0,
    SESSION_LEAVE = 1 << 1,
};

/* Begins at the choice of language, or at the modules when the language is
 * settled. The session belongs to parent. */
struct session *session_new(const void *parent, enum controls controls, bool ask_language,
                            uint64_t seed);

/* Gives the session its course, which it keeps. Until then it can only show the
 * choice of language: that page need not wait for the course to be read. */
void session_enter(struct session *session, struct library *library);

/* Lets her write into a file what she wants to take with her. Kept by the session. */
void session_let_print(struct session *session, const struct printer *printer);

/* Lets her keep her place, and come back to it. The keeper must live as long; libsodium has
 * been started, which keepers need as well. */
void session_let_keep(struct session *session, struct keeper *keeper);

/* She is to read these problems before she goes on. The session keeps them. */
void session_tell(struct session *session, struct diagnostics *problems);

/* A file: when it can be read, the session wants an EVENT_READY. -1: none. */
int session_awaited(const struct session *session);

/* Goes to a lesson at once (after the choice of language). */
void session_open(struct session *session, struct address address);

/* Shows the only lesson of a library as its author wants to see it: with mistakes on
 * a page of their own until they are mended, read again at EVENT_RELOAD and still at
 * the same step, with the same random orders. The session keeps the library. */
void session_preview(struct session *session, struct library *library);

/* The page that is shown now; it belongs to parent. */
struct view *session_view(const struct session *session, const void *parent);

/* Moves the session; returns wishes. */
unsigned session_handle(struct session *session, struct event event);

/* The language of the lesson that is played: a code; NULL: none, or not known. */
const char *session_lesson_language(const struct session *session);

/* Whether this lesson was played to its end. */
bool session_has_finished(const struct session *session, struct address address);

/* Whether it was begun and left, and goes on where it was. */
bool session_has_begun(const struct session *session, struct address address);

/* All that she takes with her, as it is now. It belongs to the session; the caller may mark
 * ballots that were cast. */
struct progress *session_progress(struct session *session);

/* She was here before: takes her progress, speaks her language, has her look, and adds what
 * was done in this visit so far. A lesson that she is in goes on. After session_enter. */
void session_welcome(struct session *session, struct progress *progress);

#endif
