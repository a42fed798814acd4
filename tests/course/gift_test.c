/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "course/gift.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>
#include <talloc.h>

#include "activities/activity.h"
#include "course/gift_lesson.h"
#include "course/lesson.h"

struct world {
    struct diagnostics *problems;
    struct gift *gift;
};

static struct world *parse(const char *text)
{
    struct world *world = talloc_zero(NULL, struct world);
    struct bytes bytes = {talloc_strdup(world, text), strlen(text)};
    world->problems = diagnostics_new(world);
    world->gift = gift_parse(world, "q.gift", bytes, world->problems);
    return world;
}

static void every_kind_is_told_apart(void **state)
{
    static const struct {
        const char *text;
        enum gift_kind kind;
        size_t answers;
    } rows[] = {
        {"Read this.", GIFT_DESCRIPTION, 0},
        {"What do you think? {}", GIFT_ESSAY, 0},
        {"The sun is hot. {T}", GIFT_TRUE_FALSE, 2},
        {"The sun is cold. {FALSE#No.#Yes.}", GIFT_TRUE_FALSE, 2},
        {"Who? {=she ~he ~it}", GIFT_CHOICE, 3},
        {"Which? {~%50%one ~%50%two ~%-100%three}", GIFT_CHOICES, 3},
        {"Which? {~one ~two}", GIFT_CHOICES, 2},
        {"Which? {=use -> then ~do}", GIFT_CHOICE, 2},
        {"Which word? {=one =two}", GIFT_SHORT, 2},
        {"Pair. {=a -> 1 =b -> 2}", GIFT_MATCH, 2},
        {"How many? {#28:2}", GIFT_NUMBER, 1},
        {"How many? {#=28:2#good =%50%30}", GIFT_NUMBER, 2},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct world *world = parse(rows[i].text);
        assert_int_equal(world->problems->count, 0);
        assert_int_equal(world->gift->count, 1);
        assert_int_equal(world->gift->questions[0].kind, rows[i].kind);
        assert_int_equal(world->gift->questions[0].count, rows[i].answers);
        talloc_free(world);
    }
}

static void a_question_is_read_with_all_its_parts(void **state)
{
    struct world *world = parse("// a comment\n"
                                "$CATEGORY: health\n"
                                "\n"
                                "::Buried::[html]Who is buried in {\n"
                                "  ~no one#Not quite.\n"
                                "  =Grant#Right\\: he is.\n"
                                "  ~Churchill\n"
                                "  ####Look it up.\n"
                                "} in New York?\n");
    (void)state;
    const struct gift_question *question = &world->gift->questions[0];
    assert_int_equal(world->problems->count, 0);
    assert_int_equal(question->line, 4);
    assert_string_equal(question->title, "Buried");
    assert_string_equal(question->stem, "Who is buried in _____ in New York?");
    assert_string_equal(question->feedback, "Look it up.");
    assert_string_equal(question->answers[0].text, "no one");
    assert_false(question->answers[0].right);
    assert_string_equal(question->answers[1].text, "Grant");
    assert_string_equal(question->answers[1].feedback, "Right: he is.");
    assert_true(question->answers[1].right);
    assert_null(question->answers[2].feedback);
    talloc_free(world);
}

static void signs_can_be_escaped(void **state)
{
    struct world *world = parse("1 + 1 \\= 2 \\{ \\} \\\\ {=a \\~ b\\#c ~d}");
    (void)state;
    assert_string_equal(world->gift->questions[0].stem, "1 + 1 = 2 { } \\");
    assert_string_equal(world->gift->questions[0].answers[0].text, "a ~ b#c");
    assert_null(world->gift->questions[0].answers[0].feedback);
    talloc_free(world);
}

