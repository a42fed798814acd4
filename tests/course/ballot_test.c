/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A ballot as bytes and back, and which lessons are the same revision. */
#include "course/ballot.h"

#include "../support/lesson.h"

static char *three[] = {(char[]){"yes"}, (char[]){"no"}, (char[]){"not-sure"}};

static struct ballot_item items[] = {
    {.id = (char[]){"mosquito"},
     .rev = 1,
     .moment = BALLOT_BEFORE,
     .wrong = 1,
     .options = three,
     .taken = (unsigned[]){0, 0, 1},
     .option_count = 3},
    {.id = (char[]){"days"}, .rev = 2, .moment = BALLOT_DURING, .right = 1},
    {.id = (char[]){"mosquito"},
     .rev = 1,
     .moment = BALLOT_AFTER,
     .skipped = 1,
     .options = three,
     .taken = (unsigned[]){0, 0, 0},
     .option_count = 3},
};

static char lesson[] = "how-hiv-is-passed-on", language[] = "uk";

static struct ballot ballot_of(void)
{
    return (struct ballot){
        .lesson = lesson, .revision = "0123abcd", .language = language, .items = items, .count = 3};
}

static void assert_same(const struct ballot *one, const struct ballot *other)
{
    assert_string_equal(one->lesson, other->lesson);
    assert_string_equal(one->revision, other->revision);
    assert_string_equal(one->language, other->language);
    assert_int_equal(one->group, other->group);
    assert_int_equal(one->count, other->count);
    for (size_t i = 0; i < one->count; i++) {
        const struct ballot_item *a = &one->items[i], *b = &other->items[i];
        assert_string_equal(a->id, b->id);
        assert_int_equal(a->rev, b->rev);
        assert_int_equal(a->moment, b->moment);
        assert_int_equal(a->right, b->right);
        assert_int_equal(a->wrong, b->wrong);
        assert_int_equal(a->skipped, b->skipped);
        assert_int_equal(a->option_count, b->option_count);
        for (size_t j = 0; j < a->option_count; j++) {
            assert_string_equal(a->options[j], b->options[j]);
            assert_int_equal(a->taken[j], b->taken[j]);
        }
    }
}

static void what_is_written_is_read(void **state)
{
    struct ballot ballot = ballot_of(), none = ballot_of();
    unsigned char bytes[BALLOT_BYTES], again[BALLOT_BYTES];
    bool newer = true;
    (void)state;

    memset(bytes, 0xff, sizeof bytes);
    assert_true(ballot_write(&ballot, bytes));
    struct ballot *read = ballot_read(NULL, bytes, &newer);
    assert_non_null(read);
    assert_false(newer);
    assert_same(read, &ballot);
    assert_true(ballot_write(read, again));
    assert_memory_equal(again, bytes, BALLOT_BYTES);
    talloc_free(read);
    none.count = 0;
    assert_true(ballot_write(&none, bytes));
    read = ballot_read(NULL, bytes, &newer);
    assert_non_null(read);
    assert_same(read, &none);
    talloc_free(read);
}

static void hands_are_counted(void **state)
{
    unsigned taken[] = {40, 0, 38};
    struct ballot_item hands = {.id = (char[]){"q"},
                                .rev = 1,
                                .moment = BALLOT_DURING,
                                .right = 38,
                                .wrong = 2,
                                .options = three,
                                .taken = taken,
                                .option_count = 3};
    struct ballot ballot = ballot_of();
    unsigned char bytes[BALLOT_BYTES];
    bool newer;
    (void)state;

    ballot.items = &hands;
    ballot.count = 1;
    assert_false(ballot_write(&ballot, bytes));
    ballot.group = true;
    assert_true(ballot_write(&ballot, bytes));
    struct ballot *read = ballot_read(NULL, bytes, &newer);
    assert_non_null(read);
    assert_same(read, &ballot);
    talloc_free(read);
}

/* Writing tells who made the ballot; reading must not rely on that. */
static void what_does_not_fit_together_is_refused(void **state)
{
    unsigned taken[] = {0, 0, 1};
    struct ballot_item item = items[0];
    struct ballot ballot = ballot_of();
    unsigned char bytes[BALLOT_BYTES], before[BALLOT_BYTES];
    (void)state;

    memset(before, 7, sizeof before);
    memcpy(bytes, before, sizeof bytes);
    ballot.items = &item;
    ballot.count = 1;
    item.taken = taken;
    item.right = 1;
    assert_false(ballot_write(&ballot, bytes));
    item.right = 0, item.skipped = 1;
    assert_false(ballot_write(&ballot, bytes));
    item.skipped = 0, item.wrong = 0;
    assert_false(ballot_write(&ballot, bytes));
    item.wrong = 1, taken[0] = 2;
    assert_false(ballot_write(&ballot, bytes));
    taken[0] = 0, item.rev = -1;
    assert_false(ballot_write(&ballot, bytes));
    item.rev = 1, item.id = (char[]){"No id"};
    assert_false(ballot_write(&ballot, bytes));
    item.id = items[0].id, ballot.language = (char[]){""};
    assert_false(ballot_write(&ballot, bytes));
    ballot.language = (char[]){"uk"}, memcpy(ballot.revision, "0123ABCD", 9);
    assert_false(ballot_write(&ballot, bytes));
    memcpy(ballot.revision, "0123abcd", 9);
    struct ballot_item twice[] = {item, item};
    ballot.items = twice, ballot.count = 2;
    assert_false(ballot_write(&ballot, bytes));
    assert_memory_equal(bytes, before, BALLOT_BYTES);
    twice[1].moment = BALLOT_AFTER;
    assert_true(ballot_write(&ballot, bytes));
}

