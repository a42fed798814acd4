/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "course/record.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>
#include <talloc.h>

#include "problem_check.h"

/* A record with a field of every type. */
struct part {
    struct position at;
    struct text id;
    struct text alias;
};

struct sample {
    struct position at;
    struct text id;
    struct text line;
    struct text page;
    struct text drawing;
    struct text word;
    struct text plain;
    struct count count;
    bool yes;
    struct month month;
    struct text_list ids;
    struct text_list lines;
    struct text_list words;
    struct text_list paths;
    struct record_list parts;
};

static const char *const colours[] = {"red", "green", "purple", NULL};

static const struct field part_fields[] = {
    {.name = "id",
     .type = FIELD_ID,
     .flags = FIELD_REQUIRED | FIELD_UNIQUE,
     .offset = offsetof(struct part, id),
     .about = "the name of the part"},
    {.name = "alias",
     .type = FIELD_ID,
     .flags = FIELD_UNIQUE,
     .offset = offsetof(struct part, alias),
     .about = "another name"},
};

static const struct record part_record = {
    .name = "record\004part",
    .size = sizeof(struct part),
    .fields = part_fields,
    .field_count = 2,
};

static const struct field sample_fields[] = {
    {.name = "id",
     .type = FIELD_ID,
     .flags = FIELD_REQUIRED,
     .offset = offsetof(struct sample, id),
     .about = "the name of the sample"},
    {.name = "line", .type = FIELD_LINE, .offset = offsetof(struct sample, line)},
    {.name = "page", .type = FIELD_PAGE, .offset = offsetof(struct sample, page)},
    {.name = "drawing", .type = FIELD_DRAWING, .offset = offsetof(struct sample, drawing)},
    {.name = "word", .type = FIELD_WORD, .offset = offsetof(struct sample, word), .words = colours},
    {.name = "plain", .type = FIELD_PLAIN, .offset = offsetof(struct sample, plain)},
    {.name = "count",
     .type = FIELD_COUNT,
     .offset = offsetof(struct sample, count),
     .least = 2,
     .most = 180},
    {.name = "yes-or-no", .type = FIELD_YES_NO, .offset = offsetof(struct sample, yes)},
    {.name = "month", .type = FIELD_MONTH, .offset = offsetof(struct sample, month)},
    {.name = "ids",
     .type = FIELD_IDS,
     .offset = offsetof(struct sample, ids),
     .least = 2,
     .most = 3},
    {.name = "lines",
     .type = FIELD_LINES,
     .offset = offsetof(struct sample, lines),
     .least = 1,
     .most = 2},
    {.name = "words",
     .type = FIELD_WORDS,
     .offset = offsetof(struct sample, words),
     .words = colours,
     .least = 1,
     .most = 3},
    {.name = "paths",
     .type = FIELD_PATHS,
     .offset = offsetof(struct sample, paths),
     .least = 1,
     .most = 9},
    {.name = "parts",
     .type = FIELD_RECORDS,
     .offset = offsetof(struct sample, parts),
     .record = &part_record,
     .least = 1,
     .most = 3},
};

static const struct record sample_record = {
    .name = "record\004sample",
    .size = sizeof(struct sample),
    .fields = sample_fields,
    .field_count = sizeof sample_fields / sizeof sample_fields[0],
};

/* A second record for the same mapping. */
struct extra {
    struct position at;
    struct text note;
};

static const struct field extra_fields[] = {
    {.name = "note",
     .type = FIELD_LINE,
     .flags = FIELD_REQUIRED,
     .offset = offsetof(struct extra, note),
     .about = "a remark"},
};

static const struct record extra_record = {
    .name = "record\004extra",
    .size = sizeof(struct extra),
    .fields = extra_fields,
    .field_count = 1,
};

#define ID_RULE "an id has only the letters a-z, digits and '-', and at most 63 of them"
#define TEXT_ADVICE                                                                             \
    "write the text behind the name; put text with ': ', or text that begins with '[' or '{', " \
    "in quotes"
