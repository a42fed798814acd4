/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "export/gift_file.h"

#include "../support/lesson.h"

static void marked_words_become_words(void **state)
{
    void *memory = talloc_new(NULL);
    struct diagnostics *problems = diagnostics_new(memory);
    const struct lesson *lesson =
        lesson_with(memory, "  - read: Take [[PrEP]], [[PEP|the other]], [[no end.\n");
    const char *text = gift_file_write(memory, lesson, "a.yaml", problems);
    (void)state;
    assert_string_equal(text, "// A lesson\n\n::test/1::[markdown]Take PrEP, the other, [[no end.\n\n");
    assert_int_equal(problems->count, 0);
    talloc_free(memory);
}

/* Moodle would keep and grade what a learner writes, and here nobody asks for it. */
static void nobody_is_asked_for_thoughts(void **state)
{
    void *memory = talloc_new(NULL);
    struct diagnostics *problems = diagnostics_new(memory);
    const struct lesson *lesson =
        lesson_with(memory, "  - reflect: Think.\n    prompts: [One?, Two?]\n");
    const char *text = gift_file_write(memory, lesson, "a.yaml", problems);
    (void)state;
    assert_non_null(strstr(text, "[markdown]Think.\\n\\n- One?\\n- Two?\n"));
    assert_null(strchr(text, '{'));
    talloc_free(memory);
}

static void what_it_cannot_hold_is_named_with_its_place(void **state)
{
    void *memory = talloc_new(NULL);
    struct diagnostics *problems = diagnostics_new(memory);
    const struct lesson *lesson = lesson_with(memory, "  - discuss: Talk.\n"
                                                      "    minutes: 5\n"
                                                      "  - rate: How much?\n"
                                                      "    id: much\n"
                                                      "    low: little\n"
                                                      "    high: a lot\n"
                                                      "  - choose: Which?\n"
                                                      "    id: which\n"
                                                      "    hints: [Think.]\n"
                                                      "    options:\n"
                                                      "      - {id: a, text: A, right: yes, why: a}\n"
                                                      "      - {id: b, text: B, why: b}\n"
                                                      "      - {id: c, text: C, why: c}\n");
    gift_file_write(memory, lesson, "a.yaml", problems);
    (void)state;
    assert_int_equal(problems->count, 3);
    assert_int_equal(problems->warnings, 3);
    assert_string_equal(problems->items[0].file, "a.yaml");
    assert_int_equal(problems->items[0].at.line, 5);
    assert_non_null(strstr(problems->items[0].message, "step 1 (discuss) was left out"));
    assert_int_equal(problems->items[1].at.line, 7);
    assert_non_null(strstr(problems->items[1].message, "step much (rate) was left out"));
    assert_int_equal(problems->items[2].at.line, 11);
    assert_string_equal(problems->items[2].message,
                        "GIFT has no place for all of step which (choose)");
    assert_string_equal(problems->items[2].advice, "its hints are missing there");
    talloc_free(memory);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(marked_words_become_words),
        cmocka_unit_test(nobody_is_asked_for_thoughts),
        cmocka_unit_test(what_it_cannot_hold_is_named_with_its_place),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
