/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "course/node.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <time.h>

#include <cmocka.h>
#include <talloc.h>

#include "problem_check.h"

#define TAG "tags ('!name') are not used in lessons"
#define TAG_ADVICE "take the word that begins with '!' away, or put the text in quotes"
#define ANCHOR "anchors ('&name') are not used in lessons"
#define ANCHOR_ADVICE "take the word that begins with '&' away, or put the text in quotes"
#define ALIAS "aliases ('*name') are not used in lessons"
#define ALIAS_ADVICE "put text that begins with '*' in quotes"
#define MERGE "merge keys ('<<') are not used in lessons"
#define DOCUMENT "a second document begins here"
#define DOCUMENT_ADVICE "a file holds one lesson; delete the line '---' or make two files"
#define NOT_UTF8 "this is not UTF-8 text"
#define NOT_UTF8_ADVICE "save the file again with the encoding UTF-8"
#define INVISIBLE "this text holds an invisible control or format character"
#define INVISIBLE_ADVICE "type the text again, or delete the escape such as \\x1b or \\u202e"
#define TAB "this text holds a tab, which is not equally wide everywhere"
#define TAB_ADVICE "write spaces instead"
#define KEY "the name of a field must be plain text"
#define KEY_ADVICE "put text that begins with '[' or '{' in quotes"
#define LEVELS "too many levels inside each other"
#define LEVELS_ADVICE "a lesson needs five or six; look for '[' or '{' without its end"
#define ROOT "a file begins with fields such as 'title: …'"
#define EMPTY "this file is empty"
#define COPY_ADVICE "take a lesson that works and change a copy of it"
#define YAML "this is not valid YAML: "
#define YAML_ADVICE                                                                            \
    "look at this line and the one before: put text with ': ' or ' #' in quotes, indent with " \
    "spaces, close what was opened"

