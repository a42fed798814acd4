/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Any bytes as a ballot. What is read must be written as the same bytes again. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <talloc.h>

#include "course/ballot.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    unsigned char bytes[BALLOT_BYTES] = {0}, again[BALLOT_BYTES];
    bool newer;

    memcpy(bytes, data, size < BALLOT_BYTES ? size : BALLOT_BYTES);
    struct ballot *ballot = ballot_read(NULL, bytes, &newer);
    if (newer != (bytes[0] > 1) || (newer && ballot))
        abort();
    if (ballot && (!ballot_write(ballot, again) || memcmp(again, bytes, BALLOT_BYTES) != 0))
        abort();
    talloc_free(ballot);
    return 0;
}