#define EMPTY_ADVICE "write something, or delete the line"
#define LIST_ADVICE "begin each entry on a line of its own with '- '"
#define PATH_RULE "a file must lie inside the folder of the course"
#define PATH_ADVICE "write its name from that folder on, such as module/lesson.yaml"
#define X7 "xxxxxxx"
#define X63 X7 X7 X7 X7 X7 X7 X7 X7 X7

static struct problem_row rows[] = {
    {"a good sample", "id: a-1\nline: b\n", NULL, NULL},
    {"missing field", "¦line: b\n", "'id' is missing (sample)", "id: the name of the sample"},
    {"unknown field that was meant otherwise", "id: a\n¦lnie: b\n",
     "'lnie' is not a field that can stand here (sample)", "did you mean 'line'?"},
    {"unknown field, nothing like it", "id: a\n¦something-else: b\n",
     "'something-else' is not a field that can stand here (sample)", NULL},
    {"field in capitals", "id: a\n¦Line: b\n", "'Line' is not a field that can stand here (sample)",
     "did you mean 'line'?"},
    {"unknown field further in", "id: a\nparts:\n  - id: b\n    ¦alais: c\n",
     "'alais' is not a field that can stand here (part)", "did you mean 'alias'?"},
    {"missing field further in", "id: a\nparts:\n  - ¦alias: b\n", "'id' is missing (part)",
     "id: the name of the part"},
    {"text in place of fields", "id: a\nparts:\n  - ¦b\n",
     "this (part) must have fields, 'name: value'", NULL},
    {"list in place of fields", "id: a\nparts:\n  - ¦[b]\n",
     "this (part) must have fields, 'name: value'", NULL},

    {"id with a capital", "id: ¦Mosquito\n", ID_RULE, NULL},
    {"id with a space", "id: ¦two words\n", ID_RULE, NULL},
    {"id with an underscore", "id: ¦two_words\n", ID_RULE, NULL},
    {"id in Cyrillic", "id: ¦комар\n", ID_RULE, NULL},
    {"id of 63 characters", "id: " X63 "\n", NULL, NULL},
    {"id of 64 characters", "id: ¦" X63 "x\n", ID_RULE, NULL},
    {"empty id", "id: ¦''\n", "'id' is empty", EMPTY_ADVICE},
    {"list in place of an id", "id: ¦[a]\n", "'id' must be text", TEXT_ADVICE},

    {"mapping in place of text", "id: a\nline: ¦{b: c}\n", "'line' must be text", TEXT_ADVICE},
    {"list in place of a page", "id: a\npage:\n  ¦- b\n", "'page' must be text", TEXT_ADVICE},
    {"nothing in place of text", "id: a\nline:¦\n", "'line' is empty", EMPTY_ADVICE},
    {"spaces in place of text", "id: a\nline: ¦\"  \\n \"\n", "'line' is empty", EMPTY_ADVICE},
    {"several lines of plain text", "id: a\nplain: ¦|\n  b\n  c\n", "this must be a single line",
     NULL},
    {"a page of several lines", "id: a\npage: |\n  b\n\n  c\n", NULL, NULL},

    {"word that was meant otherwise", "id: a\nword: ¦gren\n",
     "'gren' is not something that 'word' can be", "did you mean 'green'?"},
    {"word that is unknown", "id: a\nword: ¦ultramarine\n",
     "'ultramarine' is not something that 'word' can be", "use one of: red, green, purple"},
    {"unknown word in a list", "id: a\nwords: [red, ¦grren]\n",
     "'grren' is not something that 'words' can be", "did you mean 'green'?"},

