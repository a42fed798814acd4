/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sequence.h"

#include <string.h>

static void pass_on(struct sequence *sequence, struct text *text)
{
    text_append(text, sequence->bytes, sequence->length);
    sequence->length = 0;
}

/* Whether BYTE may stand at the end of what is held, so that still more has to come. */
static bool continues(const struct sequence *sequence, char byte)
{
    if (sequence->length == 1)
        return byte == '[';
    return byte >= 0x20 && byte <= 0x3f && sequence->length + 1 < sizeof sequence->bytes;
}

/* Returns the length of ESC [ ? when the sequence, which is whole, sets or resets modes. */
static size_t mode_start(const struct sequence *sequence)
{
    char last = sequence->bytes[sequence->length - 1];

    if (last != 'h' && last != 'l')
        return 0;
    return sequence->length > 3 && memcmp(sequence->bytes, "\033[?", 3) == 0 ? 3 : 0;
}

/* Passes on a sequence of modes as one sequence for each of them. */
static void pass_on_modes(struct sequence *sequence, size_t start, struct text *text)
{
    char last = sequence->bytes[sequence->length - 1];

    for (size_t i = 0; i < sequence->length; i++) {
        char byte = sequence->bytes[i];

        if (byte != ';' || i < start) {
            text_append(text, &byte, 1);
            continue;
        }
        text_append(text, &last, 1);
        text_append(text, sequence->bytes, start);
    }
    sequence->length = 0;
}

static bool erases_scrollback(const struct sequence *sequence)
{
    static const char erase[] = "\033[3J";

    return sequence->length == sizeof erase - 1 &&
           memcmp(sequence->bytes, erase, sizeof erase - 1) == 0;
}

static bool finish(struct sequence *sequence, struct text *text)
{
    bool erases = erases_scrollback(sequence);
    size_t start = mode_start(sequence);

    if (start > 0)
        pass_on_modes(sequence, start, text);
    else
        pass_on(sequence, text);
    return erases;
}

bool sequence_take(struct sequence *sequence, char byte, struct text *text)
{
    bool more = sequence->length > 0 && continues(sequence, byte);

    if (byte == '\033')
        pass_on(sequence, text);
    if (byte == '\033' || more) {
        sequence->bytes[sequence->length++] = byte;
        return false;
    }
    if (sequence->length == 0) {
        text_append(text, &byte, 1);
        return false;
    }
    sequence->bytes[sequence->length++] = byte;
    return finish(sequence, text);
}
