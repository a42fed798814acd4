/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "course/po.h"

#include "../base/folder.h"

#define HEADER                                                \
    "msgid \"\"\n"                                            \
    "msgstr \"\"\n"                                           \
    "\"Content-Type: text/plain; charset=UTF-8\\n\"\n"        \
    "\"Language: ru\\n\"\n"                                   \
    "\"X-Conecta-Course: c\\n\"\n"                            \
    "\n"
#define ENTRY "msgctxt \"l/title\"\nmsgid \"A\"\nmsgstr \"Б\"\n\n"

struct row {
    const char *name;
    const char *text;
    size_t line; /* of the problem */
    const char *message;
};

static struct row rows[] = {
    {"an_open_string", HEADER ENTRY "msgctxt \"x\nmsgid \"\"\nmsgstr \"\"\n", 12,
     "this PO file is damaged: "},
    {"an_end_too_early", HEADER "msgctxt \"l/title\"\nmsgid \"A\"\n", 8,
     "this PO file is damaged: "},
    {"an_entry_twice", HEADER ENTRY ENTRY, 12, "this PO file is damaged: duplicate"},
    {"no_po_at_all", "lesson: x\ntitle: y\n", 1, "this PO file is damaged: "},
    {"empty", "", 1, "the header of this PO file does not say that it is in UTF-8"},
    {"bytes_of_another_encoding", HEADER "msgid \"A\"\nmsgstr \"\xC1\"\n", 8,
     "this is not UTF-8 text"},
    {"a_utf_16_file", "m\0s\0g\0", 1, "this is not UTF-8 text"},
    {"another_encoding",
     "msgid \"\"\nmsgstr \"\"\n\"Language: ru\\n\"\n"
     "\"Content-Type: text/plain; charset=KOI8-R\\n\"\n\"X-Conecta-Course: c\\n\"\n",
     4, "the header of this PO file does not say that it is in UTF-8"},
    {"another_course",
     "msgid \"\"\nmsgstr \"\"\n\"Content-Type: text/plain; charset=UTF-8\\n\"\n"
     "\"Language: ru\\n\"\n\"X-Conecta-Course: d\\n\"\n",
     5, "this PO file is not a translation of this course"},
    {"no_course",
     "msgid \"\"\nmsgstr \"\"\n\"Content-Type: text/plain; charset=UTF-8\\n\"\n"
     "\"Language: ru\\n\"\n",
     1, "this PO file is not a translation of this course"},
    {"another_language",
     "msgid \"\"\nmsgstr \"\"\n\"Content-Type: text/plain; charset=UTF-8\\n\"\n"
     "\"Language: uk\\n\"\n\"X-Conecta-Course: c\\n\"\n",
     4, "this PO file is in another language"},
    {"plural_forms",
     HEADER ENTRY "msgctxt \"n\"\nmsgid \"a\"\nmsgid_plural \"b\"\nmsgstr[0] \"c\"\n", 11,
     "a lesson has no plural forms (msgid_plural)"},
};

static void check(void **state)
{
    const struct row *row = *state;
    void *memory = talloc_new(NULL);
    char *folder = folder_make(memory);
    struct diagnostics *problems = diagnostics_new(memory);
    size_t length = strcmp(row->name, "a_utf_16_file") == 0 ? 6 : strlen(row->text);
    char *path = folder_add_bytes(folder, "ru.po", row->text, length);
    struct po *po = po_new(memory, "c", "ru");
    bool added = po_add(po, path, problems);

    folder_remove(folder);
    assert_false(added);
    assert_int_equal(po->count, 0);
    assert_non_null(strstr(problems->items[0].message, row->message));
    assert_string_equal(problems->items[0].file, path);
    assert_int_equal(problems->items[0].at.line, row->line);
    assert_non_null(problems->items[0].advice);
    talloc_free(memory);
}

/* A PO file that is fine. */
static struct po *read_po(const void *parent, const char *text)
{
    char *folder = folder_make(parent);
    struct diagnostics *problems = diagnostics_new(parent);
    struct po *po = po_new(parent, "c", "ru");
    bool added = po_add(po, folder_add(folder, "ru.po", text), problems);

