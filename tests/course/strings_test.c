/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "course/strings.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>
#include <talloc.h>

#include "activities/activity.h"
#include "course/library.h"

#define LESSON                                                            \
    "# A comment\n"                                                       \
    "lesson: l\n"                                                         \
    "title: A title\n"                                                    \
    "about: >-\n"                                                         \
    "  Folded over\n"                                                     \
    "  two lines.\n"                                                      \
    "minutes: 1\n"                                                        \
    "steps:\n"                                                            \
    "  - read: |\n"                                                       \
    "      # Head\n"                                                      \
    "\n"                                                                  \
    "      First of\n"                                                    \
    "      two.\n"                                                        \
    "\n"                                                                  \
    "      Last.\n"                                                       \
    "  - read: In one line.\n"                                            \
    "    note: Slowly.\n"                                                 \
    "  - read: Named.\n"                                                  \
    "    id: named\n"                                                     \
    "  - read: >-\n"                                                      \
    "      Folded\n"                                                      \
    "      page.\n"                                                       \
    "\n"                                                                  \
    "\n"                                                                  \
    "      Second.\n"                                                     \
    "    figure: |2\n"                                                    \
    "          /\\\n"                                                     \
    "         /  \\\n"                                                    \
    "    alt: \"A roof\"\n"                                               \
    "  - choose: Well?\n"                                                 \
    "    id: q\n"                                                         \
    "    hints:\n"                                                        \
    "      - One.\n"                                                      \
    "      - Two.\n"                                                      \
    "    options:\n"                                                      \
    "      - {id: a, text: Yes, right: yes, why: So.}\n"                  \
    "      - {id: b, text: No, why: Not so.}\n"                           \
    "      - id: c\n"                                                     \
    "        text: No\n"                                                  \
    "        why: >-\n"                                                   \
    "          Folded, too.\n"

static const struct {
    const char *context;
    size_t line;
    const char *text;
    const char *note;
} wanted[] = {
    {"l/title", 3, "A title", NULL},
    {"l/about", 5, "Folded over two lines.", NULL},
    {"l/read#1/read/1", 10, "# Head", NULL},
    {"l/read#1/read/2", 12, "First of\ntwo.", NULL},
    {"l/read#1/read/3", 15, "Last.", NULL},
    {"l/read#2/read/1", 16, "In one line.", "Slowly."},
    {"l/named/read/1", 18, "Named.", NULL},
    {"l/read#3/read/1", 21, "Folded page.", NULL},
    {"l/read#3/read/2", 25, "Second.", NULL},
    {"l/read#3/figure", 27, "    /\\\n   /  \\", NULL},
    {"l/read#3/alt", 29, "A roof", NULL},
    {"l/q/choose/1", 30, "Well?", NULL},
    {"l/q/hints/1", 33, "One.", NULL},
    {"l/q/hints/2", 34, "Two.", NULL},
    {"l/q/options/a/text", 36, "Yes", NULL},
    {"l/q/options/a/why", 36, "So.", NULL},
    {"l/q/options/b/text", 37, "No", NULL},
    {"l/q/options/b/why", 37, "Not so.", NULL},
    {"l/q/options/c/text", 39, "No", NULL},
    {"l/q/options/c/why", 41, "Folded, too.", NULL},
};

static struct bytes bytes_of(const char *text)
{
    return (struct bytes){.data = (char *)(size_t)text, .length = strlen(text)};
}

static void every_text_has_its_place(void **state)
{
    void *memory = talloc_new(NULL);
    struct diagnostics *problems = diagnostics_new(memory);
    enum { COUNT = sizeof wanted / sizeof wanted[0] };
    (void)state;
    assert_non_null(lesson_parse(memory, "l.yaml", bytes_of(LESSON), activity_verbs(),
                                 LESSON_WHOLE, problems));
    const struct strings *strings =
        strings_of_lesson(memory, "l.yaml", bytes_of(LESSON), activity_verbs(), problems);
    assert_non_null(strings);
    for (size_t i = 0; i < strings->count && i < COUNT; i++) {
        const struct string *string = &strings->items[i];
        assert_string_equal(string->context, wanted[i].context);
        assert_string_equal(string->text, wanted[i].text);
        assert_int_equal(string->line, wanted[i].line);
        assert_string_equal(string->file, "l.yaml");
        if (wanted[i].note)
            assert_string_equal(string->note, wanted[i].note);
        else
            assert_null(string->note);
    }
    assert_int_equal(strings->count, COUNT);
    talloc_free(memory);
}