static void feedback_of_true_and_false_goes_to_its_answer(void **state)
{
    struct world *world = parse("Hot? {T#when wrong#when right}");
    (void)state;
    const struct gift_answer *answers = world->gift->questions[0].answers;
    assert_true(answers[0].right);
    assert_string_equal(answers[0].feedback, "when right");
    assert_false(answers[1].right);
    assert_string_equal(answers[1].feedback, "when wrong");
    talloc_free(world);
}

/* As Moodle reads them: in Markdown a tag is written as an entity, and each text may
 * have a format of its own. */
static void formats_are_no_part_of_a_text(void **state)
{
    struct world *world = parse("[markdown]a &lt;b> &amp;amp; {=[html]c#[plain]d &lt; ~&lt;e}\n\n"
                                "[html]a &lt;b> {=\\\\*c\\\\*d}\n");
    (void)state;
    const struct gift_question *first = &world->gift->questions[0];
    assert_string_equal(first->stem, "a <b> &amp;");
    assert_string_equal(first->answers[0].text, "c");
    assert_string_equal(first->answers[0].feedback, "d &lt;");
    assert_string_equal(first->answers[1].text, "<e");
    const struct gift_question *second = &world->gift->questions[1];
    assert_string_equal(second->stem, "a &lt;b>");
    assert_string_equal(second->answers[0].text, "*c*d");
    talloc_free(world);
}

static void only_the_last_row_of_signs_begins_the_feedback(void **state)
{
    struct world *world = parse("Who? {=she# ####all}\n\nWho? {=she####not#####all}\n");
    (void)state;
    assert_string_equal(world->gift->questions[0].feedback, "all");
    assert_null(world->gift->questions[0].answers[0].feedback);
    assert_string_equal(world->gift->questions[1].feedback, "all");
    talloc_free(world);
}

/* A line of the file may be indented; what stands behind a "\\n" is meant so. */
static void lists_keep_their_form(void **state)
{
    struct world *world = parse("Think.\\n\\n- one\\n  - two\n    more\n{}\n");
    (void)state;
    assert_string_equal(world->gift->questions[0].stem, "Think.\n\n- one\n  - two\nmore");
    talloc_free(world);
}

static void mistakes_leave_the_other_questions_alone(void **state)
{
    struct world *world = parse("One {=a ~b}\n\nTwo {=a ~b\n\nThree {a b}\n\nFour {=a ~%5b}\n\n"
                                "Five {=a ~b}\n");
    static const size_t lines[] = {3, 5, 7};
    (void)state;
    assert_int_equal(world->gift->count, 2);
    assert_string_equal(world->gift->questions[1].stem, "Five");
    assert_int_equal(world->problems->count, 3);
    for (size_t i = 0; i < 3; i++) {
        assert_int_equal(world->problems->items[i].at.line, lines[i]);
        assert_non_null(world->problems->items[i].advice);
        assert_non_null(world->problems->items[i].excerpt);
    }
    talloc_free(world);
}

static void what_is_no_text_is_refused(void **state)
{
    struct world *world = parse("\xFF\xFE");
    (void)state;
    assert_null(world->gift);
    assert_int_equal(world->problems->count, 1);
    talloc_free(world);
}

/* Reads what was written; the lesson, or NULL with problems. */
static const struct lesson *lesson_from(struct world *world)
{
    char *text = gift_write_lesson(world, world->gift, "quiz", "q.gift", world->problems);
    struct diagnostics *problems = diagnostics_new(world);
    return lesson_parse(world, "quiz.yaml", (struct bytes){text, strlen(text)}, activity_verbs(),
                        LESSON_WHOLE, problems);
}

