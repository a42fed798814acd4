/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/summary_write.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>
#include <talloc.h>

#include "base/language.h"
#include "base/text.h"
#include "samples.h"

enum format { TEXT, NARROW, CSV, JSON, HTML, FORMATS };

static char *written(const void *parent, enum format format, const struct summary *summary)
{
    switch (format) {
    case TEXT:
        return summary_text(parent, summary, 80);
    case NARROW:
        return summary_text(parent, summary, 40);
    case CSV:
        return summary_csv(parent, summary);
    case JSON:
        return summary_json(parent, summary);
    default:
        return summary_html(parent, summary);
    }
}

/* The sample as it is, and with this change: the same bytes in every format. */
static void assert_unseen(const char *sample, void (*change)(struct summary *))
{
    void *memory = talloc_new(NULL);
    struct summary *as_is = sample_make(memory, sample), *changed = sample_make(memory, sample);

    change(changed);
    for (enum format format = TEXT; format < FORMATS; format++)
        assert_string_equal(written(memory, format, as_is), written(memory, format, changed));
    talloc_free(memory);
}

static void fill(struct summary *summary)
{
    struct lesson_figures *first = &summary->lessons[0];
    struct item_figures *items = talloc_zero_array(summary, struct item_figures, 1);

    items[0] = (struct item_figures){ .id = "secret", .verb = "choose", .text = "Secret",
                                      .enough = true, .verdict = VERDICT_KNOWN };
    items[0].facility = (struct facility){ 9, 9, 1, 0.7, 1 };
    first->items = items;
    first->item_count = 1;
    first->gained = true;
    first->before = 0.5;
    first->gain = 0.3;
    first->before_n = first->after_n = 9;
}

static void a_lesson_that_is_not_ready_says_nothing_else(void **state)
{
    (void)state;
    assert_unseen("empty", fill);
}

static struct item_figures *item_of(struct summary *summary, const char *id)
{
    for (size_t i = 0; i < summary->lessons[0].item_count; i++)
        if (strcmp(summary->lessons[0].items[i].id, id) == 0)
            return &summary->lessons[0].items[i];
    fail_msg("no question %s", id);
    return NULL;
}

static void change_too_few(struct summary *summary)
{
    struct item_figures *item = item_of(summary, "new-question");
    item->facility = (struct facility){ 8, 8, 1, 0.6, 1 };
    item->skipped = 1;
    item->options[0].n = 8;
    item->option_count = 1;
    item->discriminates = true;
    item->discrimination = 0.77;
    item->after = (struct facility){ 30, 30, 1, 0.9, 1 };
    item->verdict = VERDICT_KNOWN;
}

static void a_question_with_too_few_answers_says_nothing(void **state)
{
    (void)state;
    assert_unseen("one", change_too_few);
}

static void change_flagged(struct summary *summary)
{
    item_of(summary, "treatment")->after = (struct facility){ 8, 3, 0.375, 0.2, 0.6 };
    item_of(summary, "treatment")->discrimination = 0.77;
    item_of(summary, "blood")->after = (struct facility){ 80, 80, 1, 0.9, 1 };
}

static void what_a_flag_hides_is_hidden(void **state)
{
    (void)state;
    assert_unseen("one", change_flagged);
}

static void hide_gain(struct summary *summary)
{
    for (size_t i = 0; i < summary->count; i++) {
        summary->lessons[i].gained = false;
        summary->lessons[i].before = 0.25;
    }
}

static void hide_gain_otherwise(struct summary *summary)
{
    hide_gain(summary);
    summary->lessons[0].before_n = 3;
    summary->lessons[0].after = 0.99;
    summary->lessons[0].gain = 0.77;
}

static void averages_without_a_gain_are_hidden(void **state)
{
    void *memory = talloc_new(NULL);
    (void)state;
    for (enum format format = TEXT; format < FORMATS; format++) {
        struct summary *one = sample_make(memory, "one"), *other = sample_make(memory, "one");
        hide_gain(one);
        hide_gain_otherwise(other);
        assert_string_equal(written(memory, format, one), written(memory, format, other));
    }
    talloc_free(memory);
}

static void assert_fits(const char *text, size_t columns)
{
    for (const char *line = text; *line;) {
        size_t length = strcspn(line, "\n");
        if (text_width(line, length) > columns)
            fail_msg("wider than %zu: %.*s", columns, (int)length, line);
        if (length > 0 && line[length - 1] == ' ')
            fail_msg("ends with a space: %.*s", (int)length, line);
        line += length + (line[length] == '\n');
    }
}

static void lines_fit_every_width(void **state)
{
    (void)state;
    for (const char *const *name = sample_names; *name; name++) {
        void *memory = talloc_new(NULL);
        const struct summary *summary = sample_make(memory, *name);
        for (size_t columns = 30; columns <= 130; columns += 7)
            assert_fits(summary_text(memory, summary, columns), columns);
        assert_fits(summary_text(memory, summary, 0), 30);
        talloc_free(memory);
    }
}

/* Line ends of CSV are two characters. */
static void assert_harmless(const char *text, enum format format)
{
    assert_null(text_invalid(text, strlen(text)));
    for (const char *line = text; *line;) {
        size_t length = strcspn(line, "\n");
        size_t shown = format == CSV && length > 0 && line[length - 1] == '\r' ? length - 1 : length;
        const char *bad = text_unprintable(line, shown);
        if (bad)
            fail_msg("format %d, a character that must not be there: %.*s", (int)format,
                     (int)shown, line);
        line += length + (line[length] == '\n');
    }
}

