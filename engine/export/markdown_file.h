/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A sheet as Markdown (CommonMark), for whoever goes on writing in it. */
#ifndef CONECTA_EXPORT_MARKDOWN_FILE_H
#define CONECTA_EXPORT_MARKDOWN_FILE_H

#include "export/sheet.h"

/* The text; it belongs to parent. Answers are quotations under their question. */
char *markdown_write(const void *parent, const struct sheet *sheet);

#endif