static void the_lesson_is_one(void **state)
{
    struct world *world = parse("A page: \"read\" it\nin two lines.\n\n"
                                "Think. {}\n\n"
                                "Hot? {T#No.#Yes.}\n\n"
                                "Who? {=she#Yes ~he#No\\: not \"he\"}\n\n"
                                "Which? {~%50%one#a ~%50%two#b ~three#c}\n\n"
                                "Which word? {=one#so =two}\n\n"
                                "How many? {#26..30#four weeks}\n");
    static const char *const verbs[] = {"read",       "reflect", "choose", "choose",
                                        "choose-all", "write",   "number"};
    (void)state;
    const struct lesson *lesson = lesson_from(world);
    assert_non_null(lesson);
    assert_int_equal(world->problems->count, 0);
    assert_int_equal(lesson->step_count, 7);
    for (size_t i = 0; i < 7; i++)
        assert_string_equal(lesson->steps[i].verb->name, verbs[i]);
    assert_string_equal(step_stem(&lesson->steps[0])->bytes, "A page: \"read\" it\nin two lines.");
    talloc_free(world);
}

static void pairs_that_share_a_side_are_sorted(void **state)
{
    struct world *world = parse("Sort {=a -> one =b -> two =c -> one####so}\n\n"
                                "Same {=a -> one =b -> one####so}\n");
    (void)state;
    const struct lesson *lesson = lesson_from(world);
    assert_non_null(lesson);
    assert_int_equal(lesson->step_count, 1);
    assert_string_equal(lesson->steps[0].verb->name, "sort");
    assert_int_equal(world->problems->warnings, 1);
    assert_int_equal(world->problems->items[0].at.line, 3);
    talloc_free(world);
}

static void a_list_in_a_page_is_still_one(void **state)
{
    struct world *world = parse("\\n\x01  One\\n\\n- two\\n  - three\n");
    (void)state;
    const struct lesson *lesson = lesson_from(world);
    assert_non_null(lesson);
    assert_string_equal(step_stem(&lesson->steps[0])->bytes, "One\n\n- two\n  - three");
    talloc_free(world);
}

static void what_has_no_verb_is_named_with_its_line(void **state)
{
    struct world *world = parse("Half? {#0.5}\n\nOne of ten? {=1 ~2 ~3 ~4 ~5 ~6 ~7 ~8 ~9 ~10}\n\n"
                                "Fine? {=a#x ~b#y}\n");
    (void)state;
    assert_non_null(lesson_from(world));
    assert_int_equal(world->problems->warnings, 2);
    assert_int_equal(world->problems->items[0].at.line, 1);
    assert_int_equal(world->problems->items[1].at.line, 3);
    talloc_free(world);
}

/* A lesson without its reasons is not complete, and must not look so. */
static void a_missing_reason_is_told_and_not_made_up(void **state)
{
    struct world *world = parse("Who? {=she ~he}\n");
    (void)state;
    assert_null(lesson_from(world));
    assert_int_equal(world->problems->warnings, 1);
    assert_string_equal(world->problems->items[0].message,
                        "answers of this question have no feedback");
    talloc_free(world);
}

static void control_characters_do_not_come_through(void **state)
{
    struct world *world = parse("Who \x1B[2J? {=she#\xE2\x80\xAE ok ~he#no\xEF\xBF\xBF}\n");
    (void)state;
    assert_non_null(lesson_from(world));
    talloc_free(world);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_kind_is_told_apart),
        cmocka_unit_test(a_question_is_read_with_all_its_parts),
        cmocka_unit_test(signs_can_be_escaped),
        cmocka_unit_test(feedback_of_true_and_false_goes_to_its_answer),
        cmocka_unit_test(formats_are_no_part_of_a_text),
        cmocka_unit_test(only_the_last_row_of_signs_begins_the_feedback),
        cmocka_unit_test(lists_keep_their_form),
        cmocka_unit_test(mistakes_leave_the_other_questions_alone),
        cmocka_unit_test(what_is_no_text_is_refused),
        cmocka_unit_test(the_lesson_is_one),
        cmocka_unit_test(pairs_that_share_a_side_are_sorted),
        cmocka_unit_test(a_list_in_a_page_is_still_one),
        cmocka_unit_test(what_has_no_verb_is_named_with_its_line),
        cmocka_unit_test(a_missing_reason_is_told_and_not_made_up),
        cmocka_unit_test(control_characters_do_not_come_through),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
