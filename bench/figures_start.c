/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "figures.h"

#include <stdio.h>

#include "child.h"
#include "clock.h"
#include "courses.h"
#include "report.h"

#define STARTS 31

/* On every page that is in Russian, on no other one here. */
#define CYRILLIC_LETTER "о"

struct starter {
    const char *arguments[16];
    const char *text; /* on its first page */
    struct sample times;
};

enum { SMALL, LARGE, ENGLISH, RUSSIAN, BARE, VIS, DIALOG, STARTERS };

static double start_once(const struct starter *starter)
{
    struct child child;
    struct burst burst;
    double time = -1;

    if (!child_start(&child, starter->arguments))
        return -1;
    if (child_read(&child, starter->text, &burst))
        time = child_since_start(&child, burst.end);
    child_end(&child);
    return time;
}

/*
 * In turns, because a machine is faster in one minute than in the next. The first round is thrown
 * away: it brings the files into memory.
 */
static void start_all(struct starter starters[STARTERS])
{
    for (int round = 0; round <= STARTS; round++) {
        for (int i = 0; i < STARTERS; i++) {
            double time = starters[i].arguments[0] ? start_once(&starters[i]) : -1;
            if (round > 0)
                sample_add(&starters[i].times, time);
        }
    }
}

static double median(const struct starter *starter)
{
    return starter->arguments[0] ? sample_median(&starter->times) : NOT_INSTALLED;
}

static void print(const char *name, double value, const char *neighbour, double other,
                  struct limit limit)
{
    report_figure(&(struct figure){name, "ms", value, neighbour, other, limit});
}

void figures_start(const struct world *world)
{
    struct starter starters[STARTERS] = {
        [SMALL] = {{world->conecta, "--course", world->small_course}, "English", {{0}, 0}},
        [LARGE] = {{world->conecta, "--course", world->large_course}, "English", {{0}, 0}},
        [ENGLISH] = {{world->conecta, "--lang", "en", "--course", world->small_course},
                     COURSE_WORD,
                     {{0}, 0}},
        [RUSSIAN] = {{world->conecta, "--lang", "ru", "--course", world->small_course},
                     CYRILLIC_LETTER,
                     {{0}, 0}},
        [BARE] = {{world->bare}, "curses", {{0}, 0}},
        [VIS] = {{world->vis, world->text}, TEXT_WORD, {{0}, 0}},
        [DIALOG] = {{world->dialog, "--menu", "What would you like to look at?", "20", "70", "5",
                     "1", "HIV", "2", "Rights", "3", TEXT_WORD},
                    TEXT_WORD,
                    {{0}, 0}},
    };
    const struct limit none = {LIMIT_NONE, 0};
    const struct limit of_bare = {LIMIT_RATIO, 1.5};

    start_all(starters);
    double small = median(&starters[SMALL]);
    double large = median(&starters[LARGE]);
    double bare = median(&starters[BARE]);
    print("start to first page, 20 lessons", small, "bare curses", bare, of_bare);
    print("", small, "vis", median(&starters[VIS]), (struct limit){LIMIT_RATIO, 1.0});
    print("", small, "dialog", median(&starters[DIALOG]), none);
    print("the same, --lang en", median(&starters[ENGLISH]), "bare curses", bare, of_bare);
    print("the same, --lang ru", median(&starters[RUSSIAN]), "bare curses", bare, of_bare);
    print("start to first page, 1,000 lessons", large, "20 lessons", small,
          (struct limit){LIMIT_RATIO, 1.2});
}
