/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Whether a translation holds what its original holds: the same Markdown
 * (bold, emphasis, links, items, quotes: as many, nested alike), the same marked
 * terms, every number, every placeholder such as %s.
 */
#ifndef CONECTA_COURSE_COMPARE_H
#define CONECTA_COURSE_COMPARE_H

#include <stdbool.h>

#include "course/po.h"
#include "course/strings.h"

/* Compares the entry's translation with the string. False, with problems added
 * that name both places, when something was lost or cannot stand in a lesson. A
 * number that the original does not have is only warned of.
 *
 * A term is the same when it has the same letters, or is the translation of the
 * term in the course's glossary, as `po` has it. */
bool compare_translation(const struct string *string, const struct po_entry *entry,
                         struct po *po, struct diagnostics *problems);

#endif
