/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lessons, with the verbs that the program has and what each of them checks. */
#include "course/lesson.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>
#include <talloc.h>

#include "../base/folder.h"
#include "activities/activity.h"
#include "problem_check.h"

#define HEAD "lesson: one\ntitle: One\nminutes: 5\n"
#define STEPS HEAD "steps:\n"
#define PAGE "  - read: Hello\n"
#define OPTION(id) "      - {id: " id ", text: t, why: w}\n"
#define RIGHT(id) "      - {id: " id ", text: t, why: w, right: yes}\n"
#define CHOOSE(id) "  - choose: Which?\n    id: " id "\n    options:\n" RIGHT("a") OPTION("b")
#define ITEM(id) "      - {id: " id ", text: t, why: w}\n"
#define ITEM_OF(id, group) "      - {id: " id ", text: t, why: w, group: " group "}\n"
#define GROUPS "    groups: [{id: g, text: t}, {id: h, text: t}]\n"
#define DECIDE STEPS "  - decide: A story\n    id: story\n    scenes:\n"
#define END(id) "      - {id: " id ", text: t, end: yes}\n"
#define CHOICES(choices) "text: t, choices: [" choices "]}\n"
#define CHOICE(id, next) "{id: " id ", text: t, next: " next "}"
#define TIMES10(x) x x x x x x x x x x

#define ONE_RIGHT "exactly one option of this question must have 'right: yes'"
#define ONE_RIGHT_ADVICE "for several right answers begin the step with 'choose-all'"
#define STEPS_RULE "'steps' must be a list of 1 to 60 steps"
#define STEPS_ADVICE "begin each step on a line of its own with '- '"
#define NO_VERB "this step has no verb that says what the learner does"
#define VERBS                                                                          \
    "begin the step with one of: read, choose, choose-all, order, match, sort, rate, " \
    "decide, discuss, plan"
#define NO_ID "'id' is missing: answers to this step are counted"
#define NO_ID_ADVICE "add a short name that will stay the same, such as id: mosquito"

static struct problem_row head_rows[] = {
    {"a small lesson", STEPS PAGE, NULL, NULL},
    {"no lesson", "¦title: One\nminutes: 5\nsteps:\n" PAGE, "'lesson' is missing (lesson)",
     "lesson: the short name of the lesson, such as how-hiv-is-passed-on"},
    {"no title", "¦lesson: one\nminutes: 5\nsteps:\n" PAGE, "'title' is missing (lesson)",
     "title: the title that the learner sees"},
    {"no minutes", "¦lesson: one\ntitle: One\nsteps:\n" PAGE, "'minutes' is missing (lesson)",
     "minutes: how many minutes the lesson takes"},
    {"minutes out of bounds", "lesson: one\ntitle: One\nminutes: ¦181\nsteps:\n" PAGE,
     "'minutes' must be a whole number from 1 to 180", NULL},
    {"unknown field", HEAD "¦tittle: x\nsteps:\n" PAGE,
     "'tittle' is not a field that can stand here (lesson)", "did you mean 'title'?"},
    {"unknown audience", HEAD "for: [learner, ¦teacher]\nsteps:\n" PAGE,
     "'teacher' is not something that 'for' can be", "use one of: learner, educator, provider"},
    {"unknown country", HEAD "countries: [¦ur]\nsteps:\n" PAGE,
     "'ur' is not something that 'countries' can be", "did you mean 'ru'?"},
    {"too many to ask before and after", HEAD "¦before-after: [a, b, c, d, e]\nsteps:\n" PAGE,
     "'before-after' needs 1 to 4 entries and has 5", NULL},
    {"no month", HEAD "reviewed: ¦soon\nsteps:\n" PAGE,
     "'reviewed' must be a month such as 2026-11", NULL},
    {"before and after: unknown id",
     HEAD "before-after: [a-question, ¦another]\nsteps:\n" PAGE CHOOSE("a-question"),
     "no step of this lesson has this id", "write the id of a question of this lesson"},
    {"before and after: a page",
     HEAD "before-after: [¦page]\nsteps:\n  - read: Hello\n    id: page\n",
     "this step cannot be asked before and after the lesson",
     "name a step that begins with 'choose' or 'choose-all'"},
};

