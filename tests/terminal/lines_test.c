/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "terminal/lines.h"

#include <stdio.h>

#include "../support/seen.h"
#include "base/language.h"

static const enum input inputs[] = {INPUT_NONE, INPUT_PICK, INPUT_TICK, INPUT_ORDER};

/* What a line means, in letters: C lear, P ick with its number, E nter, O n,
 * B ack, ? help, L eave, * language, U p, T yped; "-" when it means nothing. */
static const char *meaning(enum input input, size_t options, const char *line)
{
    static char text[256];
    const struct view view = {.input = input, .options = options};
    struct line_events events;
    size_t length = 0;

    if (!lines_understand(&view, line, &events))
        return "-";
    assert_in_range(events.count, 1, LINES_EVENTS);
    for (size_t i = 0; i < events.count; i++) {
        static const char letters[] = {
            [EVENT_CLEAR] = 'C', [EVENT_PICK] = 'P',     [EVENT_ENTER] = 'E',
            [EVENT_ON] = 'O',    [EVENT_BACK] = 'B',     [EVENT_HELP] = '?',
            [EVENT_LEAVE] = 'L', [EVENT_UP_LEVEL] = 'U', [EVENT_LANGUAGE] = '*',
            [EVENT_CHARACTER] = 'T',
        };
        text[length++] = letters[events.events[i].kind];
        if (events.events[i].kind == EVENT_PICK)
            length += (size_t)snprintf(text + length, 8, "%u", events.events[i].number);
    }
    text[length] = '\0';
    return text;
}

static void an_empty_line_goes_on(void **state)
{
    (void)state;
    assert_string_equal(meaning(INPUT_NONE, 0, ""), "E");
    assert_string_equal(meaning(INPUT_PICK, 3, ""), "O");
    assert_string_equal(meaning(INPUT_TICK, 3, ""), "O");
    assert_string_equal(meaning(INPUT_ORDER, 3, ""), "O");
}

static void signs_mean_the_same_everywhere(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof inputs / sizeof inputs[0]; i++) {
        assert_string_equal(meaning(inputs[i], 3, "0"), "B");
        assert_string_equal(meaning(inputs[i], 3, "?"), "?");
        assert_string_equal(meaning(inputs[i], 3, "."), "L");
        assert_string_equal(meaning(inputs[i], 3, "*"), "*");
        assert_string_equal(meaning(inputs[i], 3, "-"), "U");
    }
}

static void one_number_picks(void **state)
{
    (void)state;
    assert_string_equal(meaning(INPUT_PICK, 9, "1"), "P1");
    assert_string_equal(meaning(INPUT_PICK, 9, "9"), "P9");
    assert_string_equal(meaning(INPUT_PICK, 12, "12"), "P12");
    assert_string_equal(meaning(INPUT_PICK, 3, " 2 "), "P2");
    assert_string_equal(meaning(INPUT_PICK, 3, "4"), "-");
    assert_string_equal(meaning(INPUT_PICK, 3, "1 2"), "-");
    assert_string_equal(meaning(INPUT_PICK, 0, "1"), "-");
}

static void several_numbers_tick(void **state)
{
    (void)state;
    assert_string_equal(meaning(INPUT_TICK, 4, "2"), "CP2E");
    assert_string_equal(meaning(INPUT_TICK, 4, "3 1"), "CP3P1E");
    assert_string_equal(meaning(INPUT_TICK, 4, "1,3"), "CP1P3E");
    assert_string_equal(meaning(INPUT_TICK, 4, " 1 , 3,4 "), "CP1P3P4E");
    assert_string_equal(meaning(INPUT_TICK, 9, "1 2 3 4 5 6 7 8 9"), "CP1P2P3P4P5P6P7P8P9E");
}

static void an_order_must_be_complete(void **state)
{
    (void)state;
    assert_string_equal(meaning(INPUT_ORDER, 3, "1 2"), "-");
    assert_string_equal(meaning(INPUT_ORDER, 3, "2"), "-");
    assert_string_equal(meaning(INPUT_ORDER, 3, "1 2 3 3"), "-");
    assert_string_not_equal(meaning(INPUT_ORDER, 3, "3 1 2"), "-");
    assert_string_not_equal(meaning(INPUT_ORDER, 9, "9,8,7,6,5,4,3,2,1"), "-");
}

static void what_is_refused_is_refused_everywhere(void **state)
{
    static const char *const lines[] = {
        "1 1",
        "2 2",
        "0 1",
        "1 0",
        "5",
        "1 5",
        "99999999999999999999",
        "-1",
        "+1",
        "1-2",
        "1;2",
        "a",
        "1a",
        "да",
        "١",
        "1.",
        "..",
        "??",
        "--",
        "**",
        "0 0",
        "00",
        ",",
        ", ,",
        "1\t2",
        "\x1B[A",
        "1 2 3 4 5",
        "𝟙",
        "1 ?",
        "? 1",
        "0x1",
        "1e0",
        "1 2 3 4 1 2 3 4 1 2 3 4 1 2 3 4 1 2 3 4 1 2 3 4 1 2 3 4",
    };
    (void)state;
    for (size_t i = 0; i < sizeof inputs / sizeof inputs[0]; i++)
        for (size_t j = 0; j < sizeof lines / sizeof lines[0]; j++)
            assert_string_equal(meaning(inputs[i], 4, lines[j]), "-");
}

