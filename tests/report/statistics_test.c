/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Statistics against those that statistics.py computed by itself, from the same learners; and
 * verdicts. The tables are of simulated learners, made by that script.
 */
#include "report_world.h"

#include "report/statistics.h"
#include "report/verdict.h"

#define COLUMNS 16
#define PLACES 1e-9

struct table {
    char *names[COLUMNS];
    size_t columns;
    const struct ballot **ballots;
    size_t count;
};

static char *read_text(struct report_world *world, const char *name, int number)
{
    struct bytes bytes;
    char *path =
        talloc_asprintf(world, "%s/report/table-%d.%s", getenv("CONECTA_TEST_DATA"), number, name);
    assert_true(file_read(world, path, 1 << 20, &bytes, world->problems));
    return bytes.data;
}

static void read_names(struct table *table, char *line)
{
    char *rest = NULL;
    for (char *name = strtok_r(line, ",", &rest); name; name = strtok_r(NULL, ",", &rest))
        table->names[table->columns++] = name;
}

static struct ballot *read_learner(const void *parent, const struct table *table, char *line)
{
    struct ballot *ballot = talloc_zero(parent, struct ballot);
    char *rest = NULL, *given = strtok_r(line, ",", &rest);

    ballot->lesson = talloc_strdup(ballot, "table");
    memcpy(ballot->revision, "deadbeef", sizeof ballot->revision);
    ballot->language = talloc_strdup(ballot, "en");
    ballot->count = table->columns;
    ballot->items = talloc_zero_array(ballot, struct ballot_item, (unsigned)table->columns);
    for (size_t i = 0; i < table->columns; i++, given = strtok_r(NULL, ",", &rest)) {
        bool after = strcmp(table->names[i], "after") == 0;
        ballot->items[i].id = talloc_strdup(ballot, after ? "before" : table->names[i]);
        ballot->items[i].moment = after ? BALLOT_AFTER : i == 0 ? BALLOT_BEFORE : BALLOT_DURING;
        ballot->items[i].right = *given == '1';
        ballot->items[i].wrong = *given == '0';
        ballot->items[i].skipped = *given == 's';
    }
    return ballot;
}

static struct table *read_table(struct report_world *world, int number)
{
    struct table *table = talloc_zero(world, struct table);
    char *rest = NULL, *line = strtok_r(read_text(world, "csv", number), "\n", &rest);

    read_names(table, line);
    table->ballots = talloc_array(table, const struct ballot *, 5000);
    while ((line = strtok_r(NULL, "\n", &rest)) != NULL)
        table->ballots[table->count++] = read_learner(table, table, line);
    return table;
}

static const struct item_figures *find_item(const struct lesson_figures *lesson, const char *name)
{
    for (size_t i = 0; i < lesson->item_count; i++)
        if (strcmp(lesson->items[i].id, strcmp(name, "after") == 0 ? "before" : name) == 0)
            return &lesson->items[i];
    fail_msg("there is no item %s", name);
    return NULL;
}

static void compare_facility(const struct lesson_figures *lesson, const char *name,
                             const char *numbers)
{
    const struct item_figures *item = find_item(lesson, name);
    const struct facility *facility = strcmp(name, "after") == 0 ? &item->after : &item->facility;
    unsigned long n, right;
    double share, low, high;

    assert_int_equal(sscanf(numbers, "%lu %lu %lf %lf %lf", &n, &right, &share, &low, &high), 5);
    assert_int_equal(facility->n, n);
    assert_int_equal(facility->right, right);
    assert_near(facility->share, share, PLACES);
    assert_near(facility->low, low, PLACES);
    assert_near(facility->high, high, PLACES);
}

static void compare_discrimination(const struct lesson_figures *lesson, const char *name,
                                   const char *number)
{
    const struct item_figures *item = find_item(lesson, name);
    double discrimination;
    bool expected = sscanf(number, "%lf", &discrimination) == 1;

    assert_int_equal(item->discriminates, expected);
    if (expected)
        assert_near(item->discrimination, discrimination, PLACES);
}

static void compare_gain(const struct lesson_figures *lesson, const char *numbers)
{
    unsigned long before_n, after_n;
    double before, after, gain;

    assert_int_equal(
        sscanf(numbers, "%lu %lu %lf %lf %lf", &before_n, &after_n, &before, &after, &gain), 5);
    assert_true(lesson->gained);
    assert_int_equal(lesson->before_n, before_n);
    assert_int_equal(lesson->after_n, after_n);
    assert_near(lesson->before, before, PLACES);
    assert_near(lesson->after, after, PLACES);
    assert_near(lesson->gain, gain, PLACES);
}

static size_t compare_all(const struct lesson_figures *lesson, char *expected)
{
    char name[40], what[40], *rest = NULL;
    size_t figures = 0;

    for (char *line = strtok_r(expected, "\n", &rest); line; line = strtok_r(NULL, "\n", &rest)) {
        int end = 0;
        figures++;
        if (strncmp(line, "gain ", 5) == 0) {
            compare_gain(lesson, line + 5);
            continue;
        }
        assert_int_equal(sscanf(line, "%39s %39s %n", name, what, &end), 2);
        if (strcmp(what, "facility") == 0)
            compare_facility(lesson, name, line + end);
        else
            compare_discrimination(lesson, name, line + end);
    }
    return figures;
}