static struct problem_row step_rows[] = {
    {"no steps", "¦" HEAD, "'steps' is missing (lesson)",
     "steps: what the learner does, one step after the other"},
    {"steps are text", HEAD "steps: ¦read\n", STEPS_RULE, STEPS_ADVICE},
    {"steps are a mapping", HEAD "steps:\n  ¦read: Hello\n", STEPS_RULE, STEPS_ADVICE},
    {"steps are empty", HEAD "steps: ¦[]\n", STEPS_RULE, STEPS_ADVICE},
    {"sixty steps", STEPS TIMES10(PAGE PAGE PAGE PAGE PAGE PAGE), NULL, NULL},
    {"sixty-one steps", HEAD "steps:\n  ¦- read: a\n" TIMES10(PAGE PAGE PAGE PAGE PAGE PAGE),
     STEPS_RULE, STEPS_ADVICE},
    {"a step is text", STEPS PAGE "  - ¦Hello\n", "this (step) must have fields, 'name: value'",
     NULL},
    {"verb that was meant otherwise", STEPS "  - ¦raed: Hello\n", NO_VERB, "did you mean 'read'?"},
    {"verb that was meant otherwise, not first",
     STEPS "  - ¦id: q\n    chosse: Which?\n    options: []\n", NO_VERB, "did you mean 'choose'?"},
    {"unknown verb", STEPS PAGE "  - ¦listen: Hello\n", NO_VERB, VERBS},
    {"no fields at all", STEPS PAGE "  - ¦{}\n", NO_VERB, VERBS},
    {"two verbs", STEPS "  - read: Hello\n    id: a\n    ¦choose: Which?\n",
     "this step has a second verb", "begin a new step with '- '"},
    {"two steps with one id", STEPS CHOOSE("a") PAGE "  - read: Hello\n    id: ¦a\n",
     "another step of this lesson has the same id", "choose another; an id belongs to one step"},
    {"field of another verb", STEPS "  - read: Hello\n    ¦hints: [a]\n",
     "'hints' is not a field that can stand here (page to read)", NULL},
    {"revision 0", STEPS "  - read: Hello\n    rev: ¦0\n",
     "'rev' must be a whole number from 1 to 9999", NULL},
    {"empty stem", STEPS "  - read:¦\n", "'read' is empty", "write something, or delete the line"},
    {"question without id", STEPS "  - ¦choose: Which?\n    options:\n" RIGHT("a") OPTION("b"),
     NO_ID, NO_ID_ADVICE},
    {"question with several right answers without id",
     STEPS "  - ¦choose-all: Which?\n    options:\n" RIGHT("a") OPTION("b"), NO_ID, NO_ID_ADVICE},
    {"items to put in order without id", STEPS "  - ¦order: How?\n    items:\n" ITEM("a") ITEM("b"),
     NO_ID, NO_ID_ADVICE},
    {"items to sort without id",
     STEPS "  - ¦sort: Where?\n" GROUPS "    items:\n" ITEM_OF("a", "g") ITEM_OF("b", "h"), NO_ID,
     NO_ID_ADVICE},
    {"drawing without words", STEPS "  - read: Look\n    figure: ¦|\n      /\\\n",
     "a 'figure' needs an 'alt' that says in words what it shows",
     "some learners listen to the lesson"},
    {"drawing with words", STEPS "  - read: Look\n    figure: |\n      /\\\n    alt: A hill\n",
     NULL, NULL},
};

#define QUESTION(verb, options) STEPS "  - ¦" verb ": Which?\n    id: q\n    options:\n" options

