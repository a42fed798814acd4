/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "terminal/idle.h"

const int idle_warning = 150;
const int idle_limit = 180;
