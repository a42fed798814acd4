/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lessons written in the test itself. */
#ifndef CONECTA_TESTS_SUPPORT_LESSON_H
#define CONECTA_TESTS_SUPPORT_LESSON_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>
#include <talloc.h>

#include "activities/activity.h"
#include "base/diagnostic.h"
#include "course/lesson.h"

/* The head of a lesson; what follows may be more of the head, then the steps. */
#define LESSON_HEAD_TEXT "lesson: test\ntitle: A lesson\nminutes: 5\n"

/* The problems of a text that is no lesson; NULL when it is one. */
static inline struct diagnostics *lesson_problems(const void *parent, const char *text)
{
    struct diagnostics *problems = diagnostics_new(parent);
    struct bytes bytes = {.data = talloc_strdup(parent, text), .length = strlen(text)};
    const struct lesson *lesson =
        lesson_parse(parent, "test.yaml", bytes, activity_verbs(), LESSON_WHOLE, problems);
    return lesson ? NULL : problems;
}

static inline const struct lesson *lesson_of(const void *parent, const char *text)
{
    struct diagnostics *problems = diagnostics_new(parent);
    struct bytes bytes = {.data = talloc_strdup(parent, text), .length = strlen(text)};
    const struct lesson *lesson =
        lesson_parse(parent, "test.yaml", bytes, activity_verbs(), LESSON_WHOLE, problems);
    if (!lesson)
        fail_msg("%s", diagnostic_format(parent, &problems->items[0]));
    return lesson;
}

/* A lesson that has only these steps. */
static inline const struct lesson *lesson_with(const void *parent, const char *steps)
{
    return lesson_of(parent, talloc_asprintf(parent, "%ssteps:\n%s", LESSON_HEAD_TEXT, steps));
}

/* Fails unless a lesson with these steps is refused with such a message. */
static inline void assert_refused(const char *steps, const char *message)
{
    void *memory = talloc_new(NULL);
    struct diagnostics *problems =
        lesson_problems(memory, talloc_asprintf(memory, "%ssteps:\n%s", LESSON_HEAD_TEXT, steps));
    assert_non_null(problems);
    for (size_t i = 0; i < problems->count; i++)
        if (strstr(problems->items[i].message, message)) {
            assert_int_not_equal(problems->items[i].at.line, 0);
            talloc_free(memory);
            return;
        }
    fail_msg("no problem says \"%s\", but \"%s\"", message, problems->items[0].message);
}

#endif
