/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "figures.h"

#include <stdio.h>

#include "child.h"
#include "clock.h"
#include "courses.h"
#include "report.h"

#define READS 11
#define REFUSALS 5
#define VERSIONS 21

#define NAME_MOST 128
#define PATH_MOST 1024

/* A hostile file costs the learner no more than this. */
static const struct limit refusal_limit = {LIMIT_VALUE, 500};

static void measure_lint(const struct world *world)
{
    const char *const lint[] = {world->conecta, "lint", world->large_course, NULL};
    const char *const parse[] = {world->bare_yaml, world->large_course, NULL};
    struct sample own = {.count = 0}, bare = {.count = 0};

    for (int i = 0; i < READS; i++) {
        sample_add(&own, child_run(lint, "/dev/null", true));
        sample_add(&bare, child_run(parse, "/dev/null", true));
    }
    report_figure(&(struct figure){"lint, 1,000 lessons of 6 KB",
                                   "ms",
                                   sample_median(&own),
                                   "bare libyaml",
                                   sample_median(&bare),
                                   {LIMIT_RATIO, 1.5}});
}

static double time_of_version(const struct world *world)
{
    const char *const arguments[] = {world->conecta, "--version", NULL};
    struct sample times = {.count = 0};

    for (int i = 0; i < VERSIONS; i++)
        sample_add(&times, child_run(arguments, "/dev/null", true));
    return sample_median(&times);
}

/* The longest: a learner meets the file once. */
static double longest(const char *const arguments[], const char *input, bool content)
{
    struct sample times = {.count = 0};

    for (int i = 0; i < REFUSALS; i++)
        sample_add(&times, child_run(arguments, input, content));
    return times.count == REFUSALS ? sample_largest(&times) : -1;
}

static void print(const char *verb, const struct bad_input *bad, double time, double version)
{
    char name[NAME_MOST];

    snprintf(name, sizeof name, "%s, %s", verb, bad->name);
    report_figure(&(struct figure){name, "ms", time, "--version", version, refusal_limit});
}

/* Played as plain lines: the first module, its first lesson. That is no failure of the course. */
static void measure_refusal(const struct world *world, size_t kind, const char *keys,
                            double version)
{
    const struct bad_input *bad = &bad_inputs[kind];
    char course[PATH_MOST], lesson[PATH_MOST + sizeof BAD_LESSON];

    snprintf(course, sizeof course, "%s/bad-%zu", world->scratch, kind);
    snprintf(lesson, sizeof lesson, "%s/" BAD_LESSON, course);
    const char *const lint[] = {world->conecta, "lint", lesson, NULL};
    const char *const play[] = {world->conecta, "play",     "--plain", "--lang",
                                "en",           "--course", course,    NULL};
    bool made = course_make_bad(course, bad);
    print("lint", bad, made ? longest(lint, "/dev/null", false) : -1, version);
    print("play", bad, made ? longest(play, keys, true) : -1, version);
}

static bool write_keys(const char *path)
{
    FILE *file = fopen(path, "we");

    if (!file)
        return false;
    fputs("1\n1\n", file);
    return fclose(file) == 0;
}

void figures_files(const struct world *world)
{
    char keys[PATH_MOST];
    double version = time_of_version(world);

    snprintf(keys, sizeof keys, "%s/keys", world->scratch);
    if (!write_keys(keys))
        version = -1;
    measure_lint(world);
    for (size_t kind = 0; kind < bad_input_count; kind++)
        measure_refusal(world, kind, keys, version);
}
