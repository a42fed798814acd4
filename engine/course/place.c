/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "course/place.h"

#include <string.h>

#include "base/text.h"

static const char *find_line(struct bytes bytes, size_t line)
{
    const char *start = bytes.data + text_mark_length(bytes.data, bytes.length);
    while (start && --line > 0) {
        start = strchr(start, '\n');
        start = start ? start + 1 : NULL;
    }
    return start;
}

/* Where the words of a text begin: those below '|' and '>' in the next line, as a
 * comment may stand behind these. */
static const char *find_words(const char *text)
{
    const char *end = *text == '|' || *text == '>' ? strchr(text, '\n') : NULL;
    return end ? end : text;
}

struct position place_behind(struct bytes bytes, struct position at, const char *sign,
                             size_t number, const char *word)
{
    const char *line = find_line(bytes, at.line);
    const char *place =
        line ? find_words(line + text_characters(line, at.column - 1)) : NULL;

    for (size_t i = 0; place && i <= number; i++) {
        place = strstr(place, sign);
        place = place ? place + 1 : NULL;
    }
    /* The rest of it may stand in the next line. */
    if (!place || strncmp(place + strlen(sign) - 1, word, strcspn(word, " ")) != 0)
        return at;
    place += strlen(sign) - 1;

    struct position found = { at.line, 1 };
    for (const char *byte = line; byte < place; byte++) {
        if (*byte == '\n')
            found = (struct position){ found.line + 1, 1 };
        else if (((unsigned char)*byte & 0xC0) != 0x80)
            found.column++;
    }
    return found;
}