static struct problem_row rows[] = {
    {"tag on a value", "a: 1\nb: ¦!!int 5\n", TAG, TAG_ADVICE},
    {"tag of one's own", "a: ¦!mine x\n", TAG, TAG_ADVICE},
    {"tag that says text", "a: ¦! x\n", TAG, TAG_ADVICE},
    {"tag on a list", "a: ¦!!seq [b]\n", TAG, TAG_ADVICE},
    {"tag on a mapping", "a: ¦!!map {b: c}\n", TAG, TAG_ADVICE},
    {"tag on a key", "¦!!str a: b\n", TAG, TAG_ADVICE},
    {"tag in a list", "a:\n  - ¦!!bool yes\n", TAG, TAG_ADVICE},
    {"tag on the root", "¦!!map\na: b\n", TAG, TAG_ADVICE},
    {"anchor on a value", "a: ¦&x b\n", ANCHOR, ANCHOR_ADVICE},
    {"anchor on a list", "a: ¦&x [b]\n", ANCHOR, ANCHOR_ADVICE},
    {"anchor on a mapping", "a: ¦&x {b: c}\n", ANCHOR, ANCHOR_ADVICE},
    {"anchor on a key", "¦&x a: b\n", ANCHOR, ANCHOR_ADVICE},
    {"alias as a value", "a: ¦*x\n", ALIAS, ALIAS_ADVICE},
    {"alias in a list", "a:\n  - b\n  - ¦*x\n", ALIAS, ALIAS_ADVICE},
    {"alias as a key", "a: b\n¦*x : c\n", ALIAS, ALIAS_ADVICE},
    {"merge key", "¦<<: {b: c}\n", MERGE, "write the fields out"},
    {"merge key further in", "a:\n  - ¦<<: b\n", MERGE, "write the fields out"},
    {"duplicate key", "a: b\nc: d\n¦a: e\n", "'a' is given twice",
     "the first one is in line 1; keep one of them"},
    {"duplicate key further in", "x:\n  - a: b\n    ¦a: c\n  - a: d\n", "'a' is given twice",
     "the first one is in line 2; keep one of them"},
    {"duplicate key, written otherwise", "a: b\n¦\"\\x61\": c\n", "'a' is given twice",
     "the first one is in line 1; keep one of them"},
    {"the same key in two places", "a: {b: c}\nd: {b: e}\n", NULL, NULL},
    {"two documents", "a: b\n¦---\nc: d\n", DOCUMENT, DOCUMENT_ADVICE},
    {"two documents, one empty", "a: b\n¦---\n", DOCUMENT, DOCUMENT_ADVICE},
    {"two documents, the first ended", "a: b\n...\n¦---\nc: d\n", DOCUMENT, DOCUMENT_ADVICE},
    {"one document with marks", "---\na: b\n...\n", NULL, NULL},
    {"not UTF-8", "a: b\nc: é¦\xFF\n", NOT_UTF8, NOT_UTF8_ADVICE},
    {"not UTF-8: Windows-1251", "a: b\nc: ¦\xD3\xF0\xEE\xEA\n", NOT_UTF8, NOT_UTF8_ADVICE},
    {"not UTF-8: cut", "a: b ¦\xD0", NOT_UTF8, NOT_UTF8_ADVICE},
    {"not UTF-8 in a comment", "a: b # ¦\x80\n", NOT_UTF8, NOT_UTF8_ADVICE},
    {"escape character", "a: Урок\nb: é¦\x1B[2J\n", YAML "control characters are not allowed",
     YAML_ADVICE},
    {"bell", "a: ¦\x07\n", YAML "control characters are not allowed", YAML_ADVICE},
    {"C1 control",
     "a: ¦\xC2\x9B"
     "2J\n",
     YAML "control characters are not allowed", YAML_ADVICE},
    {"escaped \\e", "a: b\nc: ¦\"x \\e[2J\"\n", INVISIBLE, INVISIBLE_ADVICE},
    {"escaped \\0", "a: ¦\"x\\0y\"\n", INVISIBLE, INVISIBLE_ADVICE},
    {"escaped \\x9b", "a: ¦\"\\x9b\"\n", INVISIBLE, INVISIBLE_ADVICE},
    {"escaped \\r", "a: ¦\"x\\ry\"\n", INVISIBLE, INVISIBLE_ADVICE},
    {"escaped \\u202e", "a: ¦\"abc\\u202ecba\"\n", INVISIBLE, INVISIBLE_ADVICE},
    {"escaped \\L", "a: ¦\"\\L\"\n", INVISIBLE, INVISIBLE_ADVICE},
    {"escaped \\u200b in a list", "a:\n  - ¦\"\\u200b\"\n", INVISIBLE, INVISIBLE_ADVICE},
    {"escape in a key", "¦\"a\\e\": b\n", INVISIBLE, INVISIBLE_ADVICE},
    {"U+202E as it is", "a: ¦b \xE2\x80\xAE c\n", INVISIBLE, INVISIBLE_ADVICE},
    {"U+2066 as it is", "a: ¦b \xE2\x81\xA6 c\n", INVISIBLE, INVISIBLE_ADVICE},
    {"U+200B as it is",
     "a: ¦b\xE2\x80\x8B"
     "c\n",
     INVISIBLE, INVISIBLE_ADVICE},
    {"U+FEFF in the middle",
     "a: ¦b\xEF\xBB\xBF"
     "c\n",
     INVISIBLE, INVISIBLE_ADVICE},
    {"tab in a text", "a: b\nc: ¦x\ty\n", TAB, TAB_ADVICE},
    {"tab in a block", "a: ¦|\n  x\n  y\tz\n", TAB, TAB_ADVICE},
    {"tab between a name and its text", "a:\tb\n", NULL, NULL},
    {"escapes that are harmless", "a: \"x\\nz \\u0401 \\\"\"\n", NULL, NULL},
    {"list as a key", "¦[a]: b\n", KEY, KEY_ADVICE},
    {"mapping as a key", "a: b\n¦{c: d}: e\n", KEY, KEY_ADVICE},
    {"list as a key, in lines", "? ¦- a\n: b\n", KEY, KEY_ADVICE},
    {"seventeen levels", "a: [[[[[[[[[[[[[[[¦[]]]]]]]]]]]]]]]]\n", LEVELS, LEVELS_ADVICE},
    {"sixteen levels", "a: [[[[[[[[[[[[[[[]]]]]]]]]]]]]]]\n", NULL, NULL},
    {"seventeen levels of mappings",
     "a: {a: {a: {a: {a: {a: {a: {a: {a: {a: {a: {a: {a: {a: {a: {a: ¦{}}}}}}}}}}}}}}}}}\n", LEVELS,
     LEVELS_ADVICE},
    {"empty", "¦", EMPTY, COPY_ADVICE},
    {"only spaces", "¦\n  \n", EMPTY, COPY_ADVICE},
    {"only a comment", "¦# a comment\n", EMPTY, COPY_ADVICE},
    {"an empty document", "---\n¦", ROOT, COPY_ADVICE},
    {"list as the root", "# why\n¦- a\n", ROOT, COPY_ADVICE},
    {"text as the root", "¦some text\n", ROOT, COPY_ADVICE},
    {"mapping without fields", "{}\n", NULL, NULL},
    {"colon in plain text", "a: b¦: c\n", YAML "mapping values are not allowed in this context",
     YAML_ADVICE},
    {"tab as indentation", "a:\n¦\tb: c\n", YAML "found character that cannot start any token",
     YAML_ADVICE},
    {"quote without end", "a: \"b\nc: d\n¦", YAML "found unexpected end of stream", YAML_ADVICE},
    {"list without end", "a: [b, c\n¦", YAML "did not find expected ',' or ']'", YAML_ADVICE},
    {"text outside", "a: b\n  c\nd\n¦", YAML "could not find expected ':'", YAML_ADVICE},
    {"unknown escape", "a: \"¦\\y\"\n", YAML "found unknown escape character", YAML_ADVICE},
};

