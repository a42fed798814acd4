/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Options of a question: what `choose` and `choose-all` share. */
#ifndef CONECTA_ACTIVITIES_OPTION_H
#define CONECTA_ACTIVITIES_OPTION_H

#include <stdbool.h>

#include "activities/activity.h"

struct option {
    struct position at;
    struct text id;
    struct text text;
    struct text why;
    bool right;
};

struct question {
    struct position at;
    struct text stem;
    struct record_list options; /* struct option */
    struct text_list hints;
    bool shuffle;
};

/* The fields of a question behind its verb; for a table of fields. */
#define OPTION_FIELDS                                                                            \
    { .name = "options", .type = FIELD_RECORDS, .flags = FIELD_REQUIRED,                         \
      .offset = offsetof(struct question, options), .record = &option_record,                    \
      .least = 2, .most = ACTIVITY_LIST_MAX, .about = option_about_options },                    \
    { .name = "hints", .type = FIELD_LINES, .flags = FIELD_TRANSLATED | FIELD_LATER,             \
      .offset = offsetof(struct question, hints), .least = 1, .most = 5,                         \
      .about = option_about_hints },                                                             \
    { .name = "shuffle", .type = FIELD_YES_NO, .offset = offsetof(struct question, shuffle),     \
      .about = option_about_shuffle }

extern const struct record option_record;
extern const char option_about_options[];
extern const char option_about_hints[];
extern const char option_about_shuffle[];

const struct option *question_option(const struct question *question, size_t index);

/* How many options are right. */
size_t question_right_count(const struct question *question);

/* The order in which the options are shown: the file's, or a random one. */
void question_shuffle(const struct question *question, unsigned char *order,
                      struct random *random);

/* Prints the stem, the options as letters with such a mark, and the hints. */
void question_print(const struct step *step, enum mark mark, struct handout *handout);

/* Fills a question of GIFT of this kind; see `gift` of struct activity. */
const char *question_gift(const void *parent, const struct step *step, enum gift_kind kind,
                          struct gift_question *question);

/* Adds the stem and an empty line. */
void activity_show_stem(const struct step *step, struct view *view);

/* Adds to a rich text: the lead (NULL: none), the text in bold, and its why. */
void activity_add_why(const void *parent, struct rich *rich, const char *lead,
                      const struct text *text, const struct text *why);

/* The same as a paragraph of its own. */
void activity_show_why(struct view *view, const char *lead, const struct text *text,
                       const struct text *why);

/* Adds a hint and the invitation to answer once more. */
void activity_show_hint(struct view *view, const struct text *hint);

/* Adds the stem as plain words to a line for the last page. */
void activity_recall_stem(const struct step *step, struct rich *line, const void *parent);

#endif
