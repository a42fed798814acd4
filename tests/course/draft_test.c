/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "course/draft.h"

#include "../base/folder.h"
#include "activities/activity.h"
#include "course/around.h"

#define HEADER                                         \
    "msgid \"\"\nmsgstr \"\"\n"                        \
    "\"Language: uk\\n\"\n"                            \
    "\"Content-Type: text/plain; charset=UTF-8\\n\"\n" \
    "\"X-Conecta-Course: c\\n\"\n\n"
#define ENTRY(context, source, translation) \
    "msgctxt \"" context "\"\nmsgid \"" source "\"\nmsgstr \"" translation "\"\n\n"
#define TITLE ENTRY("one/title", "One", "Один")
#define PAGE(translation) ENTRY("one/read#1/read/1", "Take [[PrEP]] 2 times.", translation)

struct world {
    char *folder;
    char *lesson;
    char *po;
    struct library *library;
    struct diagnostics *problems;
};

static int open_world(void **state)
{
    struct world *world = talloc_zero(NULL, struct world);
    world->folder = folder_make(world);
    folder_add(world->folder, COURSE_FILE,
               "format: 1\ncourse: c\ntitle: The course\nlanguage: en\n"
               "modules:\n  - {id: m, title: M, lessons: [one.yaml]}\n");
    folder_add(world->folder, GLOSSARY_FILE,
               "glossary:\n  - {term: PrEP, text: A medicine.}\n");
    world->lesson = folder_add(world->folder, "one.yaml",
                               "lesson: one\ntitle: One\nminutes: 1\nsteps:\n"
                               "  - read: Take [[PrEP]] 2 times.\n");
    world->po = folder_add(world->folder, "m.po", HEADER TITLE PAGE("[[PrEP]], 2 рази."));
    world->library = library_open_lesson(world, world->lesson, world->po, activity_verbs());
    *state = world;
    return 0;
}

static int close_world(void **state)
{
    struct world *world = *state;
    folder_remove(world->folder);
    talloc_free(world);
    return 0;
}

static struct lesson *read_again(struct world *world)
{
    talloc_free(world->problems);
    world->problems = diagnostics_new(world);
    return library_lesson(world->library, world, 0, 0, world->problems);
}

static void translate(struct world *world, const char *entries)
{
    folder_add(world->folder, "m.po", entries);
}

static const char *first_page(const struct lesson *lesson)
{
    return step_stem(&lesson->steps[0])->bytes;
}

static void a_translation_is_shown_in_its_language(void **state)
{
    struct world *world = *state;
    const struct lesson *lesson = read_again(world);
    assert_string_equal(lesson->title.bytes, "Один");
    assert_string_equal(first_page(lesson), "[[PrEP]], 2 рази.");
    assert_string_equal(lesson->language, "uk");
    assert_int_equal(world->library->draft->left, 0);
}

static void what_is_missing_stays_as_it_was_written(void **state)
{
    struct world *world = *state;
    translate(world, HEADER TITLE PAGE(""));
    const struct lesson *lesson = read_again(world);
    assert_string_equal(lesson->title.bytes, "Один");
    assert_string_equal(first_page(lesson), "Take [[PrEP]] 2 times.");
    assert_int_equal(world->library->draft->left, 1);
    translate(world, HEADER "#, fuzzy\n" TITLE PAGE(""));
    assert_string_equal(read_again(world)->title.bytes, "One");
    assert_int_equal(world->library->draft->left, 2);
}

static void what_was_lost_is_told_with_both_places(void **state)
{
    struct world *world = *state;
    translate(world, HEADER TITLE PAGE("[[PrEP]]."));
    assert_null(read_again(world));
    assert_int_equal(world->problems->count, 1);
    assert_non_null(strstr(world->problems->items[0].message, "lost the number 2"));
    assert_string_equal(world->problems->items[0].file, world->po);
    assert_non_null(strstr(world->problems->items[0].advice, "one.yaml:5"));
}

static void the_glossary_beside_it_is_used(void **state)
{
    struct world *world = *state;
    translate(world, HEADER TITLE PAGE("[[ДКП]], 2 рази."));
    assert_null(read_again(world));
    folder_add(world->folder, "course.po",
               HEADER ENTRY("glossary.yaml/glossary/PrEP/term", "PrEP", "ДКП")
                   ENTRY("glossary.yaml/glossary/PrEP/text", "A medicine.", "Ліки."));
    assert_non_null(read_again(world));
    const struct term *term = library_term(world->library, "uk", "дкп");
    assert_non_null(term);
    assert_string_equal(term->text.bytes, "Ліки.");
}

static void other_files_are_refused(void **state)
{
    struct world *world = *state;
    translate(world, "msgid \"a\"\nmsgstr \"b\n");
    assert_null(read_again(world));
    assert_true(world->problems->errors > 0);
    translate(world, "msgid \"a\"\nmsgstr \"b\"\n");
    assert_null(read_again(world));
    assert_non_null(strstr(world->problems->items[0].message, "there is no language"));
    translate(world,
              "msgid \"\"\nmsgstr \"\"\n\"Language: uk\\n\"\n"
              "\"Content-Type: text/plain; charset=UTF-8\\n\"\n\"X-Conecta-Course: d\\n\"\n");
    assert_null(read_again(world));
    assert_non_null(strstr(world->problems->items[0].message, "not a translation of this course"));
}

/* Without a course around the lesson, the PO file says which course it is of. */
static void a_lesson_alone_is_translated_too(void **state)
{
    struct world *world = *state;
    char *course = talloc_asprintf(world, "%s/%s", world->folder, COURSE_FILE);
    assert_int_equal(unlink(course), 0);
    world->library = library_open_lesson(world, world->lesson, world->po, activity_verbs());
    assert_string_equal(read_again(world)->title.bytes, "Один");
}

#define IN_WORLD(test) cmocka_unit_test_setup_teardown(test, open_world, close_world)

int main(void)
{
    const struct CMUnitTest tests[] = {
        IN_WORLD(a_translation_is_shown_in_its_language),
        IN_WORLD(what_is_missing_stays_as_it_was_written),
        IN_WORLD(what_was_lost_is_told_with_both_places),
        IN_WORLD(the_glossary_beside_it_is_used),
        IN_WORLD(other_files_are_refused),
        IN_WORLD(a_lesson_alone_is_translated_too),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
