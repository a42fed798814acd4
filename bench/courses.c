/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "courses.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#define PATH_MOST 1024

static const char course_head[] = "format: 1\n"
                                  "course: bench\n"
                                  "title: A course to measure with\n"
                                  "language: en\n"
                                  "modules:\n"
                                  "  - id: m\n"
                                  "    title: " COURSE_WORD "\n"
                                  "    lessons:\n";

static const char lesson_head[] = "lesson: bench-%zu\n"
                                  "title: " LESSON_WORD " number %zu\n"
                                  "about: What is written here is only there to be measured.\n"
                                  "minutes: 12\n"
                                  "for: [learner, educator]\n"
                                  "reviewed: 2026-11\n"
                                  "sources:\n"
                                  "  - Nobody, A fact sheet on nothing, 2026\n"
                                  "steps:\n";

/* A page and three kinds of question, in the proportions of a real lesson. */
static const char steps[] =
    "  - read: |\n"
    "      ## What this page is about\n"
    "\n"
    "      A page has **a few sentences** that say one thing, and say it in words that\n"
    "      everybody knows. It is followed by a short list:\n"
    "\n"
    "      - the first thing that one can do today;\n"
    "      - the second, for which *somebody else* is needed;\n"
    "      - and a place to ask, with the hours when it is open.\n"
    "    id: page-%zu\n"
    "    note: >-\n"
    "      Ask who has heard something else, and write it down before going on.\n"
    "  - choose: Which of these answers is the right one, and why is it right?\n"
    "    id: choose-%zu\n"
    "    rev: 1\n"
    "    shuffle: yes\n"
    "    options:\n"
    "      - id: first\n"
    "        text: The first answer, which many people would give\n"
    "        why: It looks like a good answer. It leaves out what matters most.\n"
    "      - id: second\n"
    "        text: The second answer, which is the right one\n"
    "        right: yes\n"
    "        why: Right. It says what to do, and by when.\n"
    "      - id: third\n"
    "        text: The third answer, which one hears now and then\n"
    "        why: This was true a long time ago. Much has changed since.\n"
    "    hints:\n"
    "      - Think of what matters most.\n"
    "  - order: Put these steps in the order in which they are done.\n"
    "    id: order-%zu\n"
    "    items:\n"
    "      - id: look\n"
    "        text: Look whether everything is there\n"
    "        why: If something is missing, there is still time.\n"
    "      - id: begin\n"
    "        text: Begin with the smallest part\n"
    "        why: The others can be held by it.\n"
    "      - id: end\n"
    "        text: Put away what was used\n"
    "        why: The next one finds it in its place.\n"
    "  - sort: Where does each of these belong?\n"
    "    id: sort-%zu\n"
    "    groups:\n"
    "      - {id: helps, text: It helps}\n"
    "      - {id: harms, text: It harms}\n"
    "    items:\n"
    "      - {id: ask, text: Asking somebody, group: helps, why: Two know more than one.}\n"
    "      - {id: wait, text: Waiting too long, group: harms, why: Time is short.}\n";

/* A last page fills the lesson up to its size: all lessons are to cost the same. */
static void write_rest(FILE *file)
{
    static const char line[] = "      A line of words that only fill the page of this lesson.\n";

    fputs("  - read: |\n", file);
    for (long left = LESSON_BYTES - ftell(file); left > 0; left -= (long)strlen(line))
        fprintf(file, "%.*s", (int)left, line);
    putc('\n', file);
}

/* fclose() says whether all that came before could be written. */
static bool finish(FILE *file)
{
    bool good = !ferror(file);
    return fclose(file) == 0 && good;
}

static bool write_lesson(const char *path, size_t number)
{
    FILE *file = fopen(path, "we");

    if (!file)
        return false;
    fprintf(file, lesson_head, number, number);
    for (size_t i = 1; ftell(file) + (long)sizeof steps < LESSON_BYTES; i++)
        fprintf(file, steps, i, i, i, i);
    write_rest(file);
    return finish(file);
}

static bool write_course_file(const char *folder, size_t count)
{
    char path[PATH_MOST];
    snprintf(path, sizeof path, "%s/course.yaml", folder);
    FILE *file = fopen(path, "we");

    if (!file)
        return false;
    fputs(course_head, file);
    for (size_t i = 1; i <= count; i++)
        fprintf(file, "      - module/about-lesson-%04zu.yaml\n", i);
    return finish(file);
}

static bool make_folders(const char *folder)
{
    char path[PATH_MOST];
    snprintf(path, sizeof path, "%s/module", folder);
    return mkdir(folder, 0700) == 0 && mkdir(path, 0700) == 0;
}

bool course_make(const char *folder, size_t count)
{
    char path[PATH_MOST];
    bool good = make_folders(folder) && write_course_file(folder, count);

    for (size_t i = 1; good && i <= count; i++) {
        snprintf(path, sizeof path, "%s/module/about-lesson-%04zu.yaml", folder, i);
        good = write_lesson(path, i);
    }
    return good;
}

/* What a full disk or a stick pulled out too early leaves: it ends in the middle of a word. */
static bool write_cut(const char *path, size_t size)
{
    FILE *file = fopen(path, "we");

    if (!file)
        return false;
    fprintf(file, lesson_head, (size_t)1, (size_t)1);
    fprintf(file, "%.*s", (int)(size - (size_t)ftell(file)), steps);
    return finish(file);
}

static bool write_repeated(const char *path, size_t size, const char *start, const char *pattern)
{
    size_t length = strlen(pattern);
    FILE *file = fopen(path, "we");

    if (!file)
        return false;
    fputs(start, file);
    for (size_t i = strlen(start); i < size; i++)
        putc(pattern[(i - strlen(start)) % length], file);
    return finish(file);
}

static bool write_large(const char *path, size_t size)
{
    return write_repeated(path, size, "lesson: a\ntitle: A\nminutes: 5\nsteps:\n  - read: |\n",
                          "      Many words that nobody will ever read on one page.\n");
}

static bool write_brackets(const char *path, size_t size)
{
    return write_repeated(path, size, "", "[");
}

static bool write_garbled(const char *path, size_t size)
{
    return write_repeated(path, size, "lesson: a\ntitle: ", "\xcf\xf0\xe8\xe2\xe5\xf2 ");
}

static bool write_entries(const char *path, size_t size)
{
    return write_repeated(path, size, "lesson: a\nsources:\n", "- x\n");
}

const struct bad_input bad_inputs[] = {
    {"a lesson cut in its middle", write_cut, 1500},
    {"a file of 2 MiB", write_large, 2 << 20},
    {"a file of 40,000 times \"[\"", write_brackets, 40000},
    {"a text that is not UTF-8", write_garbled, LESSON_BYTES},
    {"a list of 250,000 entries", write_entries, 1000000},
};
const size_t bad_input_count = sizeof bad_inputs / sizeof *bad_inputs;

bool course_make_bad(const char *folder, const struct bad_input *bad)
{
    char path[PATH_MOST];
    snprintf(path, sizeof path, "%s/" BAD_LESSON, folder);
    return make_folders(folder) && write_course_file(folder, 1) && bad->write(path, bad->size);
}