static bool read_node(const void *parent, struct bytes bytes, struct diagnostics *problems)
{
    return node_parse(parent, PROBLEM_FILE, bytes, NULL, problems) != NULL;
}

static void check_row(void **state)
{
    problem_check(*state, read_node);
}

struct parsed {
    struct diagnostics *problems;
    const struct node *root;
};

static struct parsed *parse_bytes(const char *bytes, size_t length, const char *stop_key)
{
    struct parsed *parsed = talloc_zero(NULL, struct parsed);
    char *copy = talloc_memdup(parsed, bytes, length + 1);
    parsed->problems = diagnostics_new(parsed);
    parsed->root =
        node_parse(parsed, PROBLEM_FILE, (struct bytes){copy, length}, stop_key, parsed->problems);
    return parsed;
}

static struct parsed *parse(const char *text)
{
    return parse_bytes(text, strlen(text), NULL);
}

static struct parsed *parse_until(const char *text, const char *stop_key)
{
    return parse_bytes(text, strlen(text), stop_key);
}

static void assert_place(struct position at, size_t line, size_t column)
{
    assert_int_equal(at.line, line);
    assert_int_equal(at.column, column);
}

static void assert_text(const struct node *mapping, const char *key, const char *text)
{
    const struct node *node = node_find(mapping, key);
    assert_non_null(node);
    assert_int_equal(node->kind, NODE_SCALAR);
    assert_string_equal(node->text, text);
}

static void assert_refused(const struct parsed *parsed, size_t index, size_t line, size_t column,
                           const char *message)
{
    assert_null(parsed->root);
    assert_true(parsed->problems->count > index);
    const struct diagnostic *problem = &parsed->problems->items[index];
    assert_string_equal(problem->message, message);
    assert_place(problem->at, line, column);
}

static void a_file_becomes_a_tree(void **state)
{
    struct parsed *parsed = parse("title: Урок\n"
                                  "steps:\n"
                                  "  - read: one\n"
                                  "    note: 'two'\n"
                                  "  - [three, four]\n");
    (void)state;
    assert_non_null(parsed->root);
    assert_int_equal(parsed->problems->count, 0);
    assert_int_equal(parsed->root->kind, NODE_MAPPING);
    assert_int_equal(parsed->root->count, 2);
    assert_null(parsed->root->key);
    assert_place(parsed->root->at, 1, 1);
    assert_text(parsed->root, "title", "Урок");

    const struct node *steps = node_find(parsed->root, "steps");
    assert_int_equal(steps->kind, NODE_SEQUENCE);
    assert_int_equal(steps->count, 2);
    assert_null(steps->text);
    assert_string_equal(steps->key, "steps");
    assert_place(steps->key_at, 2, 1);
    assert_place(steps->at, 3, 3);
    assert_int_equal(steps->first->kind, NODE_MAPPING);
    assert_place(node_find(steps->first, "note")->key_at, 4, 5);
    assert_place(node_find(steps->first, "note")->at, 4, 11);
    assert_int_equal(steps->last->kind, NODE_SEQUENCE);
    assert_ptr_equal(steps->first->next, steps->last);
    assert_null(steps->last->next);
    assert_string_equal(steps->last->last->text, "four");
    assert_null(steps->last->last->key);
    talloc_free(parsed);
}

