/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "course/translate.h"

#include "../base/folder.h"
#include "activities/activity.h"
#include "course/library.h"
#include "course/node_write.h"

static bool same_text(const char *one, const char *other)
{
    return one && other ? strcmp(one, other) == 0 : one == other;
}

static void assert_same_trees(const struct node *one, const struct node *other)
{
    assert_int_equal(one->kind, other->kind);
    assert_int_equal(one->count, other->count);
    assert_true(same_text(one->key, other->key));
    if (!same_text(one->text, other->text))
        fail_msg("\"%s\" became \"%s\"", one->text, other->text);
    const struct node *child = one->first, *other_child = other->first;
    for (; child; child = child->next, other_child = other_child->next)
        assert_same_trees(child, other_child);
}

static struct bytes bytes_of(const char *text)
{
    return (struct bytes){.data = (char *)(size_t)text, .length = strlen(text)};
}

static struct node *parse(const void *parent, struct bytes bytes)
{
    struct diagnostics *problems = diagnostics_new(parent);
    struct node *root = node_parse(parent, "x.yaml", bytes, NULL, problems);
    if (!root)
        fail_msg("%s\n%s", diagnostic_format(parent, &problems->items[0]), bytes.data);
    return root;
}

/* Every string of a lesson, translated by itself. */
static struct po *copy_strings(const void *parent, struct bytes bytes)
{
    struct diagnostics *problems = diagnostics_new(parent);
    const struct strings *strings =
        strings_of_lesson(parent, "x.yaml", bytes, activity_verbs(), problems);
    struct po *po = po_new(parent, "c", "ru");
    for (size_t i = 0; i < strings->count; i++)
        po_put(po, &(struct po_entry){
                       .context = strings->items[i].context,
                       .source = strings->items[i].text,
                       .translation = strings->items[i].text,
                   });
    return po;
}

static void check_round_trip(struct bytes bytes)
{
    void *memory = talloc_new(NULL);
    struct diagnostics *problems = diagnostics_new(memory);
    struct translation translation;

    assert_true(translate_lesson(memory, "x.yaml", bytes, activity_verbs(),
                                 copy_strings(memory, bytes), problems, &translation));
    assert_int_equal(problems->count, 0);
    assert_true(translation_complete(&translation));
    assert_true(translation.strings > 0);
    assert_same_trees(parse(memory, bytes), parse(memory, translation.yaml));
    talloc_free(memory);
}

static void check_course(const char *folder, const char *but)
{
    void *memory = talloc_new(NULL);
    struct diagnostics *problems = diagnostics_new(memory);
    struct library *library = library_open(memory, folder, activity_verbs(), problems);
    assert_non_null(library);
    for (size_t i = 0; i < library->course->modules.count; i++)
        for (size_t j = 0; j < course_module(library->course, i)->lessons.count; j++) {
            char *path = library_path(library, memory, i, j);
            struct bytes bytes;
            if (but && strstr(path, but))
                continue;
            assert_true(file_read(memory, path, NODE_FILE_BYTES, &bytes, problems));
            check_round_trip(bytes);
        }
    talloc_free(memory);
}

static void shipped_lessons_come_back_as_they_were(void **state)
{
    (void)state;
    check_course(getenv("CONECTA_LESSONS_DIR"), NULL);
}

static void every_activity_comes_back_as_it_was(void **state)
{
    char *folder = talloc_asprintf(NULL, "%s/screens/course", getenv("CONECTA_TEST_DATA"));
    (void)state;
    check_course(folder, "broken");
    talloc_free(folder);
}

/* Scalars that YAML could take for something else. */
#define ODD                                                                          \
    "# SPDX-License-Identifier: CC0-1.0\n"                                           \
    "# Another comment\n"                                                            \
    "lesson: odd\ntitle: 'yes'\nminutes: 1\n"                                        \
    "steps:\n"                                                                       \
    "  - read: \"- [x]: {y} # z \\U0001F600\\n\\n: &a *b !c %d @e `f`\"\n"           \
    "    figure: |2\n        /\\\n       /  \\\n\n    alt: '7'\n"                        \
    "  - read: |+\n      a  \n      b\n\n\n"                                         \
    "  - read: |\n      - a\n\n        b\n\n      ```\n      c\n\n      d\n      ```\n" \
    "    note: \"null\"\n"

static void odd_texts_come_back_as_they_were(void **state)
{
    (void)state;
    check_round_trip(bytes_of(ODD));
}

#define SMALL                                        \
    "lesson: small\ntitle: One\nminutes: 1\nsteps:\n" \
    "  - read: |\n      Two.\n\n      **Three** 3.\n"

static struct translation translate(const void *parent, struct po *po,
                                    struct diagnostics *problems)
{
    struct translation translation;
    assert_true(translate_lesson(parent, "small.yaml", bytes_of(SMALL), activity_verbs(), po,
                                 problems, &translation));
    return translation;
}