static struct problem_row question_rows[] = {
    {"no right option", QUESTION("choose", OPTION("a") OPTION("b")), ONE_RIGHT, ONE_RIGHT_ADVICE},
    {"two right options", QUESTION("choose", RIGHT("a") RIGHT("b")), ONE_RIGHT, ONE_RIGHT_ADVICE},
    {"right: no", QUESTION("choose", "      - {id: a, text: t, why: w, right: no}\n" OPTION("b")),
     ONE_RIGHT, ONE_RIGHT_ADVICE},
    {"choose-all without right option", QUESTION("choose-all", OPTION("a") OPTION("b")),
     "no option of this question has 'right: yes'", "add 'right: yes' to every right option"},
    {"choose-all with two",
     STEPS "  - choose-all: Which?\n    id: q\n    options:\n" RIGHT("a") RIGHT("b"), NULL, NULL},
    {"one option",
     STEPS "  - choose: Which?\n    id: q\n    ¦options:\n      - {id: a, text: t, "
           "why: w, right: yes}\n",
     "'options' needs 2 to 9 entries and has 1", NULL},
    {"ten options",
     STEPS "  - choose: Which?\n    id: q\n    ¦options: [" TIMES10("{id: a}, ") "]\n",
     "'options' needs 2 to 9 entries and has 10", NULL},
    {"no options", STEPS "  - ¦choose: Which?\n    id: q\n", "'options' is missing (question)",
     "options: the answers to choose from"},
    {"option without reason",
     STEPS "  - choose: Which?\n    id: q\n    options:\n" OPTION(
         "a") "      - ¦{id: b, text: t, right: yes}\n",
     "'why' is missing (option)",
     "why: why it is right or wrong, shown after the answer; the right one needs it too"},
    {"option without text",
     STEPS "  - choose: Which?\n    id: q\n    options:\n" OPTION(
         "a") "      - ¦{id: b, why: w, right: yes}\n",
     "'text' is missing (option)", "text: the answer as the learner reads it"},
    {"option without id",
     STEPS "  - choose: Which?\n    id: q\n    options:\n" OPTION(
         "a") "      - ¦{text: t, why: w, right: yes}\n",
     "'id' is missing (option)",
     "id: the short name of the option; it stays the same when the text changes"},
    {"two options with one id",
     STEPS "  - choose: Which?\n    id: q\n    options:\n" RIGHT(
         "a") "      - {id: ¦a, text: t, why: w}\n",
     "the id 'a' is used twice in this list", "it stands in line 8 already; choose another"},
    {"two questions with the same option ids", STEPS CHOOSE("q") CHOOSE("r"), NULL, NULL},
    {"option field that was meant otherwise",
     STEPS "  - choose: Which?\n    id: q\n    options:\n" RIGHT(
         "a") "      - {id: b, text: t, why: w, ¦rigth: no}\n",
     "'rigth' is not a field that can stand here (option)", "did you mean 'right'?"},
    {"six hints", STEPS CHOOSE("q") "    ¦hints: [a, b, c, d, e, f]\n",
     "'hints' needs 1 to 5 entries and has 6", NULL},
    {"shuffle maybe", STEPS CHOOSE("q") "    shuffle: ¦maybe\n", "'shuffle' must be 'yes' or 'no'",
     NULL},

    {"items to put in order", STEPS "  - order: How?\n    id: q\n    items:\n" ITEM("a") ITEM("b"),
     NULL, NULL},
    {"one item to put in order",
     STEPS "  - order: How?\n    id: q\n    ¦items: [{id: a, text: t, why: w}]\n",
     "'items' needs 2 to 9 entries and has 1", NULL},
    {"two items with one id",
     STEPS
     "  - order: How?\n    id: q\n    items:\n" ITEM("a") "      - {id: ¦a, text: t, why: w}\n",
     "the id 'a' is used twice in this list", "it stands in line 8 already; choose another"},

    {"items to sort",
     STEPS "  - sort: Where?\n    id: q\n" GROUPS "    items:\n" ITEM_OF("a", "g")
         ITEM_OF("b", "g"),
     NULL, NULL},
    {"item of an unknown group",
     STEPS "  - sort: Where?\n    id: q\n" GROUPS
           "    items:\n" ITEM_OF("a", "g") "      - {id: b, text: t, why: w, group: ¦i}\n",
     "no group of this step has this id", "write the id of one of the 'groups'"},
    {"two groups with one id",
     STEPS "  - sort: Where?\n    id: q\n    groups: [{id: g, text: t}, {id: ¦g, text: t}]\n"
           "    items:\n" ITEM_OF("a", "g") ITEM_OF("b", "g"),
     "the id 'g' is used twice in this list", "it stands in line 7 already; choose another"},
    {"one group",
     STEPS "  - sort: Where?\n    id: q\n    ¦groups: [{id: g, text: t}]\n"
           "    items:\n" ITEM_OF("a", "g") ITEM_OF("b", "g"),
     "'groups' needs 2 to 9 entries and has 1", NULL},
    {"item without group",
     STEPS "  - sort: Where?\n    id: q\n" GROUPS
           "    items:\n" ITEM_OF("a", "g") "      - ¦{id: b, text: t, why: w}\n",
     "'group' is missing (item)", "group: the id of the group that the item belongs to"},
};

