/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What there is to see in a view, for tests: as text, and where things stand. */
#ifndef CONECTA_TESTS_SUPPORT_SEEN_H
#define CONECTA_TESTS_SUPPORT_SEEN_H

#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>
#include <talloc.h>

#include "base/text.h"
#include "view/layout.h"
#include "view/signs.h"
#include "view/view.h"

/* One line as it stands on the screen; belongs to the layout. */
static inline char *seen_line(const struct layout *layout, size_t index)
{
    const struct line *line = &layout->lines[index];
    char *text = talloc_strdup(layout, "");
    for (size_t i = 0; i < line->count; i++)
        text = talloc_asprintf_append_buffer(text, "%.*s", (int)line->segments[i].length,
                                             line->segments[i].text);
    return text;
}

/* Every line of a layout, each ended by a newline; belongs to the layout. */
static inline char *seen_lines(const struct layout *layout)
{
    char *text = talloc_strdup(layout, "");
    for (size_t i = 0; i < layout->count; i++)
        text = talloc_asprintf_append_buffer(text, "%s\n", seen_line(layout, i));
    return text;
}

/* The view as it is drawn with the plainest signs; belongs to the view. */
static inline char *seen_text(struct view *view, size_t width)
{
    struct layout *layout = layout_new(view, view, width, &signs_ascii);
    return seen_lines(layout);
}

static inline bool seen_has(struct view *view, const char *text)
{
    return strstr(seen_text(view, LAYOUT_UNBROKEN), text) != NULL;
}

#define assert_seen(page, part)                                  \
    do {                                                         \
        struct view *seen_ = (page);                             \
        if (!seen_has(seen_, (part)))                            \
            fail_msg("\"%s\" is not to be seen in:\n%s", (part), \
                     seen_text(seen_, LAYOUT_UNBROKEN));         \
    } while (0)

#define assert_not_seen(page, part)                                                              \
    do {                                                                                         \
        struct view *seen_ = (page);                                                             \
        if (seen_has(seen_, (part)))                                                             \
            fail_msg("\"%s\" is to be seen in:\n%s", (part), seen_text(seen_, LAYOUT_UNBROKEN)); \
    } while (0)

static inline size_t seen_width(const struct layout *layout, size_t index)
{
    const char *text = seen_line(layout, index);
    return text_width(text, strlen(text));
}

/* Fails when a line is wider than it may be, or holds the end of a line. */
static inline void assert_fits(const struct layout *layout, size_t width)
{
    for (size_t i = 0; i < layout->count; i++) {
        const char *line = seen_line(layout, i);
        if (seen_width(layout, i) > width)
            fail_msg("%zu cells, not %zu: \"%s\"", seen_width(layout, i), width, line);
        if (strchr(line, '\n'))
            fail_msg("a line has a newline in it: \"%s\"", line);
    }
}

/* The block of an option. */
static inline const struct block *seen_option(const struct view *view, size_t number)
{
    for (size_t i = 0; i < view->count; i++)
        if (view->blocks[i].kind == BLOCK_OPTION && view->blocks[i].number == number)
            return &view->blocks[i];
    fail_msg("there is no option %zu", number);
    return NULL;
}

/* The number of the option with this text. */
static inline unsigned seen_number(const struct view *view, const char *text)
{
    for (size_t i = 0; i < view->count; i++)
        if (view->blocks[i].kind == BLOCK_OPTION && strcmp(view->blocks[i].text.text, text) == 0)
            return view->blocks[i].number;
    fail_msg("there is no option \"%s\"", text);
    return 0;
}

/* The first block of a kind, or NULL. */
static inline const struct block *seen_block(const struct view *view, enum block_kind kind)
{
    for (size_t i = 0; i < view->count; i++)
        if (view->blocks[i].kind == kind)
            return &view->blocks[i];
    return NULL;
}

/* What an event does here, as the last line of the screen says; NULL: it is not
 * mentioned. */
static inline const char *seen_hint(const struct view *view, enum event_kind event)
{
    for (size_t i = 0; i < view->hint_count; i++)
        if (view->hints[i].event == event)
            return view->hints[i].does;
    return NULL;
}

/* The style of the first character of a part of a rich text. */
static inline unsigned seen_style(const struct rich *rich, const char *part)
{
    const char *found = strstr(rich->text, part);
    assert_non_null(found);
    size_t at = (size_t)(found - rich->text);
    for (size_t i = 0; i < rich->run_count; i++)
        if (at < rich->runs[i].start + rich->runs[i].length)
            return rich->runs[i].style;
    fail_msg("no run covers \"%s\"", part);
    return 0;
}

#endif
