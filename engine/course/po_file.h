/* SPDX-License-Identifier: GPL-3.0-or-later */
/* PO files as libgettextpo has them, with problems as values. */
#ifndef CONECTA_COURSE_PO_FILE_H
#define CONECTA_COURSE_PO_FILE_H

#include <stdbool.h>

#include <gettext-po.h>

#include "base/diagnostic.h"
#include "base/file.h"

/* Reads a PO file that is UTF-8. NULL, with problems added, when it cannot be
 * read or is damaged. To be freed with po_file_free. */
po_file_t po_file_open(const char *path, struct diagnostics *problems);

/* Writes it in place of the file at path, at once. False, with a problem added and
 * nothing changed on the disk, when that fails. */
bool po_file_save(po_file_t file, const char *path, struct diagnostics *problems);

/* The lines on which the entries of a PO file begin, in its order and without
 * obsolete ones; ends with 0. The array belongs to parent. */
size_t *po_file_lines(const void *parent, struct bytes bytes);

#endif
