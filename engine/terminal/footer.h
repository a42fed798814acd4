/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The last line of the screen: the keys that work now. */
#ifndef CONECTA_TERMINAL_FOOTER_H
#define CONECTA_TERMINAL_FOOTER_H

#include <stdbool.h>
#include <stddef.h>

#include "view/rich.h"
#include "view/view.h"

/* As many of the view's hints as fit into width cells, the most important first.
 * The way to the help is always among them. more: the page goes on below, which
 * is said first. Belongs to parent. */
struct rich footer_text(const void *parent, const struct view *view, bool more, size_t width);

#endif
