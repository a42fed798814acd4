/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/graft.h"

#include <fcntl.h>
#include <unistd.h>

#include <talloc.h>

/* Where the head of an SQLite file has its length in pages; big-endian. */
#define PAGES_AT 28

static bool copy_page(int from, int to, off_t place)
{
    unsigned char page[PAGE_SIZE];
    return pread(from, page, PAGE_SIZE, place) == PAGE_SIZE &&
           pwrite(to, page, PAGE_SIZE, place) == PAGE_SIZE;
}

/* A page that was cut off at the end belongs to a row that is lost anyway. */
static bool write_length(int file, off_t pages)
{
    const unsigned char length[] = {(unsigned char)(pages >> 24), (unsigned char)(pages >> 16),
                                    (unsigned char)(pages >> 8), (unsigned char)pages};
    return pwrite(file, length, sizeof length, PAGES_AT) == sizeof length;
}

static bool copy(int damaged, int sound, int scratch)
{
    off_t pages = lseek(damaged, 0, SEEK_END) / PAGE_SIZE;
    bool done = copy_page(sound, scratch, 0);

    for (off_t page = 1; done && page < pages; page++)
        done = copy_page(damaged, scratch, page * PAGE_SIZE);
    return done && write_length(scratch, pages);
}

static bool join(int damaged, const char *sound, const char *scratch)
{
    int first = open(sound, O_RDONLY | O_CLOEXEC);
    int to = open(scratch, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600);
    bool done = first >= 0 && to >= 0 && copy(damaged, first, to);

    if (first >= 0)
        close(first);
    return to >= 0 && close(to) == 0 && done;
}

struct database *graft_open(const void *parent, int damaged, const char *sound, const char *scratch,
                            const struct patience *patience)
{
    struct database *database = NULL;
    bool cost = false;

    unlink(scratch);
    if (join(damaged, sound, scratch))
        database = database_open_damaged(parent, scratch, patience, &cost);
    /* Its open file is enough to read from, and gone even if the program is killed. */
    unlink(scratch);
    if (database && !cost) {
        talloc_free(database);
        database = NULL;
    }
    return database;
}
