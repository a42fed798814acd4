/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Plain text in a page of HTML. */
#ifndef CONECTA_BASE_HTML_H
#define CONECTA_BASE_HTML_H

#include "base/buffer.h"

/* What stands for a sign that has a meaning in HTML; NULL: it stands for itself. */
const char *html_entity(char sign);

/* Adds plain text at the end of out, safe in an element and in an attribute. A newline
 * breaks the line. */
void html_text(struct buffer *out, const char *text, size_t length);

#endif
