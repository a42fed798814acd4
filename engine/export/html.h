/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A sheet as one page of HTML that needs nothing else and asks for nothing. */
#ifndef CONECTA_EXPORT_HTML_H
#define CONECTA_EXPORT_HTML_H

#include "export/sheet.h"

/* The page; it belongs to parent. No script, no address outside of the page; answers
 * and hints stand behind folds, which are open on paper. */
char *html_write(const void *parent, const struct sheet *sheet);

#endif
