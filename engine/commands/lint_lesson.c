/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <talloc.h>

#include "activities/activity.h"
#include "base/memory.h"
#include "commands/lint_rules.h"
#include "commands/linting.h"

/* What is called the same may be all that is wrong: a lesson that cannot be read
 * still has its head. */
static struct text id_of(const void *parent, const char *file, struct bytes bytes)
{
    struct diagnostics *ignored = diagnostics_new(parent);
    const struct lesson *head =
        lesson_parse(parent, file, bytes, activity_verbs(), LESSON_HEAD, ignored);
    return head ? head->id : (struct text){ .bytes = NULL };
}

struct lint_name lint_lesson(const struct linting *linting, struct lint_around *around,
                             const void *parent, const char *file, const char *name)
{
    void *pool = memory_need(talloc_pool(NULL, READING_BYTES));
    struct diagnostics *problems = diagnostics_new(NULL);
    const struct reading reading = { pool, file, problems };
    const struct lesson *lesson = NULL;
    struct text id = { .bytes = NULL };
    struct bytes bytes;

    if (file_read(pool, file, NODE_FILE_BYTES, &bytes, problems)) {
        lesson = lesson_parse(pool, file, bytes, activity_verbs(), LESSON_WHOLE, problems);
        if (lesson)
            lint_rules_apply(&(struct lint){
                .reading = &reading,
                .lesson = lesson,
                .bytes = bytes,
                .today = linting->wishes->today,
                .words = around->words,
                .editions = around->editions,
                .name = name,
            });
        id = lesson ? lesson->id : id_of(pool, file, bytes);
        diagnostics_quote(problems, 0, bytes.data, bytes.length);
    }
    around->incomplete |= !lesson;
    struct lint_name called = {
        .text = id.bytes && parent ? memory_need(talloc_strdup(parent, id.bytes)) : NULL,
        .file = file,
        .at = id.at,
    };
    linting_hand_over(linting, problems);
    talloc_free(pool);
    return called;
}