static struct problem_row story_rows[] = {
    {"a story",
     DECIDE "      - {id: a, " CHOICES(CHOICE("x", "b") ", " CHOICE("y", "c"))
         END("b") "      - {id: c, " CHOICES(CHOICE("x", "a")),
     NULL, NULL},
    {"story without id",
     STEPS "  - ¦decide: A story\n    scenes:\n      - {id: a, " CHOICES(CHOICE("x", "b")) END("b"),
     NO_ID, NO_ID_ADVICE},
    {"unknown scene",
     DECIDE "      - {id: a, text: t, choices: [" CHOICE(
         "x", "b") ", {id: y, text: t, next: ¦nowhere}]}\n" END("b"),
     "no scene of this story has this id",
     "write the id of the scene that follows, or add that scene"},
    {"scene that nobody reaches",
     DECIDE "      - {id: a, " CHOICES(CHOICE("x", "b"))
         END("b") "      - ¦{id: c, text: t, "
                  "choices: [" CHOICE("x", "a") "]}\n",
     "no choice leads to this scene", "let a choice of another scene lead here with 'next'"},
    {"scene that only itself reaches",
     DECIDE "      - {id: a, " CHOICES(CHOICE("x", "b"))
         END("b") "      - ¦{id: c, text: t, "
                  "choices: [" CHOICE("x", "c") ", " CHOICE("y", "b") "]}\n",
     "no choice leads to this scene", "let a choice of another scene lead here with 'next'"},
    {"scene without choices or end",
     DECIDE "      - {id: a, " CHOICES(
         CHOICE("x", "b") ", " CHOICE("y", "c")) "      - ¦{id: b, text: t}\n" END("c"),
     "the story stops here without an end", "add 'choices', or 'end: yes' if it ends here"},
    {"end: no",
     DECIDE "      - {id: a, " CHOICES(
         CHOICE("x", "b") ", " CHOICE("y", "c")) "      - ¦{id: b, text: t, end: no}\n" END("c"),
     "the story stops here without an end", "add 'choices', or 'end: yes' if it ends here"},
    {"scene with choices and end",
     DECIDE "      - ¦{id: a, text: t, end: yes, choices: [" CHOICE("x", "b") "]}\n" END("b"),
     "this scene ends the story and offers choices", "take 'end' or 'choices' away"},
    {"scene that leads to itself only",
     DECIDE "      - {id: a, " CHOICES(CHOICE("x", "b") ", " CHOICE("y", "c"))
         END("b") "      - ¦{id: c, text: t, choices: [" CHOICE("x", "c") "]}\n",
     "no way leads from this scene to an end", "let a choice lead on to a scene with 'end: yes'"},
    {"two scenes with one id",
     DECIDE "      - {id: a, " CHOICES(CHOICE("x", "b"))
         END("b") "      - {id: ¦b, text: t, end: yes}\n",
     "the id 'b' is used twice in this list", "it stands in line 9 already; choose another"},
    {"two choices with one id",
     DECIDE "      - {id: a, text: t, choices: [" CHOICE(
         "x", "b") ", {id: ¦x, text: t, next: b}]}\n" END("b"),
     "the id 'x' is used twice in this list", "it stands in line 8 already; choose another"},
    {"choice without next",
     DECIDE
     "      - {id: a, text: t, choices: [" CHOICE("x", "b") ", ¦{id: y, text: t}]}\n" END("b"),
     "'next' is missing (choice)", "next: the id of the scene that follows"},
    {"one scene",
     STEPS "  - decide: A story\n    id: story\n    ¦scenes: [{id: a, text: t, "
           "end: yes}]\n",
     "'scenes' needs 2 to 60 entries and has 1", NULL},
    {"scene without text",
     DECIDE "      - {id: a, " CHOICES(CHOICE("x", "b")) "      - ¦{id: b, end: yes}\n",
     "'text' is missing (scene)", "text: what happens, as the learner reads it"},
};

