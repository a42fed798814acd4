/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/html.h"

#include <stddef.h>

const char *html_entity(char sign)
{
    switch (sign) {
    case '<':
        return "&lt;";
    case '>':
        return "&gt;";
    case '&':
        return "&amp;";
    case '"':
        return "&quot;";
    case '\'':
        return "&#39;";
    default:
        return NULL;
    }
}

void html_text(struct buffer *out, const char *text, size_t length)
{
    size_t done = 0;

    for (size_t i = 0; i < length; i++) {
        const char *entity = text[i] == '\n' ? "<br>\n" : html_entity(text[i]);
        if (!entity)
            continue;
        buffer_add(out, text + done, i - done);
        buffer_put(out, entity);
        done = i + 1;
    }
    buffer_add(out, text + done, length - done);
}
