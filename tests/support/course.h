/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A small course in a folder of its own: one module with three lessons, the
 * second of them broken, and one with a long list. */
#ifndef CONECTA_TESTS_SUPPORT_COURSE_H
#define CONECTA_TESTS_SUPPORT_COURSE_H

#include "../base/folder.h"
#include "activities/activity.h"
#include "course/library.h"

#define COURSE_LONG 20 /* lessons of the second module */

#define COURSE_LESSON_ONE                                              \
    "lesson: one\n"                                                    \
    "title: The first lesson\n"                                        \
    "about: What it is about.\n"                                       \
    "minutes: 5\n"                                                     \
    "before-after: [compared]\n"                                       \
    "steps:\n"                                                         \
    "  - read: A page.\n"                                              \
    "  - choose: Compared?\n"                                          \
    "    id: compared\n"                                               \
    "    rev: 1\n"                                                     \
    "    options:\n"                                                   \
    "      - {id: y, text: Compared yes, right: yes, why: Because.}\n" \
    "      - {id: n, text: Compared no, why: Because not.}\n"          \
    "  - choose: Asked once?\n"                                        \
    "    id: once\n"                                                   \
    "    rev: 1\n"                                                     \
    "    options:\n"                                                   \
    "      - {id: y, text: Once yes, right: yes, why: Because.}\n"     \
    "      - {id: n, text: Once no, why: Because not.}\n"

static inline void course_add_long(const char *folder, char **file)
{
    for (int i = 1; i <= COURSE_LONG; i++) {
        char *name = talloc_asprintf(folder, "long-%d.yaml", i);
        *file = talloc_asprintf_append_buffer(*file, "      - %s\n", name);
        folder_add(folder, name,
                   talloc_asprintf(folder,
                                   "lesson: long-%d\ntitle: Long %d\nminutes: 1\nsteps:\n"
                                   "  - read: Page %d.\n",
                                   i, i, i));
    }
}

/* The folder of the course; to be removed with folder_remove. */
static inline char *course_make(const void *parent)
{
    char *folder = folder_make(parent);
    char *file = talloc_strdup(folder, "format: 1\n"
                                       "course: test\n"
                                       "title: A test course\n"
                                       "language: en\n"
                                       "licence: CC-BY-SA-4.0\n"
                                       "modules:\n"
                                       "  - id: short\n"
                                       "    title: The short module\n"
                                       "    lessons: [one.yaml, broken.yaml, three.yaml]\n"
                                       "  - id: long\n"
                                       "    title: The long module\n"
                                       "    lessons:\n");
    course_add_long(folder, &file);
    folder_add(folder, COURSE_FILE, file);
    folder_add(folder, "one.yaml", COURSE_LESSON_ONE);
    folder_add(folder, "broken.yaml",
               "lesson: broken\ntitle: The broken lesson\nminutes: 1\nsteps:\n  - raed: A page.\n");
    folder_add(folder, "three.yaml",
               "lesson: three\ntitle: The third lesson\nminutes: 3\nsteps:\n  - read: The end.\n");
    return folder;
}

static inline struct library *course_open(const void *parent, const char *folder)
{
    struct diagnostics *problems = diagnostics_new(parent);
    struct library *library = library_open(parent, folder, activity_verbs(), problems);
    if (!library)
        fail_msg("%s", diagnostic_format(parent, &problems->items[0]));
    return library;
}

#endif
