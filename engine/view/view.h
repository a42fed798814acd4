/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * One page, as there is to see: blocks of text, the options among them, and
 * what the learner can do. Nothing here knows how wide a screen is, or that
 * there is one: the curses screen and plain lines draw the same view.
 */
#ifndef CONECTA_VIEW_VIEW_H
#define CONECTA_VIEW_VIEW_H

#include <stdbool.h>
#include <stddef.h>

#include "view/event.h"
#include "view/rich.h"

enum block_kind {
    BLOCK_HEADING,
    BLOCK_PARAGRAPH,
    BLOCK_ITEM,    /* of a list; `number` is 0 for a bullet */
    BLOCK_QUOTE,
    BLOCK_DRAWING, /* kept line by line */
    BLOCK_OPTION,  /* `number` picks it */
    BLOCK_FIELD,   /* what is being typed; plain lines have their own place for it */
    BLOCK_VERDICT, /* a sign and a word: how it went */
    BLOCK_KEYS,    /* what to press, after an empty line; plain lines have their own
                    * words for that */
    BLOCK_GAP,     /* an empty line */
};

/* Shown by a sign and, where it matters, by a word in the text as well. */
enum mark {
    MARK_NONE,
    MARK_RIGHT,
    MARK_WRONG,
    MARK_OPEN,    /* can be ticked, is not */
    MARK_TICKED,
};

struct block {
    enum block_kind kind;
    enum mark mark;
    unsigned number;   /* of an option or a list item */
    unsigned depth;    /* of a list item or a quote in others */
    unsigned place;    /* on paper: the number of what begins with this heading, or to
                        * which this entry leads; 0: none */
    struct rich text;
    const char *aside; /* short, shown quietly behind the text; NULL: none */
};

/* What a line of plain input means on this page. */
enum input {
    INPUT_NONE,  /* Enter goes on */
    INPUT_PICK,  /* one number picks an option */
    INPUT_TICK,  /* several numbers tick options, in any order */
    INPUT_ORDER, /* several numbers put options in order */
    INPUT_NUMBER, /* the line is a number to answer with */
    INPUT_TEXT,   /* the line is a text */
    INPUT_SEARCH, /* a number picks; any other text is searched for */
    INPUT_WORDS,  /* a number picks; any other text is one word or several */
};

/* A key that works here and what it does, the most important first. */
struct hint {
    enum event_kind event;
    const char *does;
};

#define VIEW_HINTS 8

/* Characters that a field takes. */
#define VIEW_TYPED 60

struct view {
    const char *title; /* of the lesson or list */
    size_t step;       /* 0: this page is no part of a row */
    size_t steps;
    unsigned page;     /* differs from page to page: a new page begins at its top */
    struct block *blocks;
    size_t count;
    size_t options;    /* how many of the blocks are options; numbered from 1 */
    size_t focus;      /* number of the focused option; 0: none */
    size_t news;       /* index of the first block that the last event brought;
                        * 0: the page as a whole */
    size_t news_count; /* how often a page has had news; 0: never */
    enum input input;
    bool secret;       /* words that open a record: wiped when it is not shown any more */
    unsigned look;     /* that the screen should have; 0: as it is */
    long minutes;      /* of talking on this page, in which nobody presses a key */
    struct hint hints[VIEW_HINTS];
    size_t hint_count;
};

struct view *view_new(const void *parent);

/* Adds a block with plain text and returns it; it stays valid until the next
 * block is added. The text is copied. */
struct block *view_add(struct view *view, enum block_kind kind, const char *text,
                       unsigned style);

/* The same with a printf format. */
struct block *view_addf(struct view *view, enum block_kind kind, unsigned style,
                        const char *format, ...) __attribute__((format(printf, 4, 5)));

/* An empty line, unless the view is empty or ends with one. */
void view_gap(struct view *view);

/* The next option. */
struct block *view_option(struct view *view, const char *text, enum mark mark);

/* The next entry of a list, without text yet. */
struct block *view_item(struct view *view, enum mark mark);

/* The field of a page: what was typed so far, and what it counts ("days") or NULL.
 * It is focused as the only option is. */
void view_field(struct view *view, const char *typed, const char *unit);

/* What comes from here on is new on a page that was seen before: the first news
 * there, the second and so on. */
void view_begin_news(struct view *view, size_t count);

/* "Right", "Not quite" and the like. */
void view_verdict(struct view *view, enum mark mark, const char *text);

/* Whether there is a hint for the event. */
bool view_has_hint(const struct view *view, enum event_kind event);

/* Adds a hint at the end, unless the event has one already. */
void view_hint(struct view *view, enum event_kind event, const char *does);

/* The same right behind the first one: a narrow screen has room for few. */
void view_hint_early(struct view *view, enum event_kind event, const char *does);

#endif
