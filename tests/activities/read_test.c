/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "../support/doing.h"

static void the_page_is_shown(void **state)
{
    struct doing doing = doing_new("  - read: |\n"
                                   "      HIV lives in **blood**.\n"
                                   "\n"
                                   "      - one\n",
                                   1);
    (void)state;
    assert_string_equal(doing_text(&doing), "HIV lives in blood.\n\n- one\n");
    struct view *view = doing_view(&doing);
    assert_int_equal(view->input, INPUT_NONE);
    assert_int_equal(view->focus, 0);
    doing_free(&doing);
}

static void a_figure_has_its_words_below(void **state)
{
    struct doing doing = doing_new("  - read: Look.\n"
                                   "    figure: |\n"
                                   "      +--+\n"
                                   "      |  |\n"
                                   "    alt: A box.\n",
                                   1);
    (void)state;
    assert_string_equal(doing_text(&doing), "Look.\n\n+--+\n|  |\n\nA box.\n");
    doing_free(&doing);
}

static void enter_and_space_go_on_and_nothing_else_does(void **state)
{
    struct doing doing = doing_new("  - read: Text.\n", 1);
    (void)state;
    assert_settled(&doing);
    doing_free(&doing);
}

static void nothing_is_asked(void **state)
{
    struct doing doing = doing_new("  - read: Text.\n", 1);
    (void)state;
    assert_null(doing.activity->answer);
    assert_null(doing.activity->recall);
    doing_free(&doing);
}

static void a_figure_without_words_is_refused(void **state)
{
    (void)state;
    assert_refused("  - read: Look.\n    figure: xxx\n", "needs an 'alt'");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_page_is_shown),
        cmocka_unit_test(a_figure_has_its_words_below),
        cmocka_unit_test(enter_and_space_go_on_and_nothing_else_does),
        cmocka_unit_test(nothing_is_asked),
        cmocka_unit_test(a_figure_without_words_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