    {"smallest number", "id: a\ncount: 2\n", NULL, NULL},
    {"largest number", "id: a\ncount: 180\n", NULL, NULL},
    {"number below", "id: a\ncount: ¦1\n", "'count' must be a whole number from 2 to 180", NULL},
    {"number above", "id: a\ncount: ¦181\n", "'count' must be a whole number from 2 to 180", NULL},
    {"number without end", "id: a\ncount: ¦99999999999999999999\n",
     "'count' must be a whole number from 2 to 180", NULL},
    {"negative number", "id: a\ncount: ¦-5\n", "'count' must be a whole number from 2 to 180",
     NULL},
    {"number with a sign", "id: a\ncount: ¦+5\n", "'count' must be a whole number from 2 to 180",
     NULL},
    {"number with a space", "id: a\ncount: ¦' 5'\n", "'count' must be a whole number from 2 to 180",
     NULL},
    {"number with a unit", "id: a\ncount: ¦12 min\n",
     "'count' must be a whole number from 2 to 180", NULL},
    {"number with a fraction", "id: a\ncount: ¦2.5\n",
     "'count' must be a whole number from 2 to 180", NULL},
    {"hexadecimal number", "id: a\ncount: ¦0x10\n", "'count' must be a whole number from 2 to 180",
     NULL},

    {"neither yes nor no", "id: a\nyes-or-no: ¦true\n", "'yes-or-no' must be 'yes' or 'no'", NULL},
    {"yes in capitals", "id: a\nyes-or-no: ¦Yes\n", "'yes-or-no' must be 'yes' or 'no'", NULL},
    {"no as text", "id: a\nline: no\nplain: no\nword: red\n", NULL, NULL},

    {"month 13", "id: a\nmonth: ¦2026-13\n", "'month' must be a month such as 2026-11", NULL},
    {"month 0", "id: a\nmonth: ¦2026-00\n", "'month' must be a month such as 2026-11", NULL},
    {"month of one digit", "id: a\nmonth: ¦2026-1\n", "'month' must be a month such as 2026-11",
     NULL},
    {"month with a day", "id: a\nmonth: ¦2026-11-01\n", "'month' must be a month such as 2026-11",
     NULL},
    {"month before year", "id: a\nmonth: ¦11-2026\n", "'month' must be a month such as 2026-11",
     NULL},
    {"month in words", "id: a\nmonth: ¦November\n", "'month' must be a month such as 2026-11",
     NULL},

    {"text in place of a list", "id: a\nlines: ¦b\n", "'lines' must be a list", LIST_ADVICE},
    {"mapping in place of a list", "id: a\nparts:\n  ¦id: b\n", "'parts' must be a list",
     LIST_ADVICE},
    {"list too short", "id: a\n¦ids: [b]\n", "'ids' needs 2 to 3 entries and has 1", NULL},
    {"list too long", "id: a\n¦ids: [b, c, d, e]\n", "'ids' needs 2 to 3 entries and has 4", NULL},
    {"empty list", "id: a\n¦lines: []\n", "'lines' needs 1 to 2 entries and has 0", NULL},
    {"list of records too long", "id: a\n¦parts: [{id: b}, {id: c}, {id: d}, {id: e}]\n",
     "'parts' needs 1 to 3 entries and has 4", NULL},
    {"wrong id in a list", "id: a\nids: [b, ¦C]\n", ID_RULE, NULL},
    {"list in a list of text", "id: a\nlines:\n  - b\n  - ¦[c]\n", "'lines' must be text",
     TEXT_ADVICE},
    {"nothing in a list of text", "id: a\nlines:\n  - b\n  -¦\n", "'lines' is empty", EMPTY_ADVICE},

    {"the same id twice in a list of ids", "id: a\nids: [b, c, ¦b]\n",
     "this is in the list already", "keep one of them"},
    {"the same file twice", "id: a\npaths: [b.yaml, ¦b.yaml]\n", "this is in the list already",
     "keep one of them"},
    {"the same line twice", "id: a\nlines: [b, b]\n", NULL, NULL},

    {"absolute path", "id: a\npaths: [¦/etc/passwd]\n", PATH_RULE, PATH_ADVICE},
    {"path to above", "id: a\npaths: [b.yaml, ¦../c.yaml]\n", PATH_RULE, PATH_ADVICE},
    {"path to above further in", "id: a\npaths: [¦b/../../c.yaml]\n", PATH_RULE, PATH_ADVICE},
    {"path of two lines", "id: a\npaths: [¦\"b\\nc\"]\n", "this must be a single line", NULL},

