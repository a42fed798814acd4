/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A temporary folder of a test, and files in it. Failures end the test. */
#ifndef CONECTA_TESTS_BASE_FOLDER_H
#define CONECTA_TESTS_BASE_FOLDER_H

#include <ftw.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>
#include <talloc.h>

/* A new folder that other users may look into, too; owned by parent. */
static inline char *folder_make(const void *parent)
{
    const char *base = getenv("TMPDIR");
    char *folder = talloc_asprintf(parent, "%s/conecta-test-XXXXXX", base && *base ? base : "/tmp");
    assert_non_null(mkdtemp(folder));
    assert_int_equal(chmod(folder, 0755), 0);
    return folder;
}

static inline char *folder_add_folder(const char *folder, const char *name)
{
    char *path = talloc_asprintf(folder, "%s/%s", folder, name);
    assert_int_equal(mkdir(path, 0755), 0);
    return path;
}

/* Writes a file and returns its path, which belongs to folder. */
static inline char *folder_add_bytes(const char *folder, const char *name, const char *bytes,
                                     size_t length)
{
    char *path = talloc_asprintf(folder, "%s/%s", folder, name);
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(bytes, 1, length, file), length);
    assert_int_equal(fclose(file), 0);
    return path;
}

static inline char *folder_add(const char *folder, const char *name, const char *text)
{
    return folder_add_bytes(folder, name, text, strlen(text));
}

static inline int folder_remove_entry(const char *path, const struct stat *status, int type,
                                      struct FTW *place)
{
    (void)status, (void)type, (void)place;
    return remove(path);
}

/* Removes the folder with all in it from the disk. */
static inline void folder_remove(const char *folder)
{
    assert_int_equal(nftw(folder, folder_remove_entry, 16, FTW_DEPTH | FTW_PHYS), 0);
}

#endif
