/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The figures of summary.h from what was released. */
#ifndef CONECTA_REPORT_SUMMARY_MAKE_H
#define CONECTA_REPORT_SUMMARY_MAKE_H

#include "base/diagnostic.h"
#include "report/counts.h"
#include "report/outline.h"
#include "report/summary.h"

/* Belongs to parent; refers to texts of the outline. Every lesson of the course is there,
 * with completions 0 when nothing was released; older revisions of a lesson come
 * behind it, lessons that are gone at the end. NULL, with a problem added, when the counts cannot be
 * read. */
struct summary *summary_make(const void *parent, struct counts *counts,
                             const struct outline *outline, struct diagnostics *problems);

#endif