static void put(struct po *po, const char *context, const char *source, const char *translation,
                bool fuzzy)
{
    po_put(po, &(struct po_entry){
                   .context = context, .source = source, .translation = translation,
                   .fuzzy = fuzzy, .file = "ru.po", .line = 5,
               });
}

static void what_is_missing_is_counted(void **state)
{
    void *memory = talloc_new(NULL);
    struct diagnostics *problems = diagnostics_new(memory);
    struct po *po = po_new(memory, "c", "ru");
    (void)state;
    put(po, "small/title", "One", "Один", false);
    put(po, "small/read#1/read/2", "**Three** 3.", "**Три** 3.", true);
    struct translation translation = translate(memory, po, problems);
    assert_int_equal(translation.strings, 3);
    assert_int_equal(translation.untranslated, 1);
    assert_int_equal(translation.fuzzy, 1);
    assert_int_equal(translation.wrong, 0);
    assert_false(translation_complete(&translation));
    assert_non_null(strstr(translation.yaml.data, "Один"));
    assert_null(strstr(translation.yaml.data, "Три"));
    talloc_free(memory);
}

static void a_reworded_string_counts_as_fuzzy(void **state)
{
    void *memory = talloc_new(NULL);
    struct diagnostics *problems = diagnostics_new(memory);
    struct po *po = copy_strings(memory, bytes_of(SMALL));
    (void)state;
    ((struct po_entry *)(size_t)po_find(po, "small/title"))->source = "Another";
    struct translation translation = translate(memory, po, problems);
    assert_int_equal(translation.fuzzy, 1);
    assert_int_equal(translation.untranslated, 0);
    talloc_free(memory);
}

static void a_lost_number_names_both_places(void **state)
{
    void *memory = talloc_new(NULL);
    struct diagnostics *problems = diagnostics_new(memory);
    struct po *po = po_new(memory, "c", "ru");
    (void)state;
    put(po, "small/title", "One", "Один", false);
    put(po, "small/read#1/read/1", "Two.", "Два.", false);
    put(po, "small/read#1/read/2", "**Three** 3.", "**Три**.", false);
    struct translation translation = translate(memory, po, problems);
    assert_int_equal(translation.wrong, 1);
    assert_false(translation_complete(&translation));
    assert_string_equal(diagnostic_format(memory, &problems->items[0]),
                        "ru.po:5:1: error: the translation lost the number 3\n"
                        "    the original is small.yaml:8 (small/read#1/read/2)\n");
    talloc_free(memory);
}

static void pages_are_put_together_with_blank_lines(void **state)
{
    void *memory = talloc_new(NULL);
    struct diagnostics *problems = diagnostics_new(memory);
    struct po *po = po_new(memory, "c", "ru");
    (void)state;
    put(po, "small/title", "One", "Один", false);
    put(po, "small/read#1/read/1", "Two.", "Два.", false);
    put(po, "small/read#1/read/2", "**Three** 3.", "**Три** 3.", false);
    struct translation translation = translate(memory, po, problems);
    assert_true(translation_complete(&translation));
    const struct lesson *lesson = lesson_parse(memory, "x", translation.yaml, activity_verbs(),
                                               LESSON_WHOLE, problems);
    assert_non_null(lesson);
    assert_string_equal(step_stem(&lesson->steps[0])->bytes, "Два.\n\n**Три** 3.\n");
    assert_string_equal(lesson->title.bytes, "Один");
    talloc_free(memory);
}

static void comments_at_the_top_stay(void **state)
{
    void *memory = talloc_new(NULL);
    (void)state;
    assert_string_equal(translate_heading(memory, bytes_of(ODD)),
                        "# SPDX-License-Identifier: CC0-1.0\n# Another comment\n"
                        "# Made by 'conecta translate' from PO files: change those, not this.\n");
    talloc_free(memory);
}

static void a_lesson_with_mistakes_is_not_translated(void **state)
{
    void *memory = talloc_new(NULL);
    struct diagnostics *problems = diagnostics_new(memory);
    struct translation translation;
    (void)state;
    assert_false(translate_lesson(memory, "x.yaml", bytes_of("lesson: x\nsteps: []\n"),
                                  activity_verbs(), po_new(memory, "c", "ru"), problems,
                                  &translation));
    assert_true(problems->errors > 0);
    talloc_free(memory);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(shipped_lessons_come_back_as_they_were),
        cmocka_unit_test(every_activity_comes_back_as_it_was),
        cmocka_unit_test(odd_texts_come_back_as_they_were),
        cmocka_unit_test(what_is_missing_is_counted),
        cmocka_unit_test(a_reworded_string_counts_as_fuzzy),
        cmocka_unit_test(a_lost_number_names_both_places),
        cmocka_unit_test(pages_are_put_together_with_blank_lines),
        cmocka_unit_test(comments_at_the_top_stay),
        cmocka_unit_test(a_lesson_with_mistakes_is_not_translated),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
