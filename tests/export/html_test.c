/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "export/html.h"

#include "../support/lesson.h"
#include "base/html.h"
#include "export/html_blocks.h"
#include "view/markdown.h"

static struct sheet *sheet_of(const void *parent, const char *steps)
{
    struct lesson *lesson = (struct lesson *)(size_t)lesson_with(parent, steps);
    lesson->language = "en";
    return sheet_new(parent, lesson, NULL, false);
}

static void nothing_is_taken_for_an_element(void **state)
{
    struct buffer out = buffer_new(NULL);
    (void)state;
    html_text(&out, "<a href=\"x\" id='y'>&amp;\n", 24);
    assert_string_equal(out.text, "&lt;a href=&quot;x&quot; id=&#39;y&#39;&gt;&amp;amp;");
    html_text(&out, "\n", 1);
    assert_non_null(strstr(out.text, "<br>"));
    talloc_free(out.text);
}

static void assert_blocks(const char *page, const char *wanted)
{
    void *memory = talloc_new(NULL);
    const struct sheet *sheet = sheet_of(memory, "  - read: Text.\n");
    struct view *view = view_new(memory);
    struct buffer out = buffer_new(memory);

    markdown_page(view, page);
    html_blocks(&out, sheet, 1, view);
    assert_string_equal(out.text, wanted);
    talloc_free(memory);
}

static void lists_are_in_each_other(void **state)
{
    (void)state;
    assert_blocks("- a\n  1. b\n  2. c\n\n     d\n- e\n\nf",
                  "\n<ul>\n<li>a\n<ol>\n<li value=\"1\">b</li>\n<li value=\"2\">c<p>d</p>\n</li>\n"
                  "</ol>\n</li>\n<li>e</li>\n</ul>\n<p>f</p>\n");
}

static void lists_of_other_kinds_are_others(void **state)
{
    (void)state;
    assert_blocks("- a\n\n3. b\n", "\n<ul>\n<li>a</li>\n</ul>\n\n<ol>\n<li value=\"3\">b</li>\n</ol>\n");
}

static void no_list_is_too_deep(void **state)
{
    char *page = talloc_strdup(NULL, "");
    (void)state;
    for (int i = 0; i < 40; i++)
        page = talloc_asprintf_append(page, "%*s- a\n", 2 * i, "");
    void *memory = talloc_new(NULL);
    struct view *view = view_new(memory);
    struct buffer out = buffer_new(memory);
    markdown_page(view, page);
    html_blocks(&out, sheet_of(memory, "  - read: Text.\n"), 1, view);
    size_t opened = 0, closed = 0;
    for (const char *at = strstr(out.text, "<ul>"); at; at = strstr(at + 1, "<ul>"))
        opened++;
    for (const char *at = strstr(out.text, "</ul>"); at; at = strstr(at + 1, "</ul>"))
        closed++;
    assert_true(opened >= 16);
    assert_int_equal(opened, closed);
    talloc_free(memory);
    talloc_free(page);
}

static void quotations_are_one(void **state)
{
    (void)state;
    assert_blocks("> a\n>\n> b\n\nc",
                  "<blockquote>\n<p>a</p>\n<p>b</p>\n</blockquote>\n<p>c</p>\n");
}

static void styles_are_elements_and_links_are_text(void **state)
{
    (void)state;
    assert_blocks("**a *b*** [c](https://d.invalid) ![e](https://f.invalid/g.png) <h>",
                  "<p><strong>a </strong><strong><em>b</em></strong> c e &lt;h&gt;</p>\n");
}

static void a_drawing_says_how_wide_it_is(void **state)
{
    (void)state;
    assert_blocks("```\n<-- twenty-two cells ->\na\n```",
                  "<pre style=\"--columns:23\">\n&lt;-- twenty-two cells -&gt;\na\n</pre>\n");
}

static void answers_are_folded_and_notes_left_out(void **state)
{
    void *memory = talloc_new(NULL);
    char *page = html_write(memory, sheet_of(memory, "  - number: How many?\n"
                                                     "    id: number\n"
                                                     "    answer: 28\n"
                                                     "    why: Four weeks.\n"
                                                     "    note: Wait.\n"));
    (void)state;
    assert_non_null(strstr(page, "<html lang=\"en\">"));
    assert_non_null(strstr(page, "<title>A lesson</title>"));
    assert_non_null(strstr(page, "default-src 'none'"));
    const char *fold = strstr(page, "<details>\n<summary>Answer</summary>");
    assert_non_null(fold);
    assert_non_null(strstr(fold, "Four weeks."));
    assert_null(strstr(page, "Wait."));
    assert_null(strstr(page, "http:"));
    assert_null(strstr(page, "<script"));
    talloc_free(memory);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nothing_is_taken_for_an_element),
        cmocka_unit_test(lists_are_in_each_other),
        cmocka_unit_test(lists_of_other_kinds_are_others),
        cmocka_unit_test(no_list_is_too_deep),
        cmocka_unit_test(quotations_are_one),
        cmocka_unit_test(styles_are_elements_and_links_are_text),
        cmocka_unit_test(a_drawing_says_how_wide_it_is),
        cmocka_unit_test(answers_are_folded_and_notes_left_out),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
