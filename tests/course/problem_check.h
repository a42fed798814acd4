/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A rule of the file format as one row: an input that breaks it, and what is
 * said. The place is marked in the input by '¦', which is taken away before it
 * is read; so the place expected is counted without the code that is tested.
 */
#ifndef CONECTA_TESTS_COURSE_PROBLEM_CHECK_H
#define CONECTA_TESTS_COURSE_PROBLEM_CHECK_H

#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>
#include <talloc.h>

#include "base/diagnostic.h"
#include "base/file.h"

#define PROBLEM_FILE "in.yaml"
#define PROBLEM_MARK "¦"

struct problem_row {
    const char *name; /* of the test */
    const char *input;
    const char *message; /* of the one problem there is; NULL: there is none */
    const char *advice;  /* NULL: none */
};

/* What is read, and what is wrong with it: false must come with problems. */
typedef bool problem_reader(const void *parent, struct bytes bytes, struct diagnostics *problems);

/* The input without its mark; the place of the mark, from 1. */
static inline struct bytes problem_input(const void *parent, const char *input,
                                         struct position *ret_at)
{
    const char *mark = strstr(input, PROBLEM_MARK);
    *ret_at = (struct position){0, 0};
    if (!mark) {
        char *same = talloc_strdup(parent, input);
        return (struct bytes){same, strlen(same)};
    }
    *ret_at = (struct position){1, 1};
    for (const char *byte = input; byte < mark; byte++) {
        if (*byte == '\n')
            *ret_at = (struct position){ret_at->line + 1, 1};
        else if (((unsigned char)*byte & 0xC0) != 0x80)
            ret_at->column++;
    }
    char *data =
        talloc_asprintf(parent, "%.*s%s", (int)(mark - input), input, mark + strlen(PROBLEM_MARK));
    return (struct bytes){data, strlen(data)};
}

static inline void problem_print(const struct diagnostics *problems)
{
    for (size_t i = 0; i < problems->count; i++) {
        char *text = diagnostic_format(NULL, &problems->items[i]);
        print_error("%s", text);
        talloc_free(text);
    }
}

static inline void problem_assert(const struct diagnostic *problem, struct position at,
                                  const char *message, const char *advice)
{
    assert_int_equal(problem->severity, SEVERITY_ERROR);
    assert_string_equal(problem->file, PROBLEM_FILE);
    assert_string_equal(problem->message, message);
    assert_int_equal(problem->at.line, at.line);
    assert_int_equal(problem->at.column, at.column);
    if (advice)
        assert_string_equal(problem->advice, advice);
    else
        assert_null(problem->advice);
    assert_non_null(problem->excerpt);
}

static inline void problem_check(const struct problem_row *row, problem_reader *reader)
{
    void *memory = talloc_new(NULL);
    struct diagnostics *problems = diagnostics_new(memory);
    struct position at;
    struct bytes bytes = problem_input(memory, row->input, &at);
    bool good = reader(memory, bytes, problems);

    if (problems->count != (row->message ? 1 : 0))
        problem_print(problems);
    assert_int_equal(problems->count, row->message ? 1 : 0);
    if (row->message)
        problem_assert(&problems->items[0], at, row->message, row->advice);
    assert_int_equal(good, !row->message);
    talloc_free(memory);
}

/* Makes of every row a test of its own. */
static inline void problem_fill_tests(struct CMUnitTest *tests, struct problem_row *rows,
                                      size_t count, CMUnitTestFunction check)
{
    for (size_t i = 0; i < count; i++)
        tests[i] = (struct CMUnitTest){rows[i].name, check, NULL, NULL, &rows[i]};
}

#endif
