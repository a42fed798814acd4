/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Courses and bad files to measure with, made of nothing. */
#ifndef BENCH_COURSES_H
#define BENCH_COURSES_H

#include <stdbool.h>
#include <stddef.h>

/* Of the same size each time, about that of a short real one. */
#define LESSON_BYTES 6000

/* Words on the pages of a course made here; the title of its module, and of its lessons. */
#define COURSE_WORD "Bench-module"
#define LESSON_WORD "Bench-lesson"

/*
 * Writes a course into the new folder FOLDER: one module with COUNT lessons of LESSON_BYTES, at
 * most 2,000. Returns false and leaves errno when that fails.
 */
bool course_make(const char *folder, size_t count);

/* A kind of file that is no lesson. */
struct bad_input {
    const char *name;                             /* as in "a file of 2 MiB" */
    bool (*write)(const char *path, size_t size); /* false: errno */
    size_t size;                                  /* of the file, in bytes */
};

extern const struct bad_input bad_inputs[];
extern const size_t bad_input_count;

/* Writes a course whose only lesson, FOLDER/BAD_LESSON, is of this kind. As course_make(). */
#define BAD_LESSON "module/about-lesson-0001.yaml"
bool course_make_bad(const char *folder, const struct bad_input *bad);

#endif
