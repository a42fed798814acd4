/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/octets.h"

#include <string.h>

#include <talloc.h>

#include "base/memory.h"

/* The most zeros that one pair of bytes stands for. */
#define ZEROS_MAX 255

void octets_put(struct octets_out *out, const void *bytes, size_t length)
{
    if (out->bytes && length > 0 && out->length <= out->room && length <= out->room - out->length)
        memcpy(out->bytes + out->length, bytes, length);
    out->length += length;
}

void octets_put_number(struct octets_out *out, uint64_t number, size_t size)
{
    for (size_t i = 0; i < size; i++) {
        unsigned char byte = (unsigned char)(number >> (8 * i));
        octets_put(out, &byte, 1);
    }
}

void octets_put_text(struct octets_out *out, const char *text)
{
    size_t length = text ? strlen(text) : 0;

    octets_put_number(out, length, 1);
    octets_put(out, text, length);
}

static size_t zeros(const unsigned char *bytes, size_t length)
{
    size_t count = 0;

    while (count < length && count < ZEROS_MAX && bytes[count] == 0)
        count++;
    return count;
}

/* A zero stands before the number of zeros. */
void octets_put_sparse(struct octets_out *out, const void *bytes, size_t length)
{
    const unsigned char *at = bytes, *end = at + length;

    while (at < end) {
        size_t run = zeros(at, (size_t)(end - at));
        octets_put(out, at, 1);
        if (run)
            octets_put_number(out, run, 1);
        at += run ? run : 1;
    }
}

const unsigned char *octets_take(struct octets_in *in, size_t length)
{
    const unsigned char *bytes = in->bytes;

    in->failed |= length > in->length;
    if (in->failed)
        return NULL;
    in->bytes += length;
    in->length -= length;
    return bytes;
}

uint64_t octets_take_number(struct octets_in *in, size_t size)
{
    const unsigned char *bytes = octets_take(in, size);
    uint64_t number = 0;

    for (size_t i = 0; bytes && i < size; i++)
        number |= (uint64_t)bytes[i] << (8 * i);
    return number;
}

char *octets_take_text(const void *parent, struct octets_in *in)
{
    size_t length = octets_take_number(in, 1);
    const unsigned char *bytes = octets_take(in, length);

    if (!bytes || length == 0)
        return NULL;
    in->failed |= memchr(bytes, 0, length) != NULL;
    return in->failed ? NULL : memory_need(talloc_strndup(parent, (const char *)bytes, length));
}

/* Only what octets_put_sparse writes: the same state is always the same bytes. */
void octets_take_sparse(struct octets_in *in, unsigned char *into, size_t length)
{
    size_t done = 0, earlier = ZEROS_MAX;

    while (done < length && !in->failed) {
        unsigned char byte = (unsigned char)octets_take_number(in, 1);
        size_t run = byte ? 0 : octets_take_number(in, 1);
        in->failed |= !byte && (run == 0 || run > length - done || earlier < ZEROS_MAX);
        if (in->failed)
            return;
        if (into)
            memset(into + done, byte, run ? run : 1);
        done += run ? run : 1;
        earlier = run ? run : ZEROS_MAX;
    }
}
