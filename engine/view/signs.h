/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The signs that lines are drawn with; plain ones where fonts lack the others. */
#ifndef CONECTA_VIEW_SIGNS_H
#define CONECTA_VIEW_SIGNS_H

struct signs {
    const char *right, *wrong;      /* beside a verdict or option */
    const char *open, *ticked;      /* boxes to tick */
    const char *bullet, *quote;
    const char *focus;              /* before the focused option */
    const char *above, *below;      /* there is more */
    const char *full, *empty;       /* of a bar */
};

extern const struct signs signs_unicode;
extern const struct signs signs_ascii;
/* For plain lines, read aloud: words say what signs would. */
extern const struct signs signs_none;

#endif
