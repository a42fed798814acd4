/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Any bytes as the progress of a learner. What is read must be written as the same bytes
 * again, fit any smaller room, and leave a lesson in which it means nothing sound.
 */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <talloc.h>

#include "base/diagnostic.h"
#include "course/lesson.h"
#include "play/progress.h"
#include "view/view.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const char text[] = "lesson: a\ntitle: A\nminutes: 1\nbefore-after: [q]\nsteps:\n"
                           "  - read: One.\n"
                           "  - number: How many?\n    id: q\n    rev: 1\n    answer: 1\n"
                           "    why: Because.\n"
                           "  - plan: What?\n    items: [{id: a, text: A}]\n";

static const struct lesson *lesson_for_all(void)
{
    static const struct lesson *lesson;
    static struct diagnostics *problems;
    struct bytes bytes = { .data = (char *)(size_t)text, .length = sizeof text - 1 };

    if (!problems) {
        problems = diagnostics_new(NULL);
        lesson = lesson_parse(problems, "file", bytes, activity_verbs(), LESSON_WHOLE, problems);
    }
    if (!lesson)
        abort();
    return lesson;
}

static void resume(const struct progress *progress, const struct kept *kept)
{
    struct attempt *attempt = kept_resume(progress, lesson_for_all(), kept);

    attempt_show(attempt, view_new(attempt));
    attempt_handle(attempt, (struct event){ EVENT_ON, 0 });
    attempt_show(attempt, view_new(attempt));
    talloc_free(attempt);
}

static void give(const struct progress *progress, const struct kept *taken)
{
    struct attempt *attempt = attempt_new(progress, lesson_for_all(), 1);

    kept_give(attempt, taken);
    attempt_show(attempt, view_new(attempt));
    talloc_free(attempt);
}

static void write_again(const struct progress *progress, const uint8_t *data, size_t size)
{
    unsigned char *bytes = talloc_size(progress, size);

    if (progress_write(progress, bytes, size) != size || memcmp(bytes, data, size) != 0)
        abort();
    size_t head = progress_write(progress, NULL, 0);
    for (size_t room = size; room >= head && room > 0; room = room * 2 / 3) {
        struct progress *again;
        size_t length = progress_write(progress, bytes, room);
        if (length > room || progress_read(progress, bytes, length, &again) != PROGRESS_READ)
            abort();
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct progress *progress;

    if (progress_read(NULL, data, size, &progress) != PROGRESS_READ)
        return 0;
    write_again(progress, data, size);
    for (size_t i = 0; i < progress->count; i++) {
        if (progress->lessons[i].kept)
            resume(progress, progress->lessons[i].kept);
        if (progress->lessons[i].taken)
            give(progress, progress->lessons[i].taken);
    }
    talloc_free(progress);
    return 0;
}