static void a_number_is_typed_as_it_stands(void **state)
{
    (void)state;
    assert_string_equal(meaning(INPUT_NUMBER, 1, "28"), "CTTE");
    assert_string_equal(meaning(INPUT_NUMBER, 1, "0"), "CTE"); /* an answer here */
    assert_string_equal(meaning(INPUT_NUMBER, 1, "<"), "B");
    assert_string_equal(meaning(INPUT_NUMBER, 1, "two"), "-");
    assert_string_equal(meaning(INPUT_NUMBER, 1, "2 8"), "-");
    assert_string_equal(meaning(INPUT_NUMBER, 1, ""), "O");
    assert_string_equal(meaning(INPUT_NUMBER, 1, "?"), "?");
}

static void a_text_is_typed_as_it_stands(void **state)
{
    char line[VIEW_TYPED + 2];
    (void)state;
    assert_string_equal(meaning(INPUT_TEXT, 1, "да"), "CTTE");
    assert_string_equal(meaning(INPUT_TEXT, 1, "1 3"), "CTTTE");
    assert_string_equal(meaning(INPUT_TEXT, 1, "0"), "B");
    assert_string_equal(meaning(INPUT_TEXT, 1, ""), "O");
    assert_string_equal(meaning(INPUT_TEXT, 1, "\xD0"), "-"); /* half a character */
    memset(line, 'x', sizeof line);
    line[VIEW_TYPED] = '\0';
    assert_string_not_equal(meaning(INPUT_TEXT, 1, line), "-");
    line[VIEW_TYPED] = 'x';
    line[VIEW_TYPED + 1] = '\0';
    assert_string_equal(meaning(INPUT_TEXT, 1, line), "-");
}

static void words_are_typed_as_they_stand_unless_a_number_picks(void **state)
{
    (void)state;
    assert_string_equal(meaning(INPUT_WORDS, 6, "6"), "P6");
    assert_string_equal(meaning(INPUT_WORDS, 6, "ая"), "CTTE");
    assert_string_equal(meaning(INPUT_WORDS, 0, "a b"), "CTTTE");
    assert_string_equal(meaning(INPUT_WORDS, 6, "0"), "B");
    assert_string_equal(meaning(INPUT_WORDS, 6, ""), "O");
    assert_string_equal(meaning(INPUT_WORDS, 6, "-"), "U");
}

static void where_nothing_is_asked_numbers_mean_nothing(void **state)
{
    (void)state;
    assert_string_equal(meaning(INPUT_NONE, 0, "1"), "-");
    assert_string_equal(meaning(INPUT_NONE, 3, "1"), "-");
}

static void a_line_without_meaning_changes_nothing(void **state)
{
    const struct view view = {.input = INPUT_PICK, .options = 3};
    struct line_events events = {.count = 7};
    (void)state;
    assert_false(lines_understand(&view, "x", &events));
    assert_int_equal(events.count, 7);
}

static void the_prompt_says_what_can_be_typed(void **state)
{
    struct view *view = view_new(NULL);
    (void)state;
    view->options = 4;
    assert_string_equal(lines_prompt(view, view), "Press Enter to go back.");
    view_hint(view, EVENT_HELP, "help");
    assert_non_null(strstr(lines_prompt(view, view), "go on"));
    view->input = INPUT_PICK;
    assert_non_null(strstr(lines_prompt(view, view), "1 to 4"));
    view->input = INPUT_TICK;
    assert_non_null(strstr(lines_prompt(view, view), "1 3"));
    view->input = INPUT_ORDER;
    assert_non_null(strstr(lines_prompt(view, view), "order"));
    view->input = INPUT_TEXT;
    assert_non_null(strstr(lines_prompt(view, view), "if you like"));
    view->input = INPUT_WORDS;
    assert_non_null(strstr(lines_prompt(view, view), "all five in one line, or a number from 1 to 4"));
    view->options = 0;
    assert_null(strstr(lines_prompt(view, view), "number"));
    view->input = INPUT_NUMBER;
    assert_null(strchr(lines_prompt(view, view), '('));
    view_field(view, "", "days");
    assert_non_null(strstr(lines_prompt(view, view), "(days)"));
    for (size_t i = 0; i < sizeof inputs / sizeof inputs[0]; i++) {
        view->input = inputs[i];
        assert_non_null(strchr(lines_prompt(view, view), '?'));
        assert_null(strstr(lines_prompt(view, view), "without an answer"));
    }
    view_hint(view, EVENT_ON, "skip");
    assert_non_null(strstr(lines_prompt(view, view), "Enter alone goes on without an answer."));
    talloc_free(view);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_empty_line_goes_on),
        cmocka_unit_test(signs_mean_the_same_everywhere),
        cmocka_unit_test(one_number_picks),
        cmocka_unit_test(several_numbers_tick),
        cmocka_unit_test(an_order_must_be_complete),
        cmocka_unit_test(what_is_refused_is_refused_everywhere),
        cmocka_unit_test(a_number_is_typed_as_it_stands),
        cmocka_unit_test(a_text_is_typed_as_it_stands),
        cmocka_unit_test(words_are_typed_as_they_stand_unless_a_number_picks),
        cmocka_unit_test(where_nothing_is_asked_numbers_mean_nothing),
        cmocka_unit_test(a_line_without_meaning_changes_nothing),
        cmocka_unit_test(the_prompt_says_what_can_be_typed),
    };
    language_start("/nowhere", "/nowhere");
    return cmocka_run_group_tests(tests, NULL, NULL);
}
