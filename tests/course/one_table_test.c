/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * There is one list of fields: a field that is added to a table, and nowhere else,
 * is read, checked, and appears in the schema, in the manual page and among the
 * strings for translators.
 */
#include "course/format.h"

#include <jansson.h>

#include "../support/lesson.h"
#include "course/course.h"
#include "course/manual.h"
#include "course/schema.h"

#define ABOUT "which weather it was, as the learner reads it"
#define GOOD_STEP LESSON_HEAD_TEXT "steps:\n  - read: A page.\n    weather: Rain\n"

/* The verbs of the program; `read` has one more field, behind its struct. */
struct imagined {
    struct field fields[16];
    struct record record;
    struct verb verb;
    const struct verb *verbs[32];
    struct verb_table table;
};

static void imagine(struct imagined *imagined)
{
    const struct verb_table *real = activity_verbs();

    *imagined = (struct imagined){.table = {imagined->verbs, real->count}};
    memcpy(imagined->verbs, real->verbs, real->count * sizeof *real->verbs);
    assert_string_equal(real->verbs[0]->name, "read");
    imagined->verb = *real->verbs[0];
    imagined->record = *real->verbs[0]->record;
    memcpy(imagined->fields, imagined->record.fields,
           imagined->record.field_count * sizeof(struct field));
    imagined->fields[imagined->record.field_count++] = (struct field){
        .name = "weather",
        .type = FIELD_LINE,
        .flags = FIELD_REQUIRED | FIELD_TRANSLATED,
        .offset = imagined->record.size,
        .about = ABOUT,
    };
    imagined->record.size += sizeof(struct text);
    imagined->record.fields = imagined->fields;
    imagined->verb.record = &imagined->record;
    imagined->verbs[0] = &imagined->verb;
}

static struct format lesson_with_verbs(const struct verb_table *verbs)
{
    return (struct format){"A lesson", "lesson file", &lesson_record, &step_record, verbs};
}

static const struct lesson *read_with(const void *parent, const struct verb_table *verbs,
                                      const char *text, struct diagnostics **ret_problems)
{
    struct bytes bytes = {talloc_strdup(parent, text), strlen(text)};
    *ret_problems = diagnostics_new(parent);
    return lesson_parse(parent, "test.yaml", bytes, verbs, LESSON_WHOLE, *ret_problems);
}

static void assert_one_problem(const struct diagnostics *problems, const char *message)
{
    assert_int_equal(problems->count, 1);
    assert_string_equal(problems->items[0].message, message);
}

static void it_is_read(void **state)
{
    void *memory = talloc_new(NULL);
    struct diagnostics *problems;
    struct imagined imagined;
    (void)state;

    imagine(&imagined);
    const struct lesson *lesson = read_with(memory, &imagined.table, GOOD_STEP, &problems);
    assert_non_null(lesson);
    const char *fields = lesson->steps[0].fields;
    const struct text *weather =
        (const struct text *)(fields + imagined.record.size - sizeof(struct text));
    assert_string_equal(weather->bytes, "Rain");
    assert_int_equal(weather->at.line, 6);
    talloc_free(memory);
}

static void lint_knows_it(void **state)
{
    void *memory = talloc_new(NULL);
    struct diagnostics *problems;
    struct imagined imagined;
    (void)state;

    imagine(&imagined);
    assert_null(read_with(memory, activity_verbs(), GOOD_STEP, &problems));
    assert_one_problem(problems, "'weather' is not a field that can stand here (page to read)");
    assert_null(read_with(memory, &imagined.table, LESSON_HEAD_TEXT "steps:\n  - read: A page.\n",
                          &problems));
    assert_one_problem(problems, "'weather' is missing (page to read)");
    assert_string_equal(problems->items[0].advice, "weather: " ABOUT);
    assert_null(read_with(memory, &imagined.table,
                          LESSON_HEAD_TEXT "steps:\n  - read: A page.\n    wether: Rain\n",
                          &problems));
    assert_string_equal(problems->items[0].advice, "did you mean 'weather'?");
    talloc_free(memory);
}

/* What the schema says of a step with this verb. */
static json_t *branch_of(json_t *schema, const char *verb)
{
    json_t *branches = json_object_get(
        json_object_get(json_object_get(json_object_get(schema, "properties"), "steps"), "items"),
        "allOf");
    size_t index;
    json_t *branch;

    json_array_foreach(branches, index, branch)
    {
        json_t *required = json_object_get(json_object_get(branch, "if"), "required");
        const char *first = json_string_value(json_array_get(required, 0));
        if (first && strcmp(first, verb) == 0)
            return json_object_get(branch, "then");
    }
    fail_msg("no branch for %s", verb);
    return NULL;
}

