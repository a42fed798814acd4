/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "activities/activity.h"

#include "../support/lesson.h"

static size_t activity_count(void)
{
    size_t count = 0;
    while (activities[count])
        count++;
    return count;
}

static void every_verb_is_in_the_table_once(void **state)
{
    static const char *const names[] = {"read", "choose", "choose-all", "order",   "match",
                                        "sort", "rate",   "decide",     "discuss", "plan"};
    const struct verb_table *table = activity_verbs();
    (void)state;
    assert_int_equal(table->count, activity_count());
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        size_t found = 0;
        for (size_t j = 0; j < table->count; j++)
            found += strcmp(table->verbs[j]->name, names[i]) == 0;
        assert_int_equal(found, 1);
    }
}

static void every_activity_can_be_shown_and_handled(void **state)
{
    (void)state;
    for (size_t i = 0; activities[i]; i++) {
        assert_non_null(activities[i]->show);
        assert_non_null(activities[i]->handle);
        assert_int_equal(activities[i]->answer == NULL, activities[i]->recall == NULL);
        /* The verb is the first field of its record: reading finds it there. */
        assert_string_equal(activities[i]->verb.record->fields[0].name, activities[i]->verb.name);
        assert_true(activities[i]->answer == NULL || activities[i]->verb.counted);
        assert_true(!activities[i]->verb.comparable || activities[i]->answer);
    }
}

static void a_step_has_the_activity_of_its_verb(void **state)
{
    void *memory = talloc_new(NULL);
    const struct lesson *lesson =
        lesson_with(memory, "  - read: a\n"
                            "  - choose: b\n"
                            "    id: b\n"
                            "    rev: 1\n"
                            "    options:\n"
                            "      - {id: x, text: X, right: yes, why: w}\n"
                            "      - {id: y, text: Y, why: w}\n");
    (void)state;
    assert_string_equal(activity_of(&lesson->steps[0])->verb.name, "read");
    assert_string_equal(activity_of(&lesson->steps[1])->verb.name, "choose");
    talloc_free(memory);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_verb_is_in_the_table_once),
        cmocka_unit_test(every_activity_can_be_shown_and_handled),
        cmocka_unit_test(a_step_has_the_activity_of_its_verb),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
