/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An empty temporary folder that a program gets as its HOME. */
#ifndef SCREENS_HOME_H
#define SCREENS_HOME_H

#include <stdbool.h>

#include "text.h"

/* Makes a folder and gives its path. Returns false and leaves errno when that fails. */
bool home_make(struct text *ret_path);
/* Removes the folder with all that is in it, without following links. */
void home_remove(const char *path);

#endif
