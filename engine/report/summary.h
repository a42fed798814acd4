/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The figures that a trainer sees, as every format shows them. They come from released
 * counts only (report/counts.h), so nothing here can be traced to a person. "Completions"
 * are counted, never people: somebody may have played a lesson twice as a guest.
 *
 * A share is a number from 0 to 1; a count of people is called n. What is not known, or not shown
 * because too few answered, is said by a flag beside it.
 */
#ifndef CONECTA_REPORT_SUMMARY_H
#define CONECTA_REPORT_SUMMARY_H

#include <stdbool.h>
#include <stddef.h>

/* From so many answers on a question is shown; so many for discrimination. */
#define SUMMARY_ITEM_LEAST 10
#define SUMMARY_DISCRIMINATION_LEAST 50

/* What a question seems to say, in the order of how much a trainer should mind. */
enum verdict {
    VERDICT_TOO_FEW,   /* answers to say anything */
    VERDICT_CHECK_KEY, /* those who know more got it wrong: is the right answer marked? */
    VERDICT_UNCLEAR,   /* as many of the strong as of the weak got it wrong: the wording */
    VERDICT_NOT_LEARNT, /* many still got it wrong after the lesson */
    VERDICT_KNOWN,     /* almost everyone knew it before: drop it? */
    VERDICT_TEACHES,   /* many more right after than before */
    VERDICT_FINE,
};

/* The share of right answers, with its Wilson interval of 95 %. */
struct facility {
    size_t n;     /* answered; skipped is apart */
    size_t right;
    double share, low, high;
};

struct option_figures {
    const char *id;
    const char *text; /* NULL: not in the lesson any more */
    bool right;
    size_t n;         /* took it first */
};

struct item_figures {
    const char *id;
    long rev;
    const char *verb;       /* "choose" … */
    const char *text;       /* what was asked, plain; NULL: not in the lesson any more */
    bool enough;            /* at least SUMMARY_ITEM_LEAST answers; else nothing below counts */
    struct facility facility;
    size_t skipped;
    struct option_figures *options;
    size_t option_count;
    bool discriminates;     /* at least SUMMARY_DISCRIMINATION_LEAST, and it can be computed */
    double discrimination;  /* item against rest of the lesson, -1 … 1 */
    bool paired;            /* asked before and after: `facility` is that before */
    struct facility after;
    enum verdict verdict;
};

struct lesson_figures {
    const char *id;
    const char *title;      /* NULL: not in the course any more */
    const char *revision;   /* eight hexadecimal digits; see course/ballot.h */
    bool current;           /* that of the course as it is now */
    size_t completions;     /* released; 0: not enough yet */
    bool waits;             /* there is more, not ready yet. No format says so: when it turns from
                             * false to true, one more learner has finished the lesson */
    struct item_figures *items;
    size_t item_count;
    bool gained;            /* both averages are there, and before is not 1 */
    size_t before_n, after_n;
    double before, after;   /* average shares of right answers */
    double gain;            /* (after - before) / (1 - before), of the averages (Hake 1998) */
};

struct language_figures {
    const char *code;
    size_t tens; /* completions in this language, rounded down to tens: 10, 20 … */
};

struct summary {
    const char *course; /* its title */
    struct lesson_figures *lessons; /* in the order of the course, then those that are gone */
    size_t count;
    struct language_figures *languages;
    size_t language_count;
};

#endif
