/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "logging_vfs.h"

#include "../base/folder.h"

#include <stdbool.h>

#include <sqlite3.h>

#include "base/random.h"

#define SECTOR 512
#define NAMES 8

enum kind { WRITE, TRUNCATE, SYNC, DELETE };

struct entry {
    enum kind kind;
    unsigned name;
    size_t offset; /* of TRUNCATE: the new size */
    size_t length;
    unsigned char *bytes;
};

static struct {
    struct entry *entries;
    size_t count;
    char *names[NAMES];
    bool stopped;
} record;

/* The real file lies behind it. */
struct file {
    sqlite3_file base;
    unsigned name;
    sqlite3_file *real;
};

static sqlite3_vfs *system_vfs;
static sqlite3_io_methods methods;

static struct entry *add(enum kind kind, unsigned name)
{
    static struct entry unheard;
    if (record.stopped)
        return &unheard;
    record.entries = talloc_realloc(NULL, record.entries, struct entry, (unsigned)record.count + 1);
    assert_non_null(record.entries);
    struct entry *entry = &record.entries[record.count++];
    *entry = (struct entry){.kind = kind, .name = name};
    return entry;
}

static unsigned number_of(const char *path)
{
    const char *slash = strrchr(path, '/');
    const char *name = slash ? slash + 1 : path;
    unsigned i = 0;
    while (i < NAMES && record.names[i] && strcmp(record.names[i], name) != 0)
        i++;
    assert_true(i < NAMES);
    if (!record.names[i])
        record.names[i] = talloc_strdup(NULL, name);
    return i;
}

static sqlite3_file *real(sqlite3_file *file)
{
    return ((struct file *)file)->real;
}

static int close_file(sqlite3_file *file)
{
    int code = real(file)->pMethods->xClose(real(file));
    sqlite3_free(real(file));
    return code;
}

static int read_file(sqlite3_file *file, void *bytes, int length, sqlite3_int64 offset)
{
    return real(file)->pMethods->xRead(real(file), bytes, length, offset);
}

static int write_file(sqlite3_file *file, const void *bytes, int length, sqlite3_int64 offset)
{
    struct entry *entry = add(WRITE, ((struct file *)file)->name);
    entry->offset = (size_t)offset;
    entry->length = (size_t)length;
    if (!record.stopped)
        entry->bytes = talloc_memdup(record.entries, bytes, (size_t)length);
    return real(file)->pMethods->xWrite(real(file), bytes, length, offset);
}

static int truncate_file(sqlite3_file *file, sqlite3_int64 size)
{
    add(TRUNCATE, ((struct file *)file)->name)->offset = (size_t)size;
    return real(file)->pMethods->xTruncate(real(file), size);
}

static int sync_file(sqlite3_file *file, int flags)
{
    add(SYNC, ((struct file *)file)->name);
    return real(file)->pMethods->xSync(real(file), flags);
}

static int file_size(sqlite3_file *file, sqlite3_int64 *size)
{
    return real(file)->pMethods->xFileSize(real(file), size);
}

static int lock_file(sqlite3_file *file, int level)
{
    return real(file)->pMethods->xLock(real(file), level);
}

static int unlock_file(sqlite3_file *file, int level)
{
    return real(file)->pMethods->xUnlock(real(file), level);
}

static int is_reserved(sqlite3_file *file, int *reserved)
{
    return real(file)->pMethods->xCheckReservedLock(real(file), reserved);
}

static int control_file(sqlite3_file *file, int operation, void *argument)
{
    return real(file)->pMethods->xFileControl(real(file), operation, argument);
}

static int sector_size(sqlite3_file *file)
{
    return real(file)->pMethods->xSectorSize(real(file));
}

static int characteristics(sqlite3_file *file)
{
    return real(file)->pMethods->xDeviceCharacteristics(real(file));
}

static sqlite3_io_methods methods = {
    .iVersion = 1,
    .xClose = close_file,
    .xRead = read_file,
    .xWrite = write_file,
    .xTruncate = truncate_file,
    .xSync = sync_file,
    .xFileSize = file_size,
    .xLock = lock_file,
    .xUnlock = unlock_file,
    .xCheckReservedLock = is_reserved,
    .xFileControl = control_file,
    .xSectorSize = sector_size,
    .xDeviceCharacteristics = characteristics,
};

