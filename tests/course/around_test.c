/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "course/around.h"

#include <limits.h>

#include "../base/folder.h"
#include "activities/activity.h"

struct world {
    char *folder; /* as the system names it, without links */
    char *lesson;
};

#define COURSE                                                  \
    "format: 1\ncourse: c\ntitle: The course\nlanguage: ru\n"   \
    "modules:\n"                                                \
    "  - {id: a, title: Module A, lessons: [other.yaml]}\n"     \
    "  - {id: m, title: Module M, lessons: [m/deep/one.yaml]}\n"

static int open_world(void **state)
{
    struct world *world = talloc_zero(NULL, struct world);
    char real[PATH_MAX];
    assert_non_null(realpath(folder_make(world), real));
    world->folder = talloc_strdup(world, real);
    folder_add(world->folder, COURSE_FILE, COURSE);
    folder_add_folder(world->folder, "m");
    folder_add_folder(world->folder, "m/deep");
    world->lesson = folder_add(world->folder, "m/deep/one.yaml",
                               "lesson: one\ntitle: One\nminutes: 1\nsteps:\n  - read: Hello\n");
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

static const char *module_title(const struct library *library)
{
    return course_module(library->course, 0)->title.bytes;
}

static void a_course_is_found_upwards(void **state)
{
    struct world *world = *state;
    const char *name = NULL;
    assert_string_equal(course_around(world, world->lesson, &name), world->folder);
    assert_string_equal(name, "m/deep/one.yaml");
}

static void the_nearest_course_counts(void **state)
{
    struct world *world = *state;
    const char *name = NULL;
    folder_add(world->folder, "m/course.yaml", COURSE);
    char *found = course_around(world, world->lesson, &name);
    assert_string_equal(found, talloc_asprintf(world, "%s/m", world->folder));
    assert_string_equal(name, "deep/one.yaml");
}

static void the_file_need_not_be_there_but_its_folder(void **state)
{
    struct world *world = *state;
    const char *name = "untouched";
    char *later = talloc_asprintf(world, "%s/m/later.yaml", world->folder);
    char *nowhere = talloc_asprintf(world, "%s/none/later.yaml", world->folder);
    assert_null(course_around(world, nowhere, &name));
    assert_string_equal(name, "untouched");
    assert_string_equal(course_around(world, later, &name), world->folder);
    assert_string_equal(name, "m/later.yaml");
}

static void no_course_is_no_course(void **state)
{
    struct world *world = *state;
    const char *name = "untouched";
    assert_null(course_around(world, "/dev/null", &name));
    assert_string_equal(name, "untouched");
}

static void the_module_lends_its_title(void **state)
{
    struct world *world = *state;
    struct library *library = library_open_lesson(world, world->lesson, NULL, activity_verbs());
    assert_string_equal(module_title(library), "Module M");
    assert_string_equal(library->course->title.bytes, "The course");
    assert_string_equal(library->course->language.bytes, "ru");
    assert_int_equal(library->course->modules.count, 1);
    assert_string_equal(library_head(library, 0, 0)->title, "One");
    assert_non_null(library_lesson(library, world, 0, 0, diagnostics_new(world)));
}

static void a_lesson_in_no_module_has_the_title_of_the_course(void **state)
{
    struct world *world = *state;
    char *later = talloc_asprintf(world, "%s/m/later.yaml", world->folder);
    struct library *library = library_open_lesson(world, later, NULL, activity_verbs());
    struct diagnostics *problems = diagnostics_new(world);
    assert_string_equal(module_title(library), "The course");
    assert_null(library_lesson(library, world, 0, 0, problems));
    assert_int_equal(problems->count, 1);
}

static void a_broken_course_is_none(void **state)
{
    struct world *world = *state;
    folder_add(world->folder, COURSE_FILE, "format: [");
    struct library *library = library_open_lesson(world, world->lesson, NULL, activity_verbs());
    assert_null(library->course->language.bytes);
    assert_non_null(library_lesson(library, world, 0, 0, diagnostics_new(world)));
}

static void without_a_course_the_file_is_the_title_and_harmless(void **state)
{
    struct world *world = *state;
    assert_int_equal(unlink(talloc_asprintf(world, "%s/%s", world->folder, COURSE_FILE)), 0);
    char *odd = talloc_asprintf(world, "%s/m/a\033[31m.yaml", world->folder);
    struct library *library = library_open_lesson(world, odd, NULL, activity_verbs());
    assert_null(library->course->language.bytes);
    assert_null(strchr(module_title(library), '\033'));
    assert_non_null(strstr(module_title(library), ".yaml"));
    library = library_open_lesson(world, world->lesson, NULL, activity_verbs());
    assert_string_equal(module_title(library), "one.yaml");
    assert_non_null(library_lesson(library, world, 0, 0, diagnostics_new(world)));
}

#define IN_WORLD(test) cmocka_unit_test_setup_teardown(test, open_world, close_world)

int main(void)
{
    const struct CMUnitTest tests[] = {
        IN_WORLD(a_course_is_found_upwards),
        IN_WORLD(the_nearest_course_counts),
        IN_WORLD(the_file_need_not_be_there_but_its_folder),
        IN_WORLD(no_course_is_no_course),
        IN_WORLD(the_module_lends_its_title),
        IN_WORLD(a_lesson_in_no_module_has_the_title_of_the_course),
        IN_WORLD(a_broken_course_is_none),
        IN_WORLD(without_a_course_the_file_is_the_title_and_harmless),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
