/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "play/own_page.h"

void own_page_begin(struct view *view, const char *heading)
{
    view->title = OWN_PAGE_TITLE;
    view_add(view, BLOCK_HEADING, heading, STYLE_HEADING | STYLE_BOLD);
    view_gap(view);
}
