/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "export/markdown_file.h"

#include "../support/lesson.h"
#include "../support/seen.h"
#include "view/markdown.h"

static char *written(const void *parent, const char *page)
{
    char *indented = talloc_strdup(parent, "  - read: |\n");
    for (const char *line = page; *line;) {
        size_t length = strcspn(line, "\n");
        indented = talloc_asprintf_append(indented, "      %.*s\n", (int)length, line);
        line += length + (line[length] == '\n');
    }
    return markdown_write(parent, sheet_new(parent, lesson_with(parent, indented), NULL, false));
}

/* What is read in it is what was read in the page. */
static void a_page_reads_the_same_afterwards(void **state)
{
    static const char *const pages[] = {
        "Text with **bold**, *emphasis* and ***both***.",
        "## A heading\n\nText",
        "\\* no item\n\n\\# no heading\n\n1\\. no number\n\n\\> no quotation\n\n\\+ no\n\n\\- no",
        "- a\n  - b\n- c\n\n  more of c",
        "3. a\n4. b",
        "> one\n>\n> two",
        "```\ndrawn `` ```` here\n\n  and there\n```",
        "a \\* b \\_c\\_ \\[d\\] \\`e\\` \\<f\\> \\&amp; \\\\ \\~g\\~",
        "Hard\\\nbreak",
        "snake_case_name and 2 * 3 * 4",
        "2026\\. was a year",
        "Hard\\\n\\- break\\\n1\\. more\\\n\\=",
        "1**2**. a",
        "**1**. a\n\n***2.* b**",
    };
    (void)state;
    for (size_t i = 0; i < sizeof pages / sizeof pages[0]; i++) {
        void *memory = talloc_new(NULL);
        const char *text = strstr(written(memory, pages[i]), "\n---\n");
        struct view *before = view_new(memory), *after = view_new(memory);
        assert_non_null(text);
        markdown_page(before, pages[i]);
        markdown_page(after, text + strlen("\n---\n"));
        assert_string_equal(seen_lines(layout_new(memory, after, 72, &signs_unicode)),
                            seen_lines(layout_new(memory, before, 72, &signs_unicode)));
        talloc_free(memory);
    }
}

static void answers_are_quotations(void **state)
{
    void *memory = talloc_new(NULL);
    const struct lesson *lesson = lesson_with(memory, "  - write: Which?\n"
                                                      "    id: word\n"
                                                      "    accept: [PrEP, the pill]\n"
                                                      "    why: It is.\n");
    const char *text = markdown_write(memory, sheet_new(memory, lesson, NULL, false));
    (void)state;
    assert_non_null(strstr(text, "\nWhich?\n"));
    assert_non_null(strstr(text, "\n> **Answer**\n>\n> The right answer: **PrEP** — It is.\n"
                                 ">\n> -  the pill"));
    talloc_free(memory);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_page_reads_the_same_afterwards),
        cmocka_unit_test(answers_are_quotations),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