static bool read_whole(const void *parent, struct bytes bytes, struct diagnostics *problems)
{
    return lesson_parse(parent, PROBLEM_FILE, bytes, activity_verbs(), LESSON_WHOLE, problems) !=
           NULL;
}

static void check_row(void **state)
{
    problem_check(*state, read_whole);
}

static struct bytes bytes_of(const void *parent, const char *text)
{
    return (struct bytes){talloc_strdup(parent, text), strlen(text)};
}

static const struct lesson *parse(const void *parent, const char *text, enum lesson_part part,
                                  struct diagnostics *problems)
{
    return lesson_parse(parent, PROBLEM_FILE, bytes_of(parent, text), activity_verbs(), part,
                        problems);
}

struct world {
    char *folder;
    struct diagnostics *problems;
};

static int make_world(void **state)
{
    struct world *world = talloc_zero(NULL, struct world);
    world->folder = folder_make(world);
    world->problems = diagnostics_new(world);
    *state = world;
    return 0;
}

static int free_world(void **state)
{
    struct world *world = *state;
    folder_remove(world->folder);
    return talloc_free(world);
}

static const struct lesson *read_file(struct world *world, const char *path, enum lesson_part part)
{
    const struct lesson *lesson = lesson_read(world, path, activity_verbs(), part, world->problems);
    assert_true(lesson != NULL || world->problems->errors > 0);
    return lesson;
}

static const struct lesson *read_good(struct world *world, const char *text, enum lesson_part part)
{
    const struct lesson *lesson =
        read_file(world, folder_add(world->folder, "one.yaml", text), part);
    problem_print(world->problems);
    assert_non_null(lesson);
    assert_int_equal(world->problems->count, 0);
    return lesson;
}

static void a_lesson_holds_what_its_file_says(void **state)
{
    struct world *world = *state;
    const struct lesson *lesson = read_good(world,
                                            "lesson: one\n"
                                            "title: Урок один\n"
                                            "about: What it is about.\n"
                                            "minutes: 12\n"
                                            "for: [learner, educator]\n"
                                            "countries: [ua]\n"
                                            "reviewed: 2026-11\n"
                                            "review-by: 2027-11\n"
                                            "sources: [WHO]\n"
                                            "before-after: [q]\n"
                                            "steps:\n"
                                            "  - read: Hello\n"
                                            "    note: Say hello.\n"
                                            "  - choose: Which?\n"
                                            "    id: q\n"
                                            "    rev: 3\n"
                                            "    options:\n" RIGHT("a") OPTION("b"),
                                            LESSON_WHOLE);
    assert_string_equal(lesson->id.bytes, "one");
    assert_string_equal(lesson->title.bytes, "Урок один");
    assert_string_equal(lesson->about.bytes, "What it is about.");
    assert_int_equal(lesson->minutes.value, 12);
    assert_int_equal(lesson->audiences.count, 2);
    assert_string_equal(lesson->countries.items[0].bytes, "ua");
    assert_int_equal(lesson->reviewed.year, 2026);
    assert_int_equal(lesson->review_by.year, 2027);
    assert_string_equal(lesson->sources.items[0].bytes, "WHO");
    assert_string_equal(lesson->before_after.items[0].bytes, "q");

    assert_int_equal(lesson->step_count, 2);
    const struct step *page = &lesson->steps[0];
    assert_string_equal(page->verb->name, "read");
    assert_string_equal(step_stem(page)->bytes, "Hello");
    assert_string_equal(page->note.bytes, "Say hello.");
    assert_null(page->id.bytes);
    assert_ptr_equal(page->lesson, lesson);
    const struct step *question = lesson_find_step(lesson, "q");
    assert_ptr_equal(question, &lesson->steps[1]);
    assert_string_equal(question->verb->name, "choose");
    assert_int_equal(question->rev.value, 3);
    assert_int_equal(question->at.line, 14);
    assert_null(lesson_find_step(lesson, "r"));
    assert_ptr_equal(talloc_parent(lesson), world);
}

static void no_stays_text(void **state)
{
    struct world *world = *state;
    const struct lesson *lesson =
        read_good(world, "lesson: no\ntitle: no\nminutes: 5\nsteps:\n  - read: no\n    id: no\n",
                  LESSON_WHOLE);
    assert_string_equal(lesson->id.bytes, "no");
    assert_string_equal(lesson->title.bytes, "no");
    assert_string_equal(step_stem(&lesson->steps[0])->bytes, "no");
    assert_non_null(lesson_find_step(lesson, "no"));
}

