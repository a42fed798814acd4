/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

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

static bool is_known(const struct lint_around *around, size_t count, const char *file)
{
    for (size_t i = 0; i < count; i++)
        if (strcmp(around->others[i], file) == 0)
            return true;
    return false;
}

static void add_known(struct lint_around *around, const void *parent, const char *file)
{
    around->others = memory_need(talloc_realloc(parent, around->others, const char *,
                                                (unsigned)around->other_count + 1));
    around->others[around->other_count++] = memory_need(talloc_strdup(around->others, file));
}

/* Several lessons may search one directory; its problems are said with the first. */
static void drop_known(struct lint_around *around, const void *parent, const char *file,
                       struct diagnostics *problems)
{
    size_t known = around->other_count, kept = 0;

    for (size_t i = 0; i < problems->count; i++) {
        const struct diagnostic *problem = &problems->items[i];
        bool other = strcmp(problem->file, file) != 0;
        if (other && is_known(around, known, problem->file)) {
            size_t *seen =
                problem->severity == SEVERITY_ERROR ? &problems->errors : &problems->warnings;
            --*seen;
            continue;
        }
        if (other && !is_known(around, around->other_count, problem->file))
            add_known(around, parent, problem->file);
        problems->items[kept++] = *problem;
    }
    problems->count = kept;
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
    if (parent)
        drop_known(around, parent, file, problems);
    linting_hand_over(linting, problems);
    talloc_free(pool);
    return called;
}