static int open_file(sqlite3_vfs *vfs, const char *path, sqlite3_file *file, int flags,
                     int *ret_flags)
{
    struct file *own = (struct file *)file;
    (void)vfs;
    file->pMethods = NULL;
    own->real = sqlite3_malloc(system_vfs->szOsFile);
    assert_non_null(own->real);
    int code = system_vfs->xOpen(system_vfs, path, own->real, flags, ret_flags);
    if (code != SQLITE_OK) {
        sqlite3_free(own->real);
        return code;
    }
    own->name = path ? number_of(path) : NAMES - 1;
    file->pMethods = &methods;
    return SQLITE_OK;
}

/* A deletion that ends a transaction is synced: the replay counts on it. */
static int delete_file(sqlite3_vfs *vfs, const char *path, int sync_folder)
{
    (void)vfs;
    assert_true(sync_folder || record.stopped);
    add(DELETE, number_of(path));
    return system_vfs->xDelete(system_vfs, path, sync_folder);
}

void logging_start(void)
{
    static sqlite3_vfs logging;

    assert_int_equal(sqlite3_initialize(), SQLITE_OK);
    system_vfs = sqlite3_vfs_find(NULL);
    logging = *system_vfs;
    logging.zName = "logging";
    logging.szOsFile = sizeof(struct file);
    logging.xOpen = open_file;
    logging.xDelete = delete_file;
    assert_int_equal(sqlite3_vfs_register(&logging, 1), SQLITE_OK);
}

void logging_stop(void)
{
    record.stopped = true;
}

size_t logging_count(void)
{
    return record.count;
}

/* A file while the log is replayed. */
struct image {
    unsigned char *bytes;
    size_t length;
    bool there;
};

static void set_length(struct image *image, size_t length)
{
    image->bytes = talloc_realloc(NULL, image->bytes, unsigned char, (unsigned)length + 1);
    assert_non_null(image->bytes);
    if (length > image->length)
        memset(image->bytes + image->length, 0, length - image->length);
    image->length = length;
}

/* A sector of the write reaches the disk or does not. */
static void apply_write(struct image *image, const struct entry *entry, enum survival survival,
                        struct random *random)
{
    image->there = true;
    for (size_t done = 0; done < entry->length;) {
        size_t place = entry->offset + done;
        size_t length = SECTOR - place % SECTOR;
        if (length > entry->length - done)
            length = entry->length - done;
        if (survival == SURVIVE_ALL || random_below(random, 2)) {
            if (place + length > image->length)
                set_length(image, place + length);
            memcpy(image->bytes + place, entry->bytes + done, length);
        }
        done += length;
    }
}

static void apply(struct image *image, const struct entry *entry, enum survival survival,
                  struct random *random)
{
    if (entry->kind == WRITE)
        apply_write(image, entry, survival, random);
    else if (entry->kind == TRUNCATE && (survival == SURVIVE_ALL || random_below(random, 2)))
        set_length(image, entry->offset);
    else if (entry->kind == DELETE)
        *image = (struct image){.bytes = image->bytes};
}

/* Whether the entry at this index was certain before the log was cut. A deletion is synced
 * with its folder at once. */
static bool is_synced(size_t index, size_t count)
{
    const struct entry *entry = &record.entries[index];
    if (entry->kind == DELETE)
        return true;
    for (size_t i = index + 1; i < count; i++)
        if (record.entries[i].name == entry->name &&
            (record.entries[i].kind == SYNC || record.entries[i].kind == DELETE))
            return true;
    return false;
}

void logging_replay(const char *folder, size_t count, enum survival survival, uint64_t seed)
{
    struct image images[NAMES] = {{NULL, 0, false}};
    struct random random = {.state = seed};

    for (size_t i = 0; i < count; i++) {
        const struct entry *entry = &record.entries[i];
        bool synced = is_synced(i, count);
        if (synced || survival != SURVIVE_NONE)
            apply(&images[entry->name], entry, synced ? SURVIVE_ALL : survival, &random);
    }
    for (unsigned i = 0; i < NAMES; i++) {
        if (images[i].there)
            folder_add_bytes(folder, record.names[i], (const char *)images[i].bytes,
                             images[i].length);
        talloc_free(images[i].bytes);
    }
}