static void line_ends_and_marks_of_other_systems_are_read(void **state)
{
    struct world *world = *state;
    const struct lesson *lesson = read_good(world,
                                            "\xEF\xBB\xBF"
                                            "lesson: one\r\ntitle: One\r\nminutes: 5\r\nsteps:\r\n"
                                            "  - read: |\r\n      one\r\n      two\r\n",
                                            LESSON_WHOLE);
    assert_string_equal(lesson->title.bytes, "One");
    assert_string_equal(step_stem(&lesson->steps[0])->bytes, "one\ntwo\n");
}

static void all_problems_are_reported(void **state)
{
    struct world *world = *state;
    static const size_t lines[] = {2, 3, 1, 5, 6, 7, 9, 14, 15, 15};
    const struct lesson *lesson = parse(world,
                                        "lesson: one\n"
                                        "titel: One\n"
                                        "minutes: many\n"
                                        "steps:\n"
                                        "  - raed: Hello\n"
                                        "  - Hello\n"
                                        "  - choose: Which?\n"
                                        "    options:\n"
                                        "      - {id: a, why: w}\n"
                                        "      - {id: b, text: t, why: w}\n"
                                        "  - decide: A story\n"
                                        "    id: s\n"
                                        "    scenes:\n"
                                        "      - {id: a, text: t}\n"
                                        "      - {id: b, text: t, choices: [{id: x, text: t, "
                                        "next: c}, {id: y, text: t, next: d}]}\n",
                                        LESSON_WHOLE, world->problems);
    assert_null(lesson);
    bool seen[sizeof lines / sizeof lines[0]] = {false};
    for (size_t i = 0; i < world->problems->count; i++)
        for (size_t j = 0; j < sizeof seen; j++)
            if (!seen[j] && world->problems->items[i].at.line == lines[j]) {
                seen[j] = true;
                break;
            }
    problem_print(world->problems);
    assert_int_equal(world->problems->count, sizeof seen);
    for (size_t j = 0; j < sizeof seen; j++)
        assert_true(seen[j]);
}

/* Three scenes in a ring: each of them is told, since any of them could be mended. */
static void a_loop_without_exit_is_told_for_each_scene(void **state)
{
    struct world *world = *state;
    assert_null(parse(
        world,
        DECIDE "      - {id: a, " CHOICES(CHOICE("x", "b") ", " CHOICE(
            "y",
            "e")) "      - {id: b, " CHOICES(CHOICE("x",
                                                    "c")) "      - {id: c, " CHOICES(CHOICE("x",
                                                                                            "b"))
            END("e"),
        LESSON_WHOLE, world->problems));
    assert_int_equal(world->problems->count, 2);
    for (size_t i = 0; i < 2; i++) {
        assert_string_equal(world->problems->items[i].message,
                            "no way leads from this scene to an end");
        assert_int_equal(world->problems->items[i].at.line, 9 + i);
        assert_int_equal(world->problems->items[i].at.column, 9);
    }
}

/* Otherwise the same question would be asked twice in a row. */
static void nothing_is_asked_twice_before_the_lesson(void **state)
{
    struct world *world = *state;
    assert_null(parse(world, HEAD "before-after: [q, q]\nsteps:\n" CHOOSE("q"), LESSON_WHOLE,
                      world->problems));
    assert_int_equal(world->problems->count, 1);
    assert_int_equal(world->problems->items[0].at.line, 4);
    assert_int_equal(world->problems->items[0].at.column, 19);
}

static void problems_of_the_tree_end_reading(void **state)
{
    struct world *world = *state;
    assert_null(parse(world, "lesson: !!str one\nlesson: two\n", LESSON_WHOLE, world->problems));
    assert_int_equal(world->problems->count, 2);
}

static void the_head_is_all_but_the_steps(void **state)
{
    struct world *world = *state;
    const struct lesson *lesson = read_good(world,
                                            "lesson: one\ntitle: One\nminutes: 5\nsources: [a, b]\n"
                                            "steps:\n" PAGE,
                                            LESSON_HEAD);
    assert_string_equal(lesson->title.bytes, "One");
    assert_int_equal(lesson->sources.count, 2);
    assert_int_equal(lesson->step_count, 0);
}