static void no_control_character_is_written(void **state)
{
    (void)state;
    for (const char *const *name = sample_names; *name; name++) {
        void *memory = talloc_new(NULL);
        const struct summary *summary = sample_make(memory, *name);
        for (enum format format = TEXT; format < FORMATS; format++)
            assert_harmless(written(memory, format, summary), format);
        talloc_free(memory);
    }
}

static void no_text_becomes_markup(void **state)
{
    void *memory = talloc_new(NULL);
    const char *page = summary_html(memory, sample_make(memory, "hostile"));
    (void)state;
    assert_null(strstr(page, "<script"));
    assert_null(strstr(page, "<b>"));
    assert_non_null(strstr(page, "&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;"));
    talloc_free(memory);
}

/* Cells begin the row, or stand behind a comma, with or without quotes. */
static void no_text_becomes_a_formula(void **state)
{
    static const char *const bad[] = { "\n=",   "\n+",   "\n\"=",  "\n\"+",  ",=",  ",+",    ",@",
                                       ",\"=", ",\"+", ",\"-", ",\"@", ",-i", ",＝", ",\"＝" };
    void *memory = talloc_new(NULL);
    const char *table = summary_csv(memory, sample_make(memory, "hostile"));
    (void)state;
    for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++)
        if (strstr(table, bad[i]))
            fail_msg("a cell begins as a formula: %.40s", strstr(table, bad[i]));
    assert_non_null(strstr(table, ",'-id,1,"));
    assert_non_null(strstr(table, "\"'=<script>alert(\"\"1\"\")"));
    table = summary_csv(memory, sample_make(memory, "one"));
    assert_non_null(strstr(table, "discrimination,-0.05,"));
    talloc_free(memory);
}

static void rows_end_as_rfc_4180_says(void **state)
{
    void *memory = talloc_new(NULL);
    const char *table = summary_csv(memory, sample_make(memory, "hostile"));
    (void)state;
    for (const char *at = strchr(table, '\n'); at; at = strchr(at + 1, '\n'))
        assert_int_equal(at[-1], '\r');
    assert_string_equal(table + strlen(table) - 2, "\r\n");
    talloc_free(memory);
}

static void data_is_the_same_in_every_language(void **state)
{
    void *memory = talloc_new(NULL);
    const struct summary *summary = sample_make(memory, "one");
    const char *table = summary_csv(memory, summary), *tree = summary_json(memory, summary);
    (void)state;
    for (size_t i = 0; i < language_count; i++) {
        assert_true(language_use(languages[i].code));
        assert_string_equal(summary_csv(memory, summary), table);
        assert_string_equal(summary_json(memory, summary), tree);
        char *says = talloc_asprintf(memory, "<html lang=\"%s\">", languages[i].code);
        assert_non_null(strstr(summary_html(memory, summary), says));
    }
    language_use("en");
    talloc_free(memory);
}

static void words_come_before_numbers(void **state)
{
    void *memory = talloc_new(NULL);
    const char *text = summary_text(memory, sample_make(memory, "one"), 80);
    const char *first = strstr(text, "is the right answer marked?");
    (void)state;
    assert_non_null(first);
    assert_true(first < strstr(text, "check the wording"));
    assert_true(strstr(text, "check the wording") < strstr(text, "explain it another way?"));
    assert_true(strstr(text, "explain it another way?") < strstr(text, "drop it?"));
    assert_true(strstr(text, "drop it?") < strchr(text, '%'));
    talloc_free(memory);
}

static void an_earlier_version_asks_for_nothing(void **state)
{
    void *memory = talloc_new(NULL);
    const char *text = summary_text(memory, sample_make(memory, "gone"), 200);
    (void)state;
    assert_non_null(strstr(text, "No question stands out so far."));
    assert_non_null(strstr(text, "A lesson that changed (an earlier version, ffffffff)"));
    assert_non_null(strstr(text, "A lesson that is not in the course any more (old-lesson)"));
    assert_non_null(strstr(text, "A question that is not in the lesson any more (mosquito)"));
    assert_non_null(strstr(text, "An option that is not in the question any more (yes-always)"));
    talloc_free(memory);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_lesson_that_is_not_ready_says_nothing_else),
        cmocka_unit_test(a_question_with_too_few_answers_says_nothing),
        cmocka_unit_test(what_a_flag_hides_is_hidden),
        cmocka_unit_test(averages_without_a_gain_are_hidden),
        cmocka_unit_test(lines_fit_every_width),
        cmocka_unit_test(no_control_character_is_written),
        cmocka_unit_test(no_text_becomes_markup),
        cmocka_unit_test(no_text_becomes_a_formula),
        cmocka_unit_test(rows_end_as_rfc_4180_says),
        cmocka_unit_test(data_is_the_same_in_every_language),
        cmocka_unit_test(words_come_before_numbers),
        cmocka_unit_test(an_earlier_version_asks_for_nothing),
    };

    language_start("/nowhere", "/nowhere");
    return cmocka_run_group_tests(tests, NULL, NULL);
}