static bool requires(json_t *schema, const char *name)
{
    size_t index;
    json_t *item;
    json_array_foreach(json_object_get(schema, "required"), index, item)
    {
        if (strcmp(json_string_value(item), name) == 0)
            return true;
    }
    return false;
}

static json_t *schema_with(const struct verb_table *verbs)
{
    const struct format format = lesson_with_verbs(verbs);
    char *text = schema_write(NULL, &format);
    json_t *schema = json_loads(text, JSON_REJECT_DUPLICATES, NULL);
    assert_non_null(schema);
    talloc_free(text);
    return schema;
}

static void the_schema_has_it(void **state)
{
    struct imagined imagined;
    (void)state;

    imagine(&imagined);
    json_t *before = schema_with(activity_verbs());
    assert_null(json_object_get(json_object_get(branch_of(before, "read"), "properties"), "weather"));
    json_t *after = schema_with(&imagined.table);
    json_t *read = branch_of(after, "read");
    json_t *weather = json_object_get(json_object_get(read, "properties"), "weather");
    assert_string_equal(json_string_value(json_object_get(weather, "description")), ABOUT);
    assert_true(requires(read, "weather"));
    assert_false(requires(read, "figure"));
    assert_true(requires(branch_of(after, "choose"), "id"));
    assert_true(json_is_false(json_object_get(read, "additionalProperties")));
    json_decref(before);
    json_decref(after);
}

static void the_manual_page_has_it(void **state)
{
    struct imagined imagined;
    (void)state;

    imagine(&imagined);
    const struct format before = lesson_with_verbs(activity_verbs());
    const struct format after = lesson_with_verbs(&imagined.table);
    char *page = manual_write(NULL, &before, 1);
    assert_null(strstr(page, "weather"));
    talloc_free(page);
    page = manual_write(NULL, &after, 1);
    assert_non_null(strstr(page, ".It Cm weather\n.Pq text; required\n" ABOUT ".\n"));
    const char *translation = strstr(page, ".Sh TRANSLATION\n");
    assert_non_null(translation);
    assert_non_null(strstr(translation, ".It read\nread,\nfigure,\nalt,\nweather\n"));
    talloc_free(page);
}

static void translators_get_it(void **state)
{
    struct imagined imagined;
    (void)state;

    imagine(&imagined);
    const char **names = record_translated(NULL, &imagined.record);
    assert_string_equal(names[0], "read");
    assert_string_equal(names[3], "weather");
    assert_null(names[4]);
    talloc_free(names);
    imagined.fields[imagined.record.field_count - 1].flags = FIELD_REQUIRED;
    names = record_translated(NULL, &imagined.record);
    assert_null(names[3]);
    talloc_free(names);
}

static void fields_of_entries_are_named_after_them(void **state)
{
    (void)state;
    const char **names = record_translated(NULL, &course_record);
    assert_string_equal(names[0], "title");
    assert_string_equal(names[1], "modules.title");
    assert_null(names[2]);
    talloc_free(names);
}

/* A sentence of a table must not become a command of the formatter. */
static void the_formatter_takes_no_text_for_a_command(void **state)
{
    static const struct field fields[] = {
        {.name = "a-b", .type = FIELD_LINE, .about = ".Sh NAME"},
        {.name = "c", .type = FIELD_LINE, .about = "'\\fB"},
    };
    static const struct record record = {"record\004r", sizeof(struct position), fields, 2};
    const struct format format = {"R", "r", &record, NULL, NULL};
    (void)state;

    char *page = manual_write(NULL, &format, 1);
    assert_non_null(strstr(page, ".It Cm a\\-b\n"));
    assert_non_null(strstr(page, "\n\\&.Sh NAME.\n"));
    assert_non_null(strstr(page, "\n\\&'\\efB.\n"));
    talloc_free(page);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(it_is_read),
        cmocka_unit_test(lint_knows_it),
        cmocka_unit_test(the_schema_has_it),
        cmocka_unit_test(the_manual_page_has_it),
        cmocka_unit_test(translators_get_it),
        cmocka_unit_test(fields_of_entries_are_named_after_them),
        cmocka_unit_test(the_formatter_takes_no_text_for_a_command),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
