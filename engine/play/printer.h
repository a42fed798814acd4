/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a session writes what a learner takes with her, without knowing any file. */
#ifndef CONECTA_PLAY_PRINTER_H
#define CONECTA_PLAY_PRINTER_H

#include <stdbool.h>

#include "base/diagnostic.h"

struct printer {
    /* The file that would be written, which is not there yet; she is shown it before.
     * Belongs to parent. */
    char *(*choose)(const void *parent);

    /* Writes it. False, with a problem added and nothing left behind, when that fails. */
    bool (*write)(const char *path, const char *text, struct diagnostics *problems);
};

#endif
