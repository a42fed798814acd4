/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "samples.h"

#include <stdlib.h>
#include <string.h>

#include <talloc.h>

#define COUNT(array) (sizeof(array) / sizeof *(array))

const char *const sample_names[] = { "empty",     "one",       "gone",      "hostile",
                                     "trainer-1", "trainer-2", "trainer-3", NULL };

/* The range is no Wilson interval; that is proved elsewhere. */
static struct facility facility(size_t n, size_t right)
{
    double share = n == 0 ? 0 : (double)right / (double)n;
    return (struct facility){ n, right, share, share * 0.85, share + (1 - share) * 0.2 };
}

static struct item_figures item(const void *parent, const char *id, const char *text, size_t n,
                                size_t right, enum verdict verdict)
{
    struct item_figures made = { .id = id,
                                 .rev = 1,
                                 .verb = "choose",
                                 .text = text,
                                 .enough = n >= SUMMARY_ITEM_LEAST,
                                 .facility = facility(n, right),
                                 .skipped = n / 17,
                                 .verdict = verdict };
    struct option_figures *options = talloc_zero_array(parent, struct option_figures, 3);

    options[0] = (struct option_figures){ "no-never", "No, never", true, right };
    options[1] = (struct option_figures){ "yes-always", "Yes, always", false, (n - right) / 3 };
    options[2] = (struct option_figures){ "it-depends", "It depends on the person and on the place",
                                          false, n - right - (n - right) / 3 };
    made.options = options;
    made.option_count = 3;
    return made;
}

static struct item_figures paired(struct item_figures made, size_t n, size_t right)
{
    made.paired = true;
    made.after = facility(n, right);
    return made;
}

static struct item_figures telling(struct item_figures made, double discrimination)
{
    made.discriminates = true;
    made.discrimination = discrimination;
    return made;
}

static struct lesson_figures lesson(const void *parent, const char *id, const char *title,
                                    size_t completions, const struct item_figures *items,
                                    size_t count)
{
    struct lesson_figures made = { .id = id,
                                   .title = title,
                                   .revision = "0a1b2c3d",
                                   .current = true,
                                   .completions = completions,
                                   .item_count = count };
    if (count > 0)
        made.items = talloc_memdup(parent, items, count * sizeof *items);
    return made;
}

static struct lesson_figures gained(struct lesson_figures made, size_t n, double before,
                                    double after)
{
    made.before_n = n;
    made.after_n = n - 2;
    made.before = before;
    made.after = after;
    made.gained = before < 1;
    made.gain = before < 1 ? (after - before) / (1 - before) : 0;
    return made;
}

static struct summary *summary(const void *parent, const char *course,
                               const struct lesson_figures *lessons, size_t count)
{
    struct summary *made = talloc_zero(parent, struct summary);
    made->course = course;
    made->count = count;
    made->lessons = talloc_memdup(made, lessons, count * sizeof *lessons);
    return made;
}

static void add_languages(struct summary *made, const struct language_figures *languages,
                          size_t count)
{
    made->languages = talloc_memdup(made, languages, count * sizeof *languages);
    made->language_count = count;
}

static struct summary *make_empty(const void *parent)
{
    const struct lesson_figures lessons[] = {
        lesson(parent, "how-hiv-is-passed-on", "How HIV is passed on, and how it is not", 0, NULL,
               0),
        lesson(parent, "condoms", "Condoms and lubricant", 0, NULL, 0),
    };
    return summary(parent, "Conecta peer education course", lessons, COUNT(lessons));
}

static struct summary *make_one(const void *parent)
{
    const struct item_figures items[] = {
        paired(telling(item(parent, "mosquito", "Can a mosquito pass on HIV?", 118, 109,
                            VERDICT_KNOWN),
                       0.314),
               116, 115),
        telling(item(parent, "one-test", "Is one test enough?", 117, 41, VERDICT_CHECK_KEY),
                -0.046),
        telling(item(parent, "same-cup", "Does a cup that two people share pass it on?", 119, 60,
                     VERDICT_UNCLEAR),
                0.004),
        paired(item(parent, "window", "How long after the risk does a test show nothing?", 48, 12,
                    VERDICT_NOT_LEARNT),
               44, 20),
        paired(item(parent, "treatment", "Can somebody on treatment pass it on?", 40, 14,
                    VERDICT_TEACHES),
               9, 9),
        item(parent, "blood", "Is it in blood?", 80, 57, VERDICT_FINE),
        item(parent, "new-question", "Is this question new?", 9, 4, VERDICT_TOO_FEW),
    };
    const struct lesson_figures lessons[] = {
        gained(lesson(parent, "how-hiv-is-passed-on", "How HIV is passed on, and how it is not",
                      120, items, COUNT(items)),
               206, 0.655, 0.825),
        lesson(parent, "condoms", "Condoms and lubricant", 0, NULL, 0),
    };
    const struct language_figures languages[] = { { "ru", 80 }, { "uk", 30 }, { "en", 10 } };
    struct summary *made =
        summary(parent, "Conecta peer education course", lessons, COUNT(lessons));

    add_languages(made, languages, COUNT(languages));
    return made;
}

