/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "course/paragraph.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>
#include <talloc.h>

struct row {
    const char *name;
    const char *text;
    const char *pieces[5]; /* ends with NULL */
};

static struct row rows[] = {
    {"nothing", "", {NULL}},
    {"blank_lines_only", "\n  \n\n", {NULL}},
    {"one", "One.\n", {"One.", NULL}},
    {"two", "One,\nstill.\n\nTwo.\n", {"One,\nstill.", "Two.", NULL}},
    {"spaces_are_blank", "One.\n   \n\nTwo.", {"One.", "Two.", NULL}},
    {"a_list_is_one", "- a\n- b\n", {"- a\n- b", NULL}},
    {"inside_a_list", "- a\n\n  b\n  c\n\n- d\n", {"- a", "b\nc", "- d", NULL}},
    {"deeper_lines_stay_deeper", "  - a\n    b\n", {"- a\n  b", NULL}},
    {"a_fence_is_one", "```\na\n\nb\n```\n\nTwo.\n", {"```\na\n\nb\n```", "Two.", NULL}},
    {"longer_fences", "~~~~\n~~~\n\n~~~~\n", {"~~~~\n~~~\n\n~~~~", NULL}},
    {"a_fence_without_end", "```\na\n\nb", {"```\na\n\nb", NULL}},
};

/* The pieces are the expected ones, and put back they are the text. */
static void check(void **state)
{
    const struct row *row = *state;
    void *memory = talloc_new(NULL);
    struct paragraph piece = {0, 0, 0};
    char *again = talloc_strdup(memory, "");
    size_t count = 0, at = 0;

    while (paragraph_next(row->text, piece.start + piece.length, &piece)) {
        char *text = paragraph_text(memory, row->text, &piece);
        assert_non_null(row->pieces[count]);
        assert_string_equal(text, row->pieces[count]);
        again = talloc_asprintf_append_buffer(again, "%.*s%s", (int)(piece.start - at),
                                              row->text + at,
                                              paragraph_indent(memory, text, piece.indent));
        at = piece.start + piece.length;
        count++;
    }
    assert_null(row->pieces[count]);
    again = talloc_strdup_append_buffer(again, row->text + at);
    assert_string_equal(again, row->text);
    talloc_free(memory);
}

int main(void)
{
    enum { COUNT = sizeof rows / sizeof rows[0] };
    struct CMUnitTest tests[COUNT];
    for (size_t i = 0; i < COUNT; i++)
        tests[i] = (struct CMUnitTest){rows[i].name, check, NULL, NULL, &rows[i]};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
