/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Questions in GIFT, the plain text format of Moodle
 * (https://docs.moodle.org/en/GIFT_format), as they stand in the file.
 */
#ifndef CONECTA_COURSE_GIFT_H
#define CONECTA_COURSE_GIFT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/diagnostic.h"
#include "base/file.h"

/* What stands for the answers when they come in the middle of the text. */
#define GIFT_GAP " _____ "

/* The formats that a text can begin with. */
#define GIFT_MARKDOWN "[markdown]"
#define GIFT_FORMATS 4
extern const char *const gift_formats[GIFT_FORMATS];

enum gift_kind {
    GIFT_DESCRIPTION, /* no answers: a page to read */
    GIFT_ESSAY,       /* {} */
    GIFT_TRUE_FALSE,  /* {T}: answers are true, then false */
    GIFT_CHOICE,      /* one right answer among wrong ones */
    GIFT_CHOICES,     /* several right ones, by their weight */
    GIFT_SHORT,       /* right answers only */
    GIFT_MATCH,       /* = left -> right */
    GIFT_NUMBER,      /* {#…} */
};

struct gift_answer {
    const char *text;
    const char *match;    /* of GIFT_MATCH: the right side; else NULL */
    const char *feedback; /* NULL: none */
    bool right;
};

struct gift_question {
    enum gift_kind kind;
    size_t line;          /* where it begins */
    const char *title;    /* NULL: none */
    const char *stem;     /* "_____" where the answer goes into the text */
    const char *feedback; /* on the question as a whole; NULL: none */
    struct gift_answer *answers;
    size_t count;
};

struct gift {
    struct gift_question *questions;
    size_t count;
};

/* Reads every question; it belongs to parent. A question that breaks the rules is
 * left out, with a problem that names its place. NULL, with problems, when the
 * bytes are no UTF-8 text. */
struct gift *gift_parse(const void *parent, const char *file, struct bytes bytes,
                        struct diagnostics *problems);

#endif
