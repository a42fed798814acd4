/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "../support/doing.h"

#define STEP                                    \
    "  - reflect: Think of a good day.\n"       \
    "    prompts: [Who was there?, What helped?]\n"

static void she_may_write_or_only_think(void **state)
{
    struct doing doing = doing_new(STEP, 1);
    (void)state;
    assert_seen(doing_view(&doing), "Think of a good day.\n\n- Who was there?\n- What helped?\n");
    assert_seen(doing_view(&doing), "It is not kept, and nobody asks for it.");
    assert_int_equal(doing_view(&doing)->input, INPUT_TEXT);
    assert_null(doing.activity->answer);
    assert_int_equal(doing_press(&doing, EVENT_ENTER), OUTCOME_DONE);
    doing_free(&doing);
}

static void a_line_goes_on(void **state)
{
    struct doing doing = doing_new(STEP, 1);
    (void)state;
    assert_int_equal(doing_type(&doing, "моя сестра"), OUTCOME_DONE);
    doing_free(&doing);
}

static void what_was_written_is_gone_with_the_page(void **state)
{
    struct doing doing = doing_new(STEP, 1);
    const char *bytes = doing.turn.state;
    (void)state;
    doing_type(&doing, "sister");
    assert_seen(doing_view(&doing), "sister");
    doing.activity->leave(doing.turn.state);
    for (size_t i = 0; i < doing.activity->state_size; i++)
        assert_int_equal(bytes[i], 0);
    doing_free(&doing);
}

static void prompts_can_be_left_out(void **state)
{
    struct doing doing = doing_new("  - reflect: Think of a good day.\n", 1);
    (void)state;
    assert_seen(doing_view(&doing), "Think of a good day.");
    doing_free(&doing);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(she_may_write_or_only_think),
        cmocka_unit_test(a_line_goes_on),
        cmocka_unit_test(what_was_written_is_gone_with_the_page),
        cmocka_unit_test(prompts_can_be_left_out),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
