/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "course/course.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>
#include <talloc.h>

#include "../base/folder.h"
#include "problem_check.h"

#define HEAD "format: 1\ncourse: c\ntitle: C\nlanguage: en\n"
#define MODULE(id) "  - id: " id "\n    title: M\n    lessons: [m/l.yaml]\n"

static struct problem_row rows[] = {
    {"a course", HEAD "modules:\n" MODULE("m") MODULE("n"), NULL, NULL},
    {"no format", "¦course: c\ntitle: C\nlanguage: en\nmodules:\n" MODULE("m"),
     "'format' is missing (course)", "format: the version of the file format: 1"},
    {"newer format", "format: ¦2\ncourse: c\ntitle: C\nlanguage: en\nmodules:\n" MODULE("m"),
     "this course needs a newer version of Conecta",
     "install the newest Conecta, or use an older copy of the course"},
    {"format that is no number",
     "format: ¦one\ncourse: c\ntitle: C\nlanguage: en\nmodules:\n" MODULE("m"),
     "'format' must be a whole number from 1 to 9999", NULL},
    {"no id", "¦format: 1\ntitle: C\nlanguage: en\nmodules:\n" MODULE("m"),
     "'course' is missing (course)", "course: the short name of the course"},
    {"no title", "¦format: 1\ncourse: c\nlanguage: en\nmodules:\n" MODULE("m"),
     "'title' is missing (course)", "title: the title that the learner sees"},
    {"unknown language", "format: 1\ncourse: c\ntitle: C\nlanguage: ¦de\nmodules:\n" MODULE("m"),
     "there is no such language here",
     "write en, ru or uk: the language the lessons are written in"},
    {"no language", "¦format: 1\ncourse: c\ntitle: C\nmodules:\n" MODULE("m"),
     "'language' is missing (course)",
     "language: the language the lessons are written in: en, ru or uk"},
    {"no modules", "¦" HEAD, "'modules' is missing (course)",
     "modules: the parts of the course, each with its lessons"},
    {"modules without entries", HEAD "¦modules: []\n", "'modules' needs 1 to 200 entries and has 0",
     NULL},
    {"two modules with one id",
     HEAD "modules:\n" MODULE("m") "  - {id: ¦m, title: M, lessons: [m/l.yaml]}\n",
     "the id 'm' is used twice in this list", "it stands in line 6 already; choose another"},
    {"module without lessons", HEAD "modules:\n  - ¦id: m\n    title: M\n",
     "'lessons' is missing (module)",
     "lessons: the files of the lessons, such as hiv-sti/how-hiv-is-passed-on.yaml"},
    {"lesson outside of the course",
     HEAD "modules:\n  - id: m\n    title: M\n    lessons:\n      - ¦../other.yaml\n",
     "a file must lie inside the folder of the course",
     "write its name from that folder on, such as module/lesson.yaml"},
    {"unknown field", HEAD "¦license: GPL\nmodules:\n" MODULE("m"),
     "'license' is not a field that can stand here (course)", "did you mean 'licence'?"},
    {"title of two lines",
     "format: 1\ncourse: c\ntitle: ¦\"a\\nb\"\nlanguage: en\nmodules:\n" MODULE("m"),
     "this must be a single line", NULL},
    {"empty file", "¦", "this file is empty", "take a lesson that works and change a copy of it"},
    {"tag", HEAD "licence: ¦!!str x\nmodules:\n" MODULE("m"),
     "tags ('!name') are not used in lessons",
     "take the word that begins with '!' away, or put the text in quotes"},
};

/* The file as problems name it, made what problem_check knows. */
static void rename_file(struct diagnostics *problems, const char *path)
{
    for (size_t i = 0; i < problems->count; i++) {
        assert_string_equal(problems->items[i].file, path);
        problems->items[i].file = PROBLEM_FILE;
    }
}

