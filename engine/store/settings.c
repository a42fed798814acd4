/* SPDX-License-Identifier: GPL-3.0-or-later */
/* In a file of its own: a test program that opens a store ten thousand times is linked with
 * another one. */
#include "store/store.h"

const struct store_settings store_settings_usual = {
    .passes = 3, .memory = 64 * 1024, .patience = 5000};