static void columns_are_characters(void **state)
{
    struct parsed *parsed = parse("{Урок: Дім, é: x}\n");
    (void)state;
    assert_place(node_find(parsed->root, "Урок")->at, 1, 8);
    assert_place(node_find(parsed->root, "é")->key_at, 1, 13);
    talloc_free(parsed);
}

static void every_scalar_is_text(void **state)
{
    struct parsed *parsed = parse("a: no\nb: 1:30\nc: 07\nd: null\ne: ~\nf: 1e3\ng: 2026-11\n"
                                  "h: .inf\ni:\nno: yes\n");
    static const char *const texts[] = {"no",  "1:30",    "07",   "null", "~",
                                        "1e3", "2026-11", ".inf", ""};
    (void)state;
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++)
        assert_text(parsed->root, (char[]){(char)('a' + i), '\0'}, texts[i]);
    assert_text(parsed->root, "no", "yes");
    talloc_free(parsed);
}

static void a_missing_key_is_not_found(void **state)
{
    struct parsed *parsed = parse("a: {b: c}\nd: [b]\n");
    (void)state;
    assert_null(node_find(parsed->root, "b"));
    assert_null(node_find(parsed->root, ""));
    assert_null(node_find(node_find(parsed->root, "d"), "b"));
    talloc_free(parsed);
}

static void line_ends_of_other_systems_are_read(void **state)
{
    struct parsed *parsed = parse("a: b\r\nc: |\r\n  one\r\n  two\r\nd: x\r\nd: y\r\n");
    (void)state;
    assert_refused(parsed, 0, 6, 1, "'d' is given twice");
    assert_string_equal(parsed->problems->items[0].excerpt, "d: y");
    talloc_free(parsed);

    parsed = parse("a: b\r\nc: |\r\n  one\r\n  two\r\n");
    assert_text(parsed->root, "a", "b");
    assert_text(parsed->root, "c", "one\ntwo\n");
    talloc_free(parsed);
}

/* Editors of some systems put it before the first character. */
static void a_byte_order_mark_is_skipped(void **state)
{
    struct parsed *parsed = parse("\xEF\xBB\xBF"
                                  "a: b\nc: d\n");
    (void)state;
    problem_print(parsed->problems);
    assert_int_equal(parsed->problems->count, 0);
    assert_non_null(parsed->root);
    assert_text(parsed->root, "a", "b");
    assert_text(parsed->root, "c", "d");
    talloc_free(parsed);
}

static void a_byte_order_mark_moves_no_column(void **state)
{
    struct parsed *parsed = parse("\xEF\xBB\xBF"
                                  "a: !x b\n");
    (void)state;
    assert_refused(parsed, 0, 1, 4, TAG);
    talloc_free(parsed);
}

static void utf16_is_refused(void **state)
{
    struct parsed *parsed = parse_bytes("\xFF\xFE"
                                        "a\0:\0 \0b\0\n\0",
                                        12, NULL);
    (void)state;
    assert_refused(parsed, 0, 1, 1, NOT_UTF8);
    talloc_free(parsed);
    parsed = parse_bytes("\xFE\xFF\0a\0:\0 \0b\0\n", 12, NULL);
    assert_refused(parsed, 0, 1, 1, NOT_UTF8);
    talloc_free(parsed);
}

/* Without a mark at its beginning it is UTF-8 with NUL bytes. */
static void nul_bytes_are_refused(void **state)
{
    struct parsed *parsed = parse_bytes("a\0:\0 \0b\0\n\0", 10, NULL);
    (void)state;
    assert_refused(parsed, 0, 1, 2, YAML "control characters are not allowed");
    talloc_free(parsed);
}

