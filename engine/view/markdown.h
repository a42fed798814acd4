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

/* Adds a line of inline Markdown to a rich text that belongs to parent; `style`
 * is added to all of it. What would begin a list or a heading stays as typed. */
void markdown_line(const void *parent, const char *source, unsigned style, struct rich *rich);

/* Adds a page of Markdown as one line to a rich text that belongs to parent. */
void markdown_flat(const void *parent, const char *source, struct rich *rich);

/* Adds the next option, a line of inline Markdown, to the view. */
struct block *markdown_option(struct view *view, const char *source, enum mark mark);

/* Adds a paragraph of inline Markdown at the end of the view. */
struct block *markdown_paragraph(struct view *view, const char *source);

#endif
