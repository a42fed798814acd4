/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Markdown (CommonMark) to blocks: headings, paragraphs, lists, quotes, bold,
 * emphasis. Whatever else it can say becomes plain text: raw HTML stays as
 * typed, of links and images the text is shown.
 */
#ifndef CONECTA_VIEW_MARKDOWN_H
#define CONECTA_VIEW_MARKDOWN_H

#include "view/view.h"

/* Adds a page of Markdown at the end of the view. */
void markdown_page(struct view *view, const char *source);

/* Adds one paragraph of inline Markdown to a rich text that belongs to parent;
 * `style` is added to all of it. */
void markdown_line(const void *parent, const char *source, unsigned style, struct rich *rich);

/* Adds a paragraph of inline Markdown at the end of the view. */
struct block *markdown_paragraph(struct view *view, const char *source);

#endif
