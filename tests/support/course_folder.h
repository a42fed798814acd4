/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The small course of course.h for a whole group of tests: its fixtures are make_course and
 * remove_course. */
#ifndef CONECTA_TESTS_SUPPORT_COURSE_FOLDER_H
#define CONECTA_TESTS_SUPPORT_COURSE_FOLDER_H

#include "course.h"

static char *folder;

static int make_course(void **state)
{
    (void)state;
    folder = course_make(NULL);
    return 0;
}

static int remove_course(void **state)
{
    (void)state;
    folder_remove(folder);
    talloc_free(folder);
    return 0;
}

#endif