static struct summary *make_gone(const void *parent)
{
    struct item_figures items[] = {
        item(parent, "mosquito", NULL, 31, 30, VERDICT_KNOWN),
        item(parent, "one-test", "Is one test enough?", 30, 20, VERDICT_FINE),
        { .id = "how-many", .rev = 2, .verb = "number", .text = "How many weeks?",
          .enough = true, .facility = facility(25, 10), .skipped = 5, .verdict = VERDICT_FINE },
    };
    items[1].options[1].text = NULL;
    struct lesson_figures lessons[] = {
        gained(lesson(parent, "known-to-all", "What all knew before", 12, items + 1, 1), 24, 1, 1),
        gained(lesson(parent, "no-gain", "What changed nothing", 12, items + 2, 1), 24, 0.5, 0.5),
        gained(lesson(parent, "loss", "What confused", 12, items + 2, 1), 24, 0.5, 0.4375),
        lesson(parent, "moved", "A lesson that changed", 31, items, COUNT(items)),
        lesson(parent, "old-lesson", NULL, 14, items, 1),
    };
    lessons[3].current = false;
    lessons[3].revision = "ffffffff";
    lessons[4].current = false;
    return summary(parent, "A course", lessons, COUNT(lessons));
}

/* Escape sequences, C1, overrides, isolates, a zero width space, half a character. */
#define HOSTILE \
    "=<script>alert(\"1\")</script> & 'two'\r\nlines,\t\033[2J\033]0;x\007 \302\2332J " \
    "\342\200\256evil\342\200\254 \342\201\246x\342\201\251 \342\200\213 \xff</p> \327\251\327\234"

static struct summary *make_hostile(const void *parent)
{
    struct item_figures items[] = {
        item(parent, "=id\"<b>\033[1m", HOSTILE, 20, 19, VERDICT_KNOWN),
        item(parent, "-id", "@SUM(A1)", 20, 19, VERDICT_FINE),
        item(parent, "", "", 20, 19, VERDICT_FINE),
    };
    items[0].options[0].text = "+" HOSTILE;
    items[0].options[1].text = "-" HOSTILE;
    items[0].options[2].id = "@" HOSTILE;
    items[1].options[0].text = "＝1+1";
    items[1].verb = HOSTILE;
    struct lesson_figures lessons[] = {
        lesson(parent, "+" HOSTILE, HOSTILE, 20, items, COUNT(items)),
        lesson(parent, HOSTILE, NULL, 10, items, 1),
        lesson(parent, "changed", HOSTILE, 10, items, 1),
    };
    lessons[2].current = false;
    lessons[2].revision = HOSTILE;
    const struct language_figures languages[] = { { HOSTILE, 10 } };
    struct summary *made = summary(parent, "\n" HOSTILE "\n", lessons, COUNT(lessons));

    add_languages(made, languages, COUNT(languages));
    return made;
}

/* The same numbers on every machine. */
static size_t next(unsigned long *state, size_t below)
{
    *state = (*state * 1103515245UL + 12345UL) & 0x7fffffffUL;
    return (size_t)(*state >> 8) % below;
}

static struct lesson_figures random_lesson(const void *parent, unsigned long *state,
                                           const char *id, const char *title, size_t count,
                                           size_t least)
{
    struct item_figures *items = talloc_array(parent, struct item_figures, (unsigned)count);
    size_t completions = least + next(state, 900);

    for (size_t i = 0; i < count; i++) {
        size_t n = completions - next(state, least), right = next(state, n + 1);
        items[i] = item(parent, talloc_asprintf(parent, "question-%zu", i + 1),
                        talloc_asprintf(parent, "What is true of the number %zu?", i + 1), n, right,
                        (enum verdict)next(state, VERDICT_FINE + 1));
        if (i < 2)
            items[i] = paired(items[i], n, right + next(state, n - right + 1));
        if (n >= SUMMARY_DISCRIMINATION_LEAST)
            items[i] = telling(items[i], (double)next(state, 2001) / 1000 - 1);
    }
    return lesson(parent, id, title, completions, items, count);
}

static struct summary *make_huge(const void *parent)
{
    struct lesson_figures *lessons = talloc_array(parent, struct lesson_figures, 1000);
    unsigned long state = 1;

    for (size_t i = 0; i < 1000; i++)
        lessons[i] = random_lesson(parent, &state, talloc_asprintf(parent, "lesson-%zu", i + 1),
                                   talloc_asprintf(parent, "Lesson number %zu of many", i + 1), 12,
                                   20);
    return summary(parent, "A huge course", lessons, 1000);
}

/* A trainer of whom one lesson is not ready yet. */
static struct summary *make_trainer(const void *parent, unsigned long number)
{
    static const char *const ids[] = { "first", "second", "third" };
    static const char *const titles[] = { "The first lesson", "The \"second\", longer lesson",
                                          "=The third" };
    struct lesson_figures lessons[3];
    unsigned long state = number * 7919;
    struct language_figures languages[] = { { "ru", 10 * number }, { "uk", 40 } };

    for (size_t i = 0; i < 3; i++)
        lessons[i] = random_lesson(parent, &state, ids[i], titles[i], 4, 60);
    lessons[number % 3] = lesson(parent, ids[number % 3], titles[number % 3], 0, NULL, 0);
    if (number == 2)
        lessons[0].revision = "99999999";
    if (number == 3)
        lessons[1].items[3].enough = false;
    if (number == 5)
        lessons[0].items[0] = paired(item(parent, "question-1", "What is true of the number 1?",
                                          700, 0, VERDICT_FINE),
                                     9, 8);
    struct summary *made = summary(parent, "One course", lessons, 3);
    add_languages(made, languages, COUNT(languages));
    return made;
}

struct summary *sample_make(const void *parent, const char *name)
{
    if (strncmp(name, "trainer-", 8) == 0)
        return make_trainer(parent, strtoul(name + 8, NULL, 10));
    return strcmp(name, "empty") == 0     ? make_empty(parent)
           : strcmp(name, "one") == 0     ? make_one(parent)
           : strcmp(name, "gone") == 0    ? make_gone(parent)
           : strcmp(name, "hostile") == 0 ? make_hostile(parent)
           : strcmp(name, "huge") == 0    ? make_huge(parent)
                                          : NULL;
}
