/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pages that are the program's own, and not the course's. */
#ifndef CONECTA_PLAY_OWN_PAGE_H
#define CONECTA_PLAY_OWN_PAGE_H

#include "view/view.h"

/* What stands in the first line of the screen above them. */
#define OWN_PAGE_TITLE "Conecta"

/* Begins one in an empty view, with its heading. */
void own_page_begin(struct view *view, const char *heading);

#endif
