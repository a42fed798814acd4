/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The blocks of a view as HTML. */
#ifndef CONECTA_EXPORT_HTML_BLOCKS_H
#define CONECTA_EXPORT_HTML_BLOCKS_H

#include "base/buffer.h"
#include "export/sheet.h"

/* Adds text with styles. Terms that the sheet explains lead to their explanation. */
void html_rich(struct buffer *out, const struct sheet *sheet, const struct rich *rich);

/* Adds a view. Places in it are named by the number of the step, from 1. */
void html_blocks(struct buffer *out, const struct sheet *sheet, size_t step, const struct view *view);

#endif