    {"same id twice in a list", "id: a\nparts:\n  - id: b\n  - id: c\n  - id: ¦b\n",
     "the id 'b' is used twice in this list", "it stands in line 3 already; choose another"},
    {"same value of another unique field",
     "id: a\nparts:\n  - id: b\n    alias: x\n  - id: c\n    alias: ¦x\n",
     "the id 'x' is used twice in this list", "it stands in line 4 already; choose another"},
    {"unique field left out twice", "id: a\nparts:\n  - id: b\n  - id: c\n", NULL, NULL},
};

static bool read_sample(const void *parent, struct bytes bytes, struct diagnostics *problems)
{
    const struct reading reading = {parent, PROBLEM_FILE, problems};
    struct sample *sample = talloc_zero(parent, struct sample);
    const struct binding binding = {&sample_record, sample};
    struct node *root = node_parse(parent, PROBLEM_FILE, bytes, NULL, problems);

    assert_non_null(root);
    bool good = record_read(&reading, root, &binding, 1);
    diagnostics_quote(problems, 0, bytes.data, bytes.length);
    return good;
}

static void check_row(void **state)
{
    problem_check(*state, read_sample);
}

/* Reads text into the structs of the bindings; problems go to *ret_problems. */
static bool read_text(const void *parent, const char *text, const struct binding *bindings,
                      size_t count, struct diagnostics **ret_problems)
{
    struct bytes bytes = {talloc_strdup(parent, text), strlen(text)};
    *ret_problems = diagnostics_new(parent);
    const struct reading reading = {parent, PROBLEM_FILE, *ret_problems};
    struct node *root = node_parse(parent, PROBLEM_FILE, bytes, NULL, *ret_problems);
    assert_non_null(root);
    return record_read(&reading, root, bindings, count);
}

static void values_go_where_the_table_says(void **state)
{
    void *memory = talloc_new(NULL);
    struct diagnostics *problems;
    struct sample sample = {0};
    const struct binding binding = {&sample_record, &sample};
    (void)state;

    assert_true(read_text(memory,
                          "id: sample-1\nline: no\npage: |\n  one\n\n  two\ndrawing: |\n   /\\\n"
                          "word: green\nplain: 'yes'\ncount: 007\nyes-or-no: yes\n"
                          "month: 2026-11\nids: [b, c-2]\nlines: [\"1:30\", two]\n"
                          "words: [red]\npaths: [m/l.yaml]\nparts: [{id: p}, {id: q, alias: r}]\n",
                          &binding, 1, &problems));
    assert_int_equal(problems->count, 0);
    assert_int_equal(sample.at.line, 1);
    assert_string_equal(sample.id.bytes, "sample-1");
    assert_int_equal(sample.id.at.column, 5);
    assert_string_equal(sample.line.bytes, "no");
    assert_string_equal(sample.page.bytes, "one\n\ntwo\n");
    assert_int_equal(sample.page.at.line, 3);
    assert_string_equal(sample.drawing.bytes, "/\\\n");
    assert_string_equal(sample.word.bytes, "green");
    assert_string_equal(sample.plain.bytes, "yes");
    assert_int_equal(sample.count.value, 7);
    assert_int_equal(sample.count.at.line, 11);
    assert_true(sample.yes);
    assert_int_equal(sample.month.year, 2026);
    assert_int_equal(sample.month.month, 11);
    assert_int_equal(sample.ids.count, 2);
    assert_string_equal(sample.ids.items[1].bytes, "c-2");
    assert_string_equal(sample.lines.items[0].bytes, "1:30");
    assert_string_equal(sample.words.items[0].bytes, "red");
    assert_string_equal(sample.paths.items[0].bytes, "m/l.yaml");
    assert_int_equal(sample.parts.count, 2);
    const struct part *parts = sample.parts.items;
    assert_string_equal(parts[0].id.bytes, "p");
    assert_null(parts[0].alias.bytes);
    assert_string_equal(parts[1].alias.bytes, "r");
    assert_int_equal(parts[1].at.line, 18);
    talloc_free(memory);
}