static void the_head_does_not_look_at_the_steps(void **state)
{
    static const char *const steps[] = {
        "steps: [[[\n",      "steps:\n\t- {\n",
        "steps: \"no end\n", "steps: !x &y *z\n",
        "steps: no list\n",  "steps:\n  - raed: x\n",
        "steps: \"\\e\"\n",  "steps: 1\nsteps: 2\nlesson: !!int 3\n",
    };
    struct world *world = *state;
    for (size_t i = 0; i < sizeof steps / sizeof steps[0]; i++) {
        char *text = talloc_asprintf(world, HEAD "%s", steps[i]);
        const struct lesson *lesson = parse(world, text, LESSON_HEAD, world->problems);
        problem_print(world->problems);
        assert_non_null(lesson);
        assert_string_equal(lesson->title.bytes, "One");
        assert_null(parse(world, text, LESSON_WHOLE, diagnostics_new(world)));
    }
}

static void a_wrong_head_is_refused(void **state)
{
    struct world *world = *state;
    char *path = folder_add(world->folder, "one.yaml", "lesson: one\nsteps:\n" PAGE);
    assert_null(read_file(world, path, LESSON_HEAD));
    assert_int_equal(world->problems->count, 2);
    assert_string_equal(world->problems->items[0].file, path);
    assert_string_equal(world->problems->items[0].message, "'title' is missing (lesson)");
    assert_string_equal(world->problems->items[1].message, "'minutes' is missing (lesson)");
}

/* A head whose second field is so long that the last ones begin at `offset`. */
static char *long_head(const void *parent, size_t offset)
{
    const char *before = "lesson: one\n# ";
    char *text = talloc_asprintf(parent,
                                 "%s%*s\n"
                                 "minutes: 5\n"
                                 "title: A title in one line\n"
                                 "steps:\n" PAGE,
                                 before, (int)(offset - strlen(before) - 1), "");
    memset(text + strlen(before), 'x', offset - strlen(before) - 1);
    return text;
}

static void a_long_head_is_read_to_its_end(void **state)
{
    struct world *world = *state;
    const struct lesson *lesson = read_good(world, long_head(world, 9000), LESSON_HEAD);
    assert_string_equal(lesson->title.bytes, "A title in one line");
    assert_int_equal(lesson->minutes.value, 5);
}

/* However a first read of some thousand bytes falls on it. */
static void a_head_is_never_cut(void **state)
{
    struct world *world = *state;
    for (size_t offset = 4096 - 60; offset <= 4096 + 4; offset++) {
        const struct lesson *lesson = read_good(world, long_head(world, offset), LESSON_HEAD);
        assert_string_equal(lesson->title.bytes, "A title in one line");
        assert_int_equal(lesson->minutes.value, 5);
    }
}

static void a_list_in_a_head_is_never_cut(void **state)
{
    struct world *world = *state;
    char *text = talloc_strdup(world, HEAD "sources:\n");
    for (size_t i = 0; i < 40; i++)
        text = talloc_asprintf_append_buffer(text, "  - %0150zu\n", i);
    text = talloc_strdup_append_buffer(text, "steps:\n" PAGE);
    assert_true(strlen(text) > 6000);
    assert_int_equal(read_good(world, text, LESSON_HEAD)->sources.count, 40);
}

static void a_cut_character_is_no_problem_of_a_head(void **state)
{
    struct world *world = *state;
    for (size_t i = 0; i < 4; i++) {
        char *text = talloc_asprintf(world, HEAD "steps:\n#%.*s", (int)i, "xxx");
        for (size_t j = 0; j < 3000; j++)
            text = talloc_strdup_append_buffer(text, "€");
        text = talloc_strdup_append_buffer(text, "\n" PAGE);
        read_good(world, text, LESSON_HEAD);
    }
}

/* HEAD, steps and a comment: length bytes in all. */
static char *add_large_file(struct world *world, size_t length)
{
    const char *start = STEPS PAGE "#";
    char *text = talloc_array(world, char, (unsigned)length);
    memset(text, 'x', length);
    memcpy(text, start, strlen(start));
    text[length - 1] = '\n';
    return folder_add_bytes(world->folder, "large.yaml", text, length);
}

