/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "words/walk.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/text.h"

/* Walks all of a range; the number of choices that it takes at most. */
static size_t walk(const struct words *list, struct words_range range, size_t *reached)
{
    struct words_range choices[WALK_CHOICES];
    size_t count = walk_part(list, range, choices);
    size_t next = range.first, deepest = 0;

    if (range.count == 1) {
        assert_int_equal(count, 0);
        assert_int_equal(range.first, *reached); /* each once, in order */
        ++*reached;
        return 0;
    }
    assert_in_range(count, 2, WALK_CHOICES);
    for (size_t i = 0; i < count; i++) {
        assert_int_equal(choices[i].first, next);
        assert_true(choices[i].count >= 1);
        next += choices[i].count;
        size_t depth = walk(list, choices[i], reached);
        deepest = depth > deepest ? depth : deepest;
    }
    assert_int_equal(next, range.first + range.count);
    return deepest + 1;
}

static void four_choices_reach_every_word(void **state)
{
    (void)state;
    for (const struct words *const *list = words_lists(); *list; list++) {
        size_t reached = 0;
        struct words_range all = {0, (*list)->count};
        assert_int_equal(walk(*list, all, &reached), 4);
        assert_int_equal(reached, (*list)->count);
    }
}

/* Ranges as words_complete makes them: as few choices as there can be. */
static void every_range_takes_as_few_choices_as_can_be(void **state)
{
    (void)state;
    const struct words *list = words_of("ru");
    for (size_t count = 1; count <= 900; count++) {
        size_t first = count % 7, reached = first;
        size_t fewest = 0;
        for (size_t reach = 1; reach < count; reach *= WALK_CHOICES)
            fewest++;
        assert_int_equal(walk(list, (struct words_range){first, count}, &reached), fewest);
        assert_int_equal(reached, first + count);
    }
}

static void nothing_has_no_choices(void **state)
{
    (void)state;
    struct words_range choices[WALK_CHOICES];
    assert_int_equal(walk_part(words_of("en"), (struct words_range){5, 0}, choices), 0);
}

static const char *label(const struct words *list, size_t first, size_t count, char *bytes)
{
    walk_label(list, (struct words_range){first, count}, bytes);
    return bytes;
}

static void labels_say_where_to_go(void **state)
{
    (void)state;
    static const char words[][WORDS_BYTES] = {"арбуз", "банан", "берег", "буква", "весна"};
    const struct words list = {.language = "ru", .count = 5, .word = words};
    char bytes[WALK_LABEL_BYTES];
    assert_string_equal(label(&list, 0, 1, bytes), "арбуз");
    assert_string_equal(label(&list, 0, 5, bytes), "а–в");
    assert_string_equal(label(&list, 0, 4, bytes), "а–б");
    assert_string_equal(label(&list, 0, 2, bytes), "а–ба");
    assert_string_equal(label(&list, 1, 3, bytes), "б");
    assert_string_equal(label(&list, 2, 3, bytes), "бе–в");
}

/* "буф–б" would seem to go back. */
static void labels_do_not_end_before_they_begin(void **state)
{
    (void)state;
    static const char words[][WORDS_BYTES] = {"банан", "буква", "буфет", "былина", "весна"};
    const struct words list = {.language = "ru", .count = 5, .word = words};
    char bytes[WALK_LABEL_BYTES];
    assert_string_equal(label(&list, 1, 3, bytes), "бу–бы");
    assert_string_equal(label(&list, 2, 2, bytes), "буф–бы");
    assert_string_equal(label(&list, 0, 4, bytes), "б");
}

static void labels_of_one_page_differ(void **state)
{
    (void)state;
    for (const struct words *const *list = words_lists(); *list; list++) {
        struct words_range choices[WALK_CHOICES];
        char labels[WALK_CHOICES][WALK_LABEL_BYTES];
        size_t count = walk_part(*list, (struct words_range){0, (*list)->count}, choices);
        for (size_t i = 0; i < count; i++) {
            walk_label(*list, choices[i], labels[i]);
            assert_null(text_invalid(labels[i], strlen(labels[i])));
            for (size_t j = 0; j < i; j++)
                assert_string_not_equal(labels[i], labels[j]);
        }
    }
}

/* The first page parts between letters, not inside one: "а–б", never "а–бе". */
static void the_first_page_parts_between_letters(void **state)
{
    (void)state;
    for (const struct words *const *list = words_lists(); *list; list++) {
        struct words_range choices[WALK_CHOICES];
        size_t count = walk_part(*list, (struct words_range){0, (*list)->count}, choices);
        for (size_t i = 0; i < count; i++) {
            char bytes[WALK_LABEL_BYTES];
            assert_true(text_length(label(*list, choices[i].first, choices[i].count, bytes)) <= 3);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(four_choices_reach_every_word),
        cmocka_unit_test(every_range_takes_as_few_choices_as_can_be),
        cmocka_unit_test(nothing_has_no_choices),
        cmocka_unit_test(labels_say_where_to_go),
        cmocka_unit_test(labels_do_not_end_before_they_begin),
        cmocka_unit_test(labels_of_one_page_differ),
        cmocka_unit_test(the_first_page_parts_between_letters),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
