/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Any bytes as a lesson: read, and where they make a lesson, exported in every format,
 * and played with events that the same bytes choose, and laid out at several widths. Built with
 * clang's libFuzzer by `make prove`; nothing may crash, leak or hang.
 */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <talloc.h>

#include "base/diagnostic.h"
#include "base/memory.h"
#include "export/gift_file.h"
#include "export/html.h"
#include "export/markdown_file.h"
#include "play/attempt.h"
#include "view/layout.h"
#include "view/pager.h"

/* Pages that one input is played for; enough to reach the end of a lesson. */
#define EVENTS 200

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void format_all(const struct diagnostics *problems)
{
    for (size_t i = 0; i < problems->count; i++)
        talloc_free(diagnostic_format(problems, &problems->items[i]));
}

static void show(const struct attempt *attempt, struct pager *pager, size_t width,
                 const struct signs *signs)
{
    struct view *view = view_new(attempt);
    attempt_show(attempt, view);
    struct layout *layout = layout_new(view, view, width, signs);
    pager_show(pager, view, layout, 10);
    pager_take(pager, view, layout, (struct event){ EVENT_PAGE_DOWN, 0 });
    talloc_free(view);
}

static void play(const struct lesson *lesson, const uint8_t *data, size_t size)
{
    struct attempt *attempt = attempt_new(lesson, lesson, size);
    struct pager pager = { .top = 0 };

    for (size_t i = 0; i < EVENTS; i++) {
        uint8_t byte = data[(i * 7) % size];
        struct event event = { byte % (EVENT_LEAVE + 1), 1 + byte / 16u };
        show(attempt, &pager, 1 + byte % 80u, byte & 1 ? &signs_unicode : &signs_none);
        if (attempt_handle(attempt, event) == OUTCOME_DONE)
            break;
    }
    talloc_free(attempt);
}

/* No text of a lesson may become an element of the page that loads or runs anything. */
static void export(struct lesson *lesson, struct diagnostics *problems)
{
    static const char *const elements[] = { "<script", "<img", "<link", "<iframe", "<object" };

    lesson->language = "en";
    const struct sheet *sheet = sheet_new(lesson, lesson, NULL, true);
    const char *page = html_write(lesson, sheet);
    for (size_t i = 0; i < sizeof elements / sizeof elements[0]; i++)
        if (strcasestr(page, elements[i]))
            abort();
    markdown_write(lesson, sheet);
    gift_file_write(lesson, lesson, "lesson", problems);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size == 0)
        return 0;

    /* There is enough: whoever says otherwise was given NULL. */
    memory_on_exhaustion(abort);

    struct diagnostics *problems = diagnostics_new(NULL);
    struct bytes bytes = { .data = talloc_memdup(problems, data, size), .length = size };
    lesson_parse(problems, "head", bytes, activity_verbs(), LESSON_HEAD, problems);
    struct lesson *lesson =
        lesson_parse(problems, "lesson", bytes, activity_verbs(), LESSON_WHOLE, problems);
    if (lesson) {
        export(lesson, problems);
        play(lesson, data, size);
    }
    format_all(problems);
    talloc_free(problems);
    return 0;
}
