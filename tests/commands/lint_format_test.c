/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>
#include <jansson.h>

#include "commands/lint_format.h"

/* What a format writes for these problems; freed by the caller. */
static char *write_all(const struct lint_format *format, const struct diagnostic *problems,
                       size_t count)
{
    struct lint_counts counts = {0, 0, 0};
    char *text = NULL;
    size_t length = 0;
    FILE *out = open_memstream(&text, &length);

    format->begin(out);
    for (size_t i = 0; i < count; i++) {
        format->problem(out, &problems[i], &counts);
        counts.printed++;
        counts.errors += problems[i].severity == SEVERITY_ERROR;
        counts.warnings += problems[i].severity == SEVERITY_WARNING;
    }
    format->end(out, &counts);
    fclose(out);
    return text;
}

static json_t *parse(const struct diagnostic *problems, size_t count)
{
    char *text = write_all(&lint_format_json, problems, count);
    json_error_t error;
    json_t *root = json_loads(text, JSON_REJECT_DUPLICATES, &error);

    if (!root)
        fail_msg("%s: %s", error.text, text);
    for (const char *byte = text; *byte; byte++)
        assert_true(*byte == '\n' || (*byte >= ' ' && *byte < 0x7F));
    free(text);
    return root;
}

static const char *text_of(const json_t *root, size_t index, const char *field)
{
    return json_string_value(
        json_object_get(json_array_get(json_object_get(root, "problems"), index), field));
}

static void json_without_problems_is_whole(void **state)
{
    json_t *root = parse(NULL, 0);
    (void)state;
    assert_int_equal(json_array_size(json_object_get(root, "problems")), 0);
    assert_int_equal(json_integer_value(json_object_get(root, "errors")), 0);
    assert_int_equal(json_integer_value(json_object_get(root, "warnings")), 0);
    json_decref(root);
}

static void json_says_all_of_a_problem(void **state)
{
    const struct diagnostic problems[] = {
        {SEVERITY_ERROR, "a.yaml", {3, 5}, "it is wrong", "do it better", "  x"},
        {SEVERITY_WARNING, "b.yaml", {0, 0}, "it is missing", NULL, NULL},
    };
    json_t *root = parse(problems, 2);
    json_t *first = json_array_get(json_object_get(root, "problems"), 0);
    json_t *second = json_array_get(json_object_get(root, "problems"), 1);

    (void)state;
    assert_string_equal(text_of(root, 0, "file"), "a.yaml");
    assert_int_equal(json_integer_value(json_object_get(first, "line")), 3);
    assert_int_equal(json_integer_value(json_object_get(first, "column")), 5);
    assert_string_equal(text_of(root, 0, "severity"), "error");
    assert_string_equal(text_of(root, 0, "message"), "it is wrong");
    assert_string_equal(text_of(root, 0, "advice"), "do it better");
    assert_string_equal(text_of(root, 1, "severity"), "warning");
    assert_true(json_is_null(json_object_get(second, "line")));
    assert_true(json_is_null(json_object_get(second, "column")));
    assert_true(json_is_null(json_object_get(second, "advice")));
    assert_int_equal(json_integer_value(json_object_get(root, "errors")), 1);
    assert_int_equal(json_integer_value(json_object_get(root, "warnings")), 1);
    json_decref(root);
}

static void json_holds_hostile_text(void **state)
{
    const struct diagnostic problems[] = {
        {SEVERITY_ERROR, "\xff\x1b[2J.yaml", {1, 1}, "a \"quote\" \\ \x1b]0;x\a \xfe", NULL, NULL},
        {SEVERITY_ERROR, "a\n\xE2\x80\xAE.yaml", {1, 1}, "\xE2\x80\xAE слово \n end", "\xc3", NULL},
    };
    json_t *root = parse(problems, 2);

    (void)state;
    assert_string_equal(text_of(root, 0, "file"), "?[2J.yaml");
    assert_string_equal(text_of(root, 0, "message"), "a \"quote\" \\ ]0;x ?");
    assert_string_equal(text_of(root, 1, "file"), "a\n\xE2\x80\xAE.yaml");
    assert_string_equal(text_of(root, 1, "message"), " слово \n end");
    assert_string_equal(text_of(root, 1, "advice"), "?");
    json_decref(root);
}

static void formats_have_names(void **state)
{
    (void)state;
    assert_ptr_equal(lint_format_find("text"), &lint_format_text);
    assert_ptr_equal(lint_format_find("json"), &lint_format_json);
    assert_null(lint_format_find("xml"));
    assert_null(lint_format_find(""));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(json_without_problems_is_whole),
        cmocka_unit_test(json_says_all_of_a_problem),
        cmocka_unit_test(json_holds_hostile_text),
        cmocka_unit_test(formats_have_names),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