static void too_much_is_refused(void **state)
{
    struct ballot ballot = ballot_of();
    void *memory = talloc_new(NULL);
    struct ballot_item *many = talloc_zero_array(memory, struct ballot_item, 300);
    unsigned char bytes[BALLOT_BYTES];
    size_t fits = 0;
    bool newer;
    (void)state;

    ballot.items = many;
    for (size_t i = 0; i < 300; i++) {
        many[i] = items[1];
        many[i].id = talloc_asprintf(memory, "question-number-%zu", i);
        ballot.count = i + 1;
        if (!ballot_write(&ballot, bytes))
            break;
        fits = i + 1;
    }
    assert_in_range(fits, 100, 299);
    struct ballot *read = ballot_read(memory, bytes, &newer);
    assert_non_null(read);
    assert_int_equal(read->count, fits);
    talloc_free(memory);
}

/* A bit more, less or other: refused, or another ballot that is the same bytes again. */
static void any_bytes_are_safe(void **state)
{
    struct ballot ballot = ballot_of();
    unsigned char bytes[BALLOT_BYTES], again[BALLOT_BYTES];
    bool newer;
    (void)state;

    assert_true(ballot_write(&ballot, bytes));
    for (size_t bit = 0; bit < BALLOT_BYTES * 8; bit++) {
        bytes[bit / 8] ^= (unsigned char)(1u << bit % 8);
        struct ballot *read = ballot_read(NULL, bytes, &newer);
        assert_int_equal(newer, bytes[0] > 1);
        if (read) {
            assert_true(ballot_write(read, again));
            assert_memory_equal(again, bytes, BALLOT_BYTES);
        }
        talloc_free(read);
        bytes[bit / 8] ^= (unsigned char)(1u << bit % 8);
    }
    memset(bytes, 0, sizeof bytes);
    assert_null(ballot_read(NULL, bytes, &newer));
    assert_false(newer);
    bytes[0] = 2;
    assert_null(ballot_read(NULL, bytes, &newer));
    assert_true(newer);
}

#define NUMBER "  - number: How many?\n    id: two\n    rev: 1\n    answer: 28\n    why: So.\n"
#define ORDER                                                 \
    "  - order: In which order?\n    id: three\n    items:\n" \
    "      - {id: a, text: A, why: W.}\n"                     \
    "      - {id: b, text: B, why: W.}\n"

static char *revision_of(const void *parent, const char *steps)
{
    char *revision = talloc_array(parent, char, BALLOT_REVISION + 1);
    ballot_revision(lesson_with(parent, steps), revision);
    assert_int_equal(strlen(revision), BALLOT_REVISION);
    return revision;
}

static void what_is_read_and_where_it_stands_does_not_count(void **state)
{
    void *memory = talloc_new(NULL);
    const char *first =
        revision_of(memory, "  - choose: Yes?\n    id: one\n    options:\n"
                            "      - {id: a, text: A, why: Because.}\n"
                            "      - {id: b, text: B, right: yes, why: Because.}\n" NUMBER ORDER);
    (void)state;

    const char *other = revision_of(memory, "  - read: Читайте.\n" ORDER NUMBER
                                            "  - choose: Так?\n    id: one\n    rev: 1\n"
                                            "    note: Спокійно.\n    shuffle: yes\n    options:\n"
                                            "      - {id: b, text: Б, right: yes, why: Бо так.}\n"
                                            "      - {id: a, text: А, why: Бо ні.}\n");
    assert_string_equal(first, other);
    talloc_free(memory);
}

static void what_is_asked_and_right_counts(void **state)
{
    static const char *const steps[] = {
        NUMBER,
        "  - number: How many?\n    id: two\n    rev: 2\n    answer: 28\n    why: So.\n",
        "  - number: How many?\n    id: two-b\n    answer: 28\n    why: So.\n",
        "  - number: How many?\n    id: two\n    answer: 29\n    why: So.\n",
        "  - number: How many?\n    id: two\n    answer: 28\n    within: 1\n    why: So.\n",
        "  - write: How many?\n    id: two\n    accept: [x]\n    why: So.\n",
        NUMBER ORDER,
        NUMBER "  - order: In which order?\n    id: three\n    items:\n"
               "      - {id: b, text: B, why: W.}\n      - {id: a, text: A, why: W.}\n",
        "  - choose: Q\n    id: two\n    options:\n      - {id: a, text: A, why: W.}\n"
        "      - {id: b, text: B, why: W., right: yes}\n",
        "  - choose: Q\n    id: two\n    options:\n      - {id: a, text: A, why: W., right: yes}\n"
        "      - {id: b, text: B, why: W.}\n",
        "  - choose: Q\n    id: two\n    options:\n      - {id: a, text: A, why: W.}\n"
        "      - {id: b, text: B, why: W., right: yes}\n      - {id: c, text: C, why: W.}\n",
        "  - read: Only this.\n",
    };
    void *memory = talloc_new(NULL);
    const char *revisions[sizeof steps / sizeof *steps];
    (void)state;

    for (size_t i = 0; i < sizeof steps / sizeof *steps; i++) {
        revisions[i] = revision_of(memory, steps[i]);
        for (size_t j = 0; j < i; j++)
            if (strcmp(revisions[i], revisions[j]) == 0)
                fail_msg("%zu and %zu are the same revision", j, i);
    }
    talloc_free(memory);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_written_is_read),
        cmocka_unit_test(hands_are_counted),
        cmocka_unit_test(what_does_not_fit_together_is_refused),
        cmocka_unit_test(too_much_is_refused),
        cmocka_unit_test(any_bytes_are_safe),
        cmocka_unit_test(what_is_read_and_where_it_stands_does_not_count),
        cmocka_unit_test(what_is_asked_and_right_counts),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
