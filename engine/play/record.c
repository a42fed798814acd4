/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "play/record.h"

#include <string.h>

#include <sodium.h>
#include <talloc.h>

#include "base/language.h"
#include "base/memory.h"

static int free_bytes(struct record *record)
{
    sodium_free(record->saved);
    sodium_free(record->next);
    return 0;
}

struct record *record_new(const void *parent, struct keeper *keeper)
{
    struct record *record = memory_need(talloc_zero(parent, struct record));

    record->keeper = keeper;
    record->saved = memory_need((unsigned char *)sodium_malloc(keeper->room));
    record->next = memory_need((unsigned char *)sodium_malloc(keeper->room));
    talloc_set_destructor(record, free_bytes);
    record_close(record);
    return record;
}

void record_close(struct record *record)
{
    record->keeper->kind->lock(record->keeper);
    sodium_memzero(record->saved, record->keeper->room);
    sodium_memzero(record->next, record->keeper->room);
    record->length = 0;
    record->open = false;
    record->failing = false;
}

static void refuse(struct diagnostics *problems, const char *message, const char *advice)
{
    static const struct position nowhere = { 0, 0 };
    diagnostics_add(problems, SEVERITY_ERROR, NULL, nowhere, "%s", message);
    diagnostics_advise(problems, "%s", advice);
}

/* Sealed bytes are read as they were written, so the last two are a version's doing. */
static bool understand(const void *parent, const unsigned char *bytes, size_t length,
                       struct progress **ret_progress, struct diagnostics *problems)
{
    switch (progress_read(parent, bytes, length, ret_progress)) {
    case PROGRESS_READ:
        return true;
    case PROGRESS_NEWER:
        /* TRANSLATORS: this program is too old for what was saved under the five words. */
        refuse(problems, _("your place was saved by a newer version of this program"),
               /* TRANSLATORS: advice after "saved by a newer version of this program". */
               _("use the newer version of Conecta; nothing was changed here"));
        return false;
    case PROGRESS_BROKEN:
        break;
    }
    /* TRANSLATORS: what was saved under the five words could be opened but not understood. */
    refuse(problems, _("what was saved under these words cannot be understood"),
           /* TRANSLATORS: advice after "cannot be understood". */
           _("begin the course anew, and save under new words; nothing was changed here"));
    return false;
}

static void remember(struct record *record, const unsigned char *bytes, size_t length)
{
    memcpy(record->saved, bytes, length);
    record->length = length;
    record->open = true;
    record->failing = false;
}

enum record_opened record_open(struct record *record, const void *parent,
                               struct progress **ret_progress, struct diagnostics *problems)
{
    struct keeper *keeper = record->keeper;
    const unsigned char *bytes = NULL;
    size_t length = 0;
    enum record_opened opened = RECORD_FAILED;

    switch (keeper->kind->open(keeper, &bytes, &length, problems)) {
    case KEEPER_FOUND:
        if (understand(parent, bytes, length, ret_progress, problems)) {
            remember(record, bytes, length);
            return RECORD_OPENED;
        }
        break;
    case KEEPER_NOT_FOUND:
        opened = RECORD_NOT_FOUND;
        break;
    case KEEPER_FAILED:
        break;
    }
    record_close(record);
    return opened;
}

static bool save(struct record *record, const struct progress *progress,
                 struct diagnostics *problems)
{
    struct keeper *keeper = record->keeper;
    size_t length = progress_write(progress, record->next, keeper->room);

    if (record->open && length == record->length &&
        sodium_memcmp(record->next, record->saved, length) == 0)
        return true;
    if (!keeper->kind->save(keeper, record->next, length, problems))
        return false;
    remember(record, record->next, length);
    return true;
}

bool record_make(struct record *record, const struct progress *progress,
                 struct diagnostics *problems)
{
    bool made = save(record, progress, problems);
    if (!made)
        record_close(record);
    return made;
}

void record_save(struct record *record, const struct progress *progress,
                 struct diagnostics *problems)
{
    if (!record->open)
        return;
    struct diagnostics *unheard = diagnostics_new(record);
    bool saved = save(record, progress, record->failing ? unheard : problems);
    record->failing = !saved;
    talloc_free(unheard);
}

bool record_forget(struct record *record, struct diagnostics *problems)
{
    bool forgotten = record->keeper->kind->forget(record->keeper, problems);
    if (forgotten)
        record_close(record);
    return forgotten;
}
