/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "course/course.h"

#include <talloc.h>

#include "base/language.h"
#include "base/memory.h"

/* The format this program writes and reads. */
#define COURSE_FORMAT 1

static const struct field module_fields[] = {
    { .name = "id", .type = FIELD_ID, .flags = FIELD_REQUIRED | FIELD_UNIQUE,
      .offset = offsetof(struct course_module, id),
      /* TRANSLATORS: explains the field 'id' of a module in course.yaml. */
      .about = N_("the short name of the module, such as hiv-sti") },
    { .name = "title", .type = FIELD_PLAIN, .flags = FIELD_REQUIRED | FIELD_TRANSLATED,
      .offset = offsetof(struct course_module, title),
      /* TRANSLATORS: explains the field 'title' of a module in course.yaml. */
      .about = N_("the title that the learner sees") },
    { .name = "lessons", .type = FIELD_PATHS, .flags = FIELD_REQUIRED,
      .offset = offsetof(struct course_module, lessons), .least = 1, .most = 2000,
      /* TRANSLATORS: explains the field 'lessons' of a module in course.yaml. */
      .about = N_("the files of the lessons, such as hiv-sti/how-hiv-is-passed-on.yaml") },
};

static const struct record module_record = {
    .name = NC_("record", "module"),
    .size = sizeof(struct course_module),
    .fields = module_fields,
    .field_count = sizeof module_fields / sizeof module_fields[0],
};

static const struct field course_fields[] = {
    { .name = "format", .type = FIELD_COUNT, .flags = FIELD_REQUIRED,
      .offset = offsetof(struct course, format), .least = 1, .most = 9999,
      /* TRANSLATORS: explains the field 'format' of course.yaml. */
      .about = N_("the version of the file format: 1") },
    { .name = "course", .type = FIELD_ID, .flags = FIELD_REQUIRED,
      .offset = offsetof(struct course, id),
      /* TRANSLATORS: explains the field 'course' of course.yaml. */
      .about = N_("the short name of the course") },
    { .name = "title", .type = FIELD_PLAIN, .flags = FIELD_REQUIRED | FIELD_TRANSLATED,
      .offset = offsetof(struct course, title),
      /* TRANSLATORS: explains the field 'title' of course.yaml. */
      .about = N_("the title that the learner sees") },
    { .name = "language", .type = FIELD_ID, .flags = FIELD_REQUIRED,
      .offset = offsetof(struct course, language),
      /* TRANSLATORS: explains the field 'language' of course.yaml. */
      .about = N_("the language the lessons are written in: en, ru or uk") },
    { .name = "licence", .type = FIELD_PLAIN, .offset = offsetof(struct course, licence),
      /* TRANSLATORS: explains the field 'licence' of course.yaml. */
      .about = N_("the licence of the lessons, such as CC-BY-SA-4.0") },
    { .name = "modules", .type = FIELD_RECORDS, .flags = FIELD_REQUIRED,
      .offset = offsetof(struct course, modules), .record = &module_record,
      .least = 1, .most = 200,
      /* TRANSLATORS: explains the field 'modules' of course.yaml. */
      .about = N_("the parts of the course, each with its lessons") },
};

const struct record course_record = {
    .name = NC_("record", "course"),
    .size = sizeof(struct course),
    .fields = course_fields,
    .field_count = sizeof course_fields / sizeof course_fields[0],
};

static bool check(const struct reading *reading, const void *into)
{
    const struct course *course = into;

    if (!language_find(course->language.bytes))
        return reading_refuse(reading, course->language.at,
                              /* TRANSLATORS: the field 'language' of course.yaml. */
                              _("there is no such language here"),
                              /* TRANSLATORS: advice after "there is no such language here". */
                              _("write en, ru or uk: the language the lessons are written in"));
    if (course->format.value != COURSE_FORMAT)
        return reading_refuse(reading, course->format.at,
                              /* TRANSLATORS: the course was made for a newer version. */
                              _("this course needs a newer version of Conecta"),
                              /* TRANSLATORS: advice after "this course needs a newer …". */
                              _("install the newest Conecta, or use an older copy of the course"));
    return true;
}

struct course *course_read(const void *parent, const char *folder, struct diagnostics *problems)
{
    char *path = file_path(problems, folder, COURSE_FILE);
    return record_read_file(parent, path, &course_record, check, problems);
}

const struct course_module *course_module(const struct course *course, size_t index)
{
    return (const struct course_module *)course->modules.items + index;
}
