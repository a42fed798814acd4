/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a learner can do, whatever she does it with: a key or a line of input. */
#ifndef CONECTA_VIEW_EVENT_H
#define CONECTA_VIEW_EVENT_H

enum event_kind {
    EVENT_NONE,
    EVENT_UP,
    EVENT_DOWN,
    EVENT_PAGE_UP,
    EVENT_PAGE_DOWN,
    EVENT_FIRST,    /* Home */
    EVENT_LAST,     /* End */
    EVENT_ENTER,    /* act on what is focused, or go on */
    EVENT_SPACE,    /* tick what is focused, or go on */
    EVENT_PICK,     /* option `number`, from 1 */
    EVENT_CLEAR,    /* take back every tick of this question, or what was typed */
    EVENT_ON,       /* go on without answering */
    EVENT_BACK,     /* one page back */
    EVENT_UP_LEVEL, /* out of the lesson, the list, the help */
    EVENT_HELP,
    EVENT_TERMS,     /* what the marked words of the page mean */
    EVENT_LANGUAGE,
    EVENT_LOOK,      /* another look of the screen: look `number` */
    EVENT_CHARACTER, /* typed into the field of the page */
    EVENT_ERASE,     /* the last character of the field */
    EVENT_RELOAD,    /* no learner: the file of the lesson was saved */
    EVENT_READY,     /* no learner: what the session was waiting for is there */
    EVENT_IDLE,      /* nobody has done anything for long */
    EVENT_LEAVE,     /* at once */
};

struct event {
    enum event_kind kind;
    unsigned number; /* of EVENT_PICK; of EVENT_CHARACTER: the code point */
};

#endif
