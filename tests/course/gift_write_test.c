/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "course/gift_write.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>
#include <talloc.h>

static struct gift *parse(const void *parent, const char *text)
{
    struct diagnostics *problems = diagnostics_new(parent);
    struct bytes bytes = {talloc_strdup(parent, text), strlen(text)};
    struct gift *gift = gift_parse(parent, "q.gift", bytes, problems);
    assert_non_null(gift);
    if (problems->count > 0)
        fail_msg("%s\n%s", diagnostic_format(parent, &problems->items[0]), text);
    return gift;
}

static void assert_same_text(const char *one, const char *other)
{
    assert_string_equal(one ? one : "", other ? other : "");
}

static void assert_same(const struct gift_question *one, const struct gift_question *other)
{
    assert_int_equal(one->kind, other->kind);
    assert_same_text(one->title, other->title);
    assert_string_equal(one->stem, other->stem);
    assert_same_text(one->feedback, other->feedback);
    assert_int_equal(one->count, other->count);
    for (size_t i = 0; i < one->count; i++) {
        assert_string_equal(one->answers[i].text, other->answers[i].text);
        assert_same_text(one->answers[i].match, other->answers[i].match);
        assert_same_text(one->answers[i].feedback, other->answers[i].feedback);
        assert_int_equal(one->answers[i].right, other->answers[i].right);
    }
}

static void what_is_written_reads_the_same(void **state)
{
    static const char *const texts[] = {
        "A page\\n\\n- with\\n  - a list\\n",
        "::a\\:\\:b::[html]Think. {}",
        "[markdown]Think of a &lt;b> & of &amp;amp; {####So\\: think.}",
        "Hot? {T#No.#Yes\\=.}",
        "Cold? {F}",
        "Who? {=she#Yes \\# ~he#\\~ ~[plain][html]it}",
        "Which? {~%50%one ~%50%two ~%-100%three}",
        "All? {~%100%one ~%100%two}",
        "None? {~one ~two}",
        "Word? {=one#so =\\{two\\} =%0%three}",
        "A star? {=\\\\*a\\\\*}",
        "Pairs {=a -&gt; b -> c \\= d =e -> f -> g}",
        "Pairs {= -> ####[html]x}",
        "How many? {#28}",
        "How many? {#=28:2#good ~#bad}",
        "It takes {#26..30#weeks} days.",
        "Doctors say {=PrEP} to it {or that}.",
        "{=a} begins",
        "A _____ gap and {~a =b} another",
        /* What looks like something else. */
        "is called  _____ {=PrEP} by doctors",
        "Several are right {=a ~%50%b ~%50%c}",
        "A sign only {~%\n}",
        "A format before a weight {#=1 ~[markdown]%50%x}",
        "An arrow in a number {#=1 ~#a->b}",
        ":: no end {T}",
        "[markdown][html] twice",
        "\\\\n is no end",
        "Per cent {=%5 of ten ~% ~%0%%5%}",
        "Per cent in a pair {=%0%%2 -> %5 =a -> b}",
    };
    (void)state;
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
        void *memory = talloc_new(NULL);
        const struct gift *gift = parse(memory, texts[i]);
        assert_int_equal(gift->count, 1);
        assert_true(gift_holds(&gift->questions[0]));
        const struct gift *again = parse(memory, gift_write(memory, &gift->questions[0]));
        assert_int_equal(again->count, 1);
        assert_same(&gift->questions[0], &again->questions[0]);
        talloc_free(memory);
    }
}

static void assert_written(struct gift_question question, const char *wanted)
{
    char *text = gift_write(NULL, &question);
    assert_string_equal(text, wanted);
    talloc_free(text);
}

static void every_sign_is_escaped(void **state)
{
    (void)state;
    assert_written((struct gift_question){.title = "a:b", .stem = "~ = # { } : \\ \n // <b> & &x"},
                   "::a\\:b::[markdown]\\~ \\= \\# \\{ \\} \\: \\\\ \\n // &lt;b> & &amp;x\n\n");
}

static void weights_are_those_that_moodle_knows(void **state)
{
    struct gift_answer answers[] = {
        {.text = "a", .right = true, .feedback = "f"}, {.text = "b"}, {.text = "c", .right = true},
        {.text = "d", .right = true},                  {.text = "e"},
    };
    (void)state;
    assert_written((struct gift_question){GIFT_CHOICES, .stem = "?", .answers = answers, .count = 5},
                   "[markdown]?{\n\t~%33.33333%a#f\n\t~%-50%b\n\t~%33.33333%c\n\t~%33.33333%d\n"
                   "\t~%-50%e\n}\n\n");
}

/* Moodle shows what stands behind an arrow as it is, so feedback must not be there. */
static void what_pairs_say_goes_to_the_whole(void **state)
{
    struct gift_answer answers[] = {
        {.text = "a->", .match = "<b> -> #", .feedback = "one", .right = true},
        {.text = "c", .match = "d", .feedback = "two", .right = true},
    };
    (void)state;
    assert_written((struct gift_question){GIFT_MATCH, .stem = "?", .answers = answers, .count = 2},
                   "[markdown]?{\n\t=a-&gt; -> <b> -> \\#\n\t=c -> d\n"
                   "\t####- a-&gt; → &lt;b> -&gt; \\#\\: one\\n- c → d\\: two\n}\n\n");
}

/* "{#0}" would be nothing for PHP. */
static void a_number_has_its_sign(void **state)
{
    struct gift_answer answer = {.text = "0:0", .right = true};
    (void)state;
    assert_written((struct gift_question){GIFT_NUMBER, .stem = "How many _____ days",
                                          .answers = &answer, .count = 1},
                   "[markdown]How many {#\n\t=0:0} days\n\n");
}

static void an_arrow_to_type_cannot_be_said(void **state)
{
    struct gift_answer answer = {.text = "a -> b", .right = true};
    (void)state;
    assert_false(gift_holds(&(struct gift_question){GIFT_SHORT, .answers = &answer, .count = 1}));
    answer.text = "a - b";
    assert_true(gift_holds(&(struct gift_question){GIFT_SHORT, .answers = &answer, .count = 1}));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_written_reads_the_same),
        cmocka_unit_test(every_sign_is_escaped),
        cmocka_unit_test(weights_are_those_that_moodle_knows),
        cmocka_unit_test(what_pairs_say_goes_to_the_whole),
        cmocka_unit_test(a_number_has_its_sign),
        cmocka_unit_test(an_arrow_to_type_cannot_be_said),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