static bool read_course(const void *parent, struct bytes bytes, struct diagnostics *problems)
{
    char *folder = folder_make(parent);
    char *path = folder_add_bytes(folder, COURSE_FILE, bytes.data, bytes.length);
    bool good = course_read(parent, folder, problems) != NULL;
    folder_remove(folder);
    rename_file(problems, path);
    return good;
}

static void check_row(void **state)
{
    problem_check(*state, read_course);
}

static void a_course_holds_what_its_file_says(void **state)
{
    void *memory = talloc_new(NULL);
    char *folder = folder_make(memory);
    struct diagnostics *problems = diagnostics_new(memory);
    (void)state;
    folder_add(folder, COURSE_FILE,
               "format: 1\ncourse: conecta\ntitle: Курс\nlanguage: ru\nlicence: CC\nmodules:\n"
               "  - id: m\n    title: Эм\n    lessons: [m/a.yaml, m/b.yaml]\n"
               "  - id: n\n    title: N\n    lessons: [n/c.yaml]\n");
    struct course *course = course_read(memory, folder, problems);
    folder_remove(folder);
    assert_non_null(course);
    assert_int_equal(problems->count, 0);
    assert_ptr_equal(talloc_parent(course), memory);
    assert_string_equal(course->id.bytes, "conecta");
    assert_string_equal(course->title.bytes, "Курс");
    assert_string_equal(course->language.bytes, "ru");
    assert_string_equal(course->licence.bytes, "CC");
    assert_int_equal(course->modules.count, 2);
    assert_string_equal(course_module(course, 0)->title.bytes, "Эм");
    assert_int_equal(course_module(course, 0)->lessons.count, 2);
    assert_string_equal(course_module(course, 0)->lessons.items[1].bytes, "m/b.yaml");
    assert_string_equal(course_module(course, 1)->id.bytes, "n");
    talloc_free(memory);
}

static void a_folder_without_course_file_is_named(void **state)
{
    void *memory = talloc_new(NULL);
    char *folder = folder_make(memory);
    struct diagnostics *problems = diagnostics_new(memory);
    (void)state;
    assert_null(course_read(memory, folder, problems));
    folder_remove(folder);
    assert_int_equal(problems->count, 1);
    assert_string_equal(problems->items[0].file, file_path(memory, folder, "course.yaml"));
    assert_string_equal(problems->items[0].message,
                        "this file cannot be read: No such file or directory");
    talloc_free(memory);
}

static void all_problems_are_reported(void **state)
{
    void *memory = talloc_new(NULL);
    char *folder = folder_make(memory);
    struct diagnostics *problems = diagnostics_new(memory);
    (void)state;
    folder_add(folder, COURSE_FILE,
               "format: x\ncourse: C\nlanguage: en\nmodules:\n  - id: M\n  - []\n");
    assert_null(course_read(memory, folder, problems));
    folder_remove(folder);
    problem_print(problems);
    assert_int_equal(problems->count, 7);
    talloc_free(memory);
}

static void the_course_of_the_program_is_good(void **state)
{
    void *memory = talloc_new(NULL);
    struct diagnostics *problems = diagnostics_new(memory);
    (void)state;
    struct course *course = course_read(memory, getenv("CONECTA_LESSONS_DIR"), problems);
    problem_print(problems);
    assert_non_null(course);
    assert_string_equal(course->id.bytes, "conecta");
    talloc_free(memory);
}

#define ROWS (sizeof rows / sizeof rows[0])

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_course_holds_what_its_file_says),
        cmocka_unit_test(a_folder_without_course_file_is_named),
        cmocka_unit_test(all_problems_are_reported),
        cmocka_unit_test(the_course_of_the_program_is_good),
    };
    static struct CMUnitTest row_tests[ROWS];
    problem_fill_tests(row_tests, rows, ROWS, check_row);
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    return failed + cmocka_run_group_tests(row_tests, NULL, NULL);
}
