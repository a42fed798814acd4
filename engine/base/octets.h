/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Numbers and texts as bytes and back. Numbers have their lowest byte first, on every
 * machine. What is read may be anything: nothing is taken from behind the end.
 */
#ifndef CONECTA_BASE_OCTETS_H
#define CONECTA_BASE_OCTETS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Zeroed, it only counts. */
struct octets_out {
    unsigned char *bytes; /* NULL: nothing is written */
    size_t room;          /* bytes that may be written; what does not fit is only counted */
    size_t length;
};

void octets_put(struct octets_out *out, const void *bytes, size_t length);

/* The number in this many bytes. */
void octets_put_number(struct octets_out *out, uint64_t number, size_t size);

/* A text of at most 255 bytes. NULL is the same as an empty one. */
void octets_put_text(struct octets_out *out, const char *text);

/* Bytes of which many are zero. */
void octets_put_sparse(struct octets_out *out, const void *bytes, size_t length);

struct octets_in {
    const unsigned char *bytes;
    size_t length; /* of what is left */
    bool failed;   /* something was not as it is written; nothing is read any more */
};

/* The next bytes; NULL when there are not so many. */
const unsigned char *octets_take(struct octets_in *in, size_t length);

/* 0 after a failure. */
uint64_t octets_take_number(struct octets_in *in, size_t size);

/* NULL when it is empty, and after a failure. It belongs to parent. */
char *octets_take_text(const void *parent, struct octets_in *in);

/* Into `into`, or nowhere (NULL). */
void octets_take_sparse(struct octets_in *in, unsigned char *into, size_t length);

#endif