/* A mark at the beginning of the file changes no place. */
static void a_byte_order_mark_is_skipped(void **state)
{
    void *memory = talloc_new(NULL);
    struct diagnostics *problems = diagnostics_new(memory);
    (void)state;
    const struct strings *strings = strings_of_lesson(
        memory, "l.yaml", bytes_of("\xEF\xBB\xBF" LESSON), activity_verbs(), problems);
    assert_int_equal(strings->items[3].line, 12);
    talloc_free(memory);
}

struct imaginary {
    struct position at;
    struct text id;
    struct text shown;
    struct text hidden;
};

static const struct field imaginary_fields[] = {
    {.name = "id", .type = FIELD_ID, .offset = offsetof(struct imaginary, id)},
    {.name = "shown", .type = FIELD_PAGE, .flags = FIELD_TRANSLATED,
     .offset = offsetof(struct imaginary, shown), .about = "shown"},
    {.name = "hidden", .type = FIELD_PAGE, .offset = offsetof(struct imaginary, hidden)},
};

/* What is translated is said by the table of fields alone. */
static void a_new_field_is_found_by_its_table(void **state)
{
    static const struct record record = {"imaginary", sizeof(struct imaginary),
                                         imaginary_fields, 3};
    void *memory = talloc_new(NULL);
    struct diagnostics *problems = diagnostics_new(memory);
    (void)state;
    const struct strings *strings =
        strings_of_record(memory, "i.yaml", bytes_of("id: x\nshown: Seen.\nhidden: Not.\n"),
                          "i.yaml", &record, problems);
    assert_int_equal(strings->count, 1);
    assert_string_equal(strings->items[0].context, "i.yaml/shown/1");
    assert_string_equal(strings->items[0].text, "Seen.");
    talloc_free(memory);
}

/* Nothing in another kind of file, and nothing broken, ends the program. */
static void other_files_have_no_strings(void **state)
{
    void *memory = talloc_new(NULL);
    struct diagnostics *problems = diagnostics_new(memory);
    static const char *const texts[] = {
        "a: b\n", "lesson: [x]\nsteps: 5\n", "lesson: l\nsteps: [a, [b], {c: d}]\ntitle: {}\n"};
    (void)state;
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
        const struct strings *strings = strings_of_lesson(
            memory, "l.yaml", bytes_of(texts[i]), activity_verbs(), problems);
        assert_int_equal(strings->count, 0);
    }
    assert_null(strings_of_lesson(memory, "l.yaml", bytes_of("a: ["), activity_verbs(), problems));
    assert_int_equal(problems->count, 1);
    talloc_free(memory);
}

static const char *line_of(struct bytes bytes, size_t number)
{
    const char *line = bytes.data;
    while (--number > 0)
        line = strchr(line, '\n') + 1;
    return line;
}

static void check_lesson(const char *path, struct bytes bytes, const struct strings *strings)
{
    for (size_t i = 0; i < strings->count; i++) {
        const struct string *string = &strings->items[i];
        const char *line = line_of(bytes, string->line);
        char *word = talloc_strndup(NULL, string->text, strcspn(string->text, " \n"));
        const char *found = strstr(line, word);
        if (!found || found > line + strcspn(line, "\n"))
            fail_msg("%s:%zu does not hold '%s'", path, string->line, word);
        talloc_free(word);
        for (size_t j = 0; j < i; j++)
            assert_string_not_equal(string->context, strings->items[j].context);
    }
}

/* Of the lessons that come with the program. */
static void every_string_is_there_once_on_its_line(void **state)
{
    void *memory = talloc_new(NULL);
    struct diagnostics *problems = diagnostics_new(memory);
    struct library *library =
        library_open(memory, getenv("CONECTA_LESSONS_DIR"), activity_verbs(), problems);
    size_t count = 0;
    (void)state;
    for (size_t i = 0; i < library->course->modules.count; i++)
        for (size_t j = 0; j < course_module(library->course, i)->lessons.count; j++) {
            char *path = library_path(library, memory, i, j);
            struct bytes bytes;
            assert_true(file_read(memory, path, NODE_FILE_BYTES, &bytes, problems));
            const struct strings *strings =
                strings_of_lesson(memory, path, bytes, activity_verbs(), problems);
            check_lesson(path, bytes, strings);
            count += strings->count;
        }
    assert_true(count > 500);
    talloc_free(memory);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_text_has_its_place),
        cmocka_unit_test(a_byte_order_mark_is_skipped),
        cmocka_unit_test(a_new_field_is_found_by_its_table),
        cmocka_unit_test(other_files_have_no_strings),
        cmocka_unit_test(every_string_is_there_once_on_its_line),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
