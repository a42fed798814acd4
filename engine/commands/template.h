/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What `conecta new` writes: small, with comments that teach, and playable. */
#ifndef CONECTA_COMMANDS_TEMPLATE_H
#define CONECTA_COMMANDS_TEMPLATE_H

/* A month, from 1, and its year. */
struct template_month {
    int year;
    int month;
};

/* The lesson in the course that template_course makes, from its folder on. */
#define TEMPLATE_LESSON_FILE "basics/first-lesson.yaml"

/* A lesson with this id and title, checked in this month; belongs to parent. */
char *template_lesson(const void *parent, const char *id, const char *title,
                      struct template_month now);

/* The course file of a course with this id and title; belongs to parent. */
char *template_course(const void *parent, const char *id, const char *title);

#endif
