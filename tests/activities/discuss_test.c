/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "../support/doing.h"

#define STEPS                               \
    "  - discuss: What helps?\n"            \
    "    minutes: 5\n"                      \
    "    prompts:\n"                        \
    "      - What **worked** for people?\n" \
    "      - What did not?\n"

static void question_prompts_and_minutes_are_on_one_page(void **state)
{
    struct doing doing = doing_new(STEPS, 1);
    (void)state;
    assert_string_equal(doing_text(&doing), "What helps?\n"
                                            "\n"
                                            "- What worked for people?\n"
                                            "- What did not?\n"
                                            "\n"
                                            "In a group: talk about it for about 5 minutes.\n"
                                            "Alone: think about it for yourself.\n");
    assert_int_equal(doing_view(&doing)->input, INPUT_NONE);
    doing_free(&doing);
}

static void prompts_may_be_left_out(void **state)
{
    struct doing doing = doing_new("  - discuss: What helps?\n    minutes: 1\n", 1);
    (void)state;
    assert_string_equal(doing_text(&doing), "What helps?\n"
                                            "\n"
                                            "In a group: talk about it for about 1 minute.\n"
                                            "Alone: think about it for yourself.\n");
    doing_free(&doing);
}

static void enter_and_space_go_on_and_nothing_else_does(void **state)
{
    struct doing doing = doing_new(STEPS, 1);
    (void)state;
    assert_settled(&doing);
    doing_free(&doing);
}

static void nothing_is_counted(void **state)
{
    struct doing doing = doing_new(STEPS, 1);
    (void)state;
    assert_null(doing.activity->answer);
    assert_null(doing.activity->recall);
    assert_false(doing.activity->verb.counted);
    assert_false(doing.activity->verb.comparable);
    doing_free(&doing);
}

static void bad_fields_are_refused(void **state)
{
    (void)state;
    assert_refused("  - discuss: x\n", "'minutes' is missing");
    assert_refused("  - discuss: x\n    minutes: 61\n",
                   "'minutes' must be a whole number from 1 to 60");
    assert_refused("  - discuss: x\n    minutes: 0\n",
                   "'minutes' must be a whole number from 1 to 60");
    assert_refused("  - discuss: x\n    minutes: 5\n    prompts: []\n",
                   "'prompts' needs 1 to 9 entries");
    assert_refused("  - discuss: x\n    minutes: 5\n    prompts: What?\n",
                   "'prompts' must be a list");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(question_prompts_and_minutes_are_on_one_page),
        cmocka_unit_test(prompts_may_be_left_out),
        cmocka_unit_test(enter_and_space_go_on_and_nothing_else_does),
        cmocka_unit_test(nothing_is_counted),
        cmocka_unit_test(bad_fields_are_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
