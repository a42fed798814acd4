/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "view/signs.h"

const struct signs signs_unicode = {
    .right = "✓",
    .wrong = "✗",
    .open = "[ ]",
    .ticked = "[x]",
    .bullet = "•",
    .quote = "│",
    .focus = "▸",
    .above = "▲",
    .below = "▼",
    .full = "█",
    .empty = "░",
};

const struct signs signs_ascii = {
    .right = "+",
    .wrong = "x",
    .open = "[ ]",
    .ticked = "[x]",
    .bullet = "-",
    .quote = "|",
    .focus = ">",
    .above = "^",
    .below = "v",
    .full = "#",
    .empty = ".",
};

const struct signs signs_none = {
    .right = "",
    .wrong = "",
    .open = "",
    .ticked = "",
    .bullet = "-",
    .quote = ">",
    .focus = "",
    .above = "",
    .below = "",
    .full = "#",
    .empty = ".",
};
