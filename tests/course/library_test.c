/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "course/library.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>
#include <talloc.h>

#include "../base/folder.h"
#include "activities/activity.h"

struct world {
    char *folder;
    struct diagnostics *problems;
    struct library *library;
};

#define LESSON(id) "lesson: " id "\ntitle: The lesson " id "\nminutes: 5\nsteps:\n  - read: Hello\n"

static int open_world(void **state)
{
    struct world *world = talloc_zero(NULL, struct world);
    world->folder = folder_make(world);
    world->problems = diagnostics_new(world);
    folder_add(world->folder, COURSE_FILE,
               "format: 1\ncourse: c\ntitle: C\nlanguage: en\nmodules:\n"
               "  - {id: m, title: M, lessons: [m/a.yaml, m/b.yaml]}\n"
               "  - {id: n, title: N, lessons: [m/none.yaml, m/no-head.yaml, m/no-steps.yaml]}\n");
    folder_add_folder(world->folder, "m");
    folder_add(world->folder, "m/a.yaml", LESSON("a"));
    folder_add(world->folder, "m/b.yaml", LESSON("b"));
    folder_add(world->folder, "m/no-head.yaml", "lesson: no-head\n");
    folder_add(world->folder, "m/no-steps.yaml",
               "lesson: no-steps\ntitle: No steps\nminutes: 5\nsteps: [[[\n");
    world->library = library_open(world, world->folder, activity_verbs(), world->problems);
    *state = world;
    return world->library ? 0 : -1;
}

static int close_world(void **state)
{
    struct world *world = *state;
    folder_remove(world->folder);
    return talloc_free(world);
}

static void opening_reads_no_lesson(void **state)
{
    struct world *world = *state;
    assert_int_equal(world->problems->count, 0);
    assert_int_equal(world->library->course->modules.count, 2);
    folder_add(world->folder, "m/a.yaml", LESSON("changed"));
    assert_string_equal(library_head(world->library, 0, 0)->id, "changed");
}

static void a_head_is_read_once(void **state)
{
    struct world *world = *state;
    const struct head *head = library_head(world->library, 0, 1);
    assert_string_equal(head->title, "The lesson b");
    folder_add(world->folder, "m/b.yaml", LESSON("changed"));
    assert_ptr_equal(library_head(world->library, 0, 1), head);
}

static void a_head_that_cannot_be_read_is_looked_for_once(void **state)
{
    struct world *world = *state;
    assert_null(library_head(world->library, 1, 0));
    folder_add(world->folder, "m/none.yaml", LESSON("none"));
    assert_null(library_head(world->library, 1, 0));
    assert_null(library_head(world->library, 1, 1));
    assert_int_equal(world->problems->count, 0);
}

static void mistakes_behind_the_head_come_with_the_lesson(void **state)
{
    struct world *world = *state;
    assert_string_equal(library_head(world->library, 1, 2)->title, "No steps");
    assert_null(library_lesson(world->library, world, 1, 2, world->problems));
    assert_int_equal(world->problems->count, 1);
    assert_string_equal(world->problems->items[0].file,
                        file_path(world, world->folder, "m/no-steps.yaml"));
    assert_int_equal(world->problems->items[0].at.line, 5);
}

static void a_lesson_belongs_to_who_asked(void **state)
{
    struct world *world = *state;
    void *memory = talloc_new(world);
    const struct lesson *lesson = library_lesson(world->library, memory, 0, 0, world->problems);
    assert_non_null(lesson);
    assert_int_equal(lesson->step_count, 1);
    assert_ptr_equal(talloc_parent(lesson), memory);
    talloc_free(memory);
    assert_string_equal(library_head(world->library, 0, 0)->id, "a");
}

static void a_lesson_that_is_missing_is_named(void **state)
{
    struct world *world = *state;
    assert_null(library_lesson(world->library, world, 1, 0, world->problems));
    assert_string_equal(world->problems->items[0].message,
                        "this file cannot be read: No such file or directory");
}

static void a_lesson_is_found_by_its_id(void **state)
{
    struct world *world = *state;
    size_t module = 77, lesson = 77;
    assert_true(library_find(world->library, "b", &module, &lesson));
    assert_int_equal(module, 0);
    assert_int_equal(lesson, 1);
    assert_true(library_find(world->library, "no-steps", &module, &lesson));
    assert_int_equal(module, 1);
    assert_int_equal(lesson, 2);
}

static void an_unknown_id_changes_nothing(void **state)
{
    struct world *world = *state;
    size_t module = 77, lesson = 77;
    assert_false(library_find(world->library, "none", &module, &lesson));
    assert_false(library_find(world->library, "", &module, &lesson));
    assert_false(library_find(world->library, "A", &module, &lesson));
    assert_int_equal(module, 77);
    assert_int_equal(lesson, 77);
}

static void without_a_course_there_is_no_library(void **state)
{
    struct world *world = *state;
    char *empty = folder_add_folder(world->folder, "empty");
    assert_null(library_open(world, empty, activity_verbs(), world->problems));
    assert_int_equal(world->problems->count, 1);
}

#define IN_WORLD(test) cmocka_unit_test_setup_teardown(test, open_world, close_world)

int main(void)
{
    static const struct CMUnitTest tests[] = {
        IN_WORLD(opening_reads_no_lesson),
        IN_WORLD(a_head_is_read_once),
        IN_WORLD(a_head_that_cannot_be_read_is_looked_for_once),
        IN_WORLD(mistakes_behind_the_head_come_with_the_lesson),
        IN_WORLD(a_lesson_belongs_to_who_asked),
        IN_WORLD(a_lesson_that_is_missing_is_named),
        IN_WORLD(a_lesson_is_found_by_its_id),
        IN_WORLD(an_unknown_id_changes_nothing),
        IN_WORLD(without_a_course_there_is_no_library),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