    folder_remove(folder);
    if (!added)
        fail_msg("%s", diagnostic_format(parent, &problems->items[0]));
    return po;
}

static void entries_are_found_with_their_lines(void **state)
{
    void *memory = talloc_new(NULL);
    struct po *po = read_po(memory, HEADER "#, fuzzy\n#| msgid \"B\"\nmsgctxt \"l/b\"\nmsgid \"\"\n"
                                           "\"msgid C\\n\"\n\"D\"\nmsgstr \"E\"\n\n" ENTRY
                                           "#~ msgctxt \"l/old\"\n#~ msgid \"F\"\n#~ msgstr \"G\"\n"
                                           "\nmsgctxt \"l/new\"\nmsgid \"H\"\nmsgstr \"\"\n");
    (void)state;
    assert_int_equal(po_find(po, "l/title")->line, 15);
    assert_string_equal(po_find(po, "l/title")->translation, "Б");
    assert_false(po_find(po, "l/title")->fuzzy);
    assert_int_equal(po_find(po, "l/b")->line, 9);
    assert_true(po_find(po, "l/b")->fuzzy);
    assert_string_equal(po_find(po, "l/b")->source, "msgid C\nD");
    assert_int_equal(po_find(po, "l/new")->line, 23);
    assert_string_equal(po_find(po, "l/new")->translation, "");
    assert_null(po_find(po, "l/old"));
    assert_null(po_find(po, ""));
    talloc_free(memory);
}

static void a_translated_entry_comes_before_an_open_one(void **state)
{
    void *memory = talloc_new(NULL);
    struct po *po = po_new(memory, "c", "ru");
    (void)state;
    po_put(po, &(struct po_entry){.context = "a", .source = "A", .translation = ""});
    po_put(po, &(struct po_entry){.context = "a", .source = "A", .translation = "Б"});
    assert_string_equal(po_find(po, "a")->translation, "Б");
    talloc_free(memory);
}

/* Whatever is cut off, the file is refused or what it holds is whole. */
static void any_beginning_of_a_file_is_safe(void **state)
{
    static const char text[] = HEADER ENTRY "#, fuzzy\nmsgctxt \"x\"\nmsgid \"a\"\nmsgstr \"b\"\n";
    (void)state;
    for (size_t length = 0; length < sizeof text - 1; length += 3) {
        void *memory = talloc_new(NULL);
        char *folder = folder_make(memory);
        struct diagnostics *problems = diagnostics_new(memory);
        struct po *po = po_new(memory, "c", "ru");
        bool added = po_add(po, folder_add_bytes(folder, "ru.po", text, length), problems);
        assert_int_equal(added, problems->errors == 0);
        if (added && po_find(po, "l/title"))
            assert_string_equal(po_find(po, "l/title")->translation, "Б");
        folder_remove(folder);
        talloc_free(memory);
    }
}

static void what_is_no_file_is_named(void **state)
{
    void *memory = talloc_new(NULL);
    struct diagnostics *problems = diagnostics_new(memory);
    struct po *po = po_new(memory, "c", "ru");
    (void)state;
    assert_false(po_add(po, "/dev/null", problems));
    assert_false(po_add(po, "/nowhere/ru.po", problems));
    assert_false(po_add(po, "/tmp", problems));
    assert_int_equal(problems->count, 3);
    talloc_free(memory);
}

int main(void)
{
    enum { COUNT = sizeof rows / sizeof rows[0] };
    static const struct CMUnitTest others[] = {
        cmocka_unit_test(entries_are_found_with_their_lines),
        cmocka_unit_test(a_translated_entry_comes_before_an_open_one),
        cmocka_unit_test(any_beginning_of_a_file_is_safe),
        cmocka_unit_test(what_is_no_file_is_named),
    };
    enum { OTHERS = sizeof others / sizeof others[0] };
    struct CMUnitTest tests[COUNT + OTHERS];
    for (size_t i = 0; i < COUNT; i++)
        tests[i] = (struct CMUnitTest){rows[i].name, check, NULL, NULL, &rows[i]};
    memcpy(tests + COUNT, others, sizeof others);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
