/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pages of a lesson that a screen of 80×24 does not show as a whole. */
#ifndef CONECTA_COMMANDS_LINT_FIT_H
#define CONECTA_COMMANDS_LINT_FIT_H

#include "course/lesson.h"

/* A page as it is found in a lesson, and in the same lesson in another language. */
struct long_page {
    size_t step;  /* number, from 1; 0: the first page of the lesson */
    size_t more;  /* number, from 1, of a page behind the first one of the step; 0: that one */
    size_t lines; /* that it has */
};

struct long_pages {
    struct long_page *items;
    size_t count;
};

/* The lines of a page that such a screen shows. */
size_t lint_fit_height(void);

/* Finds them: the first page of the lesson, the first view of each step, the scenes of a
 * story. What the program says on them is in `language`; NULL: in the one used now. The
 * list belongs to parent. */
struct long_pages *lint_fit(const void *parent, const struct lesson *lesson,
                            const char *language);

/* The text of a lesson that a page begins with; belongs to the lesson. */
const struct text *lint_fit_text(const struct lesson *lesson, const struct long_page *page);

#endif