static void a_file_has_at_most_one_mib(void **state)
{
    struct world *world = *state;
    assert_int_equal(NODE_FILE_BYTES, 1048576);
    assert_non_null(read_file(world, add_large_file(world, NODE_FILE_BYTES), LESSON_WHOLE));
    char *path = add_large_file(world, NODE_FILE_BYTES + 1);
    assert_null(read_file(world, path, LESSON_WHOLE));
    assert_int_equal(world->problems->count, 1);
    assert_string_equal(world->problems->items[0].message,
                        "this file is too large: 1025 KiB, at most 1024 KiB are allowed");
    assert_string_equal(world->problems->items[0].file, path);
    assert_int_equal(world->problems->items[0].at.line, 0);
}

static void a_missing_file_is_told_once(void **state)
{
    static const enum lesson_part parts[] = {LESSON_HEAD, LESSON_WHOLE};
    struct world *world = *state;
    char *path = file_path(world, world->folder, "none.yaml");
    for (size_t i = 0; i < 2; i++) {
        assert_null(read_file(world, path, parts[i]));
        assert_int_equal(world->problems->count, i + 1);
        assert_string_equal(world->problems->items[i].message,
                            "this file cannot be read: No such file or directory");
    }
}

static void the_lessons_of_the_program_are_good(void **state)
{
    static const char *const files[] = {
        "hiv-sti/how-hiv-is-passed-on.yaml",   "hiv-sti/condoms-and-lubricant.yaml",
        "safety/what-counts-as-violence.yaml", "rights/when-police-stop-you.yaml",
        "rights/rights-you-always-have.yaml",
    };
    struct world *world = *state;
    for (size_t i = 0; i < sizeof files / sizeof files[0]; i++) {
        char *path = file_path(world, getenv("CONECTA_LESSONS_DIR"), files[i]);
        const struct lesson *head = read_file(world, path, LESSON_HEAD);
        const struct lesson *lesson = read_file(world, path, LESSON_WHOLE);
        problem_print(world->problems);
        assert_non_null(head);
        assert_non_null(lesson);
        assert_string_equal(head->title.bytes, lesson->title.bytes);
        assert_int_equal(head->sources.count, lesson->sources.count);
    }
}

#define IN_WORLD(test) cmocka_unit_test_setup_teardown(test, make_world, free_world)

static int run_rows(const char *group, struct problem_row *rows, size_t count)
{
    struct CMUnitTest *tests = talloc_zero_array(NULL, struct CMUnitTest, (unsigned)count);
    problem_fill_tests(tests, rows, count, check_row);
    int failed = _cmocka_run_group_tests(group, tests, count, NULL, NULL);
    talloc_free(tests);
    return failed;
}

#define RUN_ROWS(rows) run_rows(#rows, rows, sizeof rows / sizeof rows[0])

int main(void)
{
    static const struct CMUnitTest tests[] = {
        IN_WORLD(a_lesson_holds_what_its_file_says),
        IN_WORLD(no_stays_text),
        IN_WORLD(line_ends_and_marks_of_other_systems_are_read),
        IN_WORLD(all_problems_are_reported),
        IN_WORLD(a_loop_without_exit_is_told_for_each_scene),
        IN_WORLD(nothing_is_asked_twice_before_the_lesson),
        IN_WORLD(problems_of_the_tree_end_reading),
        IN_WORLD(the_head_is_all_but_the_steps),
        IN_WORLD(the_head_does_not_look_at_the_steps),
        IN_WORLD(a_wrong_head_is_refused),
        IN_WORLD(a_long_head_is_read_to_its_end),
        IN_WORLD(a_head_is_never_cut),
        IN_WORLD(a_list_in_a_head_is_never_cut),
        IN_WORLD(a_cut_character_is_no_problem_of_a_head),
        IN_WORLD(a_file_has_at_most_one_mib),
        IN_WORLD(a_missing_file_is_told_once),
        IN_WORLD(the_lessons_of_the_program_are_good),
    };
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    failed += RUN_ROWS(head_rows);
    failed += RUN_ROWS(step_rows);
    failed += RUN_ROWS(question_rows);
    return failed + RUN_ROWS(story_rows);
}
