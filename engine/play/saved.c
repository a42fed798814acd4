/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "play/saved.h"

#include <string.h>

#include <sodium.h>
#include <talloc.h>

#include "base/language.h"
#include "base/memory.h"

static int free_bytes(struct saved *saved)
{
    sodium_free(saved->last);
    sodium_free(saved->next);
    return 0;
}

struct saved *saved_new(const void *parent, struct keeper *keeper)
{
    struct saved *saved = memory_need(talloc_zero(parent, struct saved));

    saved->keeper = keeper;
    saved->last = memory_need((unsigned char *)sodium_malloc(keeper->room));
    saved->next = memory_need((unsigned char *)sodium_malloc(keeper->room));
    talloc_set_destructor(saved, free_bytes);
    saved_close(saved);
    return saved;
}

void saved_close(struct saved *saved)
{
    saved->keeper->kind->lock(saved->keeper);
    sodium_memzero(saved->last, saved->keeper->room);
    sodium_memzero(saved->next, saved->keeper->room);
    saved->length = 0;
    saved->open = false;
    saved->failing = false;
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

static void remember(struct saved *saved, const unsigned char *bytes, size_t length)
{
    memcpy(saved->last, bytes, length);
    saved->length = length;
    saved->open = true;
    saved->failing = false;
}

enum saved_opened saved_open(struct saved *saved, const void *parent,
                               struct progress **ret_progress, struct diagnostics *problems)
{
    struct keeper *keeper = saved->keeper;
    const unsigned char *bytes = NULL;
    size_t length = 0;
    enum saved_opened opened = SAVED_FAILED;

    switch (keeper->kind->open(keeper, &bytes, &length, problems)) {
    case KEEPER_FOUND:
        if (understand(parent, bytes, length, ret_progress, problems)) {
            remember(saved, bytes, length);
            return SAVED_OPENED;
        }
        break;
    case KEEPER_NOT_FOUND:
        opened = SAVED_NOT_FOUND;
        break;
    case KEEPER_FAILED:
        break;
    }
    saved_close(saved);
    return opened;
}

static bool save(struct saved *saved, const struct progress *progress,
                 struct diagnostics *problems)
{
    struct keeper *keeper = saved->keeper;
    size_t length = progress_write(progress, saved->next, keeper->room);

    if (saved->open && length == saved->length &&
        sodium_memcmp(saved->next, saved->last, length) == 0)
        return true;
    if (!keeper->kind->save(keeper, saved->next, length, problems))
        return false;
    remember(saved, saved->next, length);
    return true;
}

bool saved_make(struct saved *saved, const struct progress *progress,
                 struct diagnostics *problems)
{
    bool made = save(saved, progress, problems);
    if (!made)
        saved_close(saved);
    return made;
}

void saved_save(struct saved *saved, const struct progress *progress,
                 struct diagnostics *problems)
{
    if (!saved->open)
        return;
    struct diagnostics *unheard = diagnostics_new(saved);
    saved->failing = !save(saved, progress, saved->failing ? unheard : problems);
    talloc_free(unheard);
}

bool saved_forget(struct saved *saved, struct diagnostics *problems)
{
    bool forgotten = saved->keeper->kind->forget(saved->keeper, problems);
    if (forgotten)
        saved_close(saved);
    return forgotten;
}