static void all_problems_are_reported(void **state)
{
    struct parsed *parsed = parse("a: !!int 1\n"
                                  "b: &x 2\n"
                                  "c: *x\n"
                                  "a: 3\n"
                                  "<<: {d: \"\\e\"}\n"
                                  "e: !!str &y f\n");
    (void)state;
    assert_refused(parsed, 0, 1, 4, TAG);
    assert_refused(parsed, 1, 2, 4, ANCHOR);
    assert_refused(parsed, 2, 3, 4, ALIAS);
    assert_refused(parsed, 3, 4, 1, "'a' is given twice");
    assert_refused(parsed, 4, 5, 1, MERGE);
    assert_refused(parsed, 5, 5, 9, INVISIBLE);
    assert_refused(parsed, 6, 6, 4, TAG);
    assert_refused(parsed, 7, 6, 4, ANCHOR);
    assert_int_equal(parsed->problems->count, 8);
    assert_int_equal(parsed->problems->errors, 8);
    talloc_free(parsed);
}

static void earlier_problems_are_left_alone(void **state)
{
    void *memory = talloc_new(NULL);
    struct diagnostics *problems = diagnostics_new(memory);
    (void)state;
    diagnostics_add(problems, SEVERITY_ERROR, "other.yaml", (struct position){1, 1}, "other");
    struct node *root =
        node_parse(memory, PROBLEM_FILE, (struct bytes){(char[]){"a: b\n"}, 5}, NULL, problems);
    assert_non_null(root);
    assert_null(problems->items[0].excerpt);
    talloc_free(memory);
}

/* A line "a: xxxx…" whose text has length bytes. */
static struct parsed *parse_long_text(size_t length)
{
    char *text = talloc_asprintf(NULL, "a: b\nc: %*s\n", (int)length, "");
    memset(text + 8, 'x', length);
    struct parsed *parsed = parse(text);
    talloc_free(text);
    return parsed;
}

static void a_text_has_at_most_16_kib(void **state)
{
    struct parsed *parsed = parse_long_text(NODE_SCALAR_BYTES);
    (void)state;
    assert_int_equal(NODE_SCALAR_BYTES, 16384);
    assert_non_null(parsed->root);
    assert_int_equal(strlen(node_find(parsed->root, "c")->text), NODE_SCALAR_BYTES);
    talloc_free(parsed);
    parsed = parse_long_text(NODE_SCALAR_BYTES + 1);
    assert_refused(parsed, 0, 2, 4, "this text is too long");
    assert_string_equal(parsed->problems->items[0].advice,
                        "a page of a lesson is at most a screen; make several steps of it");
    assert_int_equal(parsed->problems->count, 1);
    talloc_free(parsed);
}

static struct parsed *parse_many_keys(size_t count)
{
    char *text = talloc_strdup(NULL, "a:\n  - b: c\n");
    for (size_t i = 1; i < count; i++)
        text = talloc_asprintf_append_buffer(text, "    k%zu: v\n", i);
    struct parsed *parsed = parse(text);
    talloc_free(text);
    return parsed;
}

static void a_mapping_has_at_most_64_keys(void **state)
{
    struct parsed *parsed = parse_many_keys(NODE_KEYS);
    (void)state;
    assert_int_equal(NODE_KEYS, 64);
    assert_non_null(parsed->root);
    talloc_free(parsed);
    parsed = parse_many_keys(NODE_KEYS + 1);
    assert_refused(parsed, 0, 66, 5, "too many fields in one place");
    assert_string_equal(parsed->problems->items[0].advice,
                        "this does not look like a lesson; check that it is the right file");
    assert_int_equal(parsed->problems->count, 1);
    talloc_free(parsed);
}

/* Nine events stand around the entries of the list: stream, document, mapping
 * and list have two each, the key one. */
#define EVENTS_AROUND 9

static struct parsed *parse_many_entries(size_t count)
{
    char *text = talloc_array(NULL, char, (unsigned)(3 + count * 4 + 1));
    char *end = text + 3;
    memcpy(text, "a:\n", 3);
    for (size_t i = 0; i < count; i++, end += 4)
        memcpy(end, "- b\n", 4);
    *end = '\0';
    struct parsed *parsed = parse(text);
    talloc_free(text);
    return parsed;
}

