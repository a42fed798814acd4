/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Places inside the texts of a file. YAML only says where a text begins. */
#ifndef CONECTA_COURSE_PLACE_H
#define CONECTA_COURSE_PLACE_H

#include "base/diagnostic.h"
#include "base/file.h"

/* Where a word of a text stands in the file. The text begins at `at`; the word is the
 * first one behind occurrence number `number`, from 0, of `sign`, which the file has as
 * often as the text. `at` when it is not there, such as when the file writes it with
 * escapes. */
struct position place_behind(struct bytes bytes, struct position at, const char *sign,
                             size_t number, const char *word);

#endif
