/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Random histories of ballots, batches and reports. CONECTA_HISTORIES is how many.
 *
 * What is told is compared with a model that keeps every ballot and adds up anew each time, and
 * attacked. The attacker has every report at every moment (a report after each batch: more there
 * is not to be seen), and knows the rule. The more she knows beside that, the more she can do:
 *
 *   1. All ballots but the last, which waits: she tries both of two ballots for it, and compares.
 *   2. All ballots of other blocks, and what was said in the block of the last, but not who said
 *      which: she takes the reports around the release from each other and has the sum of the
 *      block. For each item she lists what the last may have answered. Where the sum leaves
 *      one answer only, the block is unanimous and gives her away; else she must not be able to
 *      say, so in another history, in which the last answered otherwise, all reports are the same.
 *      The same for languages.
 *   3. Who said which in the whole block but for the last: she takes nine from ten and knows the
 *      tenth. No sum that is told exactly can prevent that; docs/limits.md says so ("someone who
 *      plants nine learners"). The test shows that this is so, so that nobody promises more.
 */
#include "report_world.h"

#define BATCHES 7
#define BALLOTS (BATCHES * 26)
#define LESSONS 2
#define NEVER 1000

static const char *const lessons[LESSONS] = {"one", "two"};
static const char *const languages[] = {"en", "ru", "uk"};

struct history {
    struct answers ballots[BALLOTS];
    size_t ends[BATCHES]; /* of the batches */
    size_t batches;
};

/* When a ballot was released: after which batch; NEVER: it waits. */
struct model {
    size_t lesson[BALLOTS], rest[BALLOTS], language[BALLOTS];
};

struct reports {
    char *texts[BATCHES + 1]; /* the first before the first batch */
    struct summary *summaries[BATCHES + 1];
};

struct tried {
    long waiting, blocks, unanimous, languages, planted, reports, discriminations;
};

static int lesson_number(const struct answers *answers)
{
    return strcmp(answers->lesson, lessons[1]) == 0;
}

static size_t count_of(const struct history *history)
{
    return history->ends[history->batches - 1];
}

/* Some crowds agree, some do not, some skip. */
static int random_answer(struct random *random, size_t agreement)
{
    if (random_below(random, 8) < agreement)
        return YES;
    return (int)random_below(random, ANSWERS);
}

/* Busy: many learners at one lesson, so that discrimination is shown. */
static struct answers random_answers(struct random *random, size_t agreement, bool busy)
{
    struct answers answers = {lessons[!busy && random_below(random, 5) == 0], NULL, {0}, 0};

    answers.language = languages[random_below(random, 3) * random_below(random, 2)];
    if (!busy && random_below(random, 4) == 0)
        answers.hands = 2 + (unsigned)random_below(random, 12);
    for (int i = 0; i < ITEMS; i++)
        answers.given[i] = random_answer(random, agreement);
    return answers;
}

static void make_history(struct history *history, struct random *random)
{
    const size_t agreement = random_below(random, 10);
    const bool busy = random_below(random, 8) == 0;
    size_t count = 0;

    history->batches = busy ? BATCHES : 1 + random_below(random, BATCHES);
    for (size_t i = 0; i < history->batches; i++) {
        size_t most = busy || random_below(random, 6) == 0 ? 25 : 9;
        for (size_t more = 1 + random_below(random, most); more > 0; more--)
            history->ballots[count++] = random_answers(random, agreement, busy);
        history->ends[i] = count;
    }
}

/* A heap as the model sees it: which ballots wait. */
struct waiting {
    size_t ballots[BALLOTS];
    size_t count;
};

static bool release(struct waiting *waiting, size_t block, size_t batch, size_t *when)
{
    if (waiting->count < block)
        return false;
    for (size_t i = 0; i < waiting->count; i++)
        when[waiting->ballots[i]] = batch;
    waiting->count = 0;
    return true;
}

static void add_to(struct waiting *waiting, size_t ballot)
{
    waiting->ballots[waiting->count++] = ballot;
}

/* The rule once more, in other words than in the program: ballot by ballot. */
static void make_model(const struct history *history, struct model *model)
{
    static struct waiting learners[LESSONS], groups[LESSONS], rests[LESSONS], spoken[2];
    size_t next = 0;

    for (int i = 0; i < 2; i++)
        learners[i].count = groups[i].count = rests[i].count = spoken[i].count = 0;
    for (size_t i = 0; i < BALLOTS; i++)
        model->lesson[i] = model->rest[i] = model->language[i] = NEVER;
    for (size_t batch = 0; batch < history->batches; batch++) {
        for (; next < history->ends[batch]; next++) {
            const struct answers *answers = &history->ballots[next];
            int lesson = lesson_number(answers), group = answers->hands != 0;
            add_to(group ? &groups[lesson] : &learners[lesson], next);
            if (!group)
                add_to(&rests[lesson], next);
            add_to(&spoken[group], next);
        }
        for (int i = 0; i < LESSONS; i++) {
            release(&groups[i], 10, batch, model->lesson);
            if (release(&learners[i], 10, batch, model->lesson))
                release(&rests[i], 50, batch, model->rest);
            release(&spoken[i], 10, batch, model->language);
        }
    }
}

static void take_reports(struct report_world *world, const struct history *history,
                         const void *parent, struct reports *ret_reports)
{
    size_t start = 0;

    unlink(world->path);
    world_open(world);
    for (size_t i = 0; i <= history->batches; i++) {
        if (i > 0) {
            size_t end = history->ends[i - 1];
            assert_int_equal(fold_answers(world, i, &history->ballots[start], end - start),
                             COUNTS_NEW);
            start = end;
        }
        ret_reports->summaries[i] = talloc_steal(parent, world_summary(world));
        ret_reports->texts[i] = report_text(parent, ret_reports->summaries[i]);
    }
    assert_int_equal(world->problems->count, 0);
}

/* What one item says of those ballots that were released by a moment. */
struct naive {
    size_t ballots, answered, right, skipped, taken[2];
    double x[BALLOTS], y[BALLOTS];
    size_t pairs;
};

static void add_naive(struct naive *naive, const struct answers *answers, int item, bool rest)
{
    const size_t people = answers->hands ? answers->hands : 1;
    const int given = answers->given[item];

    if (given == SKIPPED) {
        naive->skipped += people;
        return;
    }
    naive->answered += people;
    naive->taken[given] += people;
    naive->right += item != 2 && given == YES ? people : 0;
    if (rest && item < 2) {
        naive->x[naive->pairs] = given == YES;
        naive->y[naive->pairs++] = answers->given[1 - item] == YES;
    }
}

static void count_naive(const struct history *history, const struct model *model, size_t moment,
                        int lesson, int item, struct naive *ret_naive)
{
    memset(ret_naive, 0, sizeof *ret_naive);
    for (size_t i = 0; i < count_of(history); i++) {
        const struct answers *answers = &history->ballots[i];
        if (lesson_number(answers) != lesson || model->lesson[i] >= moment)
            continue;
        ret_naive->ballots++;
        add_naive(ret_naive, answers, item, !answers->hands && model->rest[i] < moment);
    }
}

static double mean(const double *values, size_t count)
{
    double sum = 0;
    for (size_t i = 0; i < count; i++)
        sum += values[i];
    return sum / (double)count;
}

/* By its definition. Below -1: there is none. */
static double naive_correlation(const struct naive *naive)
{
    const double mean_x = mean(naive->x, naive->pairs), mean_y = mean(naive->y, naive->pairs);
    double xx = 0, yy = 0, xy = 0;

    for (size_t i = 0; i < naive->pairs; i++) {
        double x = naive->x[i] - mean_x, y = naive->y[i] - mean_y;
        xx += x * x;
        yy += y * y;
        xy += x * y;
    }
    return naive->pairs < 50 || xx < 1e-9 || yy < 1e-9 ? -2 : xy / sqrt(xx * yy);
}

static void compare_item(const struct item_figures *item, const struct naive *naive)
{
    assert_int_equal(item->enough, naive->answered >= 10);
    if (!item->enough)
        return;
    assert_int_equal(item->facility.n, naive->answered);
    assert_int_equal(item->facility.right, naive->right);
    assert_int_equal(item->skipped, naive->skipped);
    for (int i = 0; i < 2; i++)
        assert_int_equal(item->options[i].n, naive->taken[i]);
    double correlation = naive_correlation(naive);
    assert_int_equal(item->discriminates, correlation >= -1.5);
    if (item->discriminates)
        assert_near(item->discrimination, correlation, 1e-9);
}

static void compare_with_model(const struct history *history, const struct model *model,
                               const struct reports *reports)
{
    static struct naive naive;

    for (size_t moment = 0; moment <= history->batches; moment++) {
        const struct summary *summary = reports->summaries[moment];
        assert_int_equal(summary->count, LESSONS);
        for (int i = 0; i < LESSONS; i++) {
            const struct lesson_figures *lesson = &summary->lessons[i];
            count_naive(history, model, moment, i, 0, &naive);
            assert_int_equal(lesson->completions, naive.ballots);
            for (size_t j = 0; j < lesson->item_count; j++) {
                count_naive(history, model, moment, i, (int)j, &naive);
                compare_item(&lesson->items[j], &naive);
            }
            if (lesson->item_count && lesson->items[0].paired) {
                count_naive(history, model, moment, i, 3, &naive);
                assert_int_equal(lesson->items[0].after.right, naive.right);
                assert_int_equal(lesson->items[0].after.n, naive.answered);
            }
        }
    }
}

static size_t tens_of(const struct summary *summary, const char *code)
{
    for (size_t i = 0; i < summary->language_count; i++)
        if (strcmp(summary->languages[i].code, code) == 0)
            return summary->languages[i].tens;
    return 0;
}

static void compare_languages(const struct history *history, const struct model *model,
                              const struct reports *reports)
{
    for (size_t moment = 0; moment <= history->batches; moment++)
        for (size_t language = 0; language < 3; language++) {
            size_t count = 0;
            for (size_t i = 0; i < count_of(history); i++)
                count += history->ballots[i].language == languages[language] &&
                         model->language[i] < moment;
            assert_int_equal(tens_of(reports->summaries[moment], languages[language]),
                             count / 10 * 10);
        }
}

/* How many ballots were released between two moments; of one kind, if it is given. */
static size_t released_between(const struct history *history, const size_t *when, size_t one,
                               size_t other, int lesson, int group)
{
    size_t count = 0;
    for (size_t i = 0; i < count_of(history); i++) {
        const struct answers *answers = &history->ballots[i];
        count += when[i] >= one && when[i] < other &&
                 (lesson < 0 || lesson_number(answers) == lesson) && (answers->hands != 0) == group;
    }
    return count;
}

static void is_block(size_t count, size_t block)
{
    assert_true(count == 0 || count >= block);
}

/* All figures of a lesson as text. */
static char *lesson_text(const void *parent, const struct summary *summary, int lesson)
{
    struct summary one = {"", &summary->lessons[lesson], 1, NULL, 0};
    return report_text(parent, &one);
}

/* Any two moments: every figure differs by whole blocks, or not at all. */
static void compare_moments(const struct history *history, const struct model *model,
                            const struct reports *reports, const void *memory)
{
    for (size_t i = 0; i <= history->batches; i++)
        for (size_t j = i + 1; j <= history->batches; j++) {
            const struct summary *one = reports->summaries[i], *other = reports->summaries[j];
            for (int lesson = 0; lesson < LESSONS; lesson++) {
                size_t more = other->lessons[lesson].completions - one->lessons[lesson].completions;
                is_block(more, 10);
                if (more == 0)
                    assert_string_equal(lesson_text(memory, one, lesson),
                                        lesson_text(memory, other, lesson));
                for (int group = 0; group < 2; group++)
                    is_block(released_between(history, model->lesson, i, j, lesson, group), 10);
                is_block(released_between(history, model->rest, i, j, lesson, 0), 50);
            }
            for (size_t k = 0; k < 3; k++)
                assert_int_equal((tens_of(other, languages[k]) - tens_of(one, languages[k])) % 10,
                                 0);
            for (int group = 0; group < 2; group++)
                is_block(released_between(history, model->language, i, j, -1, group), 10);
        }
}

static void same_reports(const struct reports *one, const struct reports *other, size_t batches)
{
    for (size_t i = 0; i <= batches; i++)
        assert_string_equal(one->texts[i], other->texts[i]);
}

static void same_in(struct report_world *world, const struct history *other,
                    const struct reports *reports, const void *memory)
{
    struct reports others;
    take_reports(world, other, memory, &others);
    same_reports(reports, &others, other->batches);
}

/* 1. The last ballot waits: every other ballot in its place leaves the same reports. */
static bool attack_waiting(struct report_world *world, const struct history *history,
                           const struct model *model, const struct reports *reports,
                           struct random *random, const void *memory)
{
    struct history other = *history;
    const size_t last = count_of(history) - 1;
    struct answers *answers = &other.ballots[last];

    if (model->lesson[last] != NEVER)
        return false;
    for (int i = 0; i < ITEMS; i++)
        answers->given[i] = (int)random_below(random, ANSWERS);
    if (answers->hands)
        answers->hands = 2 + (unsigned)random_below(random, 39);
    if (model->language[last] == NEVER)
        answers->language = languages[random_below(random, 3)];
    same_in(world, &other, reports, memory);
    return true;
}

static bool in_one_block(const struct history *history, const struct model *model, size_t one,
                         size_t other)
{
    const struct answers *left = &history->ballots[one], *right = &history->ballots[other];
    return lesson_number(left) == lesson_number(right) && !left->hands == !right->hands &&
           model->lesson[one] == model->lesson[other];
}

static bool same_answers(const struct answers *one, const struct answers *other)
{
    return one->hands == other->hands && memcmp(one->given, other->given, sizeof one->given) == 0;
}

/* What the reports before and after say of an option of an item: the sum of the block. Hidden
 * figures she makes up from the model, as if she knew them. */
static size_t sum_of_block(const struct history *history, const struct model *model, size_t ballot,
                           int item, int given)
{
    size_t count = 0;
    for (size_t i = 0; i < count_of(history); i++)
        count +=
            in_one_block(history, model, ballot, i) && history->ballots[i].given[item] == given;
    return count;
}

/* 2. True when she knows what the last ballot says: its block is of one mind. */
static bool attack_block(struct report_world *world, const struct history *history,
                         const struct model *model, const struct reports *reports, size_t last,
                         const void *memory)
{
    const struct answers *target = &history->ballots[last];
    bool unanimous = true;

    for (size_t i = 0; i < count_of(history); i++) {
        if (i == last || !in_one_block(history, model, last, i) ||
            same_answers(target, &history->ballots[i]))
            continue;
        /* The history in which the other one was the last. */
        struct history other = *history;
        memcpy(other.ballots[last].given, history->ballots[i].given, sizeof target->given);
        other.ballots[last].hands = history->ballots[i].hands;
        memcpy(other.ballots[i].given, target->given, sizeof target->given);
        other.ballots[i].hands = target->hands;
        same_in(world, &other, reports, memory);
        unanimous = false;
        break;
    }
    /* She lists what is possible: one answer to each item only when all gave it. */
    size_t possible = 1;
    for (int item = 0; item < ITEMS; item++) {
        size_t answers = 0;
        for (int given = 0; given < ANSWERS; given++)
            answers += sum_of_block(history, model, last, item, given) > 0;
        possible *= answers;
    }
    if (!target->hands)
        assert_int_equal(unanimous, possible == 1);
    return unanimous;
}

static bool attack_language(struct report_world *world, const struct history *history,
                            const struct model *model, const struct reports *reports, size_t last,
                            const void *memory)
{
    for (size_t i = 0; i < count_of(history); i++) {
        if (!history->ballots[i].hands != !history->ballots[last].hands ||
            model->language[i] != model->language[last] ||
            history->ballots[i].language == history->ballots[last].language)
            continue;
        struct history other = *history;
        other.ballots[last].language = history->ballots[i].language;
        other.ballots[i].language = history->ballots[last].language;
        same_in(world, &other, reports, memory);
        return true;
    }
    return false;
}

/* 3. Nine that are known, taken from ten. */
static void attack_planted(const struct history *history, const struct model *model,
                           const struct reports *reports, size_t last)
{
    const struct answers *target = &history->ballots[last];
    const size_t moment = model->lesson[last];
    const int lesson = lesson_number(target);
    const struct lesson_figures *after = &reports->summaries[moment + 1]->lessons[lesson];
    const struct lesson_figures *before = &reports->summaries[moment]->lessons[lesson];
    const size_t known = after->completions - before->completions - 1;

    if (after->item_count < 3 || !after->items[1].enough ||
        (before->item_count && !before->items[1].enough))
        return;
    size_t yes =
        after->items[1].options[YES].n - (before->item_count ? before->items[1].options[YES].n : 0);
    size_t nine = 0, others = 0;
    for (size_t i = 0; i < count_of(history); i++) {
        const struct answers *answers = &history->ballots[i];
        if (i == last || lesson_number(answers) != lesson || model->lesson[i] != moment)
            continue;
        others++;
        if (answers->given[1] == YES)
            nine += answers->hands ? answers->hands : 1;
    }
    assert_int_equal(others, known);
    assert_int_equal(yes - nine > 0, target->given[1] == YES);
}

static void attack(struct report_world *world, const struct history *history,
                   const struct model *model, const struct reports *reports, struct random *random,
                   const void *memory, struct tried *tried)
{
    const size_t last = count_of(history) - 1;

    tried->waiting += attack_waiting(world, history, model, reports, random, memory);
    /* The last of those that were released. */
    for (size_t i = last + 1; i-- > 0;) {
        if (model->lesson[i] == NEVER)
            continue;
        tried->blocks++;
        tried->unanimous += attack_block(world, history, model, reports, i, memory);
        attack_planted(history, model, reports, i);
        tried->planted++;
        break;
    }
    tried->languages += attack_language(world, history, model, reports, last, memory);
}

static void try_history(struct report_world *world, struct random *random, struct tried *tried)
{
    static struct history history;
    static struct model model;
    struct reports reports;
    void *memory = talloc_new(NULL);

    make_history(&history, random);
    make_model(&history, &model);
    take_reports(world, &history, memory, &reports);
    tried->reports += (long)history.batches + 1;
    compare_with_model(&history, &model, &reports);
    compare_languages(&history, &model, &reports);
    compare_moments(&history, &model, &reports, memory);
    const struct lesson_figures *one = &reports.summaries[history.batches]->lessons[0];
    tried->discriminations += one->item_count && one->items[0].discriminates;
    attack(world, &history, &model, &reports, random, memory, tried);
    talloc_free(memory);
}

static void reports_of_100_000_histories_differ_by_blocks_and_tell_nobody(void **state)
{
    struct report_world *world = *state;
    long histories = wanted("CONECTA_HISTORIES", 2000);
    struct random random = {.state = (uint64_t)wanted("CONECTA_SEED", 0)};
    struct tried tried = {0};

    if (!getenv("CONECTA_SEED"))
        random.state = random_seed();
    printf("seed %" PRIu64 "\n", random.state);
    for (long i = 0; i < histories; i++)
        try_history(world, &random, &tried);
    printf("%ld histories, %ld reports; the last ballot waited in %ld and could not be told; "
           "it was in a block in %ld, and told in %ld that were unanimous; its language could not "
           "be told in %ld; nine that are known tell the tenth: %ld; discriminations: %ld\n",
           histories, tried.reports, tried.waiting, tried.blocks, tried.unanimous, tried.languages,
           tried.planted, tried.discriminations);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        IN_WORLD(reports_of_100_000_histories_differ_by_blocks_and_tell_nobody),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