static void statistics_of_3_tables_agree_to_1e_9(void **state)
{
    static const size_t learners[] = {200, 317, 2500}, figures[] = {20, 16, 8};
    static const unsigned char ids[3][FIGURES_BATCH_ID] = {{1}, {2}, {3}};
    struct report_world *world = *state;

    for (int i = 0; i < 3; i++) {
        struct table *table = read_table(world, i + 1);
        assert_int_equal(table->count, learners[i]);
        world_use(world, talloc_asprintf(world, "table-%d", i));
        assert_int_equal(
            counts_fold_batch(world->counts, ids[i], table->ballots, table->count, world->problems),
            COUNTS_NEW);
        const struct lesson_figures *lesson = &world_summary(world)->lessons[2];
        assert_string_equal(lesson->id, "table");
        assert_int_equal(lesson->completions, learners[i]);
        assert_int_equal(compare_all(lesson, read_text(world, "expected", i + 1)), figures[i]);
        if (i == 1)
            assert_int_equal(find_item(lesson, "item3")->verdict, VERDICT_CHECK_KEY);
    }
}

/* Tables of what is known without a computer. */
static void ends_of_an_interval_stay_within_bounds(void **state)
{
    (void)state;
    struct facility none = statistics_facility(0, 0);
    assert_true(none.n == 0 && none.low == 0 && none.high == 1);
    for (uint64_t n = 1; n < 2000; n += 7)
        for (uint64_t right = 0; right <= n; right += 1 + n / 5) {
            struct facility facility = statistics_facility(right, n);
            assert_true(facility.low >= 0 && facility.high <= 1);
            assert_true(facility.low <= facility.share && facility.share <= facility.high);
        }
    /* Wilson's interval of 0 of 10 ends at z^2 / (10 + z^2). */
    assert_near(statistics_facility(0, 10).high, 0.277532799862889, 1e-12);
}

static void a_correlation_needs_variance(void **state)
{
    (void)state;
    double correlation = 7;
    struct tally_sums same = {.n = 60, .x = 60, .xx = 60, .y = 30, .yy = 30, .xy = 30};
    assert_false(statistics_correlation(&same, &correlation));
    struct tally_sums one = {.n = 1, .x = 1, .xx = 1};
    assert_false(statistics_correlation(&one, &correlation));
    assert_near(correlation, 7, 0);
    struct tally_sums all = {.n = 60, .x = 30, .xx = 30, .y = 30, .yy = 30, .xy = 30};
    assert_true(statistics_correlation(&all, &correlation));
    assert_near(correlation, 1, 0);
    struct tally_sums opposite = {.n = 60, .x = 30, .xx = 30, .y = 30, .yy = 30};
    assert_true(statistics_correlation(&opposite, &correlation));
    assert_near(correlation, -1, 0);
    assert_near(statistics_correlation_high(0, 50), tanh(STATISTICS_Z / sqrt(47)), 1e-12);
    assert_near(statistics_correlation_high(1, 50), 1, 0);
    assert_near(statistics_correlation_high(-1, 50), -1, 0);
    assert_near(statistics_correlation_high(0.5, 3), 1, 0);
    /* Two thousand million: (nxy - xy) / sqrt(nxx - xx) / sqrt(nyy - yy), in 10^18. */
    struct tally_sums many = {.n = 2000000000,
                              .x = 1000000000,
                              .xx = 1000000000,
                              .y = 2000000000,
                              .yy = 3000000000,
                              .xy = 1200000000};
    assert_true(statistics_correlation(&many, &correlation));
    assert_near(correlation, 0.4 / sqrt(1) / sqrt(2), 1e-12);
}

static enum verdict verdict(uint64_t right, uint64_t n, double discrimination)
{
    const struct item_figures item = {
        .enough = n >= SUMMARY_ITEM_LEAST,
        .scored = true,
        .facility = statistics_facility(right, n),
        .discriminates = discrimination >= -1,
        .discrimination = discrimination,
    };
    const struct tally_sums sums = {.n = n};
    return verdict_of(&item, &sums);
}

static enum verdict verdict_pair(uint64_t before, uint64_t after, uint64_t n)
{
    const struct item_figures item = {
        .enough = true,
        .scored = true,
        .paired = true,
        .facility = statistics_facility(before, n),
        .after = statistics_facility(after, n),
    };
    const struct tally_sums sums = {.n = 0};
    return verdict_of(&item, &sums);
}

static void verdicts_are_given_only_beyond_chance(void **state)
{
    (void)state;
    assert_int_equal(verdict(9, 9, -2), VERDICT_TOO_FEW);
    assert_int_equal(verdict(10, 100, -2), VERDICT_FINE);
    assert_int_equal(verdict(50, 100, -0.25), VERDICT_CHECK_KEY);
    assert_int_equal(verdict(50, 100, -0.1), VERDICT_UNCLEAR);
    assert_int_equal(verdict(50, 100, 0.05), VERDICT_UNCLEAR);
    assert_int_equal(verdict(50, 100, 0.2), VERDICT_FINE);
    /* Nearly everyone got it right: nobody can be told apart by it. */
    assert_int_equal(verdict(91, 100, 0), VERDICT_FINE);
    assert_int_equal(verdict_pair(20, 40, 100), VERDICT_NOT_LEARNT);
    assert_int_equal(verdict_pair(95, 98, 100), VERDICT_KNOWN);
    assert_int_equal(verdict_pair(50, 90, 100), VERDICT_TEACHES);
    assert_int_equal(verdict_pair(80, 88, 100), VERDICT_FINE);
    assert_int_equal(verdict_pair(5, 8, 10), VERDICT_FINE);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        IN_WORLD(statistics_of_3_tables_agree_to_1e_9),
        cmocka_unit_test(ends_of_an_interval_stay_within_bounds),
        cmocka_unit_test(a_correlation_needs_variance),
        cmocka_unit_test(verdicts_are_given_only_beyond_chance),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
