/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "play/progress.h"

#include <string.h>

#include <talloc.h>

#include "base/memory.h"

/* The longest language code that is kept, such as "zh-hans". */
#define LANGUAGE_MAX 15

struct progress *progress_new(const void *parent)
{
    return memory_need(talloc_zero(parent, struct progress));
}

static struct progress_lesson *find(const struct progress *progress, const char *id)
{
    for (size_t i = 0; i < progress->count; i++)
        if (strcmp(progress->lessons[i].id, id) == 0)
            return &progress->lessons[i];
    return NULL;
}

const struct progress_lesson *progress_find(const struct progress *progress, const char *id)
{
    return find(progress, id);
}

void progress_set_language(struct progress *progress, const char *language)
{
    talloc_free(progress->language);
    progress->language = NULL;
    if (language && *language && strlen(language) <= LANGUAGE_MAX)
        progress->language = memory_need(talloc_strdup(progress, language));
}

/* The lesson, moved to the end; a new one when it was not known. */
static struct progress_lesson *touch(struct progress *progress, const char *id)
{
    struct progress_lesson *known = find(progress, id);
    struct progress_lesson lesson = { .id = NULL };

    if (known) {
        lesson = *known;
        size_t behind = (size_t)(progress->lessons + progress->count - known) - 1;
        memmove(known, known + 1, behind * sizeof *known);
    } else {
        progress->lessons =
            memory_need(talloc_realloc(progress, progress->lessons, struct progress_lesson,
                                       (unsigned)progress->count + 1));
        lesson.id = memory_need(talloc_strdup(progress, id));
        progress->count++;
    }
    progress->lessons[progress->count - 1] = lesson;
    return &progress->lessons[progress->count - 1];
}

static void replace(struct kept **place, struct kept *kept)
{
    talloc_free(*place);
    *place = kept;
}

void progress_keep(struct progress *progress, const struct attempt *attempt)
{
    struct progress_lesson *lesson = touch(progress, attempt->lesson->id.bytes);

    replace(&lesson->kept, kept_new(progress, attempt));
}

void progress_finish(struct progress *progress, const struct attempt *attempt)
{
    struct progress_lesson *lesson = touch(progress, attempt->lesson->id.bytes);

    lesson->finished = true;
    replace(&lesson->kept, NULL);
    replace(&lesson->taken, kept_new_taken(progress, attempt));
}

void progress_cast(struct progress *progress, const char *id)
{
    touch(progress, id)->cast = true;
}

void progress_merge(struct progress *progress, struct progress *visit)
{
    for (size_t i = 0; i < visit->count; i++) {
        struct progress_lesson *done = &visit->lessons[i];
        struct progress_lesson *lesson = touch(progress, done->id);
        lesson->finished |= done->finished;
        lesson->cast |= done->cast;
        /* Finished in the visit, it is not begun, whatever it was before. */
        if (done->finished || done->kept)
            replace(&lesson->kept, talloc_steal(progress, done->kept));
        if (done->taken)
            replace(&lesson->taken, talloc_steal(progress, done->taken));
    }
    if (!progress->language) {
        progress_set_language(progress, visit->language);
        progress->look = visit->look;
    }
    talloc_free(visit);
}
