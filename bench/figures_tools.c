/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "figures.h"

#include <stdio.h>

#include "child.h"
#include "clock.h"
#include "courses.h"
#include "report.h"

#define RUNS 5
#define SAVES 21
#define WORD 9
#define PATH_MOST 1024

static const struct limit none = {LIMIT_NONE, 0};

static double median_of(const char *const arguments[], int runs)
{
    struct sample times = {.count = 0};

    for (int i = 0; i < runs; i++)
        sample_add(&times, child_run(arguments, "/dev/null", true));
    return sample_median(&times);
}

/* Differs from the word before it in every letter, as only those are painted anew. */
static void make_word(char word[WORD], int number)
{
    for (int i = 0; i < WORD - 1; i++)
        word[i] = (char)('a' + (number * 7 + i * 3) % 26);
    word[WORD - 1] = '\0';
}

/* As an editor saves: a new file takes the name. The moment, or negative. */
static double save(const char *lesson, const char *word)
{
    char other[PATH_MOST + 4];
    snprintf(other, sizeof other, "%s.new", lesson);
    FILE *file = fopen(other, "we");

    if (!file)
        return -1;
    fprintf(file, "lesson: preview\ntitle: %s\nminutes: 1\nsteps:\n", word);
    for (int i = 0; i < 60; i++)
        fprintf(file, "  - read: A page number %d of a lesson of some length, as it is written.\n", i);
    if (fclose(file) != 0 || rename(other, lesson) != 0)
        return -1;
    return clock_now();
}

static double time_of_save(const struct child *child, const char *lesson, int number)
{
    struct burst burst;
    char word[WORD];

    make_word(word, number);
    double saved = save(lesson, word);
    return saved >= 0 && child_read(child, word, &burst) ? burst.end - saved : -1;
}

static double longest_save(const struct world *world)
{
    char lesson[PATH_MOST];
    struct sample times = {.count = 0};
    struct child child;

    snprintf(lesson, sizeof lesson, "%s/preview.yaml", world->scratch);
    const char *const preview[] = {world->conecta, "preview", lesson, NULL};
    if (save(lesson, "the first one") < 0 || !child_start(&child, preview))
        return -1;
    struct burst burst;
    if (child_read(&child, "the first one", &burst))
        for (int i = 0; i < SAVES; i++)
            sample_add(&times, time_of_save(&child, lesson, i));
    child_end(&child);
    return times.count == SAVES ? sample_largest(&times) : -1;
}

static void measure_preview(const struct world *world)
{
    const char *const version[] = {world->conecta, "--version", NULL};
    report_figure(&(struct figure){"preview: a save to the last byte, the most", "ms",
                                   longest_save(world), "--version", median_of(version, RUNS),
                                   {LIMIT_VALUE, 100}});
}

/* Those that are ten times slower need not be measured often. */
static void compare_once(const char *name, double own, const char *neighbour,
                         const char *const arguments[], bool installed)
{
    report_figure(&(struct figure){name, "ms", own, neighbour,
                                   installed ? median_of(arguments, 1) : NOT_INSTALLED, none});
}

static void measure_lint(const struct world *world)
{
    const char *const lint[] = {world->conecta, "lint", world->large_course, NULL};
    const char *const yamllint[] = {world->yamllint,     "-d", "{rules: {}}",
                                    world->large_course, NULL};
    const char *const validate[] = {world->python, world->validate, world->conecta,
                                    world->large_course, NULL};
    double own = median_of(lint, RUNS);

    compare_once("lint, 1,000 lessons of 6 KB", own, "yamllint without rules", yamllint,
                 world->yamllint);
    compare_once("", own, "JSON Schema (Python)", validate, world->python);
}

/* Which pages the system brings in by itself differs a little from run to run. */
static double median_memory(const char *const arguments[])
{
    struct sample peaks = {.count = 0};

    for (int i = 0; i < RUNS; i++)
        sample_add(&peaks, child_memory(arguments));
    return sample_median(&peaks);
}

/* What is kept of a lesson that has been checked is its name. */
static void measure_memory(const struct world *world)
{
    const char *const large[] = {world->conecta, "lint", world->large_course, NULL};
    const char *const small[] = {world->conecta, "lint", world->small_course, NULL};
    double most = median_memory(large), least = median_memory(small);
    bool measured = most >= 0 && least >= 0;

    report_figure(&(struct figure){"memory of lint for one more lesson",
                                   "KiB",
                                   measured ? (most - least) * 1024 / (LARGE_COUNT - SMALL_COUNT)
                                            : -1,
                                   "the lesson itself",
                                   LESSON_BYTES / 1024.0,
                                   {LIMIT_VALUE, 1}});
}

/* Every string becomes its own translation. */
static bool fill(const struct world *world, const char *po)
{
    const char *const names[] = {"course.po", "m.po"};
    bool filled = world->msgen;

    for (size_t i = 0; filled && i < sizeof names / sizeof *names; i++) {
        char path[PATH_MOST + 16];
        snprintf(path, sizeof path, "%s/%s", po, names[i]);
        const char *const msgen[] = {world->msgen, "-o", path, path, NULL};
        filled = child_run(msgen, "/dev/null", true) >= 0;
    }
    return filled;
}

static void measure_translation(const struct world *world)
{
    char po[PATH_MOST], file[PATH_MOST + 8], out[PATH_MOST], mo[PATH_MOST];

    snprintf(po, sizeof po, "%s/po", world->scratch);
    snprintf(file, sizeof file, "%s/m.po", po);
    snprintf(out, sizeof out, "%s/translated", world->scratch);
    snprintf(mo, sizeof mo, "%s/m.mo", world->scratch);
    const char *const parse[] = {world->bare_yaml, world->large_course, NULL};
    const char *const templates[] = {world->conecta, "pot",  world->large_course,
                                     "--out",        po,     NULL};
    const char *const files[] = {world->conecta, "pot",  world->large_course, "--lang", "uk",
                                 "--out",        po,     NULL};
    const char *const translate[] = {world->conecta, "translate", world->large_course,
                                     "--lang",       "uk",        "--po",
                                     po,             "--out",     out,
                                     NULL};
    const char *const msgfmt[] = {world->msgfmt, "-o", mo, file, NULL};

    report_figure(&(struct figure){"pot, 1,000 lessons", "ms", median_of(templates, 1),
                                   "bare libyaml", median_of(parse, RUNS), none});
    bool made = child_run(files, "/dev/null", true) >= 0 && fill(world, po);
    report_figure(&(struct figure){"translate, 1,000 lessons", "ms",
                                   made ? median_of(translate, 1) : -1, "msgfmt",
                                   world->msgfmt ? median_of(msgfmt, RUNS) : NOT_INSTALLED,
                                   none});
}

void figures_tools(const struct world *world)
{
    measure_lint(world);
    measure_memory(world);
    measure_translation(world);
    measure_preview(world);
}