static void a_file_has_at_most_20000_events(void **state)
{
    struct parsed *parsed = parse_many_entries(NODE_EVENTS - EVENTS_AROUND);
    (void)state;
    assert_int_equal(NODE_EVENTS, 20000);
    problem_print(parsed->problems);
    assert_non_null(parsed->root);
    talloc_free(parsed);
    parsed = parse_many_entries(NODE_EVENTS);
    assert_refused(parsed, 0, 19997, 3, "this file holds too many parts");
    assert_string_equal(parsed->problems->items[0].advice, "split it into several lessons");
    assert_int_equal(parsed->problems->count, 1);
    talloc_free(parsed);
}

static void endless_nesting_is_left_early(void **state)
{
    enum { OPEN = 40000 };
    char *text = talloc_array(NULL, char, OPEN + 1);
    (void)state;
    memset(text, '[', OPEN);
    text[OPEN] = '\0';
    clock_t start = clock();
    struct parsed *parsed = parse(text);
    /* Read to its end this takes seconds, here a thousandth of one. */
    assert_true(clock() - start < CLOCKS_PER_SEC);
    assert_refused(parsed, 0, 1, 17, LEVELS);
    assert_int_equal(parsed->problems->count, 1);
    talloc_free(parsed);
    talloc_free(text);
}

static void reading_ends_at_the_stop_key(void **state)
{
    struct parsed *parsed = parse_until("a: b\nc: d\nsteps: [[[\n\t\"\xE2\x80\xAE", "steps");
    (void)state;
    assert_non_null(parsed->root);
    assert_int_equal(parsed->problems->count, 0);
    assert_int_equal(parsed->root->count, 2);
    assert_text(parsed->root, "c", "d");
    assert_null(node_find(parsed->root, "steps"));
    talloc_free(parsed);
}

static void only_the_root_stops_reading(void **state)
{
    struct parsed *parsed =
        parse_until("a: {steps: b}\nc: steps\nd: [steps: e]\nsteps: f\n", "steps");
    (void)state;
    assert_non_null(parsed->root);
    assert_int_equal(parsed->root->count, 3);
    assert_text(node_find(parsed->root, "a"), "steps", "b");
    talloc_free(parsed);
}

static void problems_before_the_stop_key_count(void **state)
{
    struct parsed *parsed = parse_until("a: b\na: c\nsteps: d\n", "steps");
    (void)state;
    assert_refused(parsed, 0, 2, 1, "'a' is given twice");
    talloc_free(parsed);
}

static void without_the_stop_key_all_is_read(void **state)
{
    struct parsed *parsed = parse_until("a: b\nc: d\n", "steps");
    (void)state;
    assert_non_null(parsed->root);
    assert_int_equal(parsed->root->count, 2);
    talloc_free(parsed);
}

#define ROWS (sizeof rows / sizeof rows[0])

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_file_becomes_a_tree),
        cmocka_unit_test(columns_are_characters),
        cmocka_unit_test(every_scalar_is_text),
        cmocka_unit_test(a_missing_key_is_not_found),
        cmocka_unit_test(line_ends_of_other_systems_are_read),
        cmocka_unit_test(a_byte_order_mark_is_skipped),
        cmocka_unit_test(a_byte_order_mark_moves_no_column),
        cmocka_unit_test(utf16_is_refused),
        cmocka_unit_test(nul_bytes_are_refused),
        cmocka_unit_test(all_problems_are_reported),
        cmocka_unit_test(earlier_problems_are_left_alone),
        cmocka_unit_test(a_text_has_at_most_16_kib),
        cmocka_unit_test(a_mapping_has_at_most_64_keys),
        cmocka_unit_test(a_file_has_at_most_20000_events),
        cmocka_unit_test(endless_nesting_is_left_early),
        cmocka_unit_test(reading_ends_at_the_stop_key),
        cmocka_unit_test(only_the_root_stops_reading),
        cmocka_unit_test(problems_before_the_stop_key_count),
        cmocka_unit_test(without_the_stop_key_all_is_read),
    };
    static struct CMUnitTest row_tests[ROWS];
    problem_fill_tests(row_tests, rows, ROWS, check_row);
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    return failed + cmocka_run_group_tests(row_tests, NULL, NULL);
}