static void what_is_left_out_stays_zero(void **state)
{
    void *memory = talloc_new(NULL);
    struct diagnostics *problems;
    struct sample sample = {0};
    const struct binding binding = {&sample_record, &sample};
    (void)state;
    assert_true(read_text(memory, "id: a\nyes-or-no: no\n", &binding, 1, &problems));
    assert_null(sample.line.bytes);
    assert_int_equal(sample.count.value, 0);
    assert_false(sample.yes);
    assert_int_equal(sample.month.year, 0);
    assert_int_equal(sample.parts.count, 0);
    talloc_free(memory);
}

static void two_records_share_a_mapping(void **state)
{
    void *memory = talloc_new(NULL);
    struct diagnostics *problems;
    struct sample sample = {0};
    struct extra extra = {0};
    const struct binding bindings[] = {{&sample_record, &sample}, {&extra_record, &extra}};
    (void)state;

    assert_true(read_text(memory, "id: a\nnote: b\n", bindings, 2, &problems));
    assert_string_equal(sample.id.bytes, "a");
    assert_string_equal(extra.note.bytes, "b");
    assert_int_equal(extra.at.line, 1);

    assert_false(read_text(memory, "line: a\nnoet: b\nlien: c\n", bindings, 2, &problems));
    assert_int_equal(problems->count, 4);
    assert_string_equal(problems->items[0].message,
                        "'noet' is not a field that can stand here (extra)");
    assert_string_equal(problems->items[0].advice, "did you mean 'note'?");
    assert_string_equal(problems->items[1].advice, "did you mean 'line'?");
    assert_string_equal(problems->items[2].message, "'id' is missing (sample)");
    assert_string_equal(problems->items[3].message, "'note' is missing (extra)");
    talloc_free(memory);
}

static void all_problems_are_reported(void **state)
{
    static const size_t lines[] = {1, 2, 3, 4, 5, 6, 7, 7, 9, 9, 10};
    void *memory = talloc_new(NULL);
    struct diagnostics *problems;
    struct sample sample = {0};
    const struct binding binding = {&sample_record, &sample};
    (void)state;

    assert_false(read_text(memory,
                           "id: A\nlinee: b\nword: blue\ncount: x\nyes-or-no: on\n"
                           "month: 1\nids: [B, C]\nparts:\n  - {id: A, x: y}\n  - []\n",
                           &binding, 1, &problems));
    problem_print(problems);
    assert_int_equal(problems->count, sizeof lines / sizeof lines[0]);
    for (size_t i = 0; i < problems->count; i++)
        assert_int_equal(problems->items[i].at.line, lines[i]);
    talloc_free(memory);
}

static void reading_refuse_adds_an_error(void **state)
{
    struct diagnostics *problems = diagnostics_new(NULL);
    const struct reading reading = {problems, PROBLEM_FILE, problems};
    (void)state;
    assert_false(reading_refuse(&reading, (struct position){3, 4}, "100%s", NULL));
    assert_false(reading_refuse(&reading, (struct position){5, 6}, "b", "%n"));
    assert_int_equal(problems->errors, 2);
    assert_string_equal(problems->items[0].message, "100%s");
    assert_null(problems->items[0].advice);
    assert_string_equal(problems->items[1].advice, "%n");
    talloc_free(problems);
}

#define ROWS (sizeof rows / sizeof rows[0])

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(values_go_where_the_table_says),
        cmocka_unit_test(what_is_left_out_stays_zero),
        cmocka_unit_test(two_records_share_a_mapping),
        cmocka_unit_test(all_problems_are_reported),
        cmocka_unit_test(reading_refuse_adds_an_error),
    };
    static struct CMUnitTest row_tests[ROWS];
    problem_fill_tests(row_tests, rows, ROWS, check_row);
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    return failed + cmocka_run_group_tests(row_tests, NULL, NULL);
}
