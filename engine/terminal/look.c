/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "terminal/look.h"

#include <stdlib.h>

enum pair {
    PAIR_BACKGROUND = 1,
    PAIR_TITLE,
    PAIR_RIGHT,
    PAIR_WRONG,
    PAIR_KEY,
};

enum look look_first(void)
{
    const char *no_color = getenv("NO_COLOR");
    if (!has_colors() || (no_color && *no_color))
        return LOOK_MONO;
    return LOOK_DEFAULT;
}

bool look_possible(enum look look)
{
    return look == LOOK_MONO || (look < LOOK_COUNT && has_colors());
}

enum look look_next(enum look look)
{
    if (!has_colors())
        return LOOK_MONO;
    return look == LOOK_MONO ? LOOK_DEFAULT : look + 1;
}

/* Magenta rather than red: a wrong answer is no alarm. */
static void use_default(void)
{
    init_pair(PAIR_BACKGROUND, -1, -1);
    init_pair(PAIR_TITLE, -1, -1);
    init_pair(PAIR_RIGHT, COLOR_GREEN, -1);
    init_pair(PAIR_WRONG, COLOR_MAGENTA, -1);
    init_pair(PAIR_KEY, COLOR_CYAN, -1);
}

static void use_contrast(void)
{
    init_pair(PAIR_BACKGROUND, COLOR_WHITE, COLOR_BLACK);
    init_pair(PAIR_TITLE, COLOR_BLACK, COLOR_WHITE);
    init_pair(PAIR_RIGHT, COLOR_GREEN, COLOR_BLACK);
    init_pair(PAIR_WRONG, COLOR_YELLOW, COLOR_BLACK);
    init_pair(PAIR_KEY, COLOR_YELLOW, COLOR_BLACK);
}

void look_use(enum look look)
{
    if (look == LOOK_DEFAULT)
        use_default();
    if (look == LOOK_CONTRAST)
        use_contrast();
}

static chtype colour(enum look look, enum pair pair)
{
    return look == LOOK_MONO ? A_NORMAL : (chtype)COLOR_PAIR(pair);
}

chtype look_attributes(enum look look, unsigned style)
{
    chtype attributes = look == LOOK_CONTRAST ? colour(look, PAIR_BACKGROUND) : A_NORMAL;

    if (style & STYLE_RIGHT)
        attributes = colour(look, PAIR_RIGHT);
    if (style & STYLE_WRONG)
        attributes = colour(look, PAIR_WRONG);
    if (style & (STYLE_KEY | STYLE_TERM))
        attributes = colour(look, PAIR_KEY);
    if (style & (STYLE_BOLD | STYLE_HEADING) || look == LOOK_CONTRAST)
        attributes |= A_BOLD;
    if (style & (STYLE_EMPHASIS | STYLE_TERM))
        attributes |= A_UNDERLINE;
    if (style & STYLE_QUIET && look == LOOK_DEFAULT)
        attributes |= A_DIM;
    return attributes;
}

chtype look_title(enum look look)
{
    return look == LOOK_CONTRAST ? colour(look, PAIR_TITLE) : A_REVERSE;
}

chtype look_background(enum look look)
{
    return look == LOOK_CONTRAST ? colour(look, PAIR_BACKGROUND) : A_NORMAL;
}
